using static Stance.Tests.ReadStatements;

namespace Stance.Tests;

public class BackgroundTests
{
    private static readonly Dictionary<string, WordWeights> Even = new() { ["ar"] = WordWeights.Empty, ["en"] = WordWeights.Empty };

    private static Issue Leave(string id, string ar, string en) => new()
    {
        Id = id,
        Proposition = new Dictionary<string, string> { ["ar"] = $"ينبغي أن تغادر القوات الأمريكية {ar}.", ["en"] = $"American troops should leave {en}." },
        Topic = new Dictionary<string, IReadOnlyList<string>> { ["ar"] = [$"القوات الأمريكية في {ar}", $"الانسحاب من {ar}"], ["en"] = [$"US troops in {en}", $"withdrawal from {en}"] },
    };

    private static readonly Issue Iraq = Leave("leave-iraq", "العراق", "Iraq"), Syria = Leave("leave-syria", "سوريا", "Syria");

    private static readonly Issue Whales = new()
    {
        Id = "whales",
        Proposition = new Dictionary<string, string> { ["ar"] = "ينبغي السماح بصيد الحيتان.", ["en"] = "Whaling should be allowed." },
        Topic = new Dictionary<string, IReadOnlyList<string>> { ["ar"] = ["صيد الحيتان", "لجنة صيد الحيتان"], ["en"] = ["whaling", "the whaling commission"] },
    };

    private static IssueWindows Windows(string text, IReadOnlyList<Issue> asked, IReadOnlyList<Issue>? background, out StanceContext context, int issue = 0)
    {
        var machinery = new StanceMachinery(Shipped, asked, Even, background);
        var analysis = Read(text);
        var signals = StatementSignals.Of(Shipped, analysis);
        var index = machinery.IndexOf(analysis.Document.Language)!;
        var windows = IssueWindows.Of(analysis, signals, index, new IssueMatcher(index));
        context = new StanceContext(Shipped, analysis, signals, index, windows, -1, issue);
        return windows;
    }

    private static Dictionary<string, float> Named(IReadOnlyList<string> names, ReadOnlySpan<float> values) => names.Zip(values.ToArray()).ToDictionary(p => p.First, p => p.Second);

