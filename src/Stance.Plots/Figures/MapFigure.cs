using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stance.Plots;

/// <summary>Stances on one issue on a map of the world.</summary>
internal static class MapFigure
{
    /// <summary>The states that the outlines have.</summary>
    private static readonly Lazy<HashSet<string>> Outlined = new(() =>
    {
        using var document = JsonDocument.Parse(typeof(MapFigure).Assembly.GetManifestResourceStream("world.topojson")!);
        return [.. document.RootElement.GetProperty("objects").GetProperty("countries").GetProperty("geometries").EnumerateArray().Select(g => g.GetProperty("id").GetString()!)];
    });

    public static StanceChart Of(StanceMatrix matrix, string issue, ChartOptions options)
    {
        var text = new ChartText(options);
        if (matrix.Issues.FirstOrDefault(i => i.Id == issue) is not { } found)
            throw new ArgumentException($"issue '{issue}' has no evidence in the matrix; allowed: {string.Join(", ", matrix.Issues.Select(i => i.Id))}", nameof(issue));
        var cells = matrix.Actors.Select(a => matrix[a.Code, issue]).OfType<StanceCell>().ToList();
        var states = cells.Where(c => Outlined.Value.Contains(c.Actor.Code)).ToList();
        var others = cells.Except(states).ToList();
        var note = text.Raw("Score from −1 to +1. Grey: no evidence; white: neutral. “?”: one article only, or an interval that holds 0.", "الدرجة من −1 إلى +1. رمادي: لا دليل، أبيض: محايد. «?»: مقالة واحدة فقط، أو مجال يضم الصفر.");
        if (others.Count > 0)
            note += text.Raw(" Not on the map: ", " خارج الخريطة: ") + string.Join(text.Raw(", ", "، "), others.Select(c => $"{text.RawName(c.Actor)} {ChartTable.Signed(c.Score)}")) + ".";
        var figure = new FigureBuilder(text, text.RawName(found), note)
        {
            Map = true,
            Headers = [text.Raw("Actor", "الطرف"), text.Raw("Score", "الدرجة"), text.Raw("95 % interval", "مجال 95٪"), text.Raw("Articles", "المقالات"), text.Raw("Evidence", "الدليل")],
        };
        foreach (var c in cells.OrderByDescending(c => c.Score))
            figure.Rows.Add([text.RawName(c.Actor), ChartTable.Signed(c.Score), ChartTable.Interval(c.Low, c.High), ChartTable.Count(c.Count), ChartTable.First(c.Evidence[0].Stance.Evidence)]);
        var silent = Outlined.Value.Except(states.Select(c => c.Actor.Code)).Order(StringComparer.Ordinal).ToList();
        var none = Choropleth(silent, silent.Select(_ => 0.0), silent.Select(code => ActorCatalog.Default.Find(code) is { } actor ? ChartText.Hover($"<b>{text.Name(actor)}</b>", text.NoEvidence) : text.NoEvidence));
        none["colorscale"] = Json.Scale([(0, "#d0d0d0"), (1, "#d0d0d0")]);
        none["showscale"] = false;
        figure.Add(none);
        var scores = Choropleth(states.Select(c => c.Actor.Code), states.Select(c => c.Score), states.Select(c => MatrixFigure.Hover(text, c)));
        scores["colorscale"] = Json.Scale(Palette.Diverging);
        scores["marker"]!["line"] = new JsonObject { ["color"] = "#333333", ["width"] = 1 };
        var legend = MatrixFigure.Legend(text, "against", "معارض", "favor", "مؤيد");
        scores["colorbar"] = new JsonObject { ["tickvals"] = Json.Array(legend.Select(l => l.Item1)), ["ticktext"] = Json.Array(legend.Select(l => l.Item2)), ["thickness"] = 14, ["len"] = 0.7 };
        figure.Add(scores);
        figure.Add(new JsonObject
        {
            ["type"] = "scattergeo",
            ["mode"] = "text",
            ["locationmode"] = "ISO-3",
            ["locations"] = Json.Array(states.Select(c => (string?)c.Actor.Code)),
            ["text"] = Json.Array(states.Select(c => MatrixFigure.IsUnsure(c) ? $"<i>{ChartText.Signed(c.Score)}?</i>" : $"<b>{ChartText.Signed(c.Score)}</b>")),
            ["textfont"] = new JsonObject { ["size"] = 11, ["color"] = Json.Array(states.Select(c => Math.Abs(c.Score) > 0.6 ? "#ffffff" : "#111111")) },
            ["hoverinfo"] = "skip",
        });
        figure.Layout["geo"] = new JsonObject
        {
            ["projection"] = new JsonObject { ["type"] = "natural earth" },
            ["resolution"] = 110,
            ["showframe"] = false,
            ["showcoastlines"] = false,
            ["showland"] = false,
            ["showocean"] = false,
            ["showlakes"] = false,
            ["showrivers"] = false,
            ["showcountries"] = false,
            ["bgcolor"] = "#ffffff",
            ["lataxis"] = new JsonObject { ["range"] = new JsonArray(-58, 84) },
        };
        figure.Layout["margin"] = new JsonObject { ["t"] = figure.Layout["margin"]!["t"]!.GetValue<int>(), ["l"] = 10, ["r"] = 10, ["b"] = 10 };
        figure.Layout["height"] = 600;
        return figure.Build();
    }

    private static JsonObject Choropleth(IEnumerable<string> codes, IEnumerable<double> scores, IEnumerable<string> hover) => new()
    {
        ["type"] = "choropleth",
        ["locationmode"] = "ISO-3",
        ["locations"] = Json.Array(codes),
        ["z"] = Json.Array(scores),
        ["zmin"] = -1,
        ["zmax"] = 1,
        ["hovertext"] = Json.Array(hover),
        ["hoverinfo"] = "text",
        ["marker"] = new JsonObject { ["line"] = new JsonObject { ["color"] = "#ffffff", ["width"] = 0.5 } },
    };
}
