namespace Stance;

/// <summary>What models say of labelled articles that they were not trained on.</summary>
internal static class OutOfFold
{
    /// <summary>An article, what was predicted for it, and the part that it was held out with.</summary>
    public readonly record struct Prediction(LabelledArticle Gold, ArticleStances Predicted, int Fold);

    /// <summary>Trains on all parts but one and predicts that one, for each part in turn; each gold pair is asked about.</summary>
    /// <param name="corpus">The labelled articles.</param>
    /// <param name="folds">Number of parts, at least 2.</param>
    /// <param name="grouping">What parts must not share.</param>
    /// <param name="options">How to train.</param>
    /// <param name="minProbability">Stances are reported from this probability on; <c>null</c>: each model's own threshold.</param>
    /// <param name="progress">Told of each step of each training.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public static List<Prediction> Predict(LabelledCorpus corpus, int folds, Grouping grouping, TrainingOptions options, double? minProbability, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        var fold = grouping == Grouping.Article ? TrainingFolds.ByArticle(corpus, folds, options.Seed) : TrainingFolds.ByIssue(corpus, folds, options.Seed);
        var all = new List<Prediction>();
        for (var k = 0; k < folds; k++)
        {
            var heldOut = corpus.Articles.Where((_, i) => fold[i] == k).ToList();
            if (heldOut.Count == 0)
                continue;
            var rest = LabelledCorpus.Of(corpus.Articles.Where((_, i) => fold[i] != k), corpus.Issues);
            var part = k;
            var model = new StanceTrainer(options).Train(rest, progress is null ? null : new Relay(p => progress.Report(p with { Phase = $"fold {part + 1} of {folds}: {p.Phase}", Step = part * p.Steps + p.Step, Steps = p.Steps * folds })), cancellation);
            var analyzer = new StanceAnalyzer(model, corpus.Issues, options: new AnalyzerOptions { MinProbability = minProbability });
            all.AddRange(heldOut.Zip(StanceEvaluator.Predict(analyzer, heldOut, cancellation), (gold, predicted) => new Prediction(gold, predicted, part)));
        }
        return all;
    }

    /// <summary>Passes reports on at once, on the same thread: <see cref="Progress{T}"/> would post them and lose their order.</summary>
    private sealed class Relay(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}
