using static Stance.Tests.ReadStatements;

namespace Stance.Tests;

public class TakenUpTests
{
    private static readonly Dictionary<string, WordWeights> Even = new() { ["ar"] = WordWeights.Empty, ["en"] = WordWeights.Empty };

    private static readonly Issue Pipeline = new()
    {
        Id = "pipeline",
        Proposition = new Dictionary<string, string> { ["ar"] = "ينبغي بناء خط الأنابيب.", ["en"] = "The pipeline should be built." },
        Topic = new Dictionary<string, IReadOnlyList<string>> { ["ar"] = ["خط الأنابيب"], ["en"] = ["the pipeline"] },
        Favor = new Dictionary<string, IReadOnlyList<string>> { ["ar"] = ["بناء خط الأنابيب"], ["en"] = ["build the pipeline"] },
        Against = new Dictionary<string, IReadOnlyList<string>> { ["ar"] = ["وقف خط الأنابيب"], ["en"] = ["stop the pipeline"] },
    };

    /// <summary>Match and direction of the statement in which a passage stands.</summary>
    private static (float Match, float? Direction) Of(string text, string passage)
    {
        var machinery = new StanceMachinery(Shipped, [Pipeline], Even);
        var analysis = Read(text);
        var signals = StatementSignals.Of(Shipped, analysis);
        var index = machinery.IndexOf(analysis.Document.Language)!;
        var windows = IssueWindows.Of(analysis, signals, index, new IssueMatcher(index));
        var s = NumberOf(analysis, passage);
        return (new StanceContext(Shipped, analysis, signals, index, windows, -1, 0).Here(s).Best, windows.MarksOf(0)?.TakenUp[s]);
    }

    [Theory]
    [InlineData("أقر البرلمان بناء خط الأنابيب، وعارضته بولندا.", "وعارضته")]
    [InlineData("أقر البرلمان بناء خط الأنابيب. ورحبت به برلين.", "ورحبت")]
    [InlineData("أقر البرلمان بناء خط الأنابيب، وهو ما رفضته بولندا.", "رفضته")]
    [InlineData("The parliament agreed to build the pipeline. Poland rejected it.", "rejected")]
    public void A_pronoun_stands_for_what_was_spoken_of(string text, string passage)
    {
        var (match, direction) = Of(text, passage);
        Assert.InRange(match, 0.5f, 1);
        Assert.InRange(direction ?? 0, 0.3f, 1);
    }

    [Theory]
    [InlineData("أقر البرلمان بناء خط الأنابيب. وقال الوزير البولندي إن الطقس بارد.", "الطقس")]
    [InlineData("قال الوزير البولندي إن الطقس بارد. ورحبت به برلين.", "ورحبت")]
    [InlineData("أقر البرلمان بناء خط الأنابيب. وهطل المطر. وانتهت الجلسة. ورحبت بها برلين.", "ورحبت")]
    public void Without_a_pronoun_or_anything_spoken_of_before_nothing_is_taken_up(string text, string passage) => Assert.Equal((0, null), Of(text, passage));
}
