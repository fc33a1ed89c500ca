using System.CommandLine;

namespace Stance.Cli;

/// <summary><c>stance suspects</c>: labels that are likely wrong, the most suspect first.</summary>
internal static class SuspectsCommand
{
    public static Command Create()
    {
        var corpus = CommonOptions.Corpus();
        var (issues, output) = (CommonOptions.Issues(), CommonOptions.Out("Write JSON Lines to this file instead of standard output."));
        var split = new Option<string?>("--split") { Description = "Only this part (train, test, test-unseen).", HelpName = "NAME" };
        var folds = new Option<int>("--folds") { Description = "Parts of the cross-validation, 2 or more; the time is that of as many trainings.", DefaultValueFactory = _ => 5 };
        var count = new Option<int?>("--count") { Description = "Only so many, the most suspect ones.", HelpName = "N" };
        var all = new Option<bool>("--all") { Description = "Every label and every unlabelled candidate in their order, not only likely errors." };
        var kind = new Option<string?>("--kind") { Description = "Only wrong-stance, no-stance (labelled, yet none found) or missing-label.", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong("wrong-stance", "no-stance", "missing-label");
        var seed = new Option<int>("--seed") { Description = "Seed of everything drawn at random.", DefaultValueFactory = _ => 1 };
        var command = new Command("suspects", "Find labels that are likely wrong, by confident learning: models that have not seen an article judge its labels.") { corpus, issues, split, folds, count, all, kind, seed, output };
        command.SetAction((parsed, cancellation) =>
        {
            var path = parsed.GetValue(output);
            CommonOptions.CheckOutput(path);
            if (parsed.GetValue(folds) < 2)
                throw new FormatException($"--folds {parsed.GetValue(folds)}; allowed: 2 or more");
            if (parsed.GetValue(count) is < 1)
                throw new FormatException($"--count {parsed.GetValue(count)}; allowed: 1 or more");
            var articles = TrainCommand.Read(parsed.GetValue(corpus)!, parsed.GetValue(issues), parsed.GetValue(split));
            var review = LabelErrors.Find(articles, parsed.GetValue(folds), new TrainingOptions { Seed = parsed.GetValue(seed) }, new TrainCommand.PhaseLines(), cancellation);
            SuspectKind? only = parsed.GetValue(kind) switch { null => null, "wrong-stance" => SuspectKind.WrongStance, "no-stance" => SuspectKind.NoStance, _ => SuspectKind.MissingLabel };
            var shown = review.Ranked.Where(s => (parsed.GetValue(all) || s.IsLikely) && (only is null || s.Kind == only)).Take(parsed.GetValue(count) ?? int.MaxValue).ToList();
            JsonRows.Write(path, JsonRows.Lines(shown.Select(Row)));
            foreach (var (of, estimated) in review.Estimated)
                Console.Error.WriteLine(FormattableString.Invariant($"{JsonRows.Name(of),-14} about {estimated:F0} of {(of == SuspectKind.MissingLabel ? review.Unlabelled : review.Labels)}"));
            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }

    /// <summary>No label is "none" here, so that a row says what to write in its place.</summary>
    private static object Row(LabelSuspect s) => new
    {
        s.Article,
        s.Actor,
        s.Issue,
        Kind = JsonRows.Name(s.Kind),
        Given = s.Given is { } given ? LabelledJson.NameOf(given) : "none",
        Suggested = s.Suggested is { } suggested ? LabelledJson.NameOf(suggested) : "none",
        Probability = Math.Round(s.Probability, 4),
        GivenProbability = Math.Round(s.GivenProbability, 4),
        Score = Math.Round(s.Score, 4),
        Likely = s.IsLikely,
        s.Evidence,
    };
}
