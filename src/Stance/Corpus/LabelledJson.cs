using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stance;

/// <summary>The JSON form of a labelled article.</summary>
internal static class LabelledJson
{
    /// <summary>What an entry of <c>stances</c> says in place of a stance where somebody found none.</summary>
    public const string NoStance = "none";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static LabelledArticle Parse(string json)
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
        using (document)
        {
            try
            {
                return Parse(document.RootElement);
            }
            catch (InvalidOperationException e)
            {
                throw ArticleJson.HalfPair("a label", e);
            }
        }
    }

    private static LabelledArticle Parse(JsonElement row) => new()
    {
        Article = ArticleJson.Parse(row),
        Stances = Stances(row),
        Absent = [.. Items(row, "stances").Where(IsAbsence).Select(s => new GoldAbsence(Required(s, "stances", "actor"), Required(s, "stances", "issue")))],
        SentimentsLabelled = Flag(row, "labelled_sentiments") ?? true,
        Sentiments = Sentiments(row),
        LabelledIssues = row.TryGetProperty("labelled_issues", out var issues) && issues.ValueKind != JsonValueKind.Null
            ? Strings(issues, "labelled_issues").ToHashSet(StringComparer.Ordinal) : null,
        Split = Optional(row, "split"),
    };

    /// <summary>The stances that a row lists; an entry that says there is none is no stance.</summary>
    public static GoldStance[] Stances(JsonElement row) => [.. Items(row, "stances").Where(s => !IsAbsence(s)).Select(Stance)];

    private static bool IsAbsence(JsonElement stance) => Optional(stance, "stance") == NoStance;

    private static bool? Flag(JsonElement row, string field) => !row.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw new FormatException($"field \"{field}\" is a {value.ValueKind.ToString().ToLowerInvariant()}; allowed: true or false");

    /// <summary>The sentiments that a row lists.</summary>
    public static GoldSentiment[] Sentiments(JsonElement row) => [.. Items(row, "sentiments").Select(Sentiment)];

    public static StanceLabel StanceOf(string? value) => value switch
    {
        "favor" => StanceLabel.Favor,
        "against" => StanceLabel.Against,
        "neutral" => StanceLabel.Neutral,
        _ => throw new FormatException($"stance '{value}' is not one of favor, against, neutral"),
    };

    public static string NameOf(StanceLabel stance) => stance switch
    {
        StanceLabel.Favor => "favor",
        StanceLabel.Against => "against",
        _ => "neutral",
    };

    public static SentimentLabel SentimentOf(string? value) => value switch
    {
        "positive" => SentimentLabel.Positive,
        "negative" => SentimentLabel.Negative,
        "neutral" => SentimentLabel.Neutral,
        _ => throw new FormatException($"sentiment '{value}' is not one of positive, negative, neutral"),
    };

    public static string NameOf(SentimentLabel sentiment) => sentiment switch
    {
        SentimentLabel.Positive => "positive",
        SentimentLabel.Negative => "negative",
        _ => "neutral",
    };

    private static IEnumerable<JsonElement> Items(JsonElement row, string field)
    {
        if (!row.TryGetProperty(field, out var list) || list.ValueKind == JsonValueKind.Null)
            return [];
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.Object))
            throw new FormatException($"field \"{field}\" is no list of objects; allowed: [{{…}}, …]");
        return list.EnumerateArray();
    }

    private static GoldStance Stance(JsonElement row) =>
        new(Required(row, "stances", "actor"), Required(row, "stances", "issue"), StanceOf(Required(row, "stances", "stance")), Evidence(row), Optional(row, "speaker")) { Spans = Spans(row) };

    private static GoldSentiment Sentiment(JsonElement row) =>
        new(Required(row, "sentiments", "source"), Required(row, "sentiments", "target"), SentimentOf(Required(row, "sentiments", "sentiment")), Evidence(row)) { Spans = Spans(row) };

    private static string Required(JsonElement row, string list, string field) =>
        Optional(row, field) ?? throw new FormatException($"an entry of \"{list}\" has no \"{field}\"; allowed: a string");

    private static string? Optional(JsonElement row, string field) =>
        !row.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new FormatException($"field \"{field}\" is a {value.ValueKind.ToString().ToLowerInvariant()}; allowed: a string");

    /// <summary>Evidence as quotations, or as the objects with <c>text</c> that <c>stance analyze</c> writes.</summary>
    private static string[] Evidence(JsonElement row)
    {
        if (!row.TryGetProperty("evidence", out var list) || list.ValueKind == JsonValueKind.Null)
            return [];
        if (list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Object))
            return [.. list.EnumerateArray().Select(e => Required(e, "evidence", "text"))];
        return [.. Strings(list, "evidence")];
    }

    /// <summary>The places of the evidence, where it is given as objects: with <c>start</c> and <c>end</c> in the text, with <c>"field": "title"</c> in the title. Beside one of them, an object with neither is of the title, too.</summary>
    private static TextSpan?[]? Spans(JsonElement row)
    {
        if (!row.TryGetProperty("evidence", out var list) || list.ValueKind != JsonValueKind.Array || !list.EnumerateArray().Any(e => e.ValueKind == JsonValueKind.Object && (e.TryGetProperty("start", out _) || Optional(e, "field") is not null)))
            return null;
        return [.. list.EnumerateArray().Select(Span)];
    }

    private static TextSpan? Span(JsonElement passage)
    {
        var (field, placed) = (Optional(passage, "field"), passage.TryGetProperty("start", out var start));
        if (field is not (null or "text" or "title") || (field == "title" && placed) || (field == "text" && !placed))
            throw new FormatException($"field '{field}' of evidence {(placed ? "with" : "without")} \"start\"; allowed: \"title\" without \"start\" and \"end\", or \"text\" with them");
        return placed ? new TextSpan(Offset(start), passage.TryGetProperty("end", out var end) ? Offset(end) : -1) : null;
    }

    private static int Offset(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var offset) ? offset
        : throw new FormatException($"an offset of evidence is {value.GetRawText()}; allowed: a whole number of UTF-16 code units");

    private static IEnumerable<string> Strings(JsonElement list, string field) =>
        list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String)
            ? list.EnumerateArray().Select(e => e.GetString()!)
            : throw new FormatException($"field \"{field}\" is no list of strings; allowed: [\"…\", …]");

    /// <summary>One line of JSON, the caller's own fields included.</summary>
    public static string Write(LabelledArticle labelled)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            WriteFields(writer, labelled, text: true);
            writer.WriteStartArray("stances");
            foreach (var stance in labelled.Stances)
            {
                writer.WriteStartObject();
                writer.WriteString("actor", stance.Actor);
                writer.WriteString("issue", stance.Issue);
                writer.WriteString("stance", NameOf(stance.Stance));
                if (stance.Speaker is not null)
                    writer.WriteString("speaker", stance.Speaker);
                WriteEvidence(writer, stance.Evidence, stance.Spans);
                writer.WriteEndObject();
            }
            foreach (var absence in labelled.Absent)
            {
                writer.WriteStartObject();
                writer.WriteString("actor", absence.Actor);
                writer.WriteString("issue", absence.Issue);
                writer.WriteString("stance", NoStance);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteStartArray("sentiments");
            foreach (var sentiment in labelled.Sentiments)
            {
                writer.WriteStartObject();
                writer.WriteString("source", sentiment.Source);
                writer.WriteString("target", sentiment.Target);
                writer.WriteString("sentiment", NameOf(sentiment.Sentiment));
                WriteEvidence(writer, sentiment.Evidence, sentiment.Spans);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes everything but the labels into an open object.</summary>
    public static void WriteFields(Utf8JsonWriter writer, LabelledArticle labelled, bool text)
    {
        ArticleJson.WriteFields(writer, labelled.Article, text);
        if (labelled.Split is not null)
            writer.WriteString("split", labelled.Split);
        if (labelled.LabelledIssues is not null)
            WriteStrings(writer, "labelled_issues", labelled.LabelledIssues.Order(StringComparer.Ordinal));
        if (!labelled.SentimentsLabelled)
            writer.WriteBoolean("labelled_sentiments", false);
    }

    private static void WriteEvidence(Utf8JsonWriter writer, IReadOnlyList<string> evidence, IReadOnlyList<TextSpan?>? spans)
    {
        if (spans is null)
        {
            WriteStrings(writer, "evidence", evidence);
            return;
        }
        // Beside a place in the text, no place says as much: such a row, and the corpus's hash, stay what they were before there was the field.
        var titleOnly = spans.All(s => s is null);
        writer.WriteStartArray("evidence");
        for (var i = 0; i < evidence.Count; i++)
        {
            writer.WriteStartObject();
            if (spans[i] is { } span)
            {
                writer.WriteNumber("start", span.Start);
                writer.WriteNumber("end", span.End);
            }
            else if (titleOnly)
                writer.WriteString("field", "title");
            writer.WriteString("text", evidence[i]);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    /// <summary>SHA-256 over every label, text and issue definition, whatever the spelling of their JSON.</summary>
    public static string Hash(IReadOnlyList<LabelledArticle> articles, IssueCatalog issues)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var article in articles)
            Add(Write(article));
        foreach (var issue in issues)
        {
            Add(issue.Id);
            foreach (var (field, texts) in ((string, IReadOnlyDictionary<string, string>)[])[("name", issue.Name), ("proposition", issue.Proposition)])
                foreach (var (language, text) in texts.OrderBy(p => p.Key, StringComparer.Ordinal))
                    Add($"{field} {language}", text);
            foreach (var (field, phrases) in ((string, IReadOnlyDictionary<string, IReadOnlyList<string>>)[])[("topic", issue.Topic), ("favor", issue.Favor), ("against", issue.Against)])
                foreach (var (language, list) in phrases.OrderBy(p => p.Key, StringComparer.Ordinal))
                    Add([$"{field} {language}", .. list]);
        }
        return Convert.ToHexStringLower(sha.GetHashAndReset());

        // Each text ends in a zero, so that none can flow into the next.
        void Add(params ReadOnlySpan<string> texts)
        {
            foreach (var text in texts)
                sha.AppendData(Encoding.UTF8.GetBytes(text + "\0"));
        }
    }
}
