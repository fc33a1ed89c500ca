using System.Text;
using System.Text.Json;

namespace Stance;

/// <summary>Reads issue definitions from JSON, and says on which line one is wrong.</summary>
internal static class IssueFile
{
    private static readonly string[] Languages = [LanguageDetector.Arabic, LanguageDetector.English];

    public static IssueCatalog Shipped()
    {
        using var stream = typeof(IssueFile).Assembly.GetManifestResourceStream("issues.json")
            ?? throw new InvalidOperationException("the issue catalogue is not part of this build");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse("issues.json", reader.ReadToEnd());
    }

    public static IssueCatalog Read(string path) => Parse(Path.GetFileName(path), TextFile.Read(path));

    /// <summary>Reads issues.</summary>
    /// <param name="name">Name of the file, for messages.</param>
    /// <param name="json">Its text.</param>
    /// <param name="anyId">Ids may have white space: whoever defines issues in code is free to.</param>
    public static IssueCatalog Parse(string name, string json, bool anyId = false)
    {
        if (string.IsNullOrWhiteSpace(json))
            throw new FormatException($"{name}(1): the file is empty; allowed: a JSON array of issues");
        var bytes = Encoding.UTF8.GetBytes(json);
        var issues = new List<Issue>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
                throw new FormatException($"{name}(1): found a JSON {Kind(reader.TokenType)}; allowed: an array of issues");
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var line = bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1;
                if (reader.TokenType != JsonTokenType.StartObject)
                    throw new FormatException($"{name}({line}): found a JSON {Kind(reader.TokenType)}; allowed: an object with id and proposition");
                using var document = JsonDocument.ParseValue(ref reader);
                var issue = Issue(name, line, document.RootElement, anyId);
                if (!lines.TryAdd(issue.Id, line))
                    throw new FormatException($"{name}({line}): issue id '{issue.Id}' was defined on line {lines[issue.Id]} already; allowed: each id once");
                issues.Add(issue);
            }
            while (reader.Read())
            {
                // Reading on finds what follows the array: anything but white space is an error.
            }
        }
        catch (JsonException e)
        {
            throw new FormatException($"{name}({(e.LineNumber ?? 0) + 1}): not valid JSON ({e.Message.Split(" LineNumber", 2)[0].TrimEnd('.')}); allowed: a JSON array of issues", e);
        }
        return issues.Count == 0 ? throw new FormatException($"{name}(1): the array is empty; allowed: at least one issue") : IssueCatalog.Of(issues);
    }

    /// <summary>The issues as JSON that <see cref="Parse"/> reads: the same issues make the same text, whatever order their languages were given in.</summary>
    public static string Write(IEnumerable<Issue> issues)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var issue in issues)
            {
                json.WriteStartObject();
                json.WriteString("id", issue.Id);
                foreach (var (field, texts) in ((string, IReadOnlyDictionary<string, string>)[])[("name", issue.Name), ("proposition", issue.Proposition)])
                {
                    json.WriteStartObject(field);
                    foreach (var (language, text) in texts.OrderBy(p => p.Key, StringComparer.Ordinal))
                        json.WriteString(language, text);
                    json.WriteEndObject();
                }
                foreach (var (field, phrases) in ((string, IReadOnlyDictionary<string, IReadOnlyList<string>>)[])[("topic", issue.Topic), ("favor", issue.Favor), ("against", issue.Against)])
                {
                    json.WriteStartObject(field);
                    foreach (var (language, list) in phrases.OrderBy(p => p.Key, StringComparer.Ordinal))
                    {
                        json.WriteStartArray(language);
                        foreach (var phrase in list)
                            json.WriteStringValue(phrase);
                        json.WriteEndArray();
                    }
                    json.WriteEndObject();
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private static Issue Issue(string name, int line, JsonElement row, bool anyId)
    {
        if (!row.TryGetProperty("id", out var value) || value.ValueKind == JsonValueKind.Null)
            throw new FormatException($"{name}({line}): an issue without \"id\"; allowed: a string without white space");
        if (value.ValueKind != JsonValueKind.String)
            throw new FormatException($"{name}({line}): field \"id\" is a {Kind(value)}; allowed: a string without white space");
        var id = value.GetString()!;
        if (!anyId && (id.Length == 0 || id.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))))
            throw new FormatException($"{name}({line}): issue id '{id}'; allowed: a string without white space");
        var proposition = Sentences(name, line, id, row, "proposition");
        if (proposition.Count == 0)
            throw new FormatException($"{name}({line}): issue '{id}' has no proposition; allowed: a sentence for \"ar\" or \"en\"");
        return new Issue
        {
            Id = id,
            Name = Sentences(name, line, id, row, "name"),
            Proposition = proposition,
            Topic = Phrases(name, line, id, row, "topic"),
            Favor = Phrases(name, line, id, row, "favor"),
            Against = Phrases(name, line, id, row, "against"),
        };
    }

    private static Dictionary<string, string> Sentences(string name, int line, string id, JsonElement row, string field)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!row.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return result;
        if (value.ValueKind != JsonValueKind.Object)
            throw new FormatException($"{name}({line}): field \"{field}\" of issue '{id}' is a {Kind(value)}; allowed: an object by language, such as {{\"ar\": \"…\", \"en\": \"…\"}}");
        foreach (var entry in value.EnumerateObject())
        {
            if (entry.Value.ValueKind != JsonValueKind.String)
                throw new FormatException($"{name}({line}): \"{field}\" of issue '{id}' in \"{entry.Name}\" is a {Kind(entry.Value)}; allowed: a string");
            if (!string.IsNullOrWhiteSpace(entry.Value.GetString()))
                result[entry.Name] = entry.Value.GetString()!;
        }
        return result;
    }

    private static Dictionary<string, IReadOnlyList<string>> Phrases(string name, int line, string id, JsonElement row, string field)
    {
        var result = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (!row.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return result;
        if (value.ValueKind != JsonValueKind.Object)
            throw new FormatException($"{name}({line}): field \"{field}\" of issue '{id}' is a {Kind(value)}; allowed: an object of lists by language");
        foreach (var entry in value.EnumerateObject())
        {
            if (entry.Value.ValueKind != JsonValueKind.Array || entry.Value.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.String))
                throw new FormatException($"{name}({line}): \"{field}\" of issue '{id}' in \"{entry.Name}\" is no list of strings; allowed: [\"…\", \"…\"]");
            result[entry.Name] = [.. entry.Value.EnumerateArray().Select(e => e.GetString()!).Where(p => !string.IsNullOrWhiteSpace(p))];
        }
        return result;
    }

    /// <summary>Whether an issue has text in a language that is read.</summary>
    public static bool HasText(Issue issue, string language) =>
        issue.Proposition.ContainsKey(language) || (issue.Topic.TryGetValue(language, out var topic) && topic.Count > 0);

    public static IEnumerable<string> LanguagesOf(Issue issue) => Languages.Where(l => HasText(issue, l));

    private static string Kind(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? "boolean" : value.ValueKind.ToString().ToLowerInvariant();

    private static string Kind(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "object",
        JsonTokenType.StartArray => "array",
        JsonTokenType.True or JsonTokenType.False => "boolean",
        _ => type.ToString().ToLowerInvariant(),
    };
}
