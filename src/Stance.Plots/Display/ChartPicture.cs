using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Stance.Plots;

/// <summary>Charts as pictures, for what draws no Plotly figure.</summary>
internal static class ChartPicture
{
    /// <summary>Rows of the table that stands with a picture.</summary>
    public const int MostRows = 30;

    private const int Width = 1000, Height = 520;

    /// <summary>The picture as an element, or <c>null</c> where no Chromium is found or it fails: the table shows the same.</summary>
    public static string? Of(StanceChart chart)
    {
        if (!StanceChart.CanDraw)
            return null;
        try
        {
            return $"<img alt=\"{SafeText.Escape(chart.Title)}\" style=\"max-width:100%\" src=\"data:image/png;base64,{Convert.ToBase64String(chart.ToPng(Width))}\">";
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or Win32Exception)
        {
            return null;
        }
    }

    /// <summary>A page that is the chart and nothing else.</summary>
    public static string Page(StanceChart chart, int width, out int height)
    {
        var figure = JsonNode.Parse(chart.ToFigureJson())!.AsObject();
        height = figure["layout"]!["height"] is JsonValue set && set.TryGetValue(out double pixels) ? (int)Math.Ceiling(pixels) : Height;
        var size = string.Create(CultureInfo.InvariantCulture, $"width:{width}px;height:{height}px");
        return $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{ChartPage.Policy}\"><style>body{{margin:0;background:#fff}}</style>{ChartPage.Scripts(chart.NeedsMap)}</head><body>"
            + $"<div id=\"chart\" style=\"{size}\"></div><script>Plotly.newPlot(\"chart\",{ChartPage.Script(figure["data"]!)},{ChartPage.Script(figure["layout"]!)},{{staticPlot:true}});</script></body></html>";
    }
}
