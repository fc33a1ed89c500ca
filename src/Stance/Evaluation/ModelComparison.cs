namespace Stance;

/// <summary>Two models on the same labelled articles: what got better, what got worse, and how sure that is.</summary>
[TypeFormatterSource(typeof(DisplayFormatters))]
public sealed record ModelComparison : IDisplayed
{
    /// <summary>How each figure is read from <see cref="Stance.Figures"/>, in the order of <c>stance evaluate</c>.</summary>
    private static readonly (string Name, Func<Figures, double> Of, bool HigherIsBetter)[] All =
    [
        ("pair-precision", f => f.Pairs.P, true), ("pair-recall", f => f.Pairs.R, true), ("pair-f1", f => f.Pairs.F, true),
        ("triple-precision", f => f.Triples.P, true), ("triple-recall", f => f.Triples.R, true), ("triple-f1", f => f.Triples.F, true),
        ("polarity-accuracy", f => f.Accuracy, true), ("polarity-macro-f1", f => f.PerClass.Average(), true), ("polarity-favor-against-f1", f => (f.PerClass[0] + f.PerClass[1]) / 2, true),
        ("polarity-favor-f1", f => f.PerClass[0], true), ("polarity-against-f1", f => f.PerClass[1], true), ("polarity-neutral-f1", f => f.PerClass[2], true),
        ("evidence-overlap", f => f.Evidence, true), ("calibration-error", f => f.CalibrationError, false),
        ("sentiment-precision", f => f.Sentiments.P, true), ("sentiment-recall", f => f.Sentiments.R, true), ("sentiment-f1", f => f.Sentiments.F, true),
    ];

    /// <summary>Names of all figures: those of <see cref="EvaluationReport"/>, by the same definitions.</summary>
    public static IReadOnlyList<string> FigureNames { get; } = [.. All.Select(f => f.Name)];

    /// <summary>Every figure, in the order of <see cref="FigureNames"/>.</summary>
    public required IReadOnlyList<FigureChange> Figures { get; init; }

    /// <summary>The classes, then the issues, then the states: of each kind those that are labelled, or reported on an issue that the article is labelled for; classes as favor, against, neutral, issues and states with the most labels first.</summary>
    public required IReadOnlyList<GroupChange> Groups { get; init; }

    /// <summary>McNemar's test end to end: a pair is right where the model reports its label, or nothing where there is none.</summary>
    public required McNemarTest Reported { get; init; }

    /// <summary>McNemar's test on the gold pairs: is the most probable stance right, whatever the model reports.</summary>
    public required McNemarTest Polarity { get; init; }

    /// <summary>Every pair that one model has right and the other wrong, end to end, in the order of the articles.</summary>
    public required IReadOnlyList<PairChange> Changes { get; init; }

    /// <summary>Articles scored.</summary>
    public required int Articles { get; init; }

    /// <summary>One figure by its name.</summary>
    /// <exception cref="ArgumentException">No such figure.</exception>
    public FigureChange this[string figure] => Figures.FirstOrDefault(f => f.Name == figure)
        ?? throw new ArgumentException($"'{figure}' is no figure; allowed: {string.Join(", ", FigureNames)}", nameof(figure));

    /// <summary>Analyses labelled articles with two models and compares the results.</summary>
    /// <param name="older">The analyzer with the old model; its catalogue should hold the corpus's issues.</param>
    /// <param name="newer">The analyzer with the new one.</param>
    /// <param name="corpus">The labelled articles. Predictions on issues outside an article's <see cref="LabelledArticle.LabelledIssues"/> are left out: they are unknown.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <param name="resamples">Draws of the bootstrap, at least 100. Default 1000.</param>
    /// <param name="cancellation">Stops between articles.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too few draws.</exception>
    public static ModelComparison Of(StanceAnalyzer older, StanceAnalyzer newer, LabelledCorpus corpus, int seed = 1, int resamples = 1000, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        ArgumentNullException.ThrowIfNull(corpus);
        return Of(corpus.Articles, StanceEvaluator.Predict(older, corpus.Articles, cancellation), StanceEvaluator.Predict(newer, corpus.Articles, cancellation), seed, resamples);
    }

    /// <summary>Compares predictions.</summary>
    /// <param name="gold">The labelled articles.</param>
    /// <param name="older">The old model's result for each, in the same order.</param>
    /// <param name="newer">The new model's.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <param name="resamples">Draws of the bootstrap, at least 100. Default 1000.</param>
    /// <exception cref="ArgumentException">No articles, or lists of different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Too few draws.</exception>
    public static ModelComparison Of(IReadOnlyList<LabelledArticle> gold, IReadOnlyList<ArticleStances> older, IReadOnlyList<ArticleStances> newer, int seed = 1, int resamples = 1000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        if (gold.Count == 0 || gold.Count != older.Count || gold.Count != newer.Count)
            throw new ArgumentException($"found {older.Count} old and {newer.Count} new predictions for {gold.Count} articles; allowed: one of each for each, and at least one article", nameof(gold));
        ArticleCounts[] a = [.. gold.Zip(older, ArticleCounts.Of)], b = [.. gold.Zip(newer, ArticleCounts.Of)];
        var bootstrap = new PairedBootstrap(a, b, resamples, seed);
        var pairs = gold.Select((article, i) => ComparedPair.Of(article, older[i], newer[i])).SelectMany(p => p).ToList();
        return new ModelComparison
        {
            Figures = [.. All.Select(f => bootstrap.Of(f.Name, f.Of, f.HigherIsBetter))],
            Groups = [.. GroupComparison.Classes(gold, older, newer, bootstrap, resamples, seed), .. GroupComparison.Of(GroupKind.Issue, gold, older, newer, resamples, seed), .. GroupComparison.Of(GroupKind.State, gold, older, newer, resamples, seed)],
            Reported = new McNemarTest(pairs.Count(p => p.OldIsRight && !p.NewIsRight), pairs.Count(p => p.NewIsRight && !p.OldIsRight)),
            Polarity = new McNemarTest(pairs.Count(p => p.OldSide && !p.NewSide), pairs.Count(p => p.NewSide && !p.OldSide)),
            Changes = [.. pairs.Where(p => p.OldIsRight != p.NewIsRight).Select(p => p.Change)],
            Articles = gold.Count,
        };
    }

    /// <summary>The result as a table of HTML that needs no script and keeps its style in notebooks that are not trusted; what articles and users wrote is escaped.</summary>
    public string ToHtml() => ReportTables.Of(this).ToHtml();

    DisplayTable IDisplayed.Display() => ReportTables.Of(this);
}
