using System.Globalization;

namespace Stance;

/// <summary>Whether a rule holds for a comparison, and by what.</summary>
/// <param name="Rule">The rule, as it was written.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Because">The figures that decide: of a rule on all of a kind every one that breaks it, how many hold, or that there is none to judge.</param>
public sealed record RuleOutcome(string Rule, bool Holds, string Because);

/// <summary>What a new model must fulfil to be let through. The grammar, words in any case, parted by blanks:
/// <code>
/// rule      = FIGURE condition | "mcnemar" ("better" | "not worse") | "no" ("class" | "issue" | "state" | "figure") ["with support" N] "worse" ["by more than" X] ["in" ("triple-f1" | "polarity")]
/// condition = ["significantly"] "better" | "better by" X | "not" ["significantly"] "worse" | "not worse by more than" X | "at least" X | "at most" X
/// FIGURE    = one of ModelComparison.FigureNames: triple-f1, pair-recall, calibration-error …
/// </code>
/// X is from 0 to 1, with a point; N a whole number, default 1. Better is lower for <c>calibration-error</c>. Significantly: the 95 % bootstrap interval of the difference leaves out 0; for McNemar's test p below 0.05, end to end.
/// A class, issue or state is judged by the F1 of its triples unless <c>in polarity</c> is said, and only where it has N gold triples; a rule that finds none to judge does not hold.</summary>
public sealed class GateRule
{
    private readonly Func<ModelComparison, (bool Holds, string Because)> check;

    internal GateRule(string text, Func<ModelComparison, (bool, string)> check) => (Text, this.check) = (text, check);

    /// <summary>The rule as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a rule, such as <c>triple-f1 better</c> or <c>no class worse by more than 0.02</c>.</summary>
    /// <exception cref="FormatException">No rule: the message says what was found and what was allowed.</exception>
    public static GateRule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new GateRuleParser(text).Parse();
    }

    /// <summary>Reads rules parted by semicolons or line ends; empty ones are passed over.</summary>
    /// <exception cref="FormatException">One of them is no rule.</exception>
    public static IReadOnlyList<GateRule> ParseAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split([';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Parse)];
    }

    /// <summary>Whether a comparison fulfils it.</summary>
    public RuleOutcome Check(ModelComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (holds, because) = check(comparison);
        return new RuleOutcome(Text, holds, because);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal static string Say(FigureChange figure, string? of = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{(of is null ? "" : of + " ")}{figure.Name} {figure.Old:F3} to {figure.New:F3}, {figure.Difference.Value:+0.000;-0.000;0.000} [{figure.Difference.Low:+0.000;-0.000;0.000}, {figure.Difference.High:+0.000;-0.000;0.000}]");
}
