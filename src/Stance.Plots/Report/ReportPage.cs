using System.Security.Cryptography;
using System.Text;

namespace Stance.Plots;

/// <summary>Writes the page of a report: our style and script, each allowed by its hash and nothing else, and the data as text that no browser runs.</summary>
internal static class ReportPage
{
    /// <summary>Rows of the table for whoever reads the page where scripts may not run.</summary>
    private const int MostStaticRows = 300;

    private static readonly EvidenceDepth[] Depths = [new(3, 600, 1000), new(2, 400, 100), new(1, 300, 40), new(1, 200, 15), new(1, 160, 5), new(1, 120, 1), new(0, 1, 0)];

    private static readonly string[] Scripts = ["text.js", "data.js", "page.js", "filters.js", "matrix.js", "evidence.js", "timeline.js", "network.js", "overview.js", "main.js"];

    private static readonly Lazy<string> Style = new(() => Resource("report.css"));

    private static readonly Lazy<string> Script = new(() => $"(function () {{\n'use strict';\n{string.Concat(Scripts.Select(Resource))}}})();\n");

    public static string Write(string title, ReportData data, ReportOptions options)
    {
        var page = "";
        foreach (var depth in Depths)
        {
            page = Page(title, data, depth, options);
            if (Encoding.UTF8.GetByteCount(page) <= options.MaxBytes)
                break;
        }
        return page;
    }

    private static string Page(string title, ReportData data, EvidenceDepth depth, ReportOptions options)
    {
        var arabic = options.Language == ChartLanguage.Arabic;
        var json = data.ToJson(depth);
        json["title"] = SafeText.Clean(title);
        json["language"] = arabic ? "ar" : "en";
        json["written"] = options.Written is { } day ? FrameCsv.Day(day) : null;
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"").Append(arabic ? "ar\" dir=\"rtl" : "en\" dir=\"ltr").Append("\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'; script-src '")
            .Append(Hash(Script.Value)).Append("'; style-src '").Append(Hash(Style.Value)).Append("'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light\">\n<title>")
            .Append(SafeText.Escape(title)).Append("</title>\n<style>").Append(Style.Value).Append("</style>\n</head>\n<body>\n<div id=\"report\"></div>\n<noscript>\n").Append(Static(title, data, depth, options))
            // The encoder leaves no angle bracket in it: nothing can end the element.
            .Append("</noscript>\n<script type=\"application/json\" id=\"stance-data\">").Append(json.ToJsonString(Json.Written)).Append("</script>\n<script>").Append(Script.Value).Append("</script>\n</body>\n</html>\n");
        return page.ToString();
    }

    /// <summary>The cells with the most articles, where scripts may not run (a preview in a mail).</summary>
    private static string Static(string title, ReportData data, EvidenceDepth depth, ReportOptions options)
    {
        var text = new ChartText(new ChartOptions { Language = options.Language });
        var page = new StringBuilder($"<h1>{SafeText.Escape(title)}</h1>\n<p>{text.Raw("Open this file in a browser to filter it and to see the evidence of every cell. Below: the cells with the most articles.", "افتح هذا الملف في متصفح لتصفيته ورؤية دليل كل خانة. أدناه الخانات ذات المقالات الأكثر.")}</p>\n<table class=\"plain\"><thead><tr>");
        foreach (var header in (string[])[text.Raw("State", "الدولة"), text.Raw("Issue", "القضية"), text.Raw("Score", "الدرجة"), text.Raw("95 % interval", "مجال 95٪"), text.Raw("Articles", "المقالات"), text.Raw("Evidence", "الدليل")])
            page.Append("<th scope=\"col\">").Append(header).Append("</th>");
        page.Append("</tr></thead><tbody>\n");
        foreach (var cell in data.Matrix.Cells.OrderByDescending(c => c.Count).Take(MostStaticRows))
        {
            page.Append("<tr>");
            foreach (var value in (string[])[text.RawName(cell.Actor), text.RawName(cell.Issue), ChartTable.Signed(cell.Score), ChartTable.Interval(cell.Low, cell.High), ChartTable.Count(cell.Count),
                depth.PerStance == 0 ? "" : ChartTable.First(cell.Evidence[0].Stance.Evidence)])
                page.Append("<td><bdi>").Append(SafeText.Escape(value)).Append("</bdi></td>");
            page.Append("</tr>\n");
        }
        return page.Append("</tbody></table>\n").ToString();
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Line ends as the browser hashes them, whatever a checkout made of them.</summary>
    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream("report/" + name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
