namespace Stance;

/// <summary>How often each stance was taken for which. Pairs that neither gold nor prediction has are not counted. Immutable.</summary>
[TypeFormatterSource(typeof(DisplayFormatters))]
public sealed class StanceConfusion : IDisplayed
{
    private const int None = 3;

    private readonly int[,] counts = new int[4, 4];

    private StanceConfusion()
    {
    }

    /// <summary>Number of (article, actor, issue) with this gold and this predicted stance; <c>null</c> stands for none.</summary>
    public int this[StanceLabel? gold, StanceLabel? predicted] => counts[Index(gold), Index(predicted)];

    /// <summary>All pairs counted.</summary>
    public int Total => counts.Cast<int>().Sum();

    /// <summary>The confusion of predictions.</summary>
    /// <param name="gold">The labelled articles.</param>
    /// <param name="predicted">A result for each, in the same order. Predictions on issues outside an article's <see cref="LabelledArticle.LabelledIssues"/> are left out unless the pair is labelled: they are unknown.</param>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    public static StanceConfusion Of(IReadOnlyList<LabelledArticle> gold, IReadOnlyList<ArticleStances> predicted)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        if (gold.Count != predicted.Count)
            throw new ArgumentException($"found {predicted.Count} predictions for {gold.Count} articles; allowed: one for each", nameof(predicted));
        var confusion = new StanceConfusion();
        foreach (var (article, result) in gold.Zip(predicted))
        {
            var right = article.Stances.GroupBy(s => (s.Actor, s.Issue)).ToDictionary(g => g.Key, g => g.First().Stance);
            var found = result.Stances.Where(article.IsJudged).GroupBy(s => (s.Actor.Code, s.Issue.Id)).ToDictionary(g => g.Key, g => g.First().Stance);
            foreach (var pair in right.Keys.Union(found.Keys))
                confusion.counts[right.TryGetValue(pair, out var g) ? (int)g : None, found.TryGetValue(pair, out var p) ? (int)p : None]++;
        }
        return confusion;
    }

    private static int Index(StanceLabel? stance) => stance is { } label ? (int)label : None;

    /// <summary>The result as a table of HTML that needs no script and keeps its style in notebooks that are not trusted; what articles and users wrote is escaped.</summary>
    public string ToHtml() => ReportTables.Of(this).ToHtml();

    DisplayTable IDisplayed.Display() => ReportTables.Of(this);
}
