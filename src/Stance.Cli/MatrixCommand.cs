using System.CommandLine;
using System.Text;

namespace Stance.Cli;

/// <summary><c>stance matrix</c>: a state × issue matrix over a corpus.</summary>
internal static class MatrixCommand
{
    public static Command Create()
    {
        var inputs = CommonOptions.Inputs();
        var (issues, actors, model, min, threads, onError) = (CommonOptions.Issues(), CommonOptions.Actors(), CommonOptions.Model(), CommonOptions.MinProbability(), CommonOptions.Threads(), CommonOptions.OnError());
        var format = new Option<string>("--format") { Description = "table, csv or json.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "csv", "json");
        var output = CommonOptions.Out("Write to this file instead of standard output.");
        var command = new Command("matrix", "Make the state × issue matrix of a corpus.") { inputs, issues, actors, model, min, threads, onError, format, output };
        command.SetAction((parsed, cancellation) =>
        {
            var paths = parsed.GetValue(inputs) ?? [];
            var path = parsed.GetValue(output);
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
            var matrix = StanceMatrix.From(results);
            using var memory = new MemoryStream();
            Write(matrix, parsed.GetValue(format)!, memory);
            if (path is null)
            {
                using var console = Console.OpenStandardOutput();
                memory.WriteTo(console);
            }
            else
                TextFile.Write(path, memory.WriteTo);
            return Task.FromResult(AnalyzeCommand.Reject(source, path));
        });
        return command;
    }

    private static void Write(StanceMatrix matrix, string format, Stream stream)
    {
        if (format == "json")
        {
            matrix.WriteJson(stream);
            return;
        }
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        if (format == "csv")
            matrix.WriteCsv(writer);
        else
            Table(matrix, writer);
    }

    /// <summary>A row a cell, the cells of an issue together: dozens of issues side by side fit no terminal.</summary>
    private static void Table(StanceMatrix matrix, StreamWriter writer)
    {
        foreach (var issue in matrix.Issues)
        {
            writer.WriteLine(issue.Name.GetValueOrDefault("en") ?? issue.Id);
            foreach (var cell in matrix.Cells.Where(c => c.Issue.Equals(issue)).OrderByDescending(c => c.Score))
                writer.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"  {cell.Actor.Code,-8} {cell.Score,6:+0.00;-0.00;0.00}  [{cell.Low:+0.00;-0.00;0.00}, {cell.High:+0.00;-0.00;0.00}]  n={cell.Count}"));
        }
        if (matrix.Issues.Count == 0)
            writer.WriteLine("No stances were found.");
    }
}
