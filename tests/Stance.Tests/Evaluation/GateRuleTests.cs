namespace Stance.Tests;

public class GateRuleTests
{
    private static FigureChange Figure(string name, double old, double @new, double half = 0.03) => new(name, old, @new, new Estimate(@new - old, @new - old - half, @new - old + half), name != "calibration-error");

    private static GroupChange Group(GroupKind kind, string key, int support, double triples, double polarity) => new(kind, key, support, support, Figure("triple-f1", 0.5, 0.5 + triples), Figure("polarity-f1", 0.5, 0.5 + polarity));

    /// <summary>Triple F1 .02 better, pair F1 as before, evidence .05 worse, calibration .05 better; a small issue much worse.</summary>
    private static readonly ModelComparison Comparison = new()
    {
        Figures = [.. ModelComparison.FigureNames.Select(n => n switch
        {
            "triple-f1" => Figure(n, 0.5, 0.52),
            "evidence-overlap" => Figure(n, 0.9, 0.85),
            "calibration-error" => Figure(n, 0.1, 0.05),
            _ => Figure(n, 0.6, 0.6),
        })],
        Groups =
        [
            Group(GroupKind.Class, "favor", 100, 0.03, 0), Group(GroupKind.Class, "against", 50, -0.02, -0.04), Group(GroupKind.Issue, "small", 2, -0.3, 0), Group(GroupKind.Issue, "large", 90, 0.1, 0),
            Group(GroupKind.State, "RUS", 40, 0, 0),
        ],
        Reported = new McNemarTest(5, 20),
        Polarity = new McNemarTest(0, 0),
        Changes = [],
        Articles = 40,
    };

    [Theory]
    [InlineData("triple-f1 better", true)]
    [InlineData("Triple-F1  BETTER", true)]
    [InlineData("pair-f1 better", false)]
    [InlineData("pair-f1 not worse", true)]
    [InlineData("triple-f1 better by 0.02", true)]
    [InlineData("triple-f1 better by 0.021", false)]
    [InlineData("triple-f1 significantly better", false)]
    [InlineData("calibration-error better", true)]
    [InlineData("calibration-error significantly better", true)]
    [InlineData("calibration-error at most 0.05", true)]
    [InlineData("calibration-error at most 0.04", false)]
    [InlineData("triple-f1 at least 0.52", true)]
    [InlineData("triple-f1 at least .53", false)]
    [InlineData("evidence-overlap not worse", false)]
    [InlineData("evidence-overlap not worse by more than 0.05", true)]
    [InlineData("evidence-overlap not worse by more than 0.04", false)]
    [InlineData("evidence-overlap not significantly worse", false)]
    [InlineData("pair-recall not significantly worse", true)]
    [InlineData("no class worse by more than 0.02", true)] // exactly, though .48 − .5 is a little less than −.02 in binary
    [InlineData("no class worse by more than 0.01", false)]
    [InlineData("no class worse by more than 0.02 in polarity", false)]
    [InlineData("no class worse by more than 0.02 in triple-f1", true)]
    [InlineData("no issue worse", false)]
    [InlineData("no issue with support 10 worse", true)]
    [InlineData("no state worse", true)]
    [InlineData("no figure worse", false)]
    [InlineData("no figure worse by more than 0.05", true)]
    [InlineData("mcnemar better", true)] // 5 against 20, p = .004
    [InlineData("mcnemar not worse", true)]
    public void A_rule_holds_or_not(string rule, bool holds) => Assert.Equal(holds, GateRule.Parse(rule).Check(Comparison).Holds);

