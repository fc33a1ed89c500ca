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
        return new Command("corpus", "Work with labelled corpora.") { check };
    }
}
