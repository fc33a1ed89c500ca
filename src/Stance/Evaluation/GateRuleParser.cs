using System.Globalization;

namespace Stance;

/// <summary>Reads one <see cref="GateRule"/>, word by word.</summary>
/// <param name="text">The rule.</param>
internal sealed class GateRuleParser(string text)
{
    /// <summary>Differences of figures are sums of fractions: what is less than this is rounding.</summary>
    private const double Rounding = 1e-9;

    private const string Conditions = "better, better by X, significantly better, not worse, not worse by more than X, not significantly worse, at least X, at most X";

    private readonly string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    private int at;

    public GateRule Parse()
    {
        var check = Subject();
        return at == words.Length ? new GateRule(string.Join(' ', words), check) : throw Bad($"'{words[at]}' after '{string.Join(' ', words[..at])}'", "the rule's end here; rules are parted by ';'");
    }

    private Func<ModelComparison, (bool, string)> Subject()
    {
        if (Take("no"))
            return All();
        if (Take("mcnemar"))
            return McNemar();
        if (at < words.Length && ModelComparison.FigureNames.FirstOrDefault(n => n.Equals(words[at], StringComparison.OrdinalIgnoreCase)) is { } name)
        {
            at++;
            var holds = Condition();
            return c => (holds(c[name]), GateRule.Say(c[name]));
        }
        throw Bad(Found(), $"{string.Join(", ", ModelComparison.FigureNames)}, mcnemar, or no class, no issue, no state, no figure");
    }

    private Func<FigureChange, bool> Condition()
    {
        if (Take("better"))
            return Take("by") && Number() is var least ? f => f.Improvement.Value >= least - Rounding : f => f.Improvement.Value > Rounding;
        if (Take("significantly"))
        {
            Need("better");
            return f => f.Improvement.Low > Rounding;
        }
        if (Take("not"))
        {
            if (Take("significantly"))
            {
                Need("worse");
                return f => f.Improvement.High >= -Rounding;
            }
            Need("worse");
            var most = Margin();
            return f => f.Improvement.Value >= -most - Rounding;
        }
        if (Take("at"))
        {
            if (Take("least"))
                return Number() is var low ? f => f.New >= low - Rounding : null!;
            Need("most");
            return Number() is var high ? f => f.New <= high + Rounding : null!;
        }
        throw Bad(Found(), Conditions);
    }

    private Func<ModelComparison, (bool, string)> McNemar()
    {
        var better = Take("better");
        if (!better)
        {
            if (!Take("not"))
                throw Bad(Found(), "better, not worse");
            Need("worse");
        }
        return c =>
        {
            var test = c.Reported;
            var significant = test.PValue < 0.05;
            return (better ? significant && test.OnlyNew > test.OnlyOld : !significant || test.OnlyNew >= test.OnlyOld,
                string.Create(CultureInfo.InvariantCulture, $"only new right {test.OnlyNew}, only old right {test.OnlyOld}, p = {test.PValue:G3}"));
        };
    }

    private Func<ModelComparison, (bool, string)> All()
    {
        var figures = Take("figure");
        GroupKind? kind = figures ? null : Take("class") ? GroupKind.Class : Take("issue") ? GroupKind.Issue : Take("state") ? GroupKind.State : throw Bad(Found(), "class, issue, state, figure");
        var support = 1;
        if (!figures && Take("with"))
        {
            Need("support");
            if (at == words.Length || !int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out support) || support < 1)
                throw Bad(Found(), "a whole number of gold triples from 1 on");
            at++;
        }
        Need("worse");
        var most = Margin();
        var polarity = false;
        if (!figures && Take("in") && !Take("triple-f1"))
        {
            if (!Take("polarity"))
                throw Bad(Found(), "triple-f1, polarity");
            polarity = true;
        }
        return c =>
        {
            var judged = figures ? c.Figures.Select(f => (Figure: f, Said: GateRule.Say(f))).ToList()
                : [.. c.Groups.Where(g => g.Kind == kind && g.Support >= support).Select(g => (polarity ? g.Polarity : g.Triples) is var f ? (f, GateRule.Say(f, g.Key)) : default)];
            if (judged.Count == 0)
                return (false, $"0 {Named(kind)} with support {support.ToString(CultureInfo.InvariantCulture)}: nothing to judge");
            var broken = judged.Where(j => j.Figure.Improvement.Value < -most - Rounding).ToList();
            return (broken.Count == 0, broken.Count == 0 ? $"{judged.Count} of {judged.Count} hold" : string.Join("; ", broken.Select(b => b.Said)));
        };
    }

    private static string Named(GroupKind? kind) => kind switch { GroupKind.Class => "classes", GroupKind.Issue => "issues", GroupKind.State => "states", _ => "figures" };

    /// <summary>"by more than X", or nothing, which is 0.</summary>
    private double Margin()
    {
        if (!Take("by"))
            return 0;
        Need("more");
        Need("than");
        return Number();
    }

    private double Number()
    {
        if (at < words.Length && double.TryParse(words[at], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1)
        {
            at++;
            return number;
        }
        throw Bad(Found(), "a number from 0 to 1, as 0.02");
    }

    private bool Take(string word)
    {
        if (at == words.Length || !words[at].Equals(word, StringComparison.OrdinalIgnoreCase))
            return false;
        at++;
        return true;
    }

    private void Need(string word)
    {
        if (!Take(word))
            throw Bad(Found(), word);
    }

    private string Found() => at == words.Length ? at == 0 ? "nothing" : $"nothing after '{words[^1]}'" : $"'{words[at]}'";

    private FormatException Bad(string found, string allowed) => new($"rule '{string.Join(' ', words)}': found {found}; allowed: {allowed}");
}
