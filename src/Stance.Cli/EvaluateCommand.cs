using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Stance.Cli;

/// <summary><c>stance evaluate</c>: how well a model does on labelled articles, or how well training on them generalises.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var corpus = CommonOptions.Corpus();
        var (issues, model, min) = (CommonOptions.Issues(), CommonOptions.Model(), CommonOptions.MinProbability());
        var split = new Option<string?>("--split") { Description = "Only this part (train, test, test-unseen).", HelpName = "NAME" };
        var folds = new Option<int?>("--folds") { Description = "Cross-validate with this many parts, by article and by issue, instead of scoring a model.", HelpName = "N" };
        var by = new Option<string>("--by") { Description = "With --folds: article, issue (issues unseen too) or both.", DefaultValueFactory = _ => "both" };
        by.AcceptOnlyFromAmong("article", "issue", "both");
        var seed = new Option<int>("--seed") { Description = "Seed of everything drawn at random.", DefaultValueFactory = _ => 1 };
        var errors = new Option<string?>("--errors") { Description = "Also sort every miss and false alarm by the stage at fault: counts are printed, the errors go to this file as JSON Lines.", HelpName = "FILE" };
        var curve = new Option<bool>("--curve") { Description = "Also print precision, recall and F1 of triples by the least probability reported: which --min-probability to choose. With --folds always." };
        var command = new Command("evaluate", "Score a model on labelled articles, or cross-validate.") { corpus, issues, model, min, split, folds, by, seed, errors, curve };
        command.SetAction((parsed, cancellation) =>
        {
            CommonOptions.CheckOutput(parsed.GetValue(errors));
            CommonOptions.CheckRanges(parsed.GetValue(min));
            if (parsed.GetValue(folds) is < 2)
                throw new FormatException($"--folds {parsed.GetValue(folds)}; allowed: 2 or more");
            var articles = TrainCommand.Read(parsed.GetValue(corpus)!, parsed.GetValue(issues), parsed.GetValue(split));
            if (parsed.GetValue(folds) is { } n)
            {
                foreach (var grouping in Enum.GetValues<Grouping>())
                {
                    if (parsed.GetValue(by) is var which && which != "both" && !string.Equals(which, grouping.ToString(), StringComparison.OrdinalIgnoreCase))
                        continue;
                    Console.WriteLine($"cross-validation, {n} parts, grouped by {grouping.ToString().ToLowerInvariant()}{(grouping == Grouping.Issue ? " (articles and issues unseen)" : "")}:");
                    Print(StanceEvaluator.CrossValidate(articles, n, grouping, new TrainingOptions { Seed = parsed.GetValue(seed) }, new TrainCommand.PhaseLines(), cancellation));
                }
                return Task.FromResult(ExitCode.Ok);
            }
            // Whoever gives the issues asks for those; else the corpus's own.
            var analyzer = new StanceAnalyzer(CommonOptions.LoadModel(parsed.GetValue(model)), articles.Issues, options: new AnalyzerOptions { MinProbability = parsed.GetValue(min) });
            var report = StanceEvaluator.Evaluate(analyzer, articles);
            Print(parsed.GetValue(curve) ? report with { Curve = StanceEvaluator.Curve(analyzer, articles, parsed.GetValue(seed)) } : report);
            if (parsed.GetValue(errors) is { } file)
                WriteErrors(ErrorLedger.Of(analyzer, articles), file);
            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }

    private static void WriteErrors(IReadOnlyList<StanceError> errors, string path)
    {
        Console.WriteLine("errors by the stage at fault");
        foreach (var kind in errors.GroupBy(e => e.Kind).OrderByDescending(g => g.Count()))
            Console.WriteLine($"  {kind.Count(),5}  {kind.Key}");
        TextFile.Write(path, string.Concat(errors.Select(e => JsonSerializer.Serialize(e, JsonRows.Options) + "\n")));
    }

    private static void Print(EvaluationReport report)
    {
        Console.WriteLine($"articles                     {report.Articles}");
        Three("pair", report.Pairs);
        Three("triple", report.Triples);
        Line("polarity accuracy", report.PolarityAccuracy);
        Line("polarity macro-F1", report.PolarityMacroF1);
        Line("polarity favor/against F1", report.PolarityFavorAgainstF1);
        foreach (var (stance, (f1, support)) in report.PolarityPerClass)
            Console.WriteLine($"{"polarity F1 " + stance.ToString().ToLowerInvariant(),-28} {f1}   support {support}");
        Line("evidence overlap", report.EvidenceOverlap);
        Line("ECE", report.CalibrationError);
        Three("sentiment", report.Sentiments);
        if (report.CandidateRecall is { } recall)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"candidate recall             {recall:F3}"));
        Reliability("reliability (probability: n, right)", report.Reliability);
        if (report.Curve is not { } curve)
            return;
        Console.WriteLine("triples by least probability (from: n, P, R, F1)");
        foreach (var point in curve.Points)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {point.MinProbability:F1}: {point.Predicted,6}  {point.Precision:F3}  {point.Recall:F3}  {point.F1:F3}"));
        Line(string.Create(CultureInfo.InvariantCulture, $"ECE from {ProbabilityCurve.Lowest:F1} on, n {curve.Predicted}"), curve.CalibrationError);
        Reliability(string.Create(CultureInfo.InvariantCulture, $"reliability from {ProbabilityCurve.Lowest:F1} on"), curve.Reliability);
    }

    private static void Reliability(string title, IReadOnlyList<(int Count, double MeanProbability, double Right)> bins)
    {
        Console.WriteLine(title);
        foreach (var (count, mean, right) in bins)
            if (count > 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {mean:F2}: {count,5}  {right:F2}"));
    }

    private static void Line(string name, Estimate estimate) => Console.WriteLine($"{name,-28} {estimate}");

    private static void Three(string name, PrecisionRecall figure)
    {
        Line(name + " P", figure.Precision);
        Line(name + " R", figure.Recall);
        Console.WriteLine($"{name + " F1",-28} {figure.F1}   support {figure.Support}");
    }
}
