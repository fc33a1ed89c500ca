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
        var more = new Argument<string[]>("more") { Description = "Stances of further annotators, on some or all of the articles.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("agreement", "How far annotators agree: F1 of pairs and triples, Cohen's kappa of two, Krippendorff's alpha of any number.") { first, second, more };
        command.SetAction(parsed =>
        {
            string[] files = [parsed.GetValue(first)!, parsed.GetValue(second)!, .. parsed.GetValue(more) ?? []];
            foreach (var file in files)
                CommonOptions.Existing(file);
            var group = GroupAgreement.Read(files);
            List<FormattableString> lines = [];
            if (files.Length == 2)
            {
                var two = AnnotatorAgreement.Read(files[0], files[1]);
                lines =
                [
                    $"articles         {two.Articles}", $"stances          {two.First} and {two.Second}", $"pair F1          {two.PairF1:F3}", $"triple F1        {two.TripleF1:F3}",
                    $"Cohen's kappa    {two.Kappa:F3} on {two.SharedPairs} shared pairs",
                ];
            }
            else
                lines = [$"annotators       {group.Annotators}", $"articles         {group.Articles} with two or more", $"pair F1          {group.PairF1:F3} (mean of twos)", $"triple F1        {group.TripleF1:F3} (mean of twos)"];
            lines.Add($"Krippendorff     {Alpha(group.Alpha)} on {group.SharedPairs} shared pairs, {Alpha(group.AlphaWithNone)} with no label as a value");
            foreach (var line in lines)
                Console.WriteLine(FormattableString.Invariant(line));
            return ExitCode.Ok;
        });
        return command;
    }

    private static string Alpha(double? alpha) => alpha is { } a ? FormattableString.Invariant($"{a:F3}") : "none";
}
