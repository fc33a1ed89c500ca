using System.CommandLine;

namespace Stance.Cli;

/// <summary><c>stance export</c>: labelled articles and predictions, for labelling tools and discourse networks.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var articles = CommonOptions.OfPath(new Argument<string>("articles") { Description = "Articles, labelled or not: a .jsonl file or a folder of them, with issues.json beside." });
        var format = ExchangeNames.Option(read: false);
        var predictions = new Option<string?>("--predictions") { Description = "What 'stance analyze --format jsonl' wrote of these articles: shown beside the labels (label-studio, csv) or, to be corrected, instead of them.", HelpName = "FILE" };
        var issues = CommonOptions.Issues();
        var offsets = new Option<string>("--offsets") { Description = "What Label Studio's offsets count: code-points, or utf16 for versions before the end of 2021.", DefaultValueFactory = _ => "code-points" };
        offsets.AcceptOnlyFromAmong("code-points", "utf16");
        var interfaceFile = new Option<string?>("--interface") { Description = "Write Label Studio's labelling interface (XML) to this file, too.", HelpName = "FILE" };
        var output = CommonOptions.Out("Write to this file instead of standard output.");
        var command = new Command("export", "Write labels or predictions for Label Studio, doccano, Prodigy, spreadsheets and discourse networks.") { articles, format, predictions, issues, offsets, interfaceFile, output };
        command.SetAction(parsed =>
        {
            var (path, input, xml) = (parsed.GetValue(output), parsed.GetValue(articles)!, parsed.GetValue(interfaceFile));
            ExchangeNames.Check(parsed, parsed.GetValue(format)!, (offsets, [ExchangeFormat.LabelStudio]), (interfaceFile, [ExchangeFormat.LabelStudio]));
            CommonOptions.CheckOutput(path);
            CommonOptions.CheckOutput(xml);
            LabelledFiles.Files(input);
            var catalog = parsed.GetValue(issues) is { } file ? IssueCatalog.Read(CommonOptions.Existing(file)) : LabelledFiles.IssuesBeside(input) ?? IssueCatalog.Default;
            var rows = PredictionLines.Read(input, catalog, parsed.GetValue(predictions) is { } lines ? CommonOptions.Existing(lines) : null);
            using var memory = new MemoryStream();
            StanceExchange.Write(memory, ExchangeNames.Of(parsed.GetValue(format)!), rows, new ExchangeOptions { Issues = catalog, LabelStudioOffsets = parsed.GetValue(offsets) == "utf16" ? OffsetUnit.Utf16 : OffsetUnit.CodePoint });
            if (xml is not null)
                TextFile.Write(xml, LabelStudioConfig.Write(catalog));
            if (path is null)
            {
                using var console = Console.OpenStandardOutput();
                memory.WriteTo(console);
                return ExitCode.Ok;
            }
            TextFile.Write(path, memory.WriteTo);
            Console.Error.WriteLine($"{path}: {rows.Count} articles, {rows.Sum(r => r.Labels?.Count ?? 0)} labels, {rows.Sum(r => r.Predictions?.Count ?? 0)} predictions");
            return ExitCode.Ok;
        });
        return command;
    }
}