    [Theory]
    [InlineData("", "rule '': found nothing; allowed: pair-precision, ")]
    [InlineData("triple-f2 better", "rule 'triple-f2 better': found 'triple-f2'; allowed: pair-precision, ")]
    [InlineData("triple-f1", "rule 'triple-f1': found nothing after 'triple-f1'; allowed: better, better by X, ")]
    [InlineData("triple-f1 improves", "found 'improves'; allowed: better, ")]
    [InlineData("triple-f1 better by 0,02", "found '0,02'; allowed: a number from 0 to 1, as 0.02")]
    [InlineData("triple-f1 better by 2", "found '2'; allowed: a number from 0 to 1")]
    [InlineData("triple-f1 better by -0.1", "found '-0.1'; allowed: a number from 0 to 1")]
    [InlineData("triple-f1 better by NaN", "found 'NaN'; allowed: a number from 0 to 1")]
    [InlineData("triple-f1 not better", "found 'better'; allowed: worse")]
    [InlineData("triple-f1 not worse by 0.1", "found '0.1'; allowed: more")]
    [InlineData("triple-f1 better pair-f1 better", "found 'pair-f1' after 'triple-f1 better'; allowed: the rule's end here; rules are parted by ';'")]
    [InlineData("no country worse", "found 'country'; allowed: class, issue, state, figure")]
    [InlineData("no class better", "found 'better'; allowed: worse")]
    [InlineData("no issue with support ten worse", "found 'ten'; allowed: a whole number of gold triples from 1 on")]
    [InlineData("no issue with support 0 worse", "found '0'; allowed: a whole number")]
    [InlineData("no class worse in recall", "found 'recall'; allowed: triple-f1, polarity")]
    [InlineData("no figure with support 3 worse", "found 'with'; allowed: worse")]
    [InlineData("mcnemar worse", "found 'worse'; allowed: better, not worse")]
    [InlineData("لا فئة أسوأ", "rule 'لا فئة أسوأ': found 'لا'; allowed: pair-precision")]
    public void A_bad_rule_is_told_what_is_allowed(string rule, string message) => Assert.Contains(message, Assert.Throws<FormatException>(() => GateRule.Parse(rule)).Message, StringComparison.Ordinal);

    [Fact]
    public void Rules_are_parted_by_semicolons_and_lines() =>
        Assert.Equal(["triple-f1 better", "no class worse", "mcnemar not worse"], GateRule.ParseAll("triple-f1 better; no class  worse ;\n;mcnemar not worse\r\n").Select(r => r.Text));

    [Fact]
    public void What_breaks_a_rule_is_named()
    {
        var outcome = GateRule.Parse("no issue worse").Check(Comparison);
        Assert.Equal("small triple-f1 0.500 to 0.200, -0.300 [-0.330, -0.270]", outcome.Because);
        Assert.Equal("1 of 1 hold", GateRule.Parse("no state worse").Check(Comparison).Because);
        Assert.Equal("triple-f1 0.500 to 0.520, +0.020 [-0.010, +0.050]", GateRule.Parse("triple-f1 better").Check(Comparison).Because);
    }

    [Fact]
    public void McNemar_calls_worse_only_what_is_significant()
    {
        Assert.False(GateRule.Parse("mcnemar not worse").Check(Comparison with { Reported = new McNemarTest(20, 5) }).Holds);
        Assert.True(GateRule.Parse("mcnemar not worse").Check(Comparison with { Reported = new McNemarTest(6, 5) }).Holds);
        Assert.False(GateRule.Parse("mcnemar better").Check(Comparison with { Reported = new McNemarTest(5, 6) }).Holds);
    }

    [Fact]
    public void Rounding_is_not_significant()
    {
        static ModelComparison With(double low, double high) => Comparison with { Figures = [new FigureChange("triple-f1", 0.5, 0.5, new Estimate(0, low, high))] };
        Assert.False(GateRule.Parse("triple-f1 significantly better").Check(With(1e-16, 0.1)).Holds);
        Assert.True(GateRule.Parse("triple-f1 significantly better").Check(With(1e-6, 0.1)).Holds);
        Assert.True(GateRule.Parse("triple-f1 not significantly worse").Check(With(-0.1, -1e-16)).Holds);
        Assert.False(GateRule.Parse("triple-f1 not significantly worse").Check(With(-0.1, -1e-6)).Holds);
    }

    [Theory]
    [InlineData("no issue with support 91 worse", "0 issues with support 91: nothing to judge")]
    [InlineData("no state with support 1000 worse in polarity", "0 states with support 1000: nothing to judge")]
    public void A_rule_that_judges_nothing_does_not_hold(string rule, string because) => Assert.Equal((false, because), GateRule.Parse(rule).Check(Comparison) is var outcome ? (outcome.Holds, outcome.Because) : default);
}
