using System.Text;
using System.Text.Json;

namespace Stance;

/// <summary>Label Studio's tasks: a region for each passage, with the stance or sentiment as its label and actor, issue or target, and speaker as what is said of the region
/// (see <see cref="LabelStudioConfig"/>).</summary>
internal static class LabelStudioTasks
{
    public static void Write(TextWriter writer, IEnumerable<ExchangeArticle> articles, OffsetUnit unit)
    {
        var number = 0;
        writer.Write('[');
        foreach (var article in articles)
        {
            writer.Write(number == 0 ? "\n" : ",\n");
            writer.Write(Task(article, ++number, unit));
        }
        writer.Write("\n]\n");
    }

    private static string Task(ExchangeArticle article, int number, OffsetUnit unit) => ExchangeJson.Line(writer =>
    {
        writer.WriteNumber("id", number);
        writer.WriteStartObject("data");
        writer.WriteString("text", article.Article.Text);
        ExchangeJson.WriteArticle(writer, article.Header);
        ExchangeJson.WriteTitle(writer, "title_evidence", article.Article, article.Labels);
        ExchangeJson.WriteTitle(writer, "title_predictions", article.Article, article.Predictions);
        writer.WriteEndObject();
        var map = new CodePoints(article.Article.Text);
        writer.WriteStartArray("annotations");
        if (article.Labels is not null)
        {
            writer.WriteStartObject();
            Result(writer, article.Labels, map, unit, 'a');
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("predictions");
        if (article.Predictions is { } predictions)
        {
            writer.WriteStartObject();
            writer.WriteString("model_version", "stance");
            // Label Studio sorts tasks by it.
            writer.WriteNumber("score", Math.Round(predictions.Count == 0 ? 0 : predictions.Average(p => p.Probability ?? 1), 4));
            Result(writer, predictions, map, unit, 'p');
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    });

    private static void Result(Utf8JsonWriter writer, IReadOnlyList<ExchangeLabel> labels, CodePoints map, OffsetUnit unit, char layer)
    {
        writer.WriteStartArray("result");
        for (var l = 0; l < labels.Count; l++)
        {
            var label = labels[l];
            for (var p = 0; p < label.Passages.Count; p++)
            {
                if (label.Passages[p] is not { InTitle: false } passage)
                    continue;
                var region = FormattableString.Invariant($"{layer}{l}-{p}");
                Item(region, passage, ExchangeLabel.Kind(label.IsSentiment), "labels", label.Value, passage.Quote, label.Probability);
                Item(region, passage, "actor", "choices", label.Actor);
                Item(region, passage, label.IsSentiment ? "target" : "issue", "choices", label.On);
                if (label.Speaker is not null)
                    Item(region, passage, "speaker", "textarea", label.Speaker);
            }
        }
        writer.WriteEndArray();

        void Item(string region, Passage passage, string control, string type, string value, string? quote = null, double? score = null)
        {
            writer.WriteStartObject();
            writer.WriteString("id", region);
            writer.WriteString("from_name", control);
            writer.WriteString("to_name", "text");
            writer.WriteString("type", type);
            if (score is { } probability)
                writer.WriteNumber("score", Math.Round(probability, 4));
            writer.WriteStartObject("value");
            writer.WriteNumber("start", unit == OffsetUnit.Utf16 ? passage.Span.Start : map.FromUtf16(passage.Span.Start));
            writer.WriteNumber("end", unit == OffsetUnit.Utf16 ? passage.Span.End : map.FromUtf16(passage.Span.End));
            if (quote is not null)
                writer.WriteString("text", quote);
            writer.WriteStartArray(type == "textarea" ? "text" : type);
            writer.WriteStringValue(value);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }

    /// <summary>The tasks of a file, each with its line.</summary>
    /// <exception cref="FormatException">No array of objects.</exception>
    public static IEnumerable<ExchangeRow> Read(string name, string text, ExchangeOptions options)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var number = 0;
        foreach (var (line, start, length) in Places(name, bytes))
        {
            var json = bytes.AsMemory(start, length);
            yield return new ExchangeRow(line, Encoding.UTF8.GetString(json.Span), () =>
            {
                using var document = ExchangeJson.Parse(json);
                return LabelStudioReader.Read(document.RootElement, line, options);
            }, FormattableString.Invariant($"task {++number}: "));
        }
    }

    private static List<(int Line, int Start, int Length)> Places(string name, byte[] bytes)
    {
        var places = new List<(int, int, int)>();
        var (line, counted) = (1, 0);
        var reader = new Utf8JsonReader(bytes);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartArray)
                throw new FormatException($"{name}(1): found no array; allowed: Label Studio's JSON, an array of tasks");
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var start = (int)reader.TokenStartIndex;
                line += bytes.AsSpan(counted, start - counted).Count((byte)'\n');
                counted = start;
                if (reader.TokenType != JsonTokenType.StartObject)
                    throw new FormatException($"{name}({line}): found a JSON {reader.TokenType.ToString().ToLowerInvariant()}; allowed: an array of tasks");
                reader.Skip();
                places.Add((line, start, (int)reader.BytesConsumed - start));
            }
            // What stands after the array makes this throw.
            reader.Read();
        }
        catch (JsonException e)
        {
            throw new FormatException($"{name}({e.LineNumber + 1}): not valid JSON ({e.Message.Split(" LineNumber", 2)[0].TrimEnd('.')}); allowed: Label Studio's JSON, an array of tasks", e);
        }
        return places;
    }
}
