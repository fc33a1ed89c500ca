namespace Stance.Plots;

/// <summary>One article with what was found in it: evidence by stance, states named, statements and who says them; from right to left where its language is written so. Immutable.</summary>
[TypeFormatterSource(typeof(ViewFormatters))]
public sealed class EvidenceView
{
    private readonly string fragment;
    private readonly bool arabic;

    private EvidenceView(ArticleStances result, IReadOnlyList<MarkedStatement> statements, ChartText text)
    {
        Title = string.IsNullOrWhiteSpace(result.Article.Title) ? text.Raw("Evidence", "الدليل") : result.Article.Title;
        arabic = text.Arabic;
        fragment = new EvidenceHtml(result, statements, text).Write();
    }

    /// <summary>Title of the article; where it has none, that this is evidence.</summary>
    public string Title { get; }

    /// <summary>The view of one article.</summary>
    /// <param name="result">What was found in it.</param>
    /// <param name="analyzer">The analyzer that found it, to mark statements and their speakers too; <c>null</c>: stances and states only.</param>
    /// <param name="options">Language of the labels; <c>null</c>: the defaults.</param>
    public static EvidenceView Of(ArticleStances result, StanceAnalyzer? analyzer = null, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new EvidenceView(result, analyzer?.StatementsOf(result.Article) ?? [], new ChartText(options ?? new()));
    }

    /// <summary>A page of its own: no script, no request. Characters that override the direction of text are left out, all else of the article is there.</summary>
    public string ToHtml() =>
        $"<!DOCTYPE html>\n<html lang=\"{(arabic ? "ar\" dir=\"rtl" : "en")}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        + $"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{SafeText.Escape(Title)}</title>\n</head>\n<body style=\"margin:16px;background:#fff\">\n{fragment}</body>\n</html>\n";

    /// <summary>The view as a piece of a page; all style is within its elements, so that it shows in notebooks that are not trusted too.</summary>
    public string ToFragment() => fragment;

    /// <summary>Writes <see cref="ToHtml"/> to a file, through a temporary one that is renamed.</summary>
    /// <param name="path">Where to; folders are made.</param>
    public void SaveHtml(string path) => TextFile.Write(path, ToHtml());
}
