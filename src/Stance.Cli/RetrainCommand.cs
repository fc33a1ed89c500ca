using System.CommandLine;

namespace Stance.Cli;

/// <summary><c>stance retrain</c>: an earlier model's corpus and newly labelled articles in, a new model out.</summary>
internal static class RetrainCommand
{
    public static Command Create()
    {
        var added = CommonOptions.OfPath(new Argument<string>("added") { Description = "Newly labelled or corrected articles: a .jsonl file or a folder of them; issues.json beside defines issues of their own, else those of the earlier corpus are meant." });
        var model = new Option<string>("--base") { Description = "The earlier model's file; 'shipped' is the model inside the tool.", Required = true, HelpName = "FILE" };
        var output = new Option<string>("--out", "-o") { Description = "The model file to write.", Required = true, HelpName = "FILE" };
        var corpus = new Option<string?>("--corpus") { Description = "The earlier model's corpus; default: where its file says that it was read from.", HelpName = "DATA" };
        var test = new Option<string?>("--test") { Description = "Articles that are kept to test on: warn where one that is added is a copy, or has a label on an issue kept unseen.", HelpName = "DATA" };
        var seed = new Option<int?>("--seed") { Description = "Seed of everything drawn at random; default: the earlier model's.", HelpName = "N" };
        var command = new Command("retrain", "Train an earlier model's corpus together with newly labelled articles; those of the same id or text are replaced.") { added, model, corpus, test, seed, output };
        command.SetAction((parsed, cancellation) =>
        {
            var path = parsed.GetValue(output)!;
            CommonOptions.CheckOutput(path);
            var file = parsed.GetValue(model)!;
            var earlier = CommonOptions.LoadNamed(file);
            var folder = file == CommonOptions.Shipped ? null : Path.GetDirectoryName(Path.GetFullPath(file));
            var known = StanceTrainer.CorpusOf(earlier, parsed.GetValue(corpus) is { } data ? Part(data, earlier.Manifest) : null, folder);
            var articles = LabelledCorpus.Read(parsed.GetValue(added)!, LabelledFiles.IssuesBeside(parsed.GetValue(added)!) ?? known.Issues);
            var heldOut = parsed.GetValue(test) is { } tested ? LabelledCorpus.Read(tested, LabelledFiles.IssuesBeside(tested) ?? known.Issues) : null;
            foreach (var finding in CorpusAddition.Of(known, articles, heldOut).Findings)
                Console.Error.WriteLine($"stance: {JsonRows.Name(finding.Kind)}: {finding.Message}");
            var options = earlier.Manifest.Options;
            var trained = new StanceTrainer(options with { Seed = parsed.GetValue(seed) ?? options.Seed }).Retrain(earlier, articles, known, heldOut, folder, new TrainCommand.PhaseLines(), cancellation).Model;
            trained.Save(path);
            Console.WriteLine($"{path}: {trained.Manifest.Articles} articles ({earlier.Manifest.Articles} before), {trained.Manifest.StanceLabels} stances, {trained.Manifest.Issues} issues");
            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }

    /// <summary>The corpus of a folder, or the part of it that the model was trained on: its hash tells.</summary>
    private static LabelledCorpus Part(string path, ModelManifest manifest)
    {
        var whole = LabelledCorpus.Read(path);
        return whole.Articles.Select(a => a.Split).OfType<string>().Distinct(StringComparer.Ordinal).Select(whole.OfSplit).FirstOrDefault(p => p.Hash == manifest.CorpusHash) ?? whole;
    }
}
