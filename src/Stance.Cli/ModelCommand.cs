using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Stance.Cli;

/// <summary><c>stance model</c>: what a model file is, its card, and its trees for ML.NET.</summary>
internal static class ModelCommand
{
    public static Command Create() => new("model", "Look into a model file.") { Show(), Card(), Export() };

    private static Argument<string> File() => CommonOptions.OfPath(new Argument<string>("file") { Description = "A model file; 'shipped' is the model inside the tool." });

    private static Command Show()
    {
        var (file, output) = (File(), CommonOptions.Out("Write to this file instead of standard output."));
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("show", "Check a model file and print its manifest.") { file, format, output };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckOutput(parsed.GetValue(output));
            var manifest = CommonOptions.LoadNamed(parsed.GetValue(file)!).Manifest;
            JsonRows.Write(parsed.GetValue(output), parsed.GetValue(format) == "json" ? JsonSerializer.Serialize(manifest, Indented) + "\n" : Lines(manifest));
            return ExitCode.Ok;
        });
        return command;
    }

    private static readonly JsonSerializerOptions Indented = new(JsonRows.Options) { WriteIndented = true };

    private static string Lines(ModelManifest m)
    {
        var lines = new List<(string Name, string Value)>
        {
            ("format", $"{m.FormatVersion}"), ("library", m.LibraryVersion), ("feature schema", m.FeatureSchema), ("lexicons", m.LexiconHash), ("corpus", m.CorpusHash),
            ("articles", Number(m.Articles)), ("stances", Number(m.StanceLabels)), ("issues", Number(m.Issues)), ("threshold", Number(m.Threshold)), ("for sentiments", Number(m.SentimentThreshold)),
        };
        lines.AddRange(m.Sources.Select(s => ("source", $"{s.Path}{(s.Split is null ? "" : $", split {s.Split}")}, {s.Articles} articles, {s.Hash}")));
        lines.AddRange(m.Packages.Select(p => ("package", $"{p.Key} {p.Value}")));
        using var options = JsonSerializer.SerializeToDocument(m.Options, JsonRows.Options);
        lines.AddRange(options.RootElement.EnumerateObject().Select(o => ("option", $"{o.Name} {o.Value.GetRawText()}")));
        lines.AddRange(m.Metrics.Select(p => ("held out", $"{p.Key} {Number(p.Value)}")));
        // A model file may come from anywhere: what it says must not steer a terminal.
        return string.Concat(lines.Select(l => $"{l.Name,-16} {new string([.. l.Value.Select(c => char.IsControl(c) ? '?' : c)])}\n"));
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static Command Card()
    {
        var (file, output) = (File(), CommonOptions.Out("Write to this file instead of standard output."));
        var format = new Option<string>("--format") { Description = "md (Markdown) or html.", DefaultValueFactory = _ => "md" };
        format.AcceptOnlyFromAmong("md", "html");
        var command = new Command("card", "Write a model card (Mitchell et al. 2019): what the model is for, what it was trained on, how good it is, where it fails.") { file, format, output };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckOutput(parsed.GetValue(output));
            var card = ModelCard.Of(CommonOptions.LoadNamed(parsed.GetValue(file)!).Manifest);
            JsonRows.Write(parsed.GetValue(output), parsed.GetValue(format) == "html" ? card.ToHtml() : card.ToMarkdown());
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Export()
    {
        var file = File();
        var output = new Option<string>("--out", "-o") { Description = "The ML.NET model (.zip) to write.", Required = true, HelpName = "FILE" };
        var command = new Command("export", "Write the trees that score a pair as a stock ML.NET model: feature vectors in, log-odds out.") { file, output };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckOutput(parsed.GetValue(output));
            CommonOptions.LoadNamed(parsed.GetValue(file)!).SaveMlNet(parsed.GetValue(output)!);
            Console.WriteLine($"{parsed.GetValue(output)}: ML.NET model; columns: {string.Join(", ", MlNetExport.Columns.Select(c => $"{c.Features} ({c.Count}) -> {c.Score}"))}");
            return ExitCode.Ok;
        });
        return command;
    }
}
