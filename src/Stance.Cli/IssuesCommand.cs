using System.CommandLine;

namespace Stance.Cli;

/// <summary><c>stance issues check</c>: what an issue file will and will not find.</summary>
internal static class IssuesCommand
{
    public static Command Create()
    {
        var file = CommonOptions.OfPath(new Argument<string>("issues") { Description = "Issue definitions (JSON)." });
        var on = new Option<string[]>("--on") { Description = "Articles to try them on.", HelpName = "CORPUS", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true };
        var model = CommonOptions.Model();
        var check = new Command("check", "Report hits per phrase, issues never matched, issues without text in a language, propositions that overlap.") { file, on, model };
        check.SetAction((parsed, cancellation) =>
        {
            var issues = IssueCatalog.Read(CommonOptions.Existing(parsed.GetValue(file)!));
            var paths = parsed.GetValue(on) ?? [];
            foreach (var path in paths)
                ArticleSource.Files(path);
            var articles = paths.Length == 0 ? [] : new ArticleSource(paths, asked: null, skipBadRows: false).Read().Select(a => a.Article).ToList();
            Print(IssueCheck.Run(issues, articles, CommonOptions.LoadModel(parsed.GetValue(model)), cancellation), articles.Count);
            return Task.FromResult(ExitCode.Ok);
        });
        return new Command("issues", "Work with issue definitions.") { check };
    }

    private static void Print(IssueCheckReport report, int articles)
    {
        Console.WriteLine($"{report.Issues.Count} issues, {articles} articles");
        foreach (var issue in report.Issues)
        {
            Console.WriteLine($"{issue.Issue.Id}: {issue.Articles} articles{(articles > 0 && issue.Articles == 0 ? "  <- never matched" : "")}");
            foreach (var language in issue.MissingLanguages)
                Console.WriteLine($"  no text in '{language}': {issue.ArticlesWithoutText.GetValueOrDefault(language)} articles of that language cannot match it");
            foreach (var (language, group, phrase, hits) in issue.Phrases)
                Console.WriteLine($"  {language} {group,-11} {hits,5}  \u2068{phrase}\u2069");
        }
        foreach (var (a, b, share) in report.Overlaps)
            Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"overlap {share:F2}: {a} ~ {b} (articles on the one will match the other)"));
    }
}
