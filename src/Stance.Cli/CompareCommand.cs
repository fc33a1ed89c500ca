using System.CommandLine;
using System.Text.Json;

namespace Stance.Cli;

/// <summary><c>stance compare</c>: is a new model better than an old one, and may it pass?</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var older = CommonOptions.OfPath(new Argument<string>("old") { Description = "The old model's file; 'shipped' is the model inside the tool." });
        var newer = CommonOptions.OfPath(new Argument<string>("new") { Description = "The new model's file; 'shipped' is the model inside the tool." });
        var on = new Option<string>("--on") { Description = "Labelled articles that neither was trained on: a .jsonl file or a folder of them, with issues.json beside.", Required = true, HelpName = "DATA" };
        var (issues, min) = (CommonOptions.Issues(), CommonOptions.MinProbability());
        var split = new Option<string?>("--split") { Description = "Only this part (train, test, test-unseen).", HelpName = "NAME" };
        var require = new Option<string[]>("--require") { Description = "What the new model must fulfil, else exit 4: \"triple-f1 better\", \"no class worse by more than 0.02\"; parted by ';' or given again.", HelpName = "RULE" };
        var seed = new Option<int>("--seed") { Description = "Seed of the bootstrap.", DefaultValueFactory = _ => 1 };
        var resamples = new Option<int>("--resamples") { Description = "Draws of the bootstrap, 100 or more.", DefaultValueFactory = _ => 1000 };
        var format = new Option<string>("--format") { Description = "table, json (one object) or jsonl (a row a figure, group, test, changed pair and rule).", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "jsonl");
        var output = CommonOptions.Out("Write to this file instead of standard output.");
        var command = new Command("compare", "Compare two models on labelled articles, and let the new one pass or not.") { older, newer, on, issues, split, min, require, seed, resamples, format, output };
        command.SetAction((parsed, cancellation) =>
        {
            var path = parsed.GetValue(output);
            CommonOptions.CheckOutput(path);
            CommonOptions.CheckRanges(parsed.GetValue(min));
            if (parsed.GetValue(resamples) < 100)
                throw new FormatException($"--resamples {parsed.GetValue(resamples)}; allowed: 100 or more");
            // All that may be refused is read before any work is done.
            var rules = (parsed.GetValue(require) ?? []).SelectMany(text => GateRule.ParseAll(text) is { Count: > 0 } some ? some : [GateRule.Parse(text)]).ToList();
            var (oldModel, newModel) = (CommonOptions.LoadNamed(parsed.GetValue(older)!), CommonOptions.LoadNamed(parsed.GetValue(newer)!));
            var articles = TrainCommand.Read(parsed.GetValue(on)!, parsed.GetValue(issues), parsed.GetValue(split));
            foreach (var (name, model) in ((string, StanceModel)[])[("old", oldModel), ("new", newModel)])
                if (model.Manifest.CorpusHash == articles.Hash)
                    Console.Error.WriteLine($"stance: the {name} model was trained on these very articles; what it says of them is no measure");
            var options = new AnalyzerOptions { MinProbability = parsed.GetValue(min) };
            var comparison = ModelComparison.Of(new StanceAnalyzer(oldModel, articles.Issues, options: options), new StanceAnalyzer(newModel, articles.Issues, options: options), articles, parsed.GetValue(seed), parsed.GetValue(resamples), cancellation);
            var outcomes = rules.ConvertAll(r => r.Check(comparison));
            JsonRows.Write(path, parsed.GetValue(format) switch
            {
                "json" => JsonSerializer.Serialize(Whole(comparison, outcomes), JsonRows.Options) + "\n",
                "jsonl" => JsonRows.Lines(Rows(comparison, outcomes)),
                _ => ComparisonTable.Of(comparison, outcomes, toTerminal: path is null),
            });
            foreach (var outcome in outcomes.Where(o => !o.Holds))
                Console.Error.WriteLine($"stance: rule '{outcome.Rule}' does not hold: {outcome.Because}");
            return Task.FromResult(outcomes.TrueForAll(o => o.Holds) ? ExitCode.Ok : ExitCode.RuleBroken);
        });
        return command;
    }

    /// <summary>Everything as one object.</summary>
    private static object Whole(ModelComparison c, List<RuleOutcome> outcomes) => new
    {
        c.Articles,
        Passed = outcomes.TrueForAll(o => o.Holds),
        Rules = outcomes,
        Figures = c.Figures.Select(Figure),
        Mcnemar = new[] { Test("reported", c.Reported), Test("polarity", c.Polarity) },
        Groups = c.Groups.Select(Group),
        Changes = c.Changes.Select(Change),
    };

    /// <summary>The same, a row a thing.</summary>
    private static IEnumerable<object> Rows(ModelComparison c, List<RuleOutcome> outcomes) =>
    [
        .. c.Figures.Select(f => new { Row = "figure", Figure = Figure(f) }),
        new { Row = "mcnemar", Mcnemar = Test("reported", c.Reported) },
        new { Row = "mcnemar", Mcnemar = Test("polarity", c.Polarity) },
        .. c.Groups.Select(g => new { Row = "group", Group = Group(g) }),
        .. c.Changes.Select(p => new { Row = "change", Change = Change(p) }),
        .. outcomes.Select(o => new { Row = "rule", Rule = o }),
    ];

    private static object Group(GroupChange g) => new { g.Kind, g.Key, g.Articles, g.Support, Triples = Figure(g.Triples), Polarity = Figure(g.Polarity) };

    private static object Change(PairChange p) => new
    {
        Verdict = p.IsWorse ? "worse" : "better",
        p.Article,
        p.Actor,
        p.Issue,
        Gold = ComparisonTable.Name(p.Gold),
        Old = ComparisonTable.Name(p.Old),
        New = ComparisonTable.Name(p.New),
        OldProbability = Round(p.OldProbability),
        NewProbability = Round(p.NewProbability),
        p.Evidence,
    };

    private static object Figure(FigureChange f) => new { f.Name, Old = Round(f.Old), New = Round(f.New), Difference = Round(f.Difference.Value), Low = Round(f.Difference.Low), High = Round(f.Difference.High), f.HigherIsBetter };

    private static object Test(string on, McNemarTest t) => new { On = on, t.OnlyOld, t.OnlyNew, t.IsExact, t.ChiSquared, t.PValue };

    private static double Round(double value) => Math.Round(value, 6);
}
