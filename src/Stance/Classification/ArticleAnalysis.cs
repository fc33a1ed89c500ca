namespace Stance;

/// <summary>Everything that the stages above classification found in one article: the input of all features.</summary>
internal sealed class ArticleAnalysis
{
    private readonly HashSet<int> named;

    private ArticleAnalysis(TextDocument document, TokenReadings readings, HitTable hits, List<Mention> mentions, List<Statement> statements)
    {
        (Document, Readings, Hits, Mentions, Statements) = (document, readings, hits, mentions, statements);
        named = [.. mentions.Select(m => m.Actor)];
    }

    public TextDocument Document { get; }

    public TokenReadings Readings { get; }

    public HitTable Hits { get; }

    public List<Mention> Mentions { get; }

    public List<Statement> Statements { get; }

    public static ArticleAnalysis Of(Lexicon lexicon, Article article)
    {
        var document = TextDocument.Of(article);
        var readings = TokenReadings.Of(document, lexicon.Vocabulary);
        var hits = new HitTable(lexicon, document, readings, asWritten: true);
        var mentions = MentionFinder.Find(lexicon, document, readings, hits);
        var statements = StatementExtractor.Extract(lexicon, document, readings, hits, mentions);
        return new ArticleAnalysis(document, readings, hits, mentions, statements);
    }

    /// <summary>Whether an actor is named, be it by a doubtful form.</summary>
    public bool Names(int actor) => named.Contains(actor);

    /// <summary>Index of the first mention that ends after a token.</summary>
    public int FirstMention(int token)
    {
        int low = 0, high = Mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Mentions[middle].End <= token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>The actors named, by index, each once, in the order of the text. Those named only as a doubtful form are left out.</summary>
    public List<int> Actors()
    {
        var actors = new List<int>();
        foreach (var mention in Mentions)
            if (mention.IsState && mention.Confidence >= 0.3f && !actors.Contains(mention.Actor))
                actors.Add(mention.Actor);
        return actors;
    }
}
