using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stance;

/// <summary>The JSON form of a labelled article.</summary>
internal static class LabelledJson
{
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
        Stances = [.. Items(row, "stances").Select(Stance)],
        Sentiments = [.. Items(row, "sentiments").Select(Sentiment)],
        LabelledIssues = row.TryGetProperty("labelled_issues", out var issues) && issues.ValueKind != JsonValueKind.Null
            ? Strings(issues, "labelled_issues").ToHashSet(StringComparer.Ordinal) : null,
        Split = Optional(row, "split"),
    };

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
        new(Required(row, "stances", "actor"), Required(row, "stances", "issue"), StanceOf(Required(row, "stances", "stance")), Evidence(row), Optional(row, "speaker"));

    private static GoldSentiment Sentiment(JsonElement row) =>
        new(Required(row, "sentiments", "source"), Required(row, "sentiments", "target"), SentimentOf(Required(row, "sentiments", "sentiment")), Evidence(row));

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
            ArticleJson.WriteFields(writer, labelled.Article);
            if (labelled.Split is not null)
                writer.WriteString("split", labelled.Split);
            if (labelled.LabelledIssues is not null)
                WriteStrings(writer, "labelled_issues", labelled.LabelledIssues.Order(StringComparer.Ordinal));
            writer.WriteStartArray("stances");
            foreach (var stance in labelled.Stances)
            {
                writer.WriteStartObject();
                writer.WriteString("actor", stance.Actor);
                writer.WriteString("issue", stance.Issue);
                writer.WriteString("stance", NameOf(stance.Stance));
                if (stance.Speaker is not null)
                    writer.WriteString("speaker", stance.Speaker);
                WriteStrings(writer, "evidence", stance.Evidence);
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
                WriteStrings(writer, "evidence", sentiment.Evidence);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
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
