using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stance;

/// <summary>What the JSON formats share: the article's own fields, evidence in the title, speakers; and reading with clear errors.</summary>
internal static class ExchangeJson
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Fields of ours beside the text: the tools carry them through.</summary>
    public static readonly string[] OwnFields = ["text", "article", "title_evidence", "title_predictions", "speakers", "quotes"];

    /// <summary>One line of JSON.</summary>
    public static string Line(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>The field <c>article</c>: everything of the article but its text and labels. A tool's own id then takes nothing away.</summary>
    public static void WriteArticle(Utf8JsonWriter writer, LabelledArticle article)
    {
        writer.WriteStartObject("article");
        LabelledJson.WriteFields(writer, article, text: false);
        writer.WriteEndObject();
    }

    /// <summary>Evidence that stands in the title, which the tools do not show: offsets in code points of the title, and whether the label shows in the text, too. It is written where there is none, too: doccano reads rows into
    /// a table, and a column that only some rows have comes back as NaN.</summary>
    public static void WriteTitle(Utf8JsonWriter writer, string field, Article article, IReadOnlyList<ExchangeLabel>? labels)
    {
        var map = new CodePoints(article.Title ?? "");
        writer.WriteStartArray(field);
        foreach (var label in labels ?? [])
            foreach (var passage in label.Passages.Where(p => p.InTitle))
            {
                writer.WriteStartObject();
                writer.WriteString("label", label.Key);
                writer.WriteNumber("start", map.FromUtf16(passage.Span.Start));
                writer.WriteNumber("end", map.FromUtf16(passage.Span.End));
                writer.WriteString("text", passage.Quote);
                writer.WriteBoolean("in_text", label.Passages.Any(p => !p.InTitle));
                if (label.Speaker is not null)
                    writer.WriteString("speaker", label.Speaker);
                writer.WriteEndObject();
            }
        writer.WriteEndArray();
    }

    /// <summary>The evidence in the title. The annotator did not see it, and corrects the spans alone: it follows the value of the span of the same actor and issue or target, and is left out where the annotator took away
    /// the last of them.</summary>
    /// <param name="row">The object that holds the field.</param>
    /// <param name="field">The field.</param>
    /// <param name="article">The article.</param>
    /// <param name="visible">The labels of the spans.</param>
    public static IEnumerable<ExchangeLabel> ReadTitle(JsonElement row, string field, Article article, IReadOnlyList<ExchangeLabel> visible)
    {
        var title = article.Title ?? "";
        var map = new CodePoints(title);
        foreach (var item in Items(row, field))
        {
            var exported = ExchangeLabel.Parse(Text(item, "label"));
            var corrected = visible.Where(l => l.IsSentiment == exported.IsSentiment && l.Actor == exported.Actor && l.On == exported.On).ToList();
            if (corrected.Count == 0 && item.TryGetProperty("in_text", out var both) && both.ValueKind == JsonValueKind.True)
                continue;
            yield return exported with
            {
                Value = corrected.Count == 0 || corrected.Exists(l => l.Value == exported.Value) ? exported.Value : corrected[0].Value,
                Passages = [Passage.Read(title, map, OffsetUnit.CodePoint, Number(item, "start"), Number(item, "end"), Optional(item, "text"), inTitle: true)],
                Speaker = Optional(item, "speaker"),
            };
        }
    }

    /// <summary>Who speaks, for tools whose labels have no room for it.</summary>
    public static void WriteSpeakers(Utf8JsonWriter writer, IReadOnlyList<ExchangeLabel> labels)
    {
        writer.WriteStartArray("speakers");
        foreach (var label in labels.Where(l => l.Speaker is not null))
        {
            writer.WriteStartObject();
            writer.WriteString("label", label.Key);
            writer.WriteString("speaker", label.Speaker);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>The labels with their speakers, found by actor and issue or target: a label whose value was corrected keeps its own.</summary>
    public static IEnumerable<ExchangeLabel> WithSpeakers(JsonElement row, IReadOnlyList<ExchangeLabel> labels)
    {
        var speakers = Items(row, "speakers").Select(s => (Label: ExchangeLabel.Parse(Text(s, "label")), Speaker: Text(s, "speaker"))).ToList();
        return labels.Select(l => l with { Speaker = l.Speaker ?? speakers.FirstOrDefault(s => s.Label.IsSentiment == l.IsSentiment && s.Label.Actor == l.Actor && s.Label.On == l.On).Speaker });
    }

    /// <summary>The article of a row without its labels: the fields of <c>article</c> first, then the row's own that are not the tool's.</summary>
    /// <param name="row">The object that holds <c>text</c>.</param>
    /// <param name="toolFields">Fields that belong to the tool.</param>
    /// <param name="id">The id where neither gives one.</param>
    /// <param name="text">The field that holds the text.</param>
    public static LabelledArticle ReadArticle(JsonElement row, IReadOnlyCollection<string> toolFields, string id, string text = "text")
    {
        var own = row.TryGetProperty("article", out var nested) && nested.ValueKind == JsonValueKind.Object ? nested.EnumerateObject().ToList() : [];
        var names = own.Select(f => f.Name).Concat(OwnFields).Concat(toolFields).Concat(["stances", "sentiments"]).ToHashSet(StringComparer.Ordinal);
        return LabelledJson.Parse(Line(writer =>
        {
            writer.WriteString("text", Text(row, text));
            foreach (var field in own.Concat(row.EnumerateObject().Where(f => !names.Contains(f.Name))))
                field.WriteTo(writer);
            if (!names.Contains("id") && !row.TryGetProperty("id", out _))
                writer.WriteString("id", id);
        }));
    }

    /// <summary>A row as an object, whatever is wrong with it being said without file and line.</summary>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new FormatException($"not valid JSON ({e.Message.Split(" LineNumber", 2)[0].TrimEnd('.')}); allowed: one JSON object a line", e);
        }
        if (document.RootElement.ValueKind == JsonValueKind.Object)
            return document;
        var kind = document.RootElement.ValueKind;
        document.Dispose();
        throw new FormatException($"found a JSON {kind.ToString().ToLowerInvariant()}; allowed: an object with \"text\"");
    }

    public static IEnumerable<JsonElement> Items(JsonElement row, string field)
    {
        if (!row.TryGetProperty(field, out var list) || list.ValueKind == JsonValueKind.Null)
            return [];
        return list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Object) ? list.EnumerateArray()
            : throw new FormatException($"field \"{field}\" is no list of objects; allowed: [{{…}}, …]");
    }

    public static string Text(JsonElement row, string field) => Optional(row, field) ?? throw new FormatException($"field \"{field}\" is missing; allowed: a string");

    public static string? Optional(JsonElement row, string field) => !row.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new FormatException($"field \"{field}\" is a {value.ValueKind.ToString().ToLowerInvariant()}; allowed: a string");

    public static int Number(JsonElement row, string field) => !row.TryGetProperty(field, out var value) ? throw new FormatException($"field \"{field}\" is missing; allowed: a whole number") : Whole(value, field);

    public static int Whole(JsonElement value, string field) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : throw new FormatException($"field \"{field}\" is {value.GetRawText()}; allowed: a whole number");
}
