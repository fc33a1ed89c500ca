using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stance.Plots;

/// <summary>Charts as HTML that fetches nothing.</summary>
internal static class ChartPage
{
    /// <summary>No source but the page itself; a figure that asks for more gets nothing.</summary>
    public const string Policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:";

    // Plotly measures text in an element of its own, which a page from right to left would shift.
    private const string Style = "body{margin:0;padding:8px;font-family:'Noto Sans','Noto Sans Arabic','Segoe UI',Tahoma,'DejaVu Sans',sans-serif;color:#222;background:#fff}"
        + "#js-plotly-tester,.js-plotly-plot{direction:ltr}figure{margin:0 0 24px}figcaption details{margin:4px 8px}summary{cursor:pointer;color:#555}";

    private const string Config = """{"responsive":true,"displaylogo":false,"showSendToCloud":false,"modeBarButtonsToRemove":["sendDataToCloud"]}""";

    private static readonly Lazy<string> World = new(() =>
    {
        using var reader = new StreamReader(typeof(ChartPage).Assembly.GetManifestResourceStream("world.topojson")!);
        return reader.ReadToEnd();
    });

    public static string Page(string title, IReadOnlyList<StanceChart> charts)
    {
        var arabic = charts.Any(c => c.Language == ChartLanguage.Arabic);
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"").Append(arabic ? "ar\" dir=\"rtl" : "en").Append("\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(Policy)
            .Append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Append(SafeText.Escape(title)).Append("</title>\n<style>").Append(Style).Append("</style>\n");
        if (charts.Count > 0)
            page.Append(Scripts(charts.Any(c => c.NeedsMap)));
        page.Append("</head>\n<body>\n");
        foreach (var chart in charts)
            page.Append(Fragment(chart, withScript: false));
        return page.Append("</body>\n</html>\n").ToString();
    }

    public static string Fragment(StanceChart chart, bool withScript)
    {
        var figure = JsonNode.Parse(chart.ToFigureJson())!.AsObject();
        // The default encoder writes everything but plain Latin as an escape: nothing in it can end the script.
        var (data, layout) = (Script(figure["data"]!), Script(figure["layout"]!));
        var id = "stance-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(chart.ToFigureJson())))[..12];
        var height = figure["layout"]!["height"] is JsonValue set && set.TryGetValue(out double pixels) ? pixels : 520;
        var (language, table) = chart.Language == ChartLanguage.Arabic ? ("lang=\"ar\" dir=\"rtl\"", "الأرقام في جدول") : ("lang=\"en\" dir=\"ltr\"", "The figures as a table");
        return (withScript ? Scripts(chart.NeedsMap) : "")
            + $"<figure {language}><div id=\"{id}\" role=\"img\" aria-label=\"{SafeText.Escape(chart.Title)}\" style=\"min-height:{height.ToString("0", System.Globalization.CultureInfo.InvariantCulture)}px;direction:ltr\"></div>"
            // The same chart may stand on a page twice: the one before the script is meant.
            + $"<script>(function(){{var s=document.currentScript,e=s&&s.previousElementSibling||document.getElementById(\"{id}\");Plotly.newPlot(e,{data},{layout},{Config});}})();</script>"
            + $"<figcaption><details><summary>{table}</summary>{Table(chart)}</details></figcaption></figure>\n";
    }

    /// <param name="chart">The chart.</param>
    /// <param name="most">Rows shown; the rest is counted.</param>
    public static string Table(StanceChart chart, int most = int.MaxValue)
    {
        var arabic = chart.Language == ChartLanguage.Arabic;
        var (align, cell) = (arabic ? "right" : "left", "border:1px solid #ccc;padding:3px 8px;vertical-align:top");
        var table = new StringBuilder($"<table {(arabic ? "dir=\"rtl\" lang=\"ar\"" : "dir=\"ltr\" lang=\"en\"")} style=\"border-collapse:collapse;text-align:{align};font-size:13px\"><caption style=\"text-align:{align};font-weight:bold\">{SafeText.Escape(chart.Title)}</caption><thead><tr>");
        foreach (var header in chart.Headers)
            table.Append("<th scope=\"col\" style=\"" + cell + ";background:#f0f0f0\">").Append(SafeText.Escape(header)).Append("</th>");
        table.Append("</tr></thead><tbody>");
        foreach (var row in chart.Rows.Take(most))
        {
            table.Append("<tr>");
            foreach (var value in row)
                table.Append("<td style=\"" + cell + "\"><bdi>").Append(SafeText.Escape(value)).Append("</bdi></td>");
            table.Append("</tr>");
        }
        table.Append("</tbody></table>");
        if (chart.Rows.Count > most)
            table.Append("<p>… ").Append(ChartTable.Count(chart.Rows.Count - most)).Append("</p>");
        return table.ToString();
    }

    /// <summary>plotly.js with the module loaders of a page or notebook out of its sight: it is to set <c>window.Plotly</c>.</summary>
    public static string Scripts(bool map) =>
        "<script>(function(){var define,module,exports;\n" + PlotlyHost.Script.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase) + "\n}).call(window);</script>\n"
        // plotly.js looks here before it asks its server.
        + (map ? $"<script>window.PlotlyGeoAssets=window.PlotlyGeoAssets||{{topojson:{{}}}};PlotlyGeoAssets.topojson.world_110m={World.Value};</script>\n" : "");

    public static string Script(JsonNode node) => node.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.Default });
}
