namespace Stance;

/// <summary>What no two parts of a cross-validation share.</summary>
public enum Grouping
{
    /// <summary>Articles: the held-out articles are unseen, their issues may be known.</summary>
    Article,

    /// <summary>Articles and issues: of a part's articles only what they say on the part's issues is scored, by a model that has seen neither those articles nor a label on those issues. With n parts
    /// one stance in n is scored; siblings of an issue (a strike, the inquiry into it) may be known.</summary>
    Issue,
}

/// <summary>Scores predictions against gold labels.</summary>
public static class StanceEvaluator
{
    private const int Resamples = 300;

    /// <summary>Analyses labelled articles and scores the result.</summary>
    /// <param name="analyzer">The analyzer; its catalogue should hold the corpus's issues.</param>
    /// <param name="corpus">The labelled articles. Predictions on issues outside an article's <see cref="LabelledArticle.LabelledIssues"/> are left out: they are unknown.</param>
    public static EvaluationReport Evaluate(StanceAnalyzer analyzer, LabelledCorpus corpus) => Score(corpus.Articles, Predict(analyzer, corpus.Articles));

    /// <summary>Precision and recall of triples by the least probability reported, whatever the analyzer's own threshold: which <see cref="AnalyzerOptions.MinProbability"/> to choose.</summary>
    /// <param name="analyzer">The analyzer; its catalogue should hold the corpus's issues.</param>
    /// <param name="corpus">The labelled articles, best ones that the model was not trained on.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static ProbabilityCurve Curve(StanceAnalyzer analyzer, LabelledCorpus corpus, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        var wide = new StanceAnalyzer(analyzer.Model, analyzer.Issues, analyzer.Actors, new AnalyzerOptions { MinProbability = ProbabilityCurve.Lowest });
        return Curve(corpus.Articles, Predict(wide, corpus.Articles), seed);
    }

    /// <summary>The curve of predictions that reach down to <see cref="ProbabilityCurve.Lowest"/>; what is less probable is left out.</summary>
    internal static ProbabilityCurve Curve(IReadOnlyList<LabelledArticle> gold, IReadOnlyList<ArticleStances> predicted, int seed)
    {
        var counts = gold.Zip(predicted, (article, result) => ArticleCounts.Of(article, result with { Stances = [.. result.Stances.Where(s => s.Probability >= ProbabilityCurve.Lowest)] })).ToArray();
        var triples = counts.SelectMany(c => c.Probabilities).ToList();
        var support = counts.Sum(c => c.Gold);
        var points = new List<CurvePoint>();
        for (var tenth = 1; tenth <= 9; tenth++)
        {
            var least = tenth / 10.0;
            int reported = triples.Count(t => t.Probability >= least), right = triples.Count(t => t.Probability >= least && t.Right);
            points.Add(new CurvePoint(least, reported, reported == 0 ? 0 : (double)right / reported, support == 0 ? 0 : (double)right / support, reported + support == 0 ? 0 : 2.0 * right / (reported + support)));
        }
        return new ProbabilityCurve(points, Resampled(counts, seed, drawn => Figures.Error(drawn)), Figures.Bins(counts));
    }

    /// <summary>A figure with its interval over articles.</summary>
    private static Estimate Resampled(ArticleCounts[] counts, int seed, Func<ArticleCounts[], double> figure)
    {
        var random = new Random(seed);
        var (drawn, sample) = (new double[Resamples], new ArticleCounts[counts.Length]);
        for (var r = 0; r < Resamples; r++)
        {
            for (var i = 0; i < sample.Length; i++)
                sample[i] = counts[random.Next(counts.Length)];
            drawn[r] = figure(sample);
        }
        return Estimate.Of(figure(counts), drawn);
    }

    /// <summary>Predictions for labelled articles, with an answer for each gold pair.</summary>
    internal static List<ArticleStances> Predict(StanceAnalyzer analyzer, IReadOnlyList<LabelledArticle> articles, CancellationToken cancellation = default) =>
        [.. articles.AsParallel().AsOrdered().WithCancellation(cancellation).Select(a => analyzer.Analyze(a.Article, a.Stances.Where(s => analyzer.Issues.Find(s.Issue) is not null).Select(s => (s.Actor, s.Issue))))];

    /// <summary>Scores predictions.</summary>
    /// <param name="gold">The labelled articles.</param>
    /// <param name="predicted">A result for each, in the same order.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    public static EvaluationReport Score(IReadOnlyList<LabelledArticle> gold, IReadOnlyList<ArticleStances> predicted, int seed = 1)
    {
        if (gold.Count != predicted.Count)
            throw new ArgumentException($"found {predicted.Count} predictions for {gold.Count} articles; allowed: one for each", nameof(predicted));
        var counts = gold.Zip(predicted, ArticleCounts.Of).ToArray();
        var point = Figures.Of(counts);
        var random = new Random(seed);
        var drawn = new Figures[Resamples];
        var sample = new ArticleCounts[counts.Length];
        for (var r = 0; r < Resamples; r++)
        {
            for (var i = 0; i < sample.Length; i++)
                sample[i] = counts[random.Next(counts.Length)];
            drawn[r] = Figures.Of(sample);
        }
        Estimate Of(Func<Figures, double> figure) => Estimate.Of(figure(point), Array.ConvertAll(drawn, d => figure(d)));
        PrecisionRecall Three(Func<Figures, (double P, double R, double F)> figure, int support) => new(Of(f => figure(f).P), Of(f => figure(f).R), Of(f => figure(f).F), support);
        return new EvaluationReport
        {
            Pairs = Three(f => f.Pairs, counts.Sum(c => c.Gold)),
            Triples = Three(f => f.Triples, counts.Sum(c => c.Gold)),
            PolarityAccuracy = Of(f => f.Accuracy),
            PolarityMacroF1 = Of(f => f.PerClass.Average()),
            PolarityFavorAgainstF1 = Of(f => (f.PerClass[0] + f.PerClass[1]) / 2),
            PolarityPerClass = Enum.GetValues<StanceLabel>().ToDictionary(s => s, s => (Of(f => f.PerClass[(int)s]), gold.Sum(a => a.Stances.Count(g => g.Stance == s)))),
            EvidenceOverlap = Of(f => f.Evidence),
            CalibrationError = Of(f => f.CalibrationError),
            Sentiments = Three(f => f.Sentiments, counts.Sum(c => c.SentimentsGold)),
            Reliability = Figures.Bins(counts),
            Articles = counts.Length,
        };
    }

    /// <summary>Trains on all parts but one and scores that one, for each part in turn; the whole training with its inner cross-fitting is repeated each time.</summary>
    /// <param name="corpus">The labelled articles.</param>
    /// <param name="folds">Number of parts, at least 2.</param>
    /// <param name="grouping">What parts must not share.</param>
    /// <param name="options">How to train; <c>null</c>: the defaults.</param>
    /// <param name="progress">Told of each step of each training.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public static EvaluationReport CrossValidate(LabelledCorpus corpus, int folds = 5, Grouping grouping = Grouping.Article, TrainingOptions? options = null,
        IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        options ??= new();
        var outOfFold = OutOfFold.Predict(corpus, folds, grouping, options, ProbabilityCurve.Lowest, progress, cancellation);
        LabelledArticle[] gold = [.. outOfFold.Select(o => o.Gold)];
        return Score(gold, [.. outOfFold.Select(o => o.Reported())], options.Seed) with { Curve = Curve(gold, [.. outOfFold.Select(o => o.Predicted)], options.Seed) };
    }
}
