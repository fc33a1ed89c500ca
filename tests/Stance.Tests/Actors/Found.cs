using System.Globalization;

namespace Stance.Tests;

/// <summary>What the actor stage finds in a text of a test.</summary>
internal static class Found
{
    private static readonly Lexicon Lexicon = new(ActorCatalog.Default, LanguageData.Shipped);

    /// <summary>The codes of the actors named, each once, in the order of the text.</summary>
    public static string Actors(string text, string? published = null) => string.Join(' ', Mentions(text, published).Select(m => m.Code).Distinct());

    /// <summary>The mentions of actors: code and words.</summary>
    public static List<(string Code, string Words, MentionKind Kind)> Mentions(string text, string? published = null, ActorCatalog? catalog = null)
    {
        var lexicon = catalog is null ? Lexicon : new Lexicon(catalog, LanguageData.Shipped);
        var article = Article.FromText(text, published: published is null ? null : DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var analysis = ArticleAnalysis.Of(lexicon, article);
        return [.. analysis.Mentions.Where(m => m.IsState && m.Confidence >= 0.3f)
            .Select(m => (lexicon.Catalog.Actors[m.Actor].Code, analysis.Document.Original(m.First, m.End), m.Kind))];
    }

    /// <summary>The codes of those who say or do something in the text, each once, the surest of a statement first.</summary>
    public static string Speakers(string text, string? published = null)
    {
        var article = Article.FromText(text, published: published is null ? null : DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var analysis = ArticleAnalysis.Of(Lexicon, article);
        return string.Join(' ', analysis.Statements.SelectMany(s => s.Speakers).Where(s => s.Actor >= 0).Select(s => Lexicon.Catalog.Actors[s.Actor].Code).Distinct());
    }
}
