namespace Stance.Tests;

public class WordRolesTests
{
    private static readonly Lexicon Lexicon = new(ActorCatalog.Default, LanguageData.Shipped);

    private static readonly Dictionary<string, WordWeights> Even = new() { ["ar"] = WordWeights.Empty, ["en"] = WordWeights.Empty };

    /// <summary>Which way a word of an issue points, as it stands in a text.</summary>
    private static float Points(Issue issue, string language, string word)
    {
        var machinery = new StanceMachinery(Lexicon, [issue], Even);
        var analysis = ArticleAnalysis.Of(Lexicon, new Article { Text = word, Language = language });
        var signals = StatementSignals.Of(Lexicon, analysis);
        var index = machinery.IndexOf(language)!;
        return IssueWindows.Of(analysis, signals, index, new IssueMatcher(index)).MarksOf(0)!.Orientation.MaxBy(Math.Abs);
    }

    private static Issue Of(string language, string proposition, string topic, string favor, string against) => new()
    {
        Id = "x",
        Proposition = new Dictionary<string, string> { [language] = proposition },
        Name = new Dictionary<string, string> { [language] = favor },
        Topic = new Dictionary<string, IReadOnlyList<string>> { [language] = [topic] },
        Favor = new Dictionary<string, IReadOnlyList<string>> { [language] = [favor] },
        Against = new Dictionary<string, IReadOnlyList<string>> { [language] = [against] },
    };

    [Theory]
    [InlineData("ar", "يجب وقف مشروع خط الأنابيب.", "خط الأنابيب", "وقف خط الأنابيب", "استكمال خط الأنابيب", "الأنابيب")]
    [InlineData("ar", "يجب أن تنهي الحكومة الحملة وتنسحب من الجزيرة.", "الحملة في الجزيرة", "إنهاء الحملة", "مواصلة الحملة", "الحملة")]
    [InlineData("ar", "يجب ألا تشترى الطائرات.", "صفقة الطائرات", "إلغاء صفقة الطائرات", "تسليم الطائرات", "الطائرات")]
    [InlineData("en", "The pipeline should be stopped.", "the pipeline", "stop the pipeline", "complete the pipeline", "pipeline")]
    [InlineData("en", "The army must stop the campaign and withdraw.", "the campaign", "stop the campaign and withdraw", "go on with the campaign", "campaign")]
    public void Of_what_is_to_be_ended_good_is_said_by_those_against(string language, string proposition, string topic, string favor, string against, string word) =>
        Assert.InRange(Points(Of(language, proposition, topic, favor, against), language, word), -1, -0.5f);

    [Theory]
    [InlineData("ar", "ينبغي بناء خط الأنابيب.", "خط الأنابيب", "بناء خط الأنابيب", "وقف خط الأنابيب", "الأنابيب")]
    [InlineData("en", "The pipeline should be built.", "the pipeline", "build the pipeline", "stop the pipeline", "pipeline")]
    public void Of_what_is_to_be_built_good_is_said_by_those_in_favor(string language, string proposition, string topic, string favor, string against, string word) =>
        Assert.InRange(Points(Of(language, proposition, topic, favor, against), language, word), 0.5f, 1);

    [Fact]
    public void An_accusation_says_of_an_ill_deed_that_it_was_done() =>
        Assert.InRange(Points(Of("ar", "الحكومة مسؤولة عن قصف القرية.", "قصف القرية", "الحكومة قصفت القرية", "المتمردون قصفوا القرية"), "ar", "القرية"), 0, 1);

    [Fact]
    public void Must_points_nowhere() => Assert.Equal(0, Points(Of("ar", "يجب وقف مشروع خط الأنابيب.", "خط الأنابيب", "وقف خط الأنابيب", "استكمال خط الأنابيب"), "ar", "يجب الأنابيبي"));
}
