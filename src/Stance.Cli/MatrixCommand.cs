using System.CommandLine;
using System.Text;

namespace Stance.Cli;

/// <summary><c>stance matrix</c>: a state × issue matrix over a corpus.</summary>
internal static class MatrixCommand
{
    public static Command Create()
    {
        var corpus = new CorpusAnalysis();
        var format = new Option<string>("--format") { Description = "table, csv, json or parquet.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "csv", "json", "parquet");
        var output = CommonOptions.Out("Write to this file instead of standard output.");
        var command = corpus.Command("matrix", "Make the state × issue matrix of a corpus.", format, output);
        command.SetAction((parsed, cancellation) =>
        {
            var path = parsed.GetValue(output);
            return corpus.Run(parsed, path, results =>
            {
                using var memory = new MemoryStream();
                Write(StanceMatrix.From(results), parsed.GetValue(format)!, memory);
                if (path is null)
                {
                    using var console = Console.OpenStandardOutput();
                    memory.WriteTo(console);
                }
                else
                    TextFile.Write(path, memory.WriteTo);
            }, cancellation);
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
        if (format == "parquet")
        {
            matrix.ToDataFrame().WriteParquet(stream);
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
