using Microsoft.Data.Analysis;

namespace Stance;

/// <summary>What the articles of one window say.</summary>
public sealed record TimelinePoint
{
    /// <summary>First day of the window.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Last day of the window.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>Score as in <see cref="StanceCell.Score"/>, in [−1, 1].</summary>
    public required double Score { get; init; }

    /// <summary>Lower end of the 95 % bootstrap interval over the window's articles; of one article it is the score itself and says nothing.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the 95 % bootstrap interval.</summary>
    public required double High { get; init; }

    /// <summary>Articles of the window, at least 1; near-identical copies count once, on the day of the first.</summary>
    public required int Count { get; init; }

    /// <summary>The stances of the window with their articles, the most probable first.</summary>
    public required IReadOnlyList<(Article Article, ActorStance Stance)> Evidence { get; init; }
}

/// <summary>A day from which on an actor speaks otherwise than before.</summary>
public sealed record StanceChange
{
    /// <summary>The first day on which it is spoken otherwise.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Score from the change before, or the beginning, to the day before, in [−1, 1].</summary>
    public required double Before { get; init; }

    /// <summary>Score from this day to the next change, or the end, in [−1, 1].</summary>
    public required double After { get; init; }

    /// <summary>Probability that chance alone makes a change as great, by 999 permutations; at least .001.</summary>
    public required double PValue { get; init; }

    /// <summary>The last articles before the change, at most three, the latest first.</summary>
    public required IReadOnlyList<(Article Article, ActorStance Stance)> LastBefore { get; init; }

    /// <summary>The first articles after it, at most three, the earliest first.</summary>
    public required IReadOnlyList<(Article Article, ActorStance Stance)> FirstAfter { get; init; }
}

/// <summary>An actor's stance on an issue over time. Immutable; it does not depend on the order of the articles.</summary>
[TypeFormatterSource(typeof(DisplayFormatters))]
public sealed class StanceTimeline : IDisplayed
{
    private const int Shown = 3;

    private StanceTimeline(List<(Article Article, ActorStance Stance)> entries, TimelineOptions options)
    {
        (Actor, Issue, Options) = (entries[0].Stance.Actor, entries[0].Stance.Issue, options);
        var dated = entries.Where(e => e.Article.Published is not null).Select(e => (e.Article, e.Stance, Value: Dated(e.Article, e.Stance)))
            .OrderBy(e => e.Value).ThenBy(e => e.Article, Comparer<Article>.Create(DistinctArticles.Compare)).ToArray();
        Undated = entries.Count - dated.Length;
        Points = [.. dated.GroupBy(e => options.StartOf(e.Value.Day)).Select(g => Point(g.Key, [.. g.Select(e => (e.Article, e.Stance))], options))];
        Changes = ChangesOf(dated, options);
    }

    /// <summary>Who.</summary>
    public Actor Actor { get; }

    /// <summary>On what.</summary>
    public Issue Issue { get; }

    /// <summary>How it was made.</summary>
    public TimelineOptions Options { get; }

    /// <summary>The windows with evidence, in order; a window without evidence is absent.</summary>
    public IReadOnlyList<TimelinePoint> Points { get; }

    /// <summary>Where the stance changes, in order: circular binary segmentation (Olshen et al. 2004) over single articles, not windows, with a permutation test of each cut.</summary>
    public IReadOnlyList<StanceChange> Changes { get; }

    /// <summary>Articles left out because the day of their publication is unknown.</summary>
    public int Undated { get; }

    /// <summary>The timeline of one actor on one issue; <c>null</c> where there is no evidence.</summary>
    /// <param name="articles">Results of <see cref="StanceAnalyzer.Analyze(Article)"/>.</param>
    /// <param name="actor">Code of the actor.</param>
    /// <param name="issue">Id of the issue.</param>
    /// <param name="options">How; <c>null</c>: the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option outside its range.</exception>
    public static StanceTimeline? From(IEnumerable<ArticleStances> articles, string actor, string issue, TimelineOptions? options = null)
    {
        return From(articles, [(actor, issue)], options) is [var timeline] ? timeline : null;
    }

    /// <summary>Timelines of several actors and issues, in the order of the pairs: copies among the articles are looked for once. A pair without evidence is left out.</summary>
    /// <param name="articles">Results of <see cref="StanceAnalyzer.Analyze(Article)"/>.</param>
    /// <param name="pairs">Codes of the actors with ids of the issues.</param>
    /// <param name="options">How; <c>null</c>: the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option outside its range.</exception>
    public static IReadOnlyList<StanceTimeline> From(IEnumerable<ArticleStances> articles, IEnumerable<(string Actor, string Issue)> pairs, TimelineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        (options ??= new()).Check();
        var entries = DistinctArticles.Of(articles).SelectMany(r => r.Stances, (r, s) => (r.Article, Stance: s)).ToLookup(e => (e.Stance.Actor.Code, e.Stance.Issue.Id));
        return [.. pairs.Where(entries.Contains).Select(pair => new StanceTimeline([.. entries[pair]], options))];
    }

