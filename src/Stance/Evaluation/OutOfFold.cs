namespace Stance;

/// <summary>What models say of labelled articles that they were not trained on.</summary>
internal static class OutOfFold
{
    /// <summary>An article, what was predicted for it, the part that it was held out with, and the thresholds of the model that predicted.</summary>
    public readonly record struct Prediction(LabelledArticle Gold, ArticleStances Predicted, int Fold, double Threshold = 0, double SentimentThreshold = 0)
    {
        /// <summary>What that model reports by its own thresholds, where it was asked for more.</summary>
        public ArticleStances Reported()
        {
            var (stances, sentiments) = (Threshold, SentimentThreshold);
            return Predicted with { Stances = [.. Predicted.Stances.Where(s => s.Probability >= stances)], Sentiments = [.. Predicted.Sentiments.Where(s => s.Probability >= sentiments)] };
        }
    }

    /// <summary>Trains on all parts but one and predicts that one (<see cref="Parts"/>), for each part in turn; each gold pair is asked about.</summary>
    /// <param name="corpus">The labelled articles.</param>
    /// <param name="folds">Number of parts, at least 2.</param>
    /// <param name="grouping">What parts must not share.</param>
    /// <param name="options">How to train.</param>
    /// <param name="minProbability">Stances and sentiments are reported from this probability on, or from the model's own threshold where that is lower.</param>
    /// <param name="progress">Told of each step of each training.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public static List<Prediction> Predict(LabelledCorpus corpus, int folds, Grouping grouping, TrainingOptions options, double minProbability, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        var all = new List<Prediction>();
        foreach (var (part, known, heldOut) in Parts(corpus, folds, grouping, options.Seed))
        {
            var model = new StanceTrainer(options).Train(known, progress is null ? null : new Relay(p => progress.Report(p with { Phase = $"fold {part + 1} of {folds}: {p.Phase}", Step = part * p.Steps + p.Step, Steps = p.Steps * folds })), cancellation);
            var analyzer = new StanceAnalyzer(model, heldOut.Issues, options: new AnalyzerOptions { MinProbability = Math.Min(minProbability, Math.Min(model.Manifest.Threshold, model.Manifest.SentimentThreshold)) });
            all.AddRange(heldOut.Articles.Zip(StanceEvaluator.Predict(analyzer, heldOut.Articles, cancellation), (gold, predicted) => new Prediction(gold, predicted, part, model.Manifest.Threshold, model.Manifest.SentimentThreshold)));
        }
        return all;
    }

    /// <summary>For each part that has an article: what is trained on, and what is held out. Grouped by issue, no label on an issue of the part is left in the one, and none on another issue in the other.</summary>
    internal static IEnumerable<(int Part, LabelledCorpus Known, LabelledCorpus HeldOut)> Parts(LabelledCorpus corpus, int folds, Grouping grouping, int seed)
    {
        var fold = TrainingFolds.ByArticle(corpus, folds, seed);
        var partOfIssue = TrainingFolds.OfIssues(corpus, folds);
        for (var k = 0; k < folds; k++)
        {
            var part = k;
            var known = corpus.Articles.Where((_, i) => fold[i] != part);
            var heldOut = corpus.Articles.Where((_, i) => fold[i] == part);
            var byIssue = grouping == Grouping.Issue;
            var scored = byIssue ? On(heldOut, issue => partOfIssue[issue] == part) : LabelledCorpus.Of(heldOut, corpus.Issues);
            if (scored.Articles.Count > 0)
                yield return (part, byIssue ? On(known, issue => partOfIssue[issue] != part) : LabelledCorpus.Of(known, corpus.Issues), scored);
        }

        // What articles say on some issues only; those that are labelled for none of them drop out.
        LabelledCorpus On(IEnumerable<LabelledArticle> articles, Func<string, bool> isIn)
        {
            var issues = corpus.Issues.Where(i => isIn(i.Id)).ToList();
            var ids = issues.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
            return LabelledCorpus.Of(
                articles.Select(a => a with { Stances = [.. a.Stances.Where(s => ids.Contains(s.Issue))], Absent = [.. a.Absent.Where(s => ids.Contains(s.Issue))], LabelledIssues = ids.Where(a.IsLabelledFor).ToHashSet(StringComparer.Ordinal) }).Where(a => a.Stances.Count + a.LabelledIssues!.Count > 0),
                IssueCatalog.Of(issues));
        }
    }

    /// <summary>Passes reports on at once, on the same thread: <see cref="Progress{T}"/> would post them and lose their order.</summary>
    private sealed class Relay(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}
