using CsCheck;

namespace Stance.Tests;

public class IssueMatcherTests
{
    private static readonly Lexicon Lexicon = new(ActorCatalog.Default, LanguageData.Shipped);

    // Every word weighs the same: shares can be counted by hand.
    private static readonly Dictionary<string, WordWeights> Even = new() { ["ar"] = WordWeights.Empty, ["en"] = WordWeights.Empty };

    private static Issue Topic(string language, params string[] phrases) =>
        new() { Id = "x", Proposition = new Dictionary<string, string> { [language] = language == "ar" ? "كلمات لا صلة لها البتة" : "Words of no kinship whatever." }, Topic = new Dictionary<string, IReadOnlyList<string>> { [language] = phrases } };

    private static List<IssueMatch> Match(StanceMachinery machinery, string text, string language)
    {
        var analysis = ArticleAnalysis.Of(machinery.Lexicon, new Article { Text = text, Language = language });
        var index = machinery.IndexOf(language)!;
        return new IssueMatcher(index).Score(index.Match(analysis.Document, analysis.Readings, analysis.Hits, analysis.Mentions), 0, analysis.Document.Tokens.Count);
    }

    private static float Share(string phrase, string text, string language = "ar") =>
        Match(new StanceMachinery(Lexicon, [Topic(language, phrase)], Even), text, language).Select(m => m.Topic).SingleOrDefault();

    [Theory]
    [InlineData("ar", "مخزون القمح", "ناقش المجلس مخزون القمح مساء أمس.")]
    [InlineData("en", "oil embargo", "The council debated the oil embargo last night.")]
    public void A_phrase_that_stands_in_the_text_matches_wholly(string language, string phrase, string text) => Assert.Equal(1, Share(phrase, text, language), 3);

    [Theory]
    [InlineData("طالب بالهدنة فورا.")]
    [InlineData("والهدنة لم تصمد.")]
    [InlineData("لا بديل للهدنة.")]
    [InlineData("رحب بهدنة جديدة.")]
    public void A_word_is_found_through_its_clitics(string text) => Assert.InRange(Share("الهدنة", text), 0.95f, 1);

    [Theory]
    [InlineData("ar", "ضربة", "توالت الضربات على المدينة.")]
    [InlineData("ar", "قنبلة", "سقطت القنابل ليلا.")]
    [InlineData("en", "sanction", "New sanctions followed.")]
    public void A_plural_is_found(string language, string phrase, string text) => Assert.InRange(Share(phrase, text, language), 0.9f, 1);

    [Theory]
    [InlineData("ar", "القصف", "قصفت الطائرات الميناء.")]
    [InlineData("ar", "اقتحام المقر", "اقتحموا المقر عند الفجر.")]
    [InlineData("en", "bombardment", "The port was bombarded again.")]
    public void A_verb_is_found_by_its_noun(string language, string phrase, string text) => Assert.InRange(Share(phrase, text, language), 0.9f, 1);

    [Theory]
    [InlineData("هجوم", "وقع اعتداء قرب الحدود.")]
    [InlineData("حرب", "اندلعت معركة قرب الحدود.")]
    public void A_word_of_the_same_concept_matches_softly(string phrase, string text) => Assert.InRange(Share(phrase, text), 0.3f, 0.9f);

    [Fact]
    public void A_soft_match_is_below_an_exact_one()
    {
        var exact = Share("هجوم على الميناء", "وقع هجوم على الميناء.");
        var family = Share("هجوم على الميناء", "هاجموا الميناء ليلا.");
        var concept = Share("هجوم على الميناء", "وقع اعتداء على الميناء.");
        var half = Share("هجوم على الميناء", "افتتح الميناء الجديد.");
        Assert.Equal(1, exact, 3);
        Assert.True(exact > family && family > concept && concept > half && half > 0, $"{exact} {family} {concept} {half}");
    }

    [Fact]
    public void Part_of_a_phrase_is_a_share_of_it() => Assert.Equal(0.5f, Share("ميناء الحديدة", "وصلت السفينة إلى ميناء قريب."), 2);

    [Theory]
    [InlineData("ar", "العقوبات على إيران", "زار وفد من إيران العاصمة.")]
    [InlineData("en", "sanctions on Iran", "A delegation from Iran toured the capital.")]
    public void The_name_of_a_state_alone_is_no_match(string language, string phrase, string text) => Assert.Empty(Match(new StanceMachinery(Lexicon, [Topic(language, phrase)], Even), text, language));

    [Fact]
    public void A_state_that_the_phrase_names_raises_the_match()
    {
        var without = Share("العقوبات على إيران", "فرضت العقوبات أمس.");
        var with = Share("العقوبات على إيران", "فرضت العقوبات على طهران أمس.");
        Assert.Equal(0.75f, without, 2);
        Assert.Equal(1, with, 2);
    }

