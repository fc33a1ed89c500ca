using System.Globalization;
using Microsoft.Data.Analysis;

namespace Stance;

/// <summary>How one actor speaks of or treats another over many articles.</summary>
public sealed record SentimentTie
{
    /// <summary>Who speaks or acts.</summary>
    public required Actor Source { get; init; }

    /// <summary>Toward whom.</summary>
    public required Actor Target { get; init; }

    /// <summary>Mean over articles of +1 (positive), 0 (neutral) and −1 (negative), each weighted by its probability; in [−1, 1].</summary>
    public required double Score { get; init; }

    /// <summary>Lower end of the 95 % bootstrap interval over articles.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the 95 % bootstrap interval over articles.</summary>
    public required double High { get; init; }

    /// <summary>The sentiments with their articles, the most probable first.</summary>
    public required IReadOnlyList<(Article Article, ActorSentiment Sentiment)> Evidence { get; init; }

    /// <summary>Articles behind the tie; near-identical copies count once.</summary>
    public int Count => Evidence.Count;

    /// <summary>Articles of one tone.</summary>
    public int CountOf(SentimentLabel sentiment) => Evidence.Count(e => e.Sentiment.Sentiment == sentiment);
}

/// <summary>Who speaks well or ill of whom: a directed network. Immutable; it does not depend on the order of the articles.</summary>
[TypeFormatterSource(typeof(DisplayFormatters))]
public sealed class SentimentNetwork : IDisplayed
{
    private readonly Dictionary<(string, string), SentimentTie> byPair;

    private SentimentNetwork(List<SentimentTie> ties)
    {
        Ties = ties;
        byPair = ties.ToDictionary(t => (t.Source.Code, t.Target.Code));
        Actors = [.. ties.SelectMany(t => (IEnumerable<(Actor Actor, int Count)>)[(t.Source, t.Count), (t.Target, t.Count)]).GroupBy(p => p.Actor)
            .OrderByDescending(g => g.Sum(p => p.Count)).ThenBy(g => g.Key.Code, StringComparer.Ordinal).Select(g => g.Key)];
    }

    /// <summary>The actors, those with the most articles first.</summary>
    public IReadOnlyList<Actor> Actors { get; }

    /// <summary>All ties, by the codes of source and target.</summary>
    public IReadOnlyList<SentimentTie> Ties { get; }

    /// <summary>One tie, or <c>null</c> where there is no evidence.</summary>
    public SentimentTie? this[string source, string target] => byPair.GetValueOrDefault((source, target));

    /// <summary>The network of analysed articles.</summary>
    /// <param name="articles">Results of <see cref="StanceAnalyzer.Analyze(Article)"/>.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static SentimentNetwork From(IEnumerable<ArticleStances> articles, int seed = 1) =>
        new([.. DistinctArticles.Of(articles).SelectMany(r => r.Sentiments, (r, s) => (r.Article, Sentiment: s)).GroupBy(e => (Source: e.Sentiment.Source.Code, Target: e.Sentiment.Target.Code))
            .OrderBy(g => g.Key.Source, StringComparer.Ordinal).ThenBy(g => g.Key.Target, StringComparer.Ordinal).Select(g => Tie([.. g], seed))]);

    private static SentimentTie Tie(List<(Article Article, ActorSentiment Sentiment)> evidence, int seed)
    {
        evidence.Sort(static (a, b) => StanceScore.Compare((a.Article, a.Sentiment.Probability), (b.Article, b.Sentiment.Probability)));
        var score = StanceScore.Interval([.. evidence.Select(e => (Sign(e.Sentiment.Sentiment), e.Sentiment.Probability))], seed);
        return new SentimentTie { Source = evidence[0].Sentiment.Source, Target = evidence[0].Sentiment.Target, Score = score.Value, Low = score.Low, High = score.High, Evidence = evidence };
    }

    private static double Sign(SentimentLabel sentiment) => sentiment switch { SentimentLabel.Positive => 1, SentimentLabel.Negative => -1, _ => 0 };

    /// <summary>A row a tie with columns <c>source</c>, <c>target</c>, <c>score</c>, <c>low</c>, <c>high</c>, <c>n</c>, <c>positive</c>, <c>negative</c>, <c>neutral</c>, <c>article</c> and <c>evidence</c> (the most probable one).</summary>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("source", Ties.Select(t => t.Source.Code)), new StringDataFrameColumn("target", Ties.Select(t => t.Target.Code)),
        new DoubleDataFrameColumn("score", Ties.Select(t => t.Score)), new DoubleDataFrameColumn("low", Ties.Select(t => t.Low)), new DoubleDataFrameColumn("high", Ties.Select(t => t.High)),
        new Int32DataFrameColumn("n", Ties.Select(t => t.Count)), new Int32DataFrameColumn("positive", Ties.Select(t => t.CountOf(SentimentLabel.Positive))),
        new Int32DataFrameColumn("negative", Ties.Select(t => t.CountOf(SentimentLabel.Negative))), new Int32DataFrameColumn("neutral", Ties.Select(t => t.CountOf(SentimentLabel.Neutral))),
        new StringDataFrameColumn("article", Ties.Select(t => t.Evidence[0].Article.Id)), new StringDataFrameColumn("evidence", Ties.Select(t => FrameCsv.First(t.Evidence[0].Sentiment.Evidence))));

    /// <summary>The ties as CSV, UTF-8, with the columns of <see cref="ToDataFrame"/>; text that a spreadsheet would run as a formula is made harmless by an apostrophe.</summary>
    public void WriteCsv(TextWriter writer) => FrameCsv.Write(ToDataFrame(), writer);

    /// <summary>The network as GraphML, directed: nodes with <c>name</c>, <c>name_ar</c> and <c>kind</c>, edges with <c>score</c>, <c>low</c>, <c>high</c> and <c>n</c>.</summary>
    public void WriteGraphMl(TextWriter writer)
    {
        using var graph = new GraphMl(writer, directed: true, ("node", "name", "string"), ("node", "name_ar", "string"), ("node", "kind", "string"),
            ("edge", "score", "double"), ("edge", "low", "double"), ("edge", "high", "double"), ("edge", "n", "int"));
        foreach (var actor in Actors)
            graph.Node(actor);
        foreach (var t in Ties)
            graph.Edge(t.Source.Code, t.Target.Code, ("score", FrameCsv.Number(t.Score)), ("low", FrameCsv.Number(t.Low)), ("high", FrameCsv.Number(t.High)), ("n", t.Count.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The result as a table of HTML that needs no script and keeps its style in notebooks that are not trusted; what articles and users wrote is escaped.</summary>
    public string ToHtml() => ResultTables.Of(this).ToHtml();

    DisplayTable IDisplayed.Display() => ResultTables.Of(this);
}
