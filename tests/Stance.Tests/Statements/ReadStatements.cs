namespace Stance.Tests;

/// <summary>Texts read up to their statements, with the shipped lexicons.</summary>
internal static class ReadStatements
{
    public static readonly Lexicon Shipped = new(ActorCatalog.Default, LanguageData.Shipped);

    public static ArticleAnalysis Read(string text, string? published = null) =>
        ArticleAnalysis.Of(Shipped, new Article { Text = text, Published = published is null ? null : DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture) });

    /// <summary>The innermost piece that holds a passage.</summary>
    public static Statement At(ArticleAnalysis analysis, string passage)
    {
        var start = analysis.Document.Article.Text.IndexOf(passage, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{passage}' is not in the text");
        return analysis.Statements.Single(s => analysis.Document.ToBody(s.First, s.End) is var span && span.Start <= start && start < span.End);
    }

    public static Statement At(string text, string passage) => At(Read(text), passage);

    /// <summary>Codes of who most surely says or does what a passage tells, in order; joint authors all count.</summary>
    public static string Who(ArticleAnalysis analysis, string passage)
    {
        var speakers = At(analysis, passage).Speakers;
        return string.Join(' ', speakers.Where(p => p.Confidence >= 0.9f * speakers.Max(q => q.Confidence)).Select(p => Shipped.Catalog.Actors[p.Actor].Code).Order());
    }

    public static string Who(string text, string passage) => Who(Read(text), passage);

    /// <summary>Number of the statement that holds a passage.</summary>
    public static int NumberOf(ArticleAnalysis analysis, string passage) => analysis.Statements.IndexOf(At(analysis, passage));
}
