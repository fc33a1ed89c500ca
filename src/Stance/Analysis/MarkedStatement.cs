namespace Stance;

/// <summary>A statement as it stands in the article's text, for those who show it.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Kind">How it is said or done.</param>
/// <param name="Cue">The verb or noun of saying or doing, if it lies in the text.</param>
/// <param name="Speakers">Who says or does it, the surest first, with the words that name them and the confidence in (0, 1].</param>
internal sealed record MarkedStatement(TextSpan Span, StatementKind Kind, TextSpan? Cue, IReadOnlyList<(Actor Actor, TextSpan? Named, float Confidence)> Speakers)
{
    /// <summary>The statements of the body that somebody says or does, in the order of the text; those of the headline are left out.</summary>
    public static IReadOnlyList<MarkedStatement> Of(ArticleAnalysis analysis, ActorCatalog catalog)
    {
        var document = analysis.Document;
        var marked = new List<MarkedStatement>();
        foreach (var statement in analysis.Statements)
        {
            var span = document.ToBody(statement.First, statement.End);
            if (statement.Kind == StatementKind.Narration || statement.Speakers.Count == 0 || span.Start < 0)
                continue;
            marked.Add(new MarkedStatement(span, statement.Kind, statement.Cue < 0 ? null : InBody(document.ToBody(statement.Cue, statement.Cue + 1)),
                [.. statement.Speakers.Select(s => (catalog.Actors[s.Actor], s.Mention < 0 ? null : Named(analysis, s.Mention), s.Confidence))]));
        }
        return marked;
    }

    private static TextSpan? Named(ArticleAnalysis analysis, int mention) => InBody(analysis.Document.ToBody(analysis.Mentions[mention].First, analysis.Mentions[mention].End));

    private static TextSpan? InBody(TextSpan span) => span.Start < 0 ? null : span;
}
