using System.Globalization;
using Spectre.Console;

namespace Stance.Cli;

/// <summary>A comparison of two models for people: figures, tests, classes, the issues and states that moved most, and what got worse, article by article.</summary>
internal static class ComparisonTable
{
    private const int MostGroups = 12, MostArticles = 20;

    /// <summary>Of fewer articles hardly anything can be drawn, and the interval is narrower than the truth.</summary>
    private const int FewestArticles = 5;

    public static string Of(ModelComparison c, IReadOnlyList<RuleOutcome> outcomes, bool toTerminal)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        // Drawn into a text first, so that a file is whole or not there; colours only where they are seen.
        var terminal = toTerminal && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = terminal ? AnsiSupport.Yes : AnsiSupport.No, ColorSystem = terminal ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors });
        console.Profile.Width = terminal ? Math.Max(100, AnsiConsole.Profile.Width) : 140;
        console.WriteLine($"{c.Articles} articles; difference: new less old, with its 95 % interval");
        console.Write(Table("figure", c.Figures.Select(f => (f.Name, "", f, true))));
        console.WriteLine($"McNemar, end to end: {Say(c.Reported)}");
        console.WriteLine($"McNemar, stance of the gold pairs: {Say(c.Polarity)}");
        foreach (var kind in Enum.GetValues<GroupKind>())
        {
            var groups = c.Groups.Where(g => g.Kind == kind).ToList();
            var shown = kind == GroupKind.Class ? groups : [.. groups.Where(g => Math.Abs(g.Triples.Difference.Value) > 1e-9).OrderByDescending(g => Math.Abs(g.Triples.Difference.Value) * g.Support).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostGroups)];
            if (shown.Count == 0)
                continue;
            var name = kind.ToString().ToLowerInvariant();
            console.WriteLine();
            console.WriteLine($"triple F1 by {name}{(shown.Count < groups.Count ? $", the {shown.Count} of {groups.Count} that moved most (all: --format json)" : "")}");
            console.Write(Table(name, shown.Select(g => (g.Key, $"{g.Support}", g.Triples, g.Articles >= FewestArticles))));
        }
        Worse(console, c);
        foreach (var outcome in outcomes)
            console.MarkupLine($"{(outcome.Holds ? "[blue]holds[/]  " : "[darkorange]broken[/] ")} {Markup.Escape(outcome.Rule)}: {Markup.Escape(outcome.Because)}");
        return writer.ToString();
    }

    /// <summary>No stance is a name too.</summary>
    public static string Name(StanceLabel? stance) => stance is { } s ? LabelledJson.NameOf(s) : "none";

    private static void Worse(IAnsiConsole console, ModelComparison c)
    {
        var articles = c.Changes.GroupBy(p => p.Article).Select(a => (Id: a.Key, Worse: a.Where(p => p.IsWorse).ToList(), Better: a.Count(p => !p.IsWorse))).Where(a => a.Worse.Count > 0)
            .OrderByDescending(a => a.Worse.Count - a.Better).ThenByDescending(a => a.Worse.Count).ToList();
        console.WriteLine();
        console.WriteLine($"{c.Reported.OnlyNew} pairs got better, {c.Reported.OnlyOld} worse, these in {articles.Count} articles{(articles.Count > MostArticles ? $", of which {MostArticles} follow (all: --format json)" : "")}");
        foreach (var (id, worse, better) in articles.Take(MostArticles))
        {
            console.WriteLine($"{id}  {worse.Count} worse, {better} better");
            foreach (var pair in worse)
            {
                console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {pair.Actor} on {pair.Issue}: {Name(pair.Gold)}; was {Name(pair.Old)} ({pair.OldProbability:F2}), is {Name(pair.New)} ({pair.NewProbability:F2})"));
                if (pair.Evidence.Length > 0)
                    console.WriteLine($"    \u2068{pair.Evidence.ReplaceLineEndings(" ").Trim()}\u2069");
            }
        }
    }

    private static Table Table(string first, IEnumerable<(string Name, string Support, FigureChange Figure, bool HasInterval)> rows)
    {
        var list = rows.ToList();
        var withSupport = list.Exists(r => r.Support.Length > 0);
        var table = new Table().Border(TableBorder.Rounded).AddColumn(first);
        foreach (var header in (string[])[.. withSupport ? ["gold"] : (string[])[], "old", "new", "difference", "95 % interval", ""])
            table.AddColumn(new TableColumn(header) { Alignment = header.Length > 0 ? Justify.Right : Justify.Left });
        foreach (var (name, support, f, hasInterval) in list)
            table.AddRow([new Text(name), .. withSupport ? [new Text(support)] : (Text[])[], new Text(Plain(f.Old)), new Text(Plain(f.New)), new Text(Signed(f.Difference.Value)), new Text(hasInterval ? $"{Signed(f.Difference.Low)} … {Signed(f.Difference.High)}" : "few articles"), new Markup(hasInterval ? Verdict(f) : "")]);
        return table;
    }

    private static string Verdict(FigureChange f) => f.Improvement.Low > 0 ? "[blue]better[/]" : f.Improvement.High < 0 ? "[darkorange]worse[/]" : "";

    private static string Plain(double value) => value.ToString("F3", CultureInfo.InvariantCulture);

    private static string Signed(double value) => value.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    private static string Say(McNemarTest test) =>
        string.Create(CultureInfo.InvariantCulture, $"only new right {test.OnlyNew}, only old right {test.OnlyOld}, p = {test.PValue:G3} ({(test.ChiSquared is { } x ? $"chi-squared {x:F2}" : "exact")})");
}
