using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Stance;

/// <summary>The JSON form of an article: one object, known fields typed, the rest carried through.</summary>
internal static class ArticleJson
{
    /// <summary>Fields that belong to labels, not to the article itself, and so are never copied to <see cref="Article.Extra"/>.</summary>
    private static readonly ImmutableHashSet<string> LabelFields = ["stances", "sentiments", "labelled_issues", "labelled_sentiments", "split", "pairs"];

    public static Article Parse(string json)
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
                throw HalfPair("a field's name", e);
            }
        }
    }

    /// <summary>The error for JSON strings that hold no text: System.Text.Json finds them only when they are read.</summary>
    public static FormatException HalfPair(string what, InvalidOperationException e) => new($"{what} holds half a surrogate pair; allowed: whole Unicode characters", e);

    public static Article Parse(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
            throw new FormatException($"found a JSON {row.ValueKind.ToString().ToLowerInvariant()}; allowed: an object with \"text\"");
        var extra = ImmutableDictionary.CreateBuilder<string, JsonElement>(StringComparer.Ordinal);
        string? text = null, title = null, id = null, language = null, url = null;
        string? source = null;
        DateOnly? published = null;
        foreach (var field in row.EnumerateObject())
        {
            switch (field.Name)
            {
                case "text": text = String(field); break;
                case "title": title = String(field); break;
                case "id": id = field.Value.ValueKind == JsonValueKind.Number ? field.Value.GetRawText() : String(field); break;
                case "language": language = String(field); break;
                case "url": url = String(field); break;
                case "published": published = Date(field); break;
                // A source may be a name or a record of provenance: the name is typed, a record is carried through.
                case "source" when field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null: source = String(field); break;
                default:
                    if (!LabelFields.Contains(field.Name))
                        extra[field.Name] = Whole(field).Clone();
                    break;
            }
        }
        if (text is null)
            throw new FormatException("field \"text\" is missing; allowed: an object with \"text\"");
        return new Article
        {
            Id = id ?? "",
            Text = text,
            Title = title,
            Published = published,
            Language = language,
            Source = source,
            Url = url,
            Extra = extra.ToImmutable(),
        };
    }

    /// <summary>Writes the article's own fields, the caller's included, into an open object.</summary>
    public static void WriteFields(Utf8JsonWriter writer, Article article, bool text = true)
    {
        writer.WriteString("id", article.Id);
        if (article.Language is not null) writer.WriteString("language", article.Language);
        if (article.Title is not null) writer.WriteString("title", article.Title);
        if (article.Published is { } date) writer.WriteString("published", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (article.Source is not null) writer.WriteString("source", article.Source);
        if (article.Url is not null) writer.WriteString("url", article.Url);
        foreach (var (name, value) in article.Extra.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
        if (text) writer.WriteString("text", article.Text);
    }

    private static string? String(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.String => Whole(field).GetString(),
        JsonValueKind.Null => null,
        _ => throw new FormatException($"field \"{field.Name}\" is a {field.Value.ValueKind.ToString().ToLowerInvariant()}; allowed: a string"),
    };

    /// <summary>The value of a field whose strings can be read and written again.</summary>
    private static JsonElement Whole(JsonProperty field)
    {
        try
        {
            Read(field.Value);
            return field.Value;
        }
        catch (InvalidOperationException e)
        {
            throw HalfPair($"field \"{field.Name}\"", e);
        }
    }

    private static void Read(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                _ = value.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    Read(item);
                break;
            case JsonValueKind.Object:
                foreach (var field in value.EnumerateObject())
                {
                    _ = field.Name;
                    Read(field.Value);
                }
                break;
        }
    }

    private static DateOnly? Date(JsonProperty field)
    {
        var value = String(field);
        if (string.IsNullOrWhiteSpace(value))
            return null;
        var day = value.Length > 10 && value[10] is 'T' or ' ' ? value[..10] : value;
        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new FormatException($"field \"published\" is '{value}'; allowed: yyyy-MM-dd");
    }
}