    private static DatedScore Dated(Article article, ActorStance stance)
    {
        var (score, weight) = StanceScore.Of(stance.Probabilities);
        return new DatedScore(article.Published!.Value, score, weight);
    }

    private static TimelinePoint Point(DateOnly start, List<(Article Article, ActorStance Stance)> evidence, TimelineOptions options)
    {
        evidence.Sort(static (a, b) => StanceScore.Compare((a.Article, a.Stance.Probability), (b.Article, b.Stance.Probability)));
        var score = StanceScore.Interval([.. evidence.Select(e => StanceScore.Of(e.Stance.Probabilities))], options.Seed);
        return new TimelinePoint { First = start, Last = options.LastOf(start), Score = score.Value, Low = score.Low, High = score.High, Count = evidence.Count, Evidence = evidence };
    }

    private static List<StanceChange> ChangesOf((Article Article, ActorStance Stance, DatedScore Value)[] dated, TimelineOptions options)
    {
        var cuts = ChangePoints.Find([.. dated.Select(d => d.Value)], options.MinimumArticles, options.Significance, options.Seed);
        var changes = new List<StanceChange>();
        for (var c = 0; c < cuts.Count; c++)
        {
            var (at, p) = cuts[c];
            var before = dated[(c == 0 ? 0 : cuts[c - 1].At)..at];
            var after = dated[at..(c + 1 < cuts.Count ? cuts[c + 1].At : dated.Length)];
            changes.Add(new StanceChange
            {
                Day = after[0].Value.Day,
                Before = Mean(before),
                After = Mean(after),
                PValue = p,
                LastBefore = [.. before.Reverse().Take(Shown).Select(e => (e.Article, e.Stance))],
                FirstAfter = [.. after.Take(Shown).Select(e => (e.Article, e.Stance))],
            });
        }
        return changes;
    }

    private static double Mean((Article, ActorStance, DatedScore Value)[] side) => StanceScore.Mean([.. side.Select(e => (e.Value.Score, e.Value.Weight))]);

    /// <summary>A row a window with columns <c>actor</c>, <c>issue</c>, <c>first</c>, <c>last</c> (<c>yyyy-MM-dd</c>), <c>score</c>, <c>low</c>, <c>high</c>, <c>n</c>, <c>article</c> and <c>evidence</c> (the most probable one).</summary>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("actor", Points.Select(_ => Actor.Code)), new StringDataFrameColumn("issue", Points.Select(_ => Issue.Id)),
        new StringDataFrameColumn("first", Points.Select(p => FrameCsv.Day(p.First))), new StringDataFrameColumn("last", Points.Select(p => FrameCsv.Day(p.Last))),
        new DoubleDataFrameColumn("score", Points.Select(p => p.Score)), new DoubleDataFrameColumn("low", Points.Select(p => p.Low)), new DoubleDataFrameColumn("high", Points.Select(p => p.High)),
        new Int32DataFrameColumn("n", Points.Select(p => p.Count)), new StringDataFrameColumn("article", Points.Select(p => p.Evidence[0].Article.Id)),
        new StringDataFrameColumn("evidence", Points.Select(p => FrameCsv.First(p.Evidence[0].Stance.Evidence))));

    /// <summary>A row a change with columns <c>actor</c>, <c>issue</c>, <c>day</c>, <c>before</c>, <c>after</c>, <c>p</c>, <c>article_before</c>, <c>evidence_before</c>, <c>article_after</c> and <c>evidence_after</c>.</summary>
    public DataFrame ChangesToDataFrame() => new(
        new StringDataFrameColumn("actor", Changes.Select(_ => Actor.Code)), new StringDataFrameColumn("issue", Changes.Select(_ => Issue.Id)), new StringDataFrameColumn("day", Changes.Select(c => FrameCsv.Day(c.Day))),
        new DoubleDataFrameColumn("before", Changes.Select(c => c.Before)), new DoubleDataFrameColumn("after", Changes.Select(c => c.After)), new DoubleDataFrameColumn("p", Changes.Select(c => c.PValue)),
        new StringDataFrameColumn("article_before", Changes.Select(c => c.LastBefore[0].Article.Id)), new StringDataFrameColumn("evidence_before", Changes.Select(c => FrameCsv.First(c.LastBefore[0].Stance.Evidence))),
        new StringDataFrameColumn("article_after", Changes.Select(c => c.FirstAfter[0].Article.Id)), new StringDataFrameColumn("evidence_after", Changes.Select(c => FrameCsv.First(c.FirstAfter[0].Stance.Evidence))));

    /// <summary>The windows as CSV, UTF-8, with the columns of <see cref="ToDataFrame"/>; text that a spreadsheet would run as a formula is made harmless by an apostrophe.</summary>
    public void WriteCsv(TextWriter writer) => FrameCsv.Write(ToDataFrame(), writer);

    /// <summary>The result as a table of HTML that needs no script and keeps its style in notebooks that are not trusted; what articles and users wrote is escaped.</summary>
    public string ToHtml() => ResultTables.Of(this).ToHtml();

    DisplayTable IDisplayed.Display() => ResultTables.Of(this);
}
