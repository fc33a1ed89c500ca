using SmartReader;

namespace Stance;

/// <summary>Reads the article out of a web page.</summary>
internal static class ArticleHtml
{
    public static Article Read(string html, string? url, string? id)
    {
        ArgumentNullException.ThrowIfNull(html);
        // SmartReader wants an absolute address; the reserved example domain stands in where there is none.
        var address = Uri.TryCreate(url, UriKind.Absolute, out var given) ? given.ToString() : "https://article.example/";
        using var reader = new Reader(address, html) { CharThreshold = 120 };
        var page = reader.GetArticle();
        var text = Paragraphs(page.TextContent);
        if (!page.IsReadable && text.Length == 0)
            throw new FormatException("no readable article was found in the page; allowed: a page with an article body");
        return new Article
        {
            Id = id ?? url ?? "",
            Text = text,
            Title = string.IsNullOrWhiteSpace(page.Title) ? null : page.Title.Trim(),
            Published = page.PublicationDate is { } date ? DateOnly.FromDateTime(date) : null,
            Source = string.IsNullOrWhiteSpace(page.SiteName) ? null : page.SiteName,
            Url = url,
        };
    }

    /// <summary>One line a paragraph: pages indent and pad theirs.</summary>
    private static string Paragraphs(string? content) =>
        string.Join('\n', (content ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
