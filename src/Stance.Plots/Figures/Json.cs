using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Stance.Plots;

/// <summary>Parts of a figure.</summary>
internal static class Json
{
    /// <summary>Arabic stays readable; what ends a script or begins a tag is written as an escape.</summary>
    public static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static JsonArray Array(IEnumerable<string?> values) => [.. values.Select(v => (JsonNode?)v)];

    public static JsonArray Array(IEnumerable<double?> values) => [.. values.Select(v => v is { } number && double.IsFinite(number) ? (JsonNode?)Math.Round(number, 5) : null)];

    public static JsonArray Array(IEnumerable<double> values) => Array(values.Select(v => (double?)v));

    public static JsonArray Rows(IEnumerable<JsonArray> rows) => [.. rows];

    public static JsonArray Scale(IEnumerable<(double At, string Colour)> scale) => [.. scale.Select(s => (JsonNode)new JsonArray(s.At, s.Colour))];

    /// <summary>Lays one object over another: objects are merged, all else is replaced.</summary>
    public static void Merge(JsonObject target, JsonObject over)
    {
        foreach (var (name, value) in over)
        {
            if (target[name] is JsonObject below && value is JsonObject above)
                Merge(below, above);
            else
                target[name] = value?.DeepClone();
        }
    }
}
