using Microsoft.Data.Analysis;

namespace Stance;

/// <summary>One cell: what all articles together say of one actor's stance on one issue.</summary>
[TypeFormatterSource(typeof(DisplayFormatters))]
public sealed record StanceCell : IDisplayed
{
    /// <summary>Who.</summary>
    public required Actor Actor { get; init; }

    /// <summary>On what.</summary>
    public required Issue Issue { get; init; }

    /// <summary>Mean over articles of (favor − against) / (favor + against + neutral), each weighted by 1 − none; in [−1, 1].</summary>
    public required double Score { get; init; }

    /// <summary>Lower end of the 95 % bootstrap interval over articles.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the 95 % bootstrap interval over articles.</summary>
    public required double High { get; init; }

    /// <summary>Articles behind the cell; near-identical copies of a text count once.</summary>
    public required int Count { get; init; }

    /// <summary>The stances behind the cell with their articles, the most probable first.</summary>
    public required IReadOnlyList<(Article Article, ActorStance Stance)> Evidence { get; init; }

    /// <summary>The result as a table of HTML that needs no script and keeps its style in notebooks that are not trusted; what articles and users wrote is escaped.</summary>
    public string ToHtml() => ResultTables.Of(this).ToHtml();

    DisplayTable IDisplayed.Display() => ResultTables.Of(this);
}

/// <summary>A state × issue matrix over many articles. Immutable; it does not depend on the order of the articles.</summary>
[TypeFormatterSource(typeof(DisplayFormatters))]
public sealed class StanceMatrix : IDisplayed
{
    private readonly Dictionary<(string Actor, string Issue), StanceCell> cells;

    private StanceMatrix(Dictionary<(string, string), StanceCell> cells)
    {
        this.cells = cells;
        // The actors and issues with the most articles come first.
        Actors = [.. cells.Values.GroupBy(c => c.Actor).OrderByDescending(g => g.Sum(c => c.Count)).ThenBy(g => g.Key.Code, StringComparer.Ordinal).Select(g => g.Key)];
        Issues = [.. cells.Values.GroupBy(c => c.Issue).OrderByDescending(g => g.Sum(c => c.Count)).ThenBy(g => g.Key.Id, StringComparer.Ordinal).Select(g => g.Key)];
    }

    /// <summary>The actors that take a stance, those with the most articles first.</summary>
    public IReadOnlyList<Actor> Actors { get; }

    /// <summary>The issues on which a stance is taken, those with the most articles first.</summary>
    public IReadOnlyList<Issue> Issues { get; }

    /// <summary>All cells with evidence, by actor and issue in the order of <see cref="Actors"/> and <see cref="Issues"/>.</summary>
    public IEnumerable<StanceCell> Cells => from actor in Actors from issue in Issues let cell = this[actor.Code, issue.Id] where cell is not null select cell;

    /// <summary>One cell, or <c>null</c> where there is no evidence.</summary>
    /// <param name="actor">Code of the actor.</param>
    /// <param name="issue">Id of the issue.</param>
    public StanceCell? this[string actor, string issue] => cells.GetValueOrDefault((actor, issue));

    /// <summary>The matrix of analysed articles.</summary>
    /// <param name="articles">Results of <see cref="StanceAnalyzer.Analyze(Article)"/>.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static StanceMatrix From(IEnumerable<ArticleStances> articles, int seed = 1)
    {
        var entries = new Dictionary<(string, string), List<(Article Article, ActorStance Stance)>>();
        foreach (var result in DistinctArticles.Of(articles))
            foreach (var stance in result.Stances)
            {
                var key = (stance.Actor.Code, stance.Issue.Id);
                if (!entries.TryGetValue(key, out var cell))
                    entries[key] = cell = [];
                cell.Add((result.Article, stance));
            }
        return new StanceMatrix(entries.ToDictionary(p => p.Key, p => Cell(p.Value, seed)));
    }

    private static StanceCell Cell(List<(Article Article, ActorStance Stance)> evidence, int seed)
    {
        evidence.Sort(static (a, b) => StanceScore.Compare((a.Article, a.Stance.Probability), (b.Article, b.Stance.Probability)));
        var score = StanceScore.Interval([.. evidence.Select(e => StanceScore.Of(e.Stance.Probabilities))], seed);
        return new StanceCell
        {
            Actor = evidence[0].Stance.Actor,
            Issue = evidence[0].Stance.Issue,
            Score = score.Value,
            Low = score.Low,
            High = score.High,
            Count = evidence.Count,
            Evidence = evidence,
        };
    }

    /// <summary>A row a cell with columns <c>actor</c>, <c>issue</c>, <c>score</c>, <c>low</c>, <c>high</c>, <c>n</c>, <c>article</c> and <c>evidence</c> (the most probable one).</summary>
    public DataFrame ToDataFrame()
    {
        var rows = Cells.ToList();
        return new DataFrame(
            new StringDataFrameColumn("actor", rows.Select(c => c.Actor.Code)), new StringDataFrameColumn("issue", rows.Select(c => c.Issue.Id)), new DoubleDataFrameColumn("score", rows.Select(c => c.Score)),
            new DoubleDataFrameColumn("low", rows.Select(c => c.Low)), new DoubleDataFrameColumn("high", rows.Select(c => c.High)), new Int32DataFrameColumn("n", rows.Select(c => c.Count)),
            new StringDataFrameColumn("article", rows.Select(c => c.Evidence[0].Article.Id)), new StringDataFrameColumn("evidence", rows.Select(c => FrameCsv.First(c.Evidence[0].Stance.Evidence))));
    }

    /// <summary>The matrix as CSV, UTF-8, a row a cell with the columns of <see cref="ToDataFrame"/>. Text that a spreadsheet would run as a formula is made harmless by an apostrophe.</summary>
    public void WriteCsv(TextWriter writer) => FrameCsv.Write(ToDataFrame(), writer);

    /// <summary>The matrix as GraphML: an edge from each actor to each issue on which it takes a stance, with <c>score</c>, <c>low</c>, <c>high</c> and <c>n</c>. Issues have the prefix <c>issue:</c> in their ids.</summary>
    public void WriteGraphMl(TextWriter writer) => StanceMatrixFiles.WriteGraphMl(this, writer);

    /// <summary>The matrix as JSON: an array of cells with their evidence.</summary>
    public void WriteJson(Stream stream) => StanceMatrixFiles.WriteJson(this, stream);

    /// <summary>The result as a table of HTML that needs no script and keeps its style in notebooks that are not trusted; what articles and users wrote is escaped.</summary>
    public string ToHtml() => ResultTables.Of(this).ToHtml();

    DisplayTable IDisplayed.Display() => ResultTables.Of(this);
}
