using System.Collections.Immutable;
using System.Text.Json;

namespace Stance;

/// <summary>A news article: what the library reads. Immutable.</summary>
public sealed record Article
{
    /// <summary>The caller's identifier; carried into every result. Defaults to the empty string.</summary>
    public string Id { get; init; } = "";

    /// <summary>The body, as it stands: all spans of all results refer to this string in UTF-16 code units.</summary>
    public required string Text { get; init; }

    /// <summary>The headline, or <c>null</c>. It gives context; evidence is taken from <see cref="Text"/>.</summary>
    public string? Title { get; init; }

    /// <summary>Day of publication, which decides who holds an office; <c>null</c> when unknown (then every holder fits).</summary>
    public DateOnly? Published { get; init; }

    /// <summary>ISO 639-1 code (<c>ar</c>, <c>en</c>), or <c>null</c> to let the script of the text decide.</summary>
    public string? Language { get; init; }

    /// <summary>Where the text came from (a newsroom's name), or <c>null</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Address of the page, or <c>null</c>.</summary>
    public string? Url { get; init; }

    /// <summary>The caller's own fields, passed through unchanged to the output.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>An article from plain text.</summary>
    /// <param name="text">The body; may be empty, which yields an empty result.</param>
    /// <param name="title">The headline, if any.</param>
    /// <param name="published">Day of publication, if known.</param>
    /// <param name="id">The caller's identifier.</param>
    public static Article FromText(string text, string? title = null, DateOnly? published = null, string id = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Article { Text = text, Title = title, Published = published, Id = id };
    }

    /// <summary>An article from one JSON object with <c>text</c> and, optionally, <c>id</c>, <c>title</c>, <c>published</c>
    /// (<c>yyyy-MM-dd</c>), <c>language</c>, <c>source</c> and <c>url</c>; other fields go to <see cref="Extra"/>.</summary>
    /// <exception cref="FormatException">Not a JSON object, no <c>text</c>, or a field of the wrong type; the message says which.</exception>
    public static Article FromJson(string json) => ArticleJson.Parse(json);

    /// <summary>An article from a web page: headline, body and date are found by SmartReader (Mozilla's Readability).</summary>
    /// <param name="html">The page's source.</param>
    /// <param name="url">Its address, used to resolve the page's own links; nothing is fetched.</param>
    /// <param name="id">The caller's identifier; defaults to <paramref name="url"/>.</param>
    /// <exception cref="FormatException">No readable article was found in the page.</exception>
    public static Article FromHtml(string html, string? url = null, string? id = null) => ArticleHtml.Read(html, url, id);
}
