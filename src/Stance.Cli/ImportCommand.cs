using System.CommandLine;
using System.Text;

namespace Stance.Cli;

/// <summary><c>stance import</c>: what labelling tools and coders of discourse networks made, as labelled articles.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var input = CommonOptions.OfPath(new Argument<string>("file") { Description = "The file that the tool exported." });
        var format = ExchangeNames.Option(read: true);
        var issues = CommonOptions.Issues();
        var articles = new Option<string?>("--articles") { Description = "The articles that a statement list (dna) speaks of: a .jsonl file or a folder; default: a document is its statements.", HelpName = "FILE" };
        var predictions = new Option<bool>("--predictions") { Description = "Read the predictions instead of the annotations (label-studio, csv)." };
        var annotator = new Option<string?>("--annotator") { Description = "Whose labels to read where a task has several (label-studio, prodigy).", HelpName = "ID" };
        var onError = CommonOptions.OnError();
        var output = CommonOptions.Out("Write to this file instead of standard output.");
        var command = new Command("import", "Read labels from Label Studio, doccano, Prodigy, spreadsheets and discourse networks as labelled articles (JSON Lines).") { input, format, issues, articles, predictions, annotator, onError, output };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(output);
            ExchangeNames.Check(parsed, parsed.GetValue(format)!, (articles, [ExchangeFormat.Dna]), (predictions, [ExchangeFormat.LabelStudio, ExchangeFormat.Csv]), (annotator, [ExchangeFormat.LabelStudio, ExchangeFormat.Prodigy]));
            CommonOptions.CheckOutput(path);
            var reading = StanceExchange.Read(CommonOptions.Existing(parsed.GetValue(input)!), ExchangeNames.Of(parsed.GetValue(format)!), new ExchangeOptions
            {
                Issues = parsed.GetValue(issues) is { } file ? IssueCatalog.Read(CommonOptions.Existing(file)) : null,
                Articles = parsed.GetValue(articles) is { } beside ? [.. new ArticleSource([beside], asked: null, skipBadRows: false).Read().Select(a => a.Article)] : null,
                Predictions = parsed.GetValue(predictions),
                Annotator = parsed.GetValue(annotator),
                SkipBadRows = parsed.GetValue(onError) == "skip",
            });
            var text = new StringBuilder();
            foreach (var labelled in reading.Articles)
                text.Append(LabelledJson.Write(labelled)).Append('\n');
            if (path is null)
                Console.Out.Write(text.ToString());
            else
                TextFile.Write(path, text.ToString());
            Console.Error.WriteLine($"{reading.Articles.Count} articles, {reading.Articles.Sum(a => a.Stances.Count)} stances, {reading.Articles.Sum(a => a.Sentiments.Count)} sentiments");
            foreach (var row in reading.Unlabelled.Take(5))
                Console.Error.WriteLine($"stance: left out: {row}");
            if (reading.Unlabelled.Count > 0)
                Console.Error.WriteLine($"stance: {reading.Unlabelled.Count} row(s) without labels left out");
            return AnalyzeCommand.Reject([.. reading.Rejected.Select(r => new RejectedRow(r.File, r.Line, r.Message, r.Row))], path);
        });
        return command;
    }
}
