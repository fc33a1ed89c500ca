namespace Stance;

/// <summary>What no two parts of a cross-validation share.</summary>
public enum Grouping
{
    /// <summary>Articles: the held-out articles are unseen, their issues may be known.</summary>
    Article,

    /// <summary>Issues: the held-out articles speak of issues that training has not seen.</summary>
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

    /// <summary>Predictions for labelled articles, with an answer for each gold pair.</summary>
    internal static List<ArticleStances> Predict(StanceAnalyzer analyzer, IReadOnlyList<LabelledArticle> articles) =>
        [.. articles.AsParallel().AsOrdered().Select(a => analyzer.Analyze(a.Article, a.Stances.Where(s => analyzer.Issues.Find(s.Issue) is not null).Select(s => (s.Actor, s.Issue))))];

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
        Estimate Of(Func<Figures, double> figure)
        {
            var values = drawn.Select(figure).Order().ToArray();
            return new Estimate(figure(point), values[Resamples * 25 / 1000], values[^(Resamples * 25 / 1000 + 1)]);
        }
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
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        options ??= new();
        var fold = grouping == Grouping.Article ? TrainingFolds.ByArticle(corpus, folds, options.Seed) : TrainingFolds.ByIssue(corpus, folds, options.Seed);
        var gold = new List<LabelledArticle>();
        var predicted = new List<ArticleStances>();
        for (var k = 0; k < folds; k++)
        {
            var heldOut = corpus.Articles.Where((_, i) => fold[i] == k).ToList();
            if (heldOut.Count == 0)
                continue;
            var rest = LabelledCorpus.Of(corpus.Articles.Where((_, i) => fold[i] != k), corpus.Issues);
            var part = k;
            var model = new StanceTrainer(options).Train(rest, progress is null ? null : new Relay(p => progress.Report(p with { Phase = $"fold {part + 1} of {folds}: {p.Phase}", Step = part * p.Steps + p.Step, Steps = p.Steps * folds })), cancellation);
            gold.AddRange(heldOut);
            predicted.AddRange(Predict(new StanceAnalyzer(model, corpus.Issues), heldOut));
        }
        return Score(gold, predicted, options.Seed);
    }

    /// <summary>Passes reports on at once, on the same thread: <see cref="Progress{T}"/> would post them and lose their order.</summary>
    private sealed class Relay(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }

    /// <summary>All figures of a set of articles.</summary>
    private sealed record Figures((double P, double R, double F) Pairs, (double P, double R, double F) Triples, double Accuracy, double[] PerClass, double Evidence, double CalibrationError, (double P, double R, double F) Sentiments)
    {
        public static Figures Of(ArticleCounts[] counts)
        {
            int gold = 0, predicted = 0, pairs = 0, triples = 0, asked = 0, hit = 0, sentimentsGold = 0, sentimentsPredicted = 0, sentimentsRight = 0;
            var confusion = new int[3, 4];
            foreach (var c in counts)
            {
                gold += c.Gold;
                predicted += c.Predicted;
                pairs += c.Pairs;
                triples += c.Triples;
                asked += c.EvidenceAsked;
                hit += c.EvidenceHit;
                sentimentsGold += c.SentimentsGold;
                sentimentsPredicted += c.SentimentsPredicted;
                sentimentsRight += c.SentimentsRight;
                for (var g = 0; g < 3; g++)
                    for (var p = 0; p < 4; p++)
                        confusion[g, p] += c.Confusion[g, p];
            }
            int all = 0, right = 0;
            var perClass = new double[3];
            for (var s = 0; s < 3; s++)
            {
                int ofGold = 0, ofPredicted = 0;
                for (var t = 0; t < 3; t++)
                {
                    ofGold += confusion[s, t];
                    ofPredicted += confusion[t, s];
                }
                ofGold += confusion[s, ArticleCounts.Missing];
                all += ofGold;
                right += confusion[s, s];
                perClass[s] = F1(confusion[s, s], ofPredicted, ofGold).F;
            }
            return new Figures(F1(pairs, predicted, gold), F1(triples, predicted, gold), all == 0 ? 0 : (double)right / all, perClass, asked == 0 ? 0 : (double)hit / asked,
                Bins(counts) is var bins && predicted == 0 ? 0 : bins.Sum(b => b.Count * Math.Abs(b.MeanProbability - b.Right)) / predicted, F1(sentimentsRight, sentimentsPredicted, sentimentsGold));
        }

        public static List<(int Count, double MeanProbability, double Right)> Bins(ArticleCounts[] counts)
        {
            var bins = new (int Count, double Sum, int Right)[10];
            foreach (var c in counts)
            {
                foreach (var (probability, right) in c.Probabilities)
                {
                    ref var bin = ref bins[Math.Min(9, (int)(probability * 10))];
                    bin.Count++;
                    bin.Sum += probability;
                    if (right) bin.Right++;
                }
            }
            return [.. bins.Select(b => b.Count == 0 ? (0, 0, 0) : (b.Count, b.Sum / b.Count, (double)b.Right / b.Count))];
        }

        private static (double P, double R, double F) F1(int right, int predicted, int gold)
        {
            double p = predicted == 0 ? 0 : (double)right / predicted, r = gold == 0 ? 0 : (double)right / gold;
            return (p, r, p + r == 0 ? 0 : 2 * p * r / (p + r));
        }
    }
}
