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

    [Theory]
    [InlineData("تشير فنلندا بالاتهام إلى المتمردين.", true)]
    [InlineData("Finland blamed the rebels.", true)]
    [InlineData("أشادت فنلندا بالمتمردين.", false)]
    public void A_word_that_accuses_is_marked_whatever_its_form(string text, bool accuses) => Assert.Equal(accuses, Read(text).Signals.Any(s => s.AccusedFrom >= 0));
}
