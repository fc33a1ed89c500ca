using System.Globalization;
using System.Text.Json;

namespace Stance;

/// <summary>doccano's rows for sequence labelling: <c>"label": [[start, end, "stance:RUS:against:ISSUE"], …]</c> in code points. doccano keeps no quoted words with a span: they lie beside, in <c>quotes</c>.
/// Passages of two labels overlap: the project has to allow that, or doccano drops one of them.</summary>
internal static class DoccanoRows
{
    /// <summary>doccano's own fields.</summary>
    private static readonly string[] ToolFields = ["data", "label", "labels", "entities", "relations", "cats", "Comments", "comments"];

    public static string Write(ExchangeArticle article) => ExchangeJson.Line(writer =>
    {
        var map = new CodePoints(article.Article.Text);
        var passages = article.Layer.SelectMany(l => l.Passages.Where(p => !p.InTitle).Select(p => (l.Key, Start: map.FromUtf16(p.Span.Start), End: map.FromUtf16(p.Span.End), p.Quote))).ToList();
        writer.WriteString("text", article.Article.Text);
        writer.WriteStartArray("label");
        foreach (var (key, start, end, _) in passages)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(start);
            writer.WriteNumberValue(end);
            writer.WriteStringValue(key);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
        ExchangeJson.WriteArticle(writer, article.Header);
        ExchangeJson.WriteSpeakers(writer, article.Layer);
        writer.WriteStartArray("quotes");
        foreach (var (start, end, quote) in passages.Select(p => (p.Start, p.End, p.Quote)).Distinct())
        {
            writer.WriteStartObject();
            writer.WriteNumber("start", start);
            writer.WriteNumber("end", end);
            writer.WriteString("text", quote);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        ExchangeJson.WriteTitle(writer, "title_evidence", article.Article, article.Layer);
    });

    public static (LabelledArticle?, string?) Read(JsonElement row, int line)
    {
        var header = ExchangeJson.ReadArticle(row, ToolFields, line.ToString(CultureInfo.InvariantCulture), row.TryGetProperty("text", out _) || !row.TryGetProperty("data", out _) ? "text" : "data");
        var text = header.Article.Text;
        var map = new CodePoints(text);
        var quotes = ExchangeJson.Items(row, "quotes").ToLookup(q => (ExchangeJson.Number(q, "start"), ExchangeJson.Number(q, "end")), q => ExchangeJson.Text(q, "text"));
        var labels = Spans(row).Select(s => ExchangeLabel.Parse(s.Label) with { Passages = [Passage.Read(text, map, OffsetUnit.CodePoint, s.Start, s.End, quotes[(s.Start, s.End)].FirstOrDefault())] }).ToList();
        return (ExchangeLabel.Label(header, [.. ExchangeJson.WithSpeakers(row, ExchangeLabel.Merge([.. labels, .. ExchangeJson.ReadTitle(row, "title_evidence", header.Article, labels)]))]), null);
    }

    /// <summary>The spans, as triples (<c>label</c>, <c>labels</c>) or as objects (<c>entities</c>, of projects with relations).</summary>
    private static IEnumerable<(int Start, int End, string Label)> Spans(JsonElement row)
    {
        foreach (var field in (string[])["label", "labels"])
        {
            if (!row.TryGetProperty(field, out var list) || list.ValueKind == JsonValueKind.Null)
                continue;
            if (list.ValueKind != JsonValueKind.Array)
                throw new FormatException($"field \"{field}\" is no list; allowed: [[start, end, \"label\"], …]");
            foreach (var span in list.EnumerateArray())
                yield return span.ValueKind == JsonValueKind.Array && span.GetArrayLength() == 3 && span[2].ValueKind == JsonValueKind.String
                    ? (ExchangeJson.Whole(span[0], field), ExchangeJson.Whole(span[1], field), span[2].GetString()!)
                    : throw new FormatException($"an entry of \"{field}\" is {span.GetRawText()}; allowed: [start, end, \"label\"]");
        }
        foreach (var entity in ExchangeJson.Items(row, "entities"))
            yield return (ExchangeJson.Number(entity, "start_offset"), ExchangeJson.Number(entity, "end_offset"), ExchangeJson.Text(entity, "label"));
    }
}
