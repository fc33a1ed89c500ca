namespace Stance.Tests;

public class StatementSignalsTests
{
    private static readonly Lexicon Lexicon = new(ActorCatalog.Default, LanguageData.Shipped);

    private static (ArticleAnalysis Analysis, StatementSignals[] Signals) Read(string text)
    {
        var analysis = ArticleAnalysis.Of(Lexicon, new Article { Text = text, Language = LanguageDetector.Detect(text)! });
        return (analysis, StatementSignals.Of(Lexicon, analysis));
    }

    private static StatementSignals With(string text, string cue)
    {
        var (analysis, signals) = Read(text);
        return signals[analysis.Statements.FindIndex(s => s.Cue >= 0 && analysis.Document.Word(s.Cue).ToString() == cue)];
    }

    [Theory]
    [InlineData("قال الوزير الفنلندي إنه لا يرى أي عنصر يثبت مسؤولية بيرو.", -1)]
    [InlineData("قال الوزير الفنلندي إنه يرى عنصرا يثبت مسؤولية بيرو.", 1)]
    public void A_negation_reaches_into_the_relative_clause_of_an_indefinite_noun(string text, int sign) => Assert.Equal(sign, With(text, "يثبت").CueSign);

    [Fact]
    public void A_negation_ends_at_a_comma_and_where_a_clause_stands_beside()
    {
        Assert.Equal(1, With("لا يرى الوزير الفنلندي أي عنصر، يثبت التقرير مسؤولية بيرو.", "يثبت").CueSign);
        Assert.Equal(1, With("لا يرى الوزير الفنلندي عنصرا ويثبت التقرير مسؤولية بيرو.", "ويثبت").CueSign);
    }

    [Theory]
    [InlineData("قال الوزير الفنلندي إنه لا يرى أي دليل على ذلك.", 1)]
    [InlineData("قال الوزير الفنلندي إنه يرى دليلا على ذلك.", 0)]
    [InlineData("نفى الوزير الفنلندي ذلك.", 1)]
    public void Belief_denied_is_a_denial_of_the_sentence(string text, int denials) => Assert.All(Read(text).Signals, s => Assert.Equal(denials, s.SentenceDenials));

    [Theory]
    [InlineData("قالت فنلندا إن التقرير مؤامرة، وإن الصور مفبركة.", 2)]
    [InlineData("وصفت فنلندا الاتهامات بأنها أكاذيب لا أساس لها.", 2)]
    [InlineData("Finland called the report a fabrication.", 1)]
    [InlineData("قالت فنلندا إن التقرير صحيح.", 0)]
    public void What_calls_it_untrue_counts_for_every_statement_of_the_sentence(string text, int words) => Assert.All(Read(text).Signals, s => Assert.Equal(words, s.SentenceDiscredits));

    private static bool Denies(string text) => Read(text) is var (analysis, signals) && (signals.Any(s => s.Negations > 0) || analysis.Statements.Exists(s => s.CueNegated));

    [Theory]
    [InlineData("ما زالت فنلندا تدعم الاتفاق.", false)]
    [InlineData("لا تزال فنلندا تدعم الاتفاق.", false)]
    [InlineData("فنلندا تدعم الاتفاق، ولا سيما بنوده الأولى.", false)]
    [InlineData("لا تدعم فنلندا الاتفاق.", true)]
    [InlineData("Finland not only signed the agreement but paid for it.", false)]
    [InlineData("Finland has not signed the agreement.", true)]
    public void What_only_looks_like_a_negation_denies_nothing(string text, bool denies) => Assert.Equal(denies, Denies(text));

    [Fact]
    public void A_verb_after_an_apparent_negation_keeps_its_sign()
    {
        Assert.Equal(1, With("لا تزال فنلندا ترحب بالاتفاق.", "ترحب").CueSign);
        Assert.Equal(-1, With("لا ترحب فنلندا بالاتفاق.", "ترحب").CueSign);
    }

    [Theory]
    [InlineData("قالت فنلندا إنه ليس في الجزيرة طريق إلا الجسر.", "الجسر", 1)]
    [InlineData("قالت فنلندا إنه ليس في الجزيرة طريق سوى الجسر.", "الجسر", 1)]
    [InlineData("قالت فنلندا إنه ليس في الجزيرة طريق ولا الجسر.", "طريق", -1)]
    [InlineData("Finland said that on this island is no road except the bridge.", "bridge", 1)]
    [InlineData("Finland said that on this island is no road near the bridge.", "bridge", -1)]
    [InlineData("Finland said that on this island is no longer yet the bridge.", "bridge", -1)]
    public void What_is_excepted_is_affirmed(string text, string word, int parity)
    {
        var (analysis, signals) = Read(text);
        var token = Enumerable.Range(0, analysis.Document.Tokens.Count).First(i => analysis.Document.Word(i).ToString() == word);
        var s = analysis.Statements.FindIndex(statement => statement.Contains(token));
        Assert.Equal(parity, signals[s].Parity[token - analysis.Statements[s].First]);
    }

    [Theory]
    [InlineData("تشير فنلندا بالاتهام إلى المتمردين.", true)]
    [InlineData("Finland blamed the rebels.", true)]
    [InlineData("أشادت فنلندا بالمتمردين.", false)]
    public void A_word_that_accuses_is_marked_whatever_its_form(string text, bool accuses) => Assert.Equal(accuses, Read(text).Signals.Any(s => s.AccusedFrom >= 0));
}
