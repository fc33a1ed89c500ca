using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stance;

/// <summary>The matrix as files.</summary>
internal static class StanceMatrixFiles
{
    public static void WriteGraphMl(StanceMatrix matrix, TextWriter writer)
    {
        using var graph = new GraphMl(writer, directed: true, ("node", "name", "string"), ("node", "name_ar", "string"), ("node", "kind", "string"),
            ("edge", "score", "double"), ("edge", "low", "double"), ("edge", "high", "double"), ("edge", "n", "int"));
        foreach (var actor in matrix.Actors)
            graph.Node(actor);
        foreach (var issue in matrix.Issues)
            graph.Node("issue:" + issue.Id, ("name", issue.Name.GetValueOrDefault("en") ?? issue.Id), ("name_ar", issue.Name.GetValueOrDefault("ar") ?? issue.Id), ("kind", "issue"));
        foreach (var cell in matrix.Cells)
            graph.Edge(cell.Actor.Code, "issue:" + cell.Issue.Id, ("score", FrameCsv.Number(cell.Score)), ("low", FrameCsv.Number(cell.Low)), ("high", FrameCsv.Number(cell.High)), ("n", cell.Count.ToString(CultureInfo.InvariantCulture)));
    }

    public static void WriteJson(StanceMatrix matrix, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartArray();
        foreach (var cell in matrix.Cells)
        {
            writer.WriteStartObject();
            writer.WriteString("actor", cell.Actor.Code);
            writer.WriteString("issue", cell.Issue.Id);
            writer.WriteNumber("score", FrameCsv.Rounded(cell.Score));
            writer.WriteNumber("low", FrameCsv.Rounded(cell.Low));
            writer.WriteNumber("high", FrameCsv.Rounded(cell.High));
            writer.WriteNumber("n", cell.Count);
            writer.WriteStartArray("evidence");
            foreach (var (article, stance) in cell.Evidence)
            {
                writer.WriteStartObject();
                writer.WriteString("article", article.Id);
                if (article.Published is { } day)
                    writer.WriteString("published", FrameCsv.Day(day));
                writer.WriteString("stance", LabelledJson.NameOf(stance.Stance));
                writer.WriteNumber("probability", Math.Round(stance.Probability, 4));
                writer.WriteStartArray("text");
                foreach (var evidence in stance.Evidence)
                    writer.WriteStringValue(evidence.Text);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
