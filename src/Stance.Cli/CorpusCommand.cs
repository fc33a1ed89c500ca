using System.CommandLine;

namespace Stance.Cli;

/// <summary><c>stance corpus check</c>: is a labelled corpus fit to train on?</summary>
internal static class CorpusCommand
{
    public static Command Create()
    {
        var corpus = CommonOptions.Corpus();
        var issues = CommonOptions.Issues();
        var check = new Command("check", "Check schema, evidence, actors, issues, duplicates, contradictions, balance and leakage between splits; print the counts.") { corpus, issues };
        check.SetAction(parsed =>
        {
            var path = parsed.GetValue(corpus)!;
            var report = CorpusCheck.Run(path, parsed.GetValue(issues) is { } file ? IssueCatalog.Read(CommonOptions.Existing(file)) : null);
            foreach (var line in report.Errors)
                Console.Error.WriteLine($"stance: {line}");
            foreach (var line in report.Warnings)
                Console.WriteLine($"warning: {line}");
            foreach (var line in report.Counts)
                Console.WriteLine(line);
            Console.WriteLine($"{report.Errors.Count} errors, {report.Warnings.Count} warnings");
            return report.Errors.Count > 0 ? ExitCode.BadInput : ExitCode.Ok;
        });
        return new Command("corpus", "Work with labelled corpora.") { check, Agreement() };
    }

    private static Command Agreement()
    {
        var first = new Argument<string>("first") { Description = "Stances of one annotator: article, actor, issue and stance, separated by tabs." };
        var second = new Argument<string>("second") { Description = "Stances of another on the same articles." };
        var command = new Command("agreement", "How far two annotators agree: F1 of pairs and triples, Cohen's kappa of the stance.") { first, second };
        command.SetAction(parsed =>
        {
            var agreement = AnnotatorAgreement.Read(CommonOptions.Existing(parsed.GetValue(first)!), CommonOptions.Existing(parsed.GetValue(second)!));
            FormattableString[] lines =
            [
                $"articles         {agreement.Articles}", $"stances          {agreement.First} and {agreement.Second}", $"pair F1          {agreement.PairF1:F3}", $"triple F1        {agreement.TripleF1:F3}",
                $"Cohen's kappa    {agreement.Kappa:F3} on {agreement.SharedPairs} shared pairs",
            ];
            foreach (var line in lines)
                Console.WriteLine(FormattableString.Invariant(line));
            return ExitCode.Ok;
        });
        return command;
    }
}
