using System.Globalization;
using System.Text.Json;

namespace Stance;

/// <summary>Prodigy's rows: <c>spans</c> with <c>start</c>, <c>end</c>, <c>label</c> in code points, and the annotator's <c>answer</c>.</summary>
internal static class ProdigyRows
{
    /// <summary>Prodigy's own fields; besides them, all that begin with an underscore.</summary>
    private static readonly string[] ToolFields = ["spans", "tokens", "relations", "answer", "meta", "html", "options", "accept", "priority", "config", "versions", "view_id"];

    public static string Write(ExchangeArticle article) => ExchangeJson.Line(writer =>
    {
        var map = new CodePoints(article.Article.Text);
        writer.WriteString("text", article.Article.Text);
        writer.WriteStartArray("spans");
        foreach (var label in article.Layer)
            foreach (var passage in label.Passages.Where(p => !p.InTitle))
            {
                writer.WriteStartObject();
                writer.WriteNumber("start", map.FromUtf16(passage.Span.Start));
                writer.WriteNumber("end", map.FromUtf16(passage.Span.End));
                writer.WriteString("label", label.Key);
                writer.WriteString("text", passage.Quote);
                if (label.Probability is { } probability)
                    writer.WriteNumber("score", Math.Round(probability, 4));
                writer.WriteEndObject();
            }
        writer.WriteEndArray();
        // Predictions and unlabelled articles have had no answer yet.
        if (article is { Labels: not null, Predictions: null })
            writer.WriteString("answer", "accept");
        // What Prodigy shows below the text.
        writer.WriteStartObject("meta");
        writer.WriteString("id", article.Article.Id);
        writer.WriteEndObject();
        ExchangeJson.WriteArticle(writer, article.Header);
        ExchangeJson.WriteSpeakers(writer, article.Layer);
        ExchangeJson.WriteTitle(writer, "title_evidence", article.Article, article.Layer);
    });

    public static (LabelledArticle?, string?) Read(JsonElement row, int line, string? annotator)
    {
        // What nobody has answered yet may be a prediction: it is no label of a person.
        if (ExchangeJson.Optional(row, "answer") is var answer and not "accept")
            return (null, answer is null ? "no annotator has answered yet" : answer is "reject" or "ignore" ? $"the annotator's answer is {answer}" : throw new FormatException($"answer '{answer}'; allowed: accept, reject, ignore"));
        if (annotator is not null && annotator != ExchangeJson.Optional(row, "_annotator_id") && annotator != ExchangeJson.Optional(row, "_session_id"))
            return (null, $"not labelled by {annotator}");
        var id = row.TryGetProperty("_input_hash", out var hash) && hash.ValueKind == JsonValueKind.Number ? hash.GetRawText() : line.ToString(CultureInfo.InvariantCulture);
        var header = ExchangeJson.ReadArticle(row, [.. ToolFields, .. row.EnumerateObject().Select(f => f.Name).Where(n => n.StartsWith('_'))], id);
        var text = header.Article.Text;
        var map = new CodePoints(text);
        var labels = ExchangeJson.Items(row, "spans").Select(s => ExchangeLabel.Parse(ExchangeJson.Text(s, "label")) with
        {
            Passages = [Passage.Read(text, map, OffsetUnit.CodePoint, ExchangeJson.Number(s, "start"), ExchangeJson.Number(s, "end"), ExchangeJson.Optional(s, "text"))],
        }).ToList();
        return (ExchangeLabel.Label(header, [.. ExchangeJson.WithSpeakers(row, ExchangeLabel.Merge([.. labels, .. ExchangeJson.ReadTitle(row, "title_evidence", header.Article, labels)]))]), null);
    }
}
