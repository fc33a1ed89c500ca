using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stance.Cli;

/// <summary>How the tool writes JSON: Arabic as it is, names in camel case, enumerations as the formats name them.</summary>
internal static class JsonRows
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>The name of an enumeration's value.</summary>
    public static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>Objects as JSON Lines.</summary>
    public static string Lines(IEnumerable<object> rows) => string.Concat(rows.Select(r => JsonSerializer.Serialize(r, r.GetType(), Options) + "\n"));

    /// <summary>Writes to a file, whole or not at all, or to standard output.</summary>
    public static void Write(string? path, string text)
    {
        if (path is null)
            Console.Out.Write(text);
        else
            TextFile.Write(path, text);
    }
}