    private static Dictionary<string, float> Article(string text, Issue asked, params Issue[] background)
    {
        Windows(text, [asked], background, out var context);
        return Named([.. IssuePresence.Names, .. BackgroundMatches.ArticleNames], [.. context.Presence, .. context.Neighbours]);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public void Every_shipped_issue_is_its_own_twin_whatever_it_is_called(string language)
    {
        var shipped = IssueCatalog.Default.ToArray();
        var index = new StanceMachinery(Shipped, shipped.Select((issue, i) => issue with { Id = $"x{i}" }), StanceModel.Default.Weights, shipped).IndexOf(language)!;
        Assert.Equal(Enumerable.Range(0, shipped.Length), index.Twins);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public void Nearly_every_shipped_issue_is_known_by_its_proposition_and_name(string language)
    {
        var shipped = IssueCatalog.Default.ToArray();
        var bare = shipped.Select(i => i with { Topic = Issue.NoPhrases, Favor = Issue.NoPhrases, Against = Issue.NoPhrases });
        var twins = new StanceMachinery(Shipped, bare, StanceModel.Default.Weights, shipped).IndexOf(language)!.Twins;
        Assert.InRange(twins.Where((t, i) => t == i).Count(), shipped.Length * 9 / 10, shipped.Length);
        Assert.DoesNotContain(twins.Select((t, i) => (t, i)), p => p.t >= 0 && p.t != p.i);
    }

    [Fact]
    public void A_definition_of_which_most_is_left_out_is_known_by_its_id()
    {
        var shipped = IssueCatalog.Default.ToArray();
        int Known(Func<Issue, string> id)
        {
            var hurried = shipped.Select(i => i with { Id = id(i), Topic = i.Topic.ToDictionary(p => p.Key, p => (IReadOnlyList<string>)[p.Value[0]]), Favor = Issue.NoPhrases, Against = Issue.NoPhrases });
            return new StanceMachinery(Shipped, hurried, StanceModel.Default.Weights, shipped).IndexOf("ar")!.Twins.Where((t, i) => t == i).Count();
        }
        Assert.InRange(Known(i => i.Id), shipped.Length * 98 / 100, shipped.Length);
        Assert.InRange(Known(i => "mine-" + i.Id), shipped.Length / 2, shipped.Length - 5);
    }

    [Fact]
    public void A_neighbour_is_no_twin()
    {
        var shipped = IssueCatalog.Default.ToArray();
        for (var left = 0; left < shipped.Length; left += 3)
        {
            var others = shipped.Where((_, i) => i != left).ToArray();
            var twin = new StanceMachinery(Shipped, [shipped[left]], StanceModel.Default.Weights, others).IndexOf("ar")!.Twins[0];
            // These of the catalogue are as alike as one issue defined twice: they do without each other.
            if (shipped[left].Id is not ("iran-deal-tougher-terms" or "iran-nuclear-deal-preserve" or "iran-sanctions" or "iran-regional-destabilisation" or "saudi-iran-rapprochement" or "ukraine-eu-membership" or "ukraine-nato-membership"))
                Assert.True(twin < 0, $"{shipped[left].Id} is taken for {(twin < 0 ? "" : others[twin].Id)}");
        }
    }

    /// <summary>How far the statement in which a passage stands matches an issue beyond its neighbours.</summary>
    private static Dictionary<string, float> Statement(string text, string passage, Issue asked, params Issue[] background)
    {
        Windows(text, [asked], background, out var context);
        var x = new float[BackgroundMatches.StatementNames.Count];
        context.BeyondNeighbours(NumberOf(context.Analysis, passage), x);
        return Named(BackgroundMatches.StatementNames, x);
    }

    [Theory]
    [InlineData("صوت البرلمان العراقي على إخراج القوات الأمريكية من العراق. ورحبت دمشق بالقرار.", "صوت")]
    [InlineData("Iraq's parliament voted for a withdrawal of US troops from Iraq. Damascus welcomed the vote.", "voted")]
    public void What_is_said_of_a_neighbour_is_not_beyond_it(string text, string passage)
    {
        var (syria, iraq) = (Statement(text, passage, Syria, Iraq, Syria), Statement(text, passage, Iraq, Iraq, Syria));
        foreach (var where in (string[])["", " in the sentence"])
        {
            Assert.InRange(syria["match beyond a neighbour's" + where], -1, -0.05f);
            Assert.InRange(iraq["match beyond a neighbour's" + where], 0.05f, 1);
            // The state that is not there counts once more.
            Assert.InRange(syria["match with states beyond a neighbour's" + where], -1, syria["match beyond a neighbour's" + where] - 0.05f);
            Assert.InRange(iraq["match with states beyond a neighbour's" + where], iraq["match beyond a neighbour's" + where] + 0.05f, 1);
        }
        // In the article as a whole Damascus would be Syria's name.
        var elsewhere = text.Replace("دمشق", "موسكو", StringComparison.Ordinal).Replace("Damascus", "Moscow", StringComparison.Ordinal);
        Assert.InRange(Article(elsewhere, Syria, Iraq, Syria)["best match with states beyond a neighbour's"], -1, -0.05f);
        Assert.InRange(Article(elsewhere, Iraq, Iraq, Syria)["best match with states beyond a neighbour's"], 0.05f, 1);
    }

    [Fact]
    public void A_statement_is_compared_by_its_own_words()
    {
        const string Text = "دعت النرويج إلى السماح بصيد الحيتان، ورحبت السويد بالضيوف.";
        var (first, second) = (Statement(Text, "دعت", Whales, Whales, Iraq), Statement(Text, "ورحبت", Whales, Whales, Iraq));
        Assert.Equal(first["words beyond a neighbour's in the sentence"], second["words beyond a neighbour's in the sentence"]);
        Assert.InRange(first["words beyond a neighbour's"], 5, 20);
        Assert.Equal(0, second["words beyond a neighbour's"]);
    }

    [Fact]
    public void The_order_of_the_background_is_of_no_matter()
    {
        const string Text = "صوت البرلمان العراقي على إخراج القوات الأمريكية من العراق. ورحبت دمشق بالقرار.";
        foreach (var asked in (Issue[])[Iraq, Syria, Whales])
        {
            Assert.Equal(Article(Text, asked, Iraq, Syria, Whales), Article(Text, asked, Syria, Whales, Iraq));
            Assert.Equal(Statement(Text, "صوت", asked, Iraq, Syria, Whales), Statement(Text, "صوت", asked, Whales, Syria, Iraq));
        }
    }

    [Fact]
    public void Beside_itself_an_issue_competes_with_nobody()
    {
        const string Text = "دعت النرويج إلى السماح بصيد الحيتان. واجتمعت لجنة صيد الحيتان في لندن.";
        var alone = Article(Text, Whales, Whales);
        Assert.Equal(Article(Text, Whales, Whales with { Id = "other" }), alone);
        Assert.Equal(2, alone["sentences beyond a neighbour's"]);
        Assert.InRange(alone["most words beyond a neighbour's"], 5, 20);
        Assert.Equal(alone["issue's words in the article"], alone["all core beyond a neighbour's"], 5);
    }

    [Fact]
    public void Without_a_background_nothing_is_beyond_anything()
    {
        Windows("دعت النرويج إلى السماح بصيد الحيتان.", [Whales], null, out var context);
        var x = new float[BackgroundMatches.StatementNames.Count];
        context.BeyondNeighbours(0, x);
        Assert.All([.. x, .. context.Neighbours], v => Assert.Equal(0, v));
    }

    [Fact]
    public void Whoever_asks_about_the_background_itself_gets_the_same_as_who_asks_about_a_part_of_it()
    {
        const string Text = "صوت البرلمان العراقي على إخراج القوات الأمريكية من العراق. ورحبت دمشق بالقرار، ودعت النرويج إلى السماح بصيد الحيتان.";
        Issue[] all = [Whales, Iraq, Syria];
        Windows(Text, all, all, out var whole, issue: 2);
        Windows(Text, [Syria], all, out var part);
        Assert.Equal(whole.Neighbours.ToArray(), part.Neighbours.ToArray());
        float[] x = new float[BackgroundMatches.StatementNames.Count], y = new float[BackgroundMatches.StatementNames.Count];
        for (var s = 0; s < whole.Analysis.Statements.Count; s++)
        {
            whole.BeyondNeighbours(s, x);
            part.BeyondNeighbours(s, y);
            Assert.Equal(x, y);
        }
    }

    [Theory]
    [InlineData("صوت البرلمان العراقي على إخراج القوات الأمريكية من العراق. وبقيت القوات الأمريكية في العراق. ورحبت دمشق بالقرار.")]
    [InlineData("Iraq's parliament voted for the withdrawal of US troops from Iraq. US troops stayed in Iraq. Damascus welcomed it.")]
    public void A_state_that_the_proposition_names_is_sought_where_the_issue_is_spoken_of(string text)
    {
        var (syria, iraq) = (Article(text, Syria, Syria), Article(text, Iraq, Iraq));
        Assert.Equal(0, syria["rarest named state where touched"]);
        Assert.Equal(0, syria["rarest named state spoken of where touched"]);
        Assert.InRange(syria["rarest named state among mentions"], 0.01f, 0.5f);
        Assert.InRange(syria["other state spoken of where touched"], 0.9f, 1);
        Assert.Equal(1, iraq["rarest named state where touched"]);
        Assert.InRange(iraq["rarest named state among mentions"], 0.5f, 1);
        Assert.Equal(0, iraq["other state spoken of where touched"]);
        Assert.Equal(1, iraq["named states in the lead"]);
    }

    [Fact]
    public void Words_of_the_issue_count_once_and_more_where_they_are_the_same_to_the_letter()
    {
        var here = Article("بدأ صيد الحيتان. واستمر صيد الحيتان.", Whales);
        var twice = Article("بدأ صيد الحيتان. واستمر صيد الحيتان. وتوقف صيد الحيتان.", Whales);
        Assert.Equal(here["issue's words in the article"], twice["issue's words in the article"]);
        Assert.InRange(here["issue's words in the article"], 0.5f, 0.99f);
        Assert.Equal(here["issue's words in the article"], here["issue's words in the lead"]);
        Assert.InRange(here["anchors in the article, exact"], 0.3f, 1);
        Assert.InRange(here["issue's words in the article, exact"], 0.5f, here["issue's words in the article"] / 0.9f);
        Assert.InRange(here["proposition's best match"], 0.3f, 0.9f);
        Assert.InRange(Article("ينبغي السماح بصيد الحيتان.", Whales)["proposition's best match"], 0.95f, 1);
        var elsewhere = Article("هدأت الريح. ومضى الليل. وطلع الفجر. ثم بدأ صيد الحيتان.", Whales);
        Assert.Equal(0, elsewhere["issue's words in the lead"]);
        Assert.Equal(0, elsewhere["share of the lead that is the issue's"]);
        Assert.Equal(0.25f, elsewhere["share of sentences that touch the issue"]);
    }

    /// <summary>Who speaks in a sentence, read with a lexicon that has taken in the words of an asked issue and of a background.</summary>
    private static string Who(string text, string asked, string? background)
    {
        var lexicon = new Lexicon(ActorCatalog.Default, LanguageData.Shipped);
        static Issue About(string phrase) => Whales with { Topic = new Dictionary<string, IReadOnlyList<string>> { ["ar"] = [phrase] } };
        _ = new StanceMachinery(lexicon, [About(asked)], Even, background is null ? null : [About(background)]);
        var statement = ArticleAnalysis.Of(lexicon, new Article { Text = text, Language = "ar" }).Statements[0];
        return string.Join(' ', statement.Speakers.Select(s => ActorCatalog.Default.Actors[s.Actor].Code));
    }

    [Theory]
    [InlineData("واعترفت بسيادة أوكرانيا على القرم.", "صيد الحيتان", null, "")]
    [InlineData("واعترفت بسيادة أوكرانيا على القرم.", "الاعتراف بسيادة الجزر", null, "")]
    [InlineData("واعترفت بمطمورة أوكرانيا على القرم.", "مطمورة القمح", null, "UKR")]
    [InlineData("واعترفت بمطمورة أوكرانيا على القرم.", "صيد الحيتان", "مطمورة القمح", "")]
    public void Who_speaks_hangs_on_the_words_of_the_background_and_on_none_that_are_asked(string text, string asked, string? background, string who) => Assert.Equal(who, Who(text, asked, background));
}
