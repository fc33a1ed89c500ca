using System.CommandLine;

namespace Stance.Cli;

/// <summary><c>stance passage evaluate</c>: how well a model does on labelled pairs, or how well training on them generalises.</summary>
internal static class PassageEvaluateCommand
{
    public static Command Create()
    {
        var table = new PassageOptions();
        var model = new Option<string?>("--model") { Description = "A model that stance passage train wrote.", HelpName = "FILE" };
        var folds = new Option<int?>("--folds") { Description = "Cross-validate with this many parts instead of scoring a model.", HelpName = "N" };
        var (seed, learner) = (PassageOptions.Seed(), PassageOptions.Learner());
        var command = new Command("evaluate", "Score a model on labelled pairs, or cross-validate.") { model, folds, seed, learner };
        table.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(folds) is < 2)
                throw new FormatException($"--folds {parsed.GetValue(folds)}; allowed: 2 or more");
            if (parsed.GetValue(folds) is null == parsed.GetValue(model) is null)
                throw new FormatException("allowed: one of --model FILE and --folds N");
            if (parsed.GetValue(folds) is { } n)
            {
                var options = new PassageTrainingOptions { Seed = parsed.GetValue(seed), Learner = PassageOptions.LearnerOf(parsed.GetValue(learner)) };
                var report = PassageEvaluator.CrossValidate(table.Read(parsed), n, options, new TrainCommand.PhaseLines(), cancellation);
                Print(report);
                if (report.SharedPropositions)
                    Console.Error.WriteLine("stance: the pairs hang together, so that parts share propositions; the figures say nothing of propositions never seen");
            }
            else
            {
                var (trained, pairs) = (PassageStanceModel.Load(CommonOptions.Existing(parsed.GetValue(model)!)), table.Read(parsed));
                if (trained.Manifest.CorpusHash == LabelledPassages.Hash(pairs))
                    Console.Error.WriteLine("stance: the model was trained on these very pairs; what it says of them is no measure");
                Print(PassageEvaluator.Evaluate(trained, pairs, parsed.GetValue(seed)));
            }
            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }

    private static void Print(PassageReport report)
    {
        Console.WriteLine($"pairs                        {report.Pairs}");
        Line("accuracy", report.Accuracy);
        Line("macro-F1", report.MacroF1);
        Line("favor/against F1", report.FavorAgainstF1);
        foreach (var (stance, (f1, support)) in report.PerClass)
            Console.WriteLine($"{"F1 " + LabelledJson.NameOf(stance),-28} {f1}   support {support}");
        Line("ECE", report.CalibrationError);
    }

    private static void Line(string name, Estimate estimate) => Console.WriteLine($"{name,-28} {estimate}");
}
