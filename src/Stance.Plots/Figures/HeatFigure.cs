using System.Text.Json.Nodes;

namespace Stance.Plots;

/// <summary>One cell of a heat map.</summary>
/// <param name="Value">What its colour shows.</param>
/// <param name="Shown">What is printed in it.</param>
/// <param name="Unsure">Whether its interval leaves the sign open.</param>
/// <param name="Hover">Lines of its label.</param>
internal sealed record HeatCell(double Value, string Shown, bool Unsure, string Hover);

/// <summary>A grid of names against names with a value printed in each cell; where there is no evidence the grid is grey with a dot.</summary>
internal static class HeatFigure
{
    /// <summary>Adds the grid to a figure.</summary>
    /// <param name="figure">To be filled.</param>
    /// <param name="columns">Names of the columns with those for the hover label.</param>
    /// <param name="rows">Names of the rows, from the top.</param>
    /// <param name="cell">The cell of a row and column, or <c>null</c>.</param>
    /// <param name="empty">Label of an empty cell.</param>
    /// <param name="scale">Colours.</param>
    /// <param name="range">Ends of the scale.</param>
    /// <param name="legend">Values named beside the colours.</param>
    public static void Fill(FigureBuilder figure, IReadOnlyList<string> columns, IReadOnlyList<string> rows, Func<int, int, HeatCell?> cell, Func<int, int, string> empty,
        (double, string)[] scale, (double Low, double High) range, (double At, string Text)[] legend)
    {
        var cells = new HeatCell?[rows.Count, columns.Count];
        for (var r = 0; r < rows.Count; r++)
            for (var c = 0; c < columns.Count; c++)
                cells[r, c] = cell(r, c);
        var none = Trace(rows.Count, columns.Count, (r, c) => cells[r, c] is null ? 0 : null, (r, c) => cells[r, c] is null ? "·" : "", (r, c) => cells[r, c] is null ? empty(r, c) : "");
        none["colorscale"] = Json.Scale([(0, Palette.NoEvidence), (1, Palette.NoEvidence)]);
        none["showscale"] = false;
        figure.Add(none);
        var values = Trace(rows.Count, columns.Count, (r, c) => cells[r, c]?.Value,
            (r, c) => cells[r, c] is { } shown ? Printed(shown, scale) : "", (r, c) => cells[r, c]?.Hover ?? "");
        values["colorscale"] = Json.Scale(scale);
        values["zmin"] = range.Low;
        values["zmax"] = range.High;
        values["colorbar"] = new JsonObject
        {
            ["tickvals"] = Json.Array(legend.Select(l => l.At)),
            ["ticktext"] = Json.Array(legend.Select(l => l.Text)),
            ["thickness"] = 14,
            ["x"] = figure.Text.Arabic ? -0.02 : 1.02,
            ["xanchor"] = figure.Text.Arabic ? "right" : "left",
            ["len"] = 1,
            ["outlinewidth"] = 0,
        };
        figure.Add(values);
        var across = FigureBuilder.Names(columns, reversed: figure.Text.Arabic);
        across["side"] = "bottom";
        across["tickangle"] = columns.Count > 6 ? -45 : 0;
        figure.Layout["xaxis"] = across;
        var down = FigureBuilder.Names(rows, reversed: true);
        down["side"] = figure.Text.Arabic ? "right" : "left";
        figure.Layout["yaxis"] = down;
        figure.Layout["height"] = 210 + Math.Max(4, rows.Count) * 38;
    }

    /// <summary>In doubt: slanted with a question mark. Dark on light and light on dark: Plotly's own choice is grey on blue.</summary>
    private static string Printed(HeatCell cell, (double, string)[] scale)
    {
        var dark = scale == Palette.Diverging ? Math.Abs(cell.Value) > 0.6 : cell.Value < 0.55;
        return $"<span style=\"color:{(dark ? "#ffffff" : "#111111")}\">{(cell.Unsure ? $"<i>{cell.Shown}?</i>" : $"<b>{cell.Shown}</b>")}</span>";
    }

    private static JsonObject Trace(int rows, int columns, Func<int, int, double?> value, Func<int, int, string> text, Func<int, int, string> hover) => new()
    {
        ["type"] = "heatmap",
        ["z"] = Json.Rows(Enumerable.Range(0, rows).Select(r => Json.Array(Enumerable.Range(0, columns).Select(c => value(r, c))))),
        ["text"] = Json.Rows(Enumerable.Range(0, rows).Select(r => Json.Array(Enumerable.Range(0, columns).Select(c => text(r, c))))),
        ["texttemplate"] = "%{text}",
        ["textfont"] = new JsonObject { ["size"] = 12 },
        ["hovertext"] = Json.Rows(Enumerable.Range(0, rows).Select(r => Json.Array(Enumerable.Range(0, columns).Select(c => hover(r, c))))),
        ["hoverinfo"] = "text",
        ["hoverongaps"] = false,
        ["xgap"] = 1,
        ["ygap"] = 1,
    };
}
