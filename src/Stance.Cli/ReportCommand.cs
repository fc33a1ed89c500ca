using System.CommandLine;
using Stance.Plots;

namespace Stance.Cli;

/// <summary><c>stance report</c>: a corpus as one page to be mailed.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var corpus = new CorpusAnalysis();
        var title = new Option<string?>("--title") { Description = "Title of the page.", HelpName = "TEXT" };
        var language = new Option<string>("--language") { Description = "Language in which the page opens, en or ar; it holds both.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "ar");
        var output = CommonOptions.Out("The file to write.");
        output.Required = true;
        var command = corpus.Command("report", "Write one page, to be opened without network: matrix, timeline, network and the evidence behind them.", title, language, output);
        command.SetAction((parsed, cancellation) =>
        {
            var path = parsed.GetValue(output)!;
            return corpus.Run(parsed, path, results => StanceReport.Of(results, new ReportOptions
            {
                Title = parsed.GetValue(title),
                Language = parsed.GetValue(language) == "ar" ? ChartLanguage.Arabic : ChartLanguage.English,
                Written = DateOnly.FromDateTime(DateTime.Today),
            }).SaveHtml(path), cancellation);
        });
        return command;
    }
}
