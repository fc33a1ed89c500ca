namespace Stance.Plots;

/// <summary>Makes the formatters of charts: the figure for notebooks that draw Plotly's, a picture (where a Chromium is found) with the table for all others, and the title.</summary>
internal sealed class ChartFormatters
{
    public const string Plotly = "application/vnd.plotly.v1+json";

    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new PlotsFormatter<StanceChart>(Plotly, static chart => chart.ToFigureJson()),
        new PlotsFormatter<StanceChart>("text/html", static chart => chart.ToNotebookHtml()),
        new PlotsFormatter<StanceChart>("text/plain", static chart => chart.Title),
    ];
}

/// <summary>Makes the formatters of pages without script.</summary>
internal sealed class ViewFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new PlotsFormatter<EvidenceView>("text/html", static view => view.ToFragment()),
        new PlotsFormatter<EvidenceView>("text/plain", static view => view.Title),
    ];
}

/// <summary>A formatter by .NET Interactive's convention: members of these names.</summary>
internal sealed class PlotsFormatter<T>(string mimeType, Func<T, string> write)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T shown)
            return false;
        writer.Write(write(shown));
        return true;
    }
}