    [Fact]
    public void Favor_and_against_phrases_are_scored_apart()
    {
        var issue = new Issue
        {
            Id = "x",
            Proposition = new Dictionary<string, string> { ["ar"] = "ينبغي تمديد الهدنة" },
            Favor = new Dictionary<string, IReadOnlyList<string>> { ["ar"] = ["الهدنة ضرورية"] },
            Against = new Dictionary<string, IReadOnlyList<string>> { ["ar"] = ["الهدنة خدعة"] },
        };
        var match = Match(new StanceMachinery(Lexicon, [issue], Even), "قال إن الهدنة خدعة.", "ar").Single();
        Assert.Equal(1, match.Against, 2);
        Assert.Equal(0.5f, match.Favor, 2);
    }

    private static readonly string[] Texts =
    [
        "قالت موسكو إن الهجوم الكيميائي في دوما ملفق وإن العقوبات على سوريا غير شرعية.",
        "نقلت واشنطن سفارتها إلى القدس، ورفضت القاهرة وعمان والرياض القرار.",
        "دعت قطر إلى رفع الحصار، وتمسكت الدول الأربع بمطالبها.",
        "انسحبت الولايات المتحدة من الاتفاق النووي مع إيران وأعادت العقوبات.",
        "اتهمت أوكرانيا روسيا بإسقاط الطائرة، وأيدت الضم دول قليلة.",
    ];

    [Fact]
    public void A_phrase_of_states_alone_stands_nowhere()
    {
        var issue = Topic("ar", "كلمة") with { Favor = new Dictionary<string, IReadOnlyList<string>> { ["ar"] = ["إيران والسعودية"] } };
        var match = Assert.Single(Match(new StanceMachinery(Lexicon, [issue], Even), "زار وفد من إيران ثم السعودية معرض كلمة.", "ar"));
        Assert.Equal((0.5f, -1), (match.Favor, match.FavorAt));
    }

    [Fact]
    public void Words_of_an_issue_change_no_actor()
    {
        // «لبقاء» as a word of its own is in no lexicon: that a user's phrase has it must not make the office go on to Greece.
        const string text = "أعرب وزير المالية لبقاء اليونان في منطقة اليورو عن تأييده.";
        var lexicon = new Lexicon(ActorCatalog.Default, LanguageData.Shipped);
        List<(int, int, int)> Mentions() => [.. ArticleAnalysis.Of(lexicon, new Article { Text = text, Language = "ar" }).Mentions.Select(m => (m.First, m.End, m.Actor))];
        var before = Mentions();
        _ = new StanceMachinery(lexicon, [Topic("ar", "لبقاء لوزير لمنطقة لتأييده")], Even);
        Assert.Equal(before, Mentions());
    }

    [Fact]
    public void Adding_issues_changes_no_other_issues_result()
    {
        var all = IssueCatalog.Default.ToList();
        Gen.Select(Gen.Int[0, all.Count - 1].List[1, 6], Gen.Int[0, all.Count - 1].List[1, 12], Gen.Int[0, Texts.Length - 1]).Sample((few, more, number) =>
        {
            var text = Texts[number];
            var kept = few.Distinct().Select(i => all[i]).ToList();
            var alone = Match(new StanceMachinery(Lexicon, kept, Even), text, "ar");
            // The others stand before, between and after.
            var together = more.Select(i => all[i]).Concat(kept).Concat(all.Take(more.Count)).DistinctBy(i => i.Id).ToList();
            var beside = Match(new StanceMachinery(Lexicon, together, Even), text, "ar").ToDictionary(m => together[m.Issue].Id);
            Assert.All(alone, m => Assert.Equal(m, beside[kept[m.Issue].Id] with { Issue = m.Issue }));
            Assert.Equal(alone.Count, beside.Keys.Count(id => kept.Exists(k => k.Id == id)));
        }, iter: 40, threads: 1);
    }

    [Fact]
    public void Adding_issues_changes_no_other_issues_stances()
    {
        var all = TrainedModel.Corpus.Issues.ToList();
        var articles = TrainedModel.Corpus.Articles.Where((_, i) => i % 6 == 0).Select(a => a.Article).ToList();
        var whole = articles.Select(a => TrainedModel.Analyzer.Analyze(a).Stances).ToList();
        for (var third = 0; third < 3; third++)
        {
            var catalog = IssueCatalog.Of(all.Where((_, i) => i % 3 == third));
            var analyzer = new StanceAnalyzer(TrainedModel.Model, catalog);
            for (var a = 0; a < articles.Count; a++)
                Assert.Equal(
                    whole[a].Where(s => catalog.Find(s.Issue.Id) is not null).Select(s => (s.Actor.Code, s.Issue.Id, s.Stance, s.Probability)).Order(),
                    analyzer.Analyze(articles[a]).Stances.Select(s => (s.Actor.Code, s.Issue.Id, s.Stance, s.Probability)).Order());
        }
    }
}
