namespace Stance;

/// <summary>Which columns of a table hold what of an article. Only the text must be there; a column that the table lacks is taken for empty.</summary>
public sealed record ArticleColumns
{
    /// <summary>The body, text. Default <c>Text</c>.</summary>
    public string Text { get; init; } = "Text";

    /// <summary>The caller's identifier, text or a number. Default <c>Id</c>.</summary>
    public string Id { get; init; } = "Id";

    /// <summary>The headline, text. Default <c>Title</c>.</summary>
    public string Title { get; init; } = "Title";

    /// <summary>Day of publication: a date, or text as <c>yyyy-MM-dd</c>. Default <c>Published</c>.</summary>
    public string Published { get; init; } = "Published";

    /// <summary>ISO 639-1 code, text. Default <c>Language</c>.</summary>
    public string Language { get; init; } = "Language";
}
