using System.Globalization;
using System.Text.Json;

namespace Stance;

/// <summary>Reads one task of Label Studio.</summary>
internal static class LabelStudioReader
{
    /// <summary>What a result says of one region.</summary>
    private sealed class Region
    {
        public int Start, End;
        public string? Quote, Kind, Value, Speaker;
        public Dictionary<string, string> Choices { get; } = new(StringComparer.Ordinal);
    }

    public static (LabelledArticle?, string?) Read(JsonElement task, int line, ExchangeOptions options)
    {
        if (!task.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
            throw new FormatException("field \"data\" is missing; allowed: an object with \"text\"");
        var id = task.TryGetProperty("id", out var own) && own.ValueKind == JsonValueKind.Number ? own.GetRawText() : line.ToString(CultureInfo.InvariantCulture);
        var header = ExchangeJson.ReadArticle(data, [], id);
        var layer = options.Predictions ? "predictions" : "annotations";
        var answers = ExchangeJson.Items(task, layer).Where(a => !(a.TryGetProperty("was_cancelled", out var cancelled) && cancelled.ValueKind == JsonValueKind.True)).ToList();
        if (options.Annotator is { } annotator)
            answers = [.. answers.Where(a => IsOf(a, options.Predictions ? "model_version" : "completed_by", annotator))];
        if (answers.Count == 0)
            return (null, $"no {layer}{(options.Annotator is null ? "" : $" of {options.Annotator}")}");
        if (answers.Count > 1)
            throw new FormatException($"{answers.Count} {layer}; allowed: one, or one chosen by its annotator");
        var regions = Regions(answers[0]);
        var labels = Labels(regions, header.Article.Text);
        var title = ExchangeJson.ReadTitle(data, options.Predictions ? "title_predictions" : "title_evidence", header.Article, labels);
        return (ExchangeLabel.Label(header, ExchangeLabel.Merge([.. labels, .. title])), null);
    }

    private static bool IsOf(JsonElement answer, string field, string annotator) => answer.TryGetProperty(field, out var by) && by.ValueKind switch
    {
        JsonValueKind.String => by.GetString() == annotator,
        JsonValueKind.Number => by.GetRawText() == annotator,
        JsonValueKind.Object => by.EnumerateObject().Any(f => f.Name is "id" or "email" && f.Value.ToString() == annotator),
        _ => false,
    };

    private static Dictionary<string, Region> Regions(JsonElement answer)
    {
        var regions = new Dictionary<string, Region>(StringComparer.Ordinal);
        foreach (var item in ExchangeJson.Items(answer, "result"))
        {
            var control = ExchangeJson.Optional(item, "from_name");
            if (control is not ("stance" or "sentiment" or "actor" or "issue" or "target" or "speaker"))
                continue;
            var id = ExchangeJson.Text(item, "id");
            if (!item.TryGetProperty("value", out var value) || value.ValueKind != JsonValueKind.Object)
                throw new FormatException($"region '{id}': field \"value\" is missing; allowed: an object with \"start\" and \"end\"");
            if (!regions.TryGetValue(id, out var region))
                regions[id] = region = new Region { Start = ExchangeJson.Number(value, "start"), End = ExchangeJson.Number(value, "end") };
            else if (region.Start != ExchangeJson.Number(value, "start") || region.End != ExchangeJson.Number(value, "end"))
                throw new FormatException($"region '{id}' stands at two places; allowed: one start and one end");
            switch (control)
            {
                case "stance" or "sentiment" when region.Kind is not null:
                    throw new FormatException($"region '{id}' has two labels; allowed: one stance or one sentiment, and a region for each");
                case "stance" or "sentiment":
                    (region.Kind, region.Value) = (control, One(value, "labels", id));
                    region.Quote = value.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
                    break;
                case "speaker":
                    region.Speaker = One(value, "text", id);
                    break;
                default:
                    region.Choices[control] = One(value, "choices", id);
                    break;
            }
        }
        return regions;
    }

    private static string One(JsonElement value, string field, string region) =>
        value.TryGetProperty(field, out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() == 1 && list[0].ValueKind == JsonValueKind.String ? list[0].GetString()!
        : throw new FormatException($"region '{region}': field \"{field}\" is not one string; allowed: [\"…\"]");

    /// <summary>The labels, by the unit that agrees with all quoted words of the task: code points, or else the UTF-16 code units of older versions.</summary>
    private static List<ExchangeLabel> Labels(Dictionary<string, Region> regions, string text)
    {
        var map = new CodePoints(text);
        try
        {
            return Labels(regions, text, map, OffsetUnit.CodePoint);
        }
        catch (FormatException) when (map.Length != text.Length && regions.Values.All(r => r.Quote is not null))
        {
            try
            {
                return Labels(regions, text, map, OffsetUnit.Utf16);
            }
            catch (FormatException)
            {
                // Neither fits: what is wrong is said in the unit of today.
            }
            throw;
        }
    }

    private static List<ExchangeLabel> Labels(Dictionary<string, Region> regions, string text, CodePoints map, OffsetUnit unit)
    {
        var labels = new List<ExchangeLabel>();
        foreach (var (id, region) in regions)
        {
            if (region.Kind is null)
                throw new FormatException($"region '{id}' has no label; allowed: a stance or a sentiment");
            var sentiment = region.Kind == "sentiment";
            try
            {
                labels.Add(ExchangeLabel.Of(sentiment, Choice("actor"), Choice(sentiment ? "target" : "issue"), region.Value!) with { Passages = [Passage.Read(text, map, unit, region.Start, region.End, region.Quote)], Speaker = region.Speaker });
            }
            catch (FormatException e)
            {
                throw new FormatException($"region '{id}': {e.Message}", e);
            }

            string Choice(string control) => region.Choices.GetValueOrDefault(control) ?? throw new FormatException($"no {control} is chosen; allowed: one for each region");
        }
        return labels;
    }
}
