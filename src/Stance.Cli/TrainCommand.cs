using System.CommandLine;

namespace Stance.Cli;

/// <summary><c>stance train</c>: labelled articles in, a model out.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var corpus = CommonOptions.Corpus();
        var output = new Option<string>("--out", "-o") { Description = "The model file to write.", Required = true, HelpName = "FILE" };
        var issues = CommonOptions.Issues();
        var split = new Option<string?>("--split") { Description = "Train on this part only (train, test, test-unseen); default: all.", HelpName = "NAME" };
        var seed = new Option<int>("--seed") { Description = "Seed of everything drawn at random.", DefaultValueFactory = _ => 1 };
        var command = new Command("train", "Train a model on labelled articles.") { corpus, output, issues, split, seed };
        command.SetAction((parsed, cancellation) =>
        {
            CommonOptions.CheckOutput(parsed.GetValue(output));
            var articles = Read(parsed.GetValue(corpus)!, parsed.GetValue(issues), parsed.GetValue(split));
            var model = new StanceTrainer(new TrainingOptions { Seed = parsed.GetValue(seed) }).Train(articles, new PhaseLines(), cancellation);
            model.Save(parsed.GetValue(output)!);
            Console.WriteLine($"{parsed.GetValue(output)}: {model.Manifest.Articles} articles, {model.Manifest.StanceLabels} stances, {model.Manifest.Issues} issues");
            foreach (var (name, value) in model.Manifest.Metrics)
                Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"  held out: {name,-28} {value:F3}"));
            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }

    /// <summary>A corpus, or one part of it.</summary>
    public static LabelledCorpus Read(string path, string? issues, string? split)
    {
        var corpus = LabelledCorpus.Read(path, issues is null ? null : IssueCatalog.Read(CommonOptions.Existing(issues)));
        if (split is null)
            return corpus;
        var part = corpus.OfSplit(split);
        return part.Articles.Count > 0 ? part
            : throw new FormatException($"{path}: found no article of split '{split}'; allowed: {string.Join(", ", corpus.Articles.Select(a => a.Split ?? "(none)").Distinct().Order(StringComparer.Ordinal))}");
    }

    /// <summary>A line a phase on standard error.</summary>
    public sealed class PhaseLines : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) =>
            Console.Error.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{value.Step + 1}/{value.Steps}] {value.Elapsed.TotalSeconds,6:F1} s  {value.Phase}"));
    }
}
