using System.Text.Json.Nodes;

namespace Stance.Plots;

/// <summary>Gathers the traces and the layout of one chart.</summary>
internal sealed class FigureBuilder
{
    private readonly JsonArray traces = [];
    private readonly string title;

    /// <param name="text">Language and options.</param>
    /// <param name="title">Title of our own making, raw; a title in the options goes before it.</param>
    /// <param name="note">What the reader needs to know to read the chart, raw; numbers with a sign are isolated here.</param>
    public FigureBuilder(ChartText text, string title, string note = "")
    {
        Text = text;
        this.title = text.Options.Title ?? title;
        var (titles, notes) = (SafeText.Wrap(this.title, 300, 80), SafeText.Wrap(note, 600, 120));
        var shown = $"<b>{string.Join("<br>", titles.Select(SafeText.Line))}</b>"
            + string.Concat(notes.Select(l => $"<br><span style=\"font-size:12px;color:#555555\">{SafeText.Isolate(SafeText.Numbers(SafeText.Escaped(l)), text.Arabic)}</span>"));
        Layout = new JsonObject
        {
            ["title"] = new JsonObject { ["text"] = shown, ["x"] = text.Arabic ? 0.98 : 0.02, ["xanchor"] = text.Arabic ? "right" : "left", ["y"] = 1, ["yanchor"] = "top", ["yref"] = "container", ["pad"] = new JsonObject { ["t"] = 42 }, ["font"] = new JsonObject { ["size"] = 17 } },
            ["font"] = new JsonObject { ["family"] = "'Noto Sans', 'Noto Sans Arabic', 'Segoe UI', Tahoma, 'DejaVu Sans', sans-serif", ["size"] = 13, ["color"] = Palette.Ink },
            ["paper_bgcolor"] = "#ffffff",
            ["plot_bgcolor"] = "#ffffff",
            ["margin"] = new JsonObject { ["t"] = 56 + 23 * (titles.Count + notes.Count), ["l"] = 60, ["r"] = 60, ["b"] = 60 },
            ["hoverlabel"] = new JsonObject { ["align"] = text.Arabic ? "right" : "left", ["bgcolor"] = "#ffffff", ["bordercolor"] = "#444444", ["font"] = new JsonObject { ["color"] = Palette.Ink, ["size"] = 13 } },
            ["showlegend"] = false,
        };
    }

    public ChartText Text { get; }

    public JsonObject Layout { get; }

    /// <summary>What the chart shows, as rows of raw text, for those who cannot see it or have no script.</summary>
    public List<string[]> Rows { get; } = [];

    public string[] Headers { get; set; } = [];

    /// <summary>The chart needs the outlines of the world.</summary>
    public bool Map { get; set; }

    public void Add(JsonObject trace) => traces.Add(trace);

    /// <summary>Appends to a list of the layout (<c>shapes</c>, <c>annotations</c>).</summary>
    public void Append(string list, JsonObject item)
    {
        if (Layout[list] is not JsonArray array)
            Layout[list] = array = [];
        array.Add(item);
    }

    /// <summary>A text in the place of a chart that has nothing to show.</summary>
    public FigureBuilder Nothing()
    {
        foreach (var axis in (string[])["xaxis", "yaxis"])
            Layout[axis] = new JsonObject { ["visible"] = false };
        Append("annotations", new JsonObject { ["text"] = Text.NoEvidence, ["showarrow"] = false, ["xref"] = "paper", ["yref"] = "paper", ["x"] = 0.5, ["y"] = 0.5, ["font"] = new JsonObject { ["size"] = 18, ["color"] = "#777777" } });
        return this;
    }

    /// <summary>An axis of names at 0, 1, 2 …: a name is never taken for a number or a date, and two that are spelt alike stay two.</summary>
    public static JsonObject Names(IReadOnlyCollection<string> names, bool reversed) => new()
    {
        ["type"] = "linear",
        ["tickmode"] = "array",
        ["tickvals"] = Json.Array(Enumerable.Range(0, names.Count).Select(i => (double)i)),
        ["ticktext"] = Json.Array(names),
        ["range"] = reversed ? new JsonArray(names.Count - 0.5, -0.5) : new JsonArray(-0.5, names.Count - 0.5),
        ["automargin"] = true,
        ["showgrid"] = false,
        ["zeroline"] = false,
        ["fixedrange"] = true,
        // Unseen, they keep the names off the cells.
        ["ticks"] = "outside",
        ["ticklen"] = 6,
        ["tickcolor"] = "rgba(0,0,0,0)",
    };

    /// <summary>An axis of scores from −1 to 1 with its three words.</summary>
    public JsonObject Scores() => new()
    {
        ["range"] = new JsonArray(-1.15, 1.15),
        ["tickvals"] = Json.Array([-1.0, -0.5, 0.0, 0.5, 1.0]),
        ["ticktext"] = Json.Array([Side(-1, "against", "معارض"), ChartText.Signed(-0.5), Side(0, "neutral", "محايد"), ChartText.Signed(0.5), Side(1, "favor", "مؤيد")]),
        ["zeroline"] = true,
        ["zerolinecolor"] = "#888888",
        ["gridcolor"] = Palette.Grid,
        ["automargin"] = true,
    };

    private string Side(double score, string english, string arabic) => SafeText.Isolate($"{ChartText.Signed(score)} {Text.Raw(english, arabic)}", Text.Arabic);

    public StanceChart Build() => new(title, Text.Options.Language, PlotlyHost.Figure(traces.ToJsonString(Json.Written), Layout.ToJsonString(Json.Written)), Headers, Rows, Map);
}
