using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stance.Plots;

/// <summary>A chart: a Plotly figure as data, and as a page that needs no network. Immutable.</summary>
[TypeFormatterSource(typeof(ChartFormatters), PreferredMimeTypes = [ChartFormatters.Plotly, "text/html", "text/plain"])]
public sealed class StanceChart
{
    private readonly string figure;

    internal StanceChart(string title, ChartLanguage language, string figure, IReadOnlyList<string> headers, IReadOnlyList<string[]> rows, bool map) =>
        (Title, Language, this.figure, Headers, Rows, NeedsMap) = (title, language, JsonNode.Parse(figure)!.ToJsonString(Json.Written), headers, rows, map);

    private StanceChart(StanceChart other, string figure) : this(other.Title, other.Language, figure, other.Headers, other.Rows, other.NeedsMap)
    {
    }

    /// <summary>What the chart shows.</summary>
    public string Title { get; }

    /// <summary>Language of its labels.</summary>
    public ChartLanguage Language { get; }

    internal IReadOnlyList<string> Headers { get; }

    internal IReadOnlyList<string[]> Rows { get; }

    internal bool NeedsMap { get; }

    /// <summary>The figure as JSON, <c>{"data":[…],"layout":{…},"frames":[]}</c>: what plotly.js, Plotly for Python and <c>application/vnd.plotly.v1+json</c> take. Texts in it are escaped for Plotly's own mark-up, and
    /// the JSON may stand in a script: it holds no <c>&lt;</c>.</summary>
    public string ToFigureJson() => figure;

    /// <summary>The same chart with parts of its layout set: objects are merged into those of the layout, all else replaces what is there.</summary>
    /// <param name="json">A JSON object in Plotly's words, such as <c>{"height": 900, "xaxis": {"title": {"text": "…"}}}</c>. Text in it is the caller's: Plotly reads mark-up in it.</param>
    /// <exception cref="ArgumentException">Not a JSON object.</exception>
    public StanceChart WithLayout(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonNode? over;
        try
        {
            over = JsonNode.Parse(json);
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"layout({e.LineNumber + 1}): {e.Message}; allowed: a JSON object", nameof(json), e);
        }
        if (over is not JsonObject properties)
            throw new ArgumentException($"layout: found {over?.GetValueKind().ToString() ?? "null"}; allowed: a JSON object", nameof(json));
        var changed = JsonNode.Parse(figure)!.AsObject();
        Json.Merge(changed["layout"]!.AsObject(), properties);
        return new StanceChart(this, changed.ToJsonString(Json.Written));
    }

    /// <summary>A page of its own that works from a file, without network: plotly.js (some 3.6 MB) is within it, and its content policy allows no request. Below the chart the same figures stand as a table.</summary>
    public string ToHtml() => ChartPage.Page(Title, [this]);

    /// <summary>The chart as a piece of a page.</summary>
    /// <param name="withScript">Whether plotly.js (and, for a map, the outlines of the world) come with it: once a page is enough, with the first chart, which must be a map if any is.</param>
    public string ToFragment(bool withScript = true) => ChartPage.Fragment(this, withScript);

    /// <summary>The figures of the chart as a table: no script, and style only within it, so that it shows in notebooks that are not trusted too.</summary>
    public string ToTableHtml() => ChartPage.Table(this);

    /// <summary>Writes <see cref="ToHtml"/> to a file, through a temporary one that is renamed.</summary>
    /// <param name="path">Where to; folders are made.</param>
    public void SaveHtml(string path) => TextFile.Write(path, ToHtml());

    /// <summary>Whether a Chromium, Chrome or Edge is found on this machine, to make pictures with: on the <c>PATH</c>, in its usual place, or where <c>STANCE_CHROMIUM</c> says (empty: none is to be used).</summary>
    public static bool CanDraw => Chromium.Find() is not null;

    /// <summary>A picture of the chart.</summary>
    /// <param name="width">Pixels across, 200 to 4000; down they are the chart's own.</param>
    /// <returns>A PNG file.</returns>
    /// <exception cref="InvalidOperationException">No Chromium is found: see <see cref="CanDraw"/>.</exception>
    public byte[] ToPng(int width = 1000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 4000);
        return Chromium.Picture(ChartPicture.Page(this, width, out var height), width, height);
    }

    /// <summary>Writes <see cref="ToPng"/> to a file, through a temporary one that is renamed.</summary>
    /// <param name="path">Where to; folders are made.</param>
    /// <param name="width">Pixels across, 200 to 4000.</param>
    /// <exception cref="InvalidOperationException">No Chromium is found: see <see cref="CanDraw"/>.</exception>
    public void SavePng(string path, int width = 1000)
    {
        var png = ToPng(width);
        TextFile.Write(path, stream => stream.Write(png));
    }

    /// <summary>What a notebook keeps: a picture where one can be made, and the table. It shows without script, in notebooks that are not trusted too.</summary>
    internal string ToNotebookHtml() => ChartPicture.Of(this) is { } picture
        ? $"<figure style=\"margin:0;background:#fff\">{picture}<details><summary>{(Language == ChartLanguage.Arabic ? "الأرقام في جدول" : "The figures as a table")}</summary>{ChartPage.Table(this, ChartPicture.MostRows)}</details></figure>"
        : ChartPage.Table(this, ChartPicture.MostRows);

    /// <summary>Several charts on one page, with plotly.js once.</summary>
    /// <param name="title">Title of the page.</param>
    /// <param name="charts">The charts, in their order.</param>
    public static string Page(string title, params IEnumerable<StanceChart> charts)
    {
        ArgumentNullException.ThrowIfNull(title);
        return ChartPage.Page(title, [.. charts]);
    }
}
