namespace Stance.Tests;

public class PhraseAlignmentTests
{
    private static readonly Lexicon Lexicon = new(ActorCatalog.Default, LanguageData.Shipped);

    private static readonly Dictionary<string, WordWeights> Even = new() { ["ar"] = WordWeights.Empty, ["en"] = WordWeights.Empty };

    private static readonly Issue Lifting = new()
    {
        Id = "lifting",
        Proposition = new Dictionary<string, string> { ["ar"] = "ينبغي رفع العقوبات عن البلاد.", ["en"] = "The sanctions should be lifted." },
        Favor = new Dictionary<string, IReadOnlyList<string>> { ["ar"] = ["رفع العقوبات"], ["en"] = ["lift the sanctions"] },
        Against = new Dictionary<string, IReadOnlyList<string>> { ["ar"] = ["تمديد العقوبات"], ["en"] = ["extend the sanctions"] },
    };

    private static readonly Issue Attack = new()
    {
        Id = "attack",
        Proposition = new Dictionary<string, string> { ["ar"] = "الحكومة مسؤولة عن الهجوم على القرية.", ["en"] = "The government is guilty of the massacre in the village." },
    };

    /// <summary>The reading that counts every operator in the text, of a text as one stretch.</summary>
    private static float Lean(Issue issue, string text, string language, int reading = 4)
    {
        var machinery = new StanceMachinery(Lexicon, [issue], Even);
        var analysis = ArticleAnalysis.Of(Lexicon, new Article { Text = text, Language = language });
        var signals = StatementSignals.Of(Lexicon, analysis);
        var index = machinery.IndexOf(language)!;
        var context = new StanceContext(Lexicon, analysis, signals, index, IssueWindows.Of(analysis, signals, index, new IssueMatcher(index)), -1, 0);
        var leans = new float[PhraseAlignment.Readings];
        context.LeanOfSentence(analysis.Document.Sentences.FindIndex(s => !s.IsTitle), leans);
        return leans[reading];
    }

    [Theory]
    [InlineData("ar", "رحبت باريس برفع العقوبات.", 1)]
    [InlineData("ar", "رفضت باريس رفع العقوبات.", -1)]
    [InlineData("ar", "أيدت باريس تمديد العقوبات.", -1)]
    [InlineData("en", "Paris rejected lifting the sanctions.", -1)]
    [InlineData("en", "Paris welcomed lifting the sanctions.", 1)]
    public void What_text_and_phrase_share_cancels_and_the_rest_decides(string language, string text, int side) => Assert.Equal(side, Math.Sign(Lean(Lifting, text, language)));

    [Theory]
    [InlineData("ar", "ينبغي تجديد الاتفاق دون موافقة تشيلي.", "أيدت باريس تجديد الاتفاق.")]
    [InlineData("en", "The agreement should be renewed without Chile's consent.", "Paris supported renewing the agreement.")]
    public void A_phrase_that_says_without_is_not_denied(string language, string proposition, string text) =>
        Assert.Equal(1, Math.Sign(Lean(new Issue { Id = "x", Proposition = new Dictionary<string, string> { [language] = proposition } }, text, language)));

    [Theory]
    [InlineData("لن ترفع العقوبات عن البلاد.", -1)]
    [InlineData("لن ترفع العقوبات عن البلاد أبدا.", -1)]
    [InlineData("سترفع العقوبات عن البلاد.", 1)]
    public void Negation_turns_and_what_only_strengthens_it_does_not_turn_back(string text, int side) => Assert.Equal(side, Math.Sign(Lean(Lifting, text, "ar", reading: 1)));

    [Fact]
    public void Condemning_the_deed_that_a_proposition_accuses_of_says_that_it_was_done()
    {
        Assert.True(new StanceMachinery(Lexicon, [Attack], Even).IndexOf("en")!.IsAccusation[0]);
        Assert.False(new StanceMachinery(Lexicon, [Lifting], Even).IndexOf("en")!.IsAccusation[0]);
        Assert.Equal(1, Math.Sign(Lean(Attack, "Oslo condemned the massacre in the village by the government.", "en")));
        Assert.Equal(-1, Math.Sign(Lean(Attack, "Oslo denied a massacre in the village by the government.", "en")));
    }

    [Fact]
    public void Nothing_shared_leans_nowhere() => Assert.Equal(0, Lean(Lifting, "نام المسافرون في المحطة.", "ar"));

    [Fact]
    public void A_name_turns_nothing() =>
        // «المتحدة» is a form of «unite», «أمن» one of «secure»: in a name neither means anything.
        Assert.All(TokenSignsOf("الولايات المتحدة ومجلس الأمن الدولي"), sign => Assert.Equal(0, sign));

    private static IEnumerable<int> TokenSignsOf(string text)
    {
        var analysis = ArticleAnalysis.Of(Lexicon, new Article { Text = text, Language = "ar" });
        var signs = TokenSigns.Of(Lexicon, analysis.Document, analysis.Readings, analysis.Hits, analysis.Mentions);
        return Enumerable.Range(0, analysis.Document.Tokens.Count).Select(i => signs.Attitudes[i] + signs.Blames[i] + signs.Deeds[i]);
    }
}
