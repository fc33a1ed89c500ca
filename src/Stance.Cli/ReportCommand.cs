using System.CommandLine;
using Stance.Plots;

namespace Stance.Cli;

/// <summary><c>stance report</c>: a corpus as one page to be mailed.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var inputs = CommonOptions.Inputs();
        var (issues, actors, model, min, threads, onError) = (CommonOptions.Issues(), CommonOptions.Actors(), CommonOptions.Model(), CommonOptions.MinProbability(), CommonOptions.Threads(), CommonOptions.OnError());
        var title = new Option<string?>("--title") { Description = "Title of the page.", HelpName = "TEXT" };
        var language = new Option<string>("--language") { Description = "Language in which the page opens, en or ar; it holds both.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "ar");
        var output = CommonOptions.Out("The file to write.");
        output.Required = true;
        var command = new Command("report", "Write one page, to be opened without network: matrix, timeline, network and the evidence behind them.") { inputs, issues, actors, model, min, threads, onError, title, language, output };
        command.SetAction((parsed, cancellation) =>
        {
            var paths = parsed.GetValue(inputs) ?? [];
            var path = parsed.GetValue(output)!;
            CommonOptions.CheckOutput(path);
            CommonOptions.CheckRanges(parsed.GetValue(min), parsed.GetValue(threads));
            foreach (var input in paths)
                ArticleSource.Files(input);
            var analyzer = CommonOptions.Analyzer(parsed.GetValue(model), parsed.GetValue(issues), parsed.GetValue(actors), parsed.GetValue(min), parsed.GetValue(threads));
            var source = new ArticleSource(paths, asked: null, parsed.GetValue(onError) == "skip");
            var results = new List<ArticleStances>();
            using (var progress = new ProgressLine("analysed", true))
            {
                foreach (var result in analyzer.Analyze(source.Read().Select(a => a.Article), cancellation).Unwrapped())
                {
                    results.Add(result);
                    progress.Tick();
                }
            }
            StanceReport.Of(results, new ReportOptions
            {
                Title = parsed.GetValue(title),
                Language = parsed.GetValue(language) == "ar" ? ChartLanguage.Arabic : ChartLanguage.English,
                Written = DateOnly.FromDateTime(DateTime.Today),
            }).SaveHtml(path);
            return Task.FromResult(AnalyzeCommand.Reject(source, path));
        });
        return command;
    }
}
