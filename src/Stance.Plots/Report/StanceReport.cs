namespace Stance.Plots;

/// <summary>A corpus as one page to be mailed: overview, state × issue matrix with the evidence behind every cell, timeline, network, and filters by state, issue, date and probability. It needs no network, holds sentences rather than whole
/// texts, and runs no text of articles or users. Immutable.</summary>
public sealed class StanceReport
{
    private readonly string html;

    private StanceReport(string title, string html) => (Title, this.html) = (title, html);

    /// <summary>Title of the page.</summary>
    public string Title { get; }

    /// <summary>The report of analysed articles. Near-identical copies count once.</summary>
    /// <param name="results">Results of <see cref="StanceAnalyzer.Analyze(Article)"/>.</param>
    /// <param name="options">How; <c>null</c>: the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option outside its range.</exception>
    public static StanceReport Of(IEnumerable<ArticleStances> results, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        options = (options ?? new()).Check();
        var title = options.Title ?? (options.Language == ChartLanguage.Arabic ? "من يقف أين؟" : "Who takes which stance");
        return new StanceReport(title, ReportPage.Write(title, new ReportData([.. results]), options));
    }

    /// <summary>The page.</summary>
    public string ToHtml() => html;

    /// <summary>Writes <see cref="ToHtml"/> to a file, through a temporary one that is renamed.</summary>
    /// <param name="path">Where to; folders are made.</param>
    public void SaveHtml(string path) => TextFile.Write(path, html);
}
