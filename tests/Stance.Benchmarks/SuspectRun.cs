using System.Diagnostics;

namespace Stance.Benchmarks;

/// <summary>Label errors planted in the shipped corpus: how many of them stand high among the suspects. Run from the repository's root.</summary>
internal static class SuspectRun
{
    private const double Planted = 0.05;

    /// <summary>Turns one in twenty labels of favor and against round, by lot, and ranks all labels.</summary>
    /// <param name="folds">Parts of the cross-validation.</param>
    public static int Run(int folds)
    {
        var corpus = LabelledCorpus.Read("training-data");
        var lot = new Random(1);
        var flipped = new HashSet<(string, string, string)>();
        GoldStance Turned(string article, GoldStance label)
        {
            if (label.Stance == StanceLabel.Neutral || lot.NextDouble() >= Planted)
                return label;
            flipped.Add((article, label.Actor, label.Issue));
            return label with { Stance = label.Stance == StanceLabel.Favor ? StanceLabel.Against : StanceLabel.Favor };
        }
        var planted = LabelledCorpus.Of(corpus.Articles.Select(a => a with { Stances = [.. a.Stances.Select(s => Turned(a.Article.Id!, s))] }), corpus.Issues);
        var watch = Stopwatch.StartNew();
        var predictions = LabelErrors.Predict(planted, folds, new());
        Console.WriteLine(FormattableString.Invariant($"{planted.Articles.Count} articles, {planted.Articles.Sum(a => a.Stances.Count)} labels, {flipped.Count} of them turned round; {folds} parts, {watch.Elapsed.TotalMinutes:F1} minutes"));
        Console.WriteLine("| probabilities | planted errors in the top 5 % of labels | 10 % | 20 % | top 10 % by wrong stance alone | likely wrong stances | of them planted | estimated wrong stances |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (name, review) in ((string, LabelReview)[])[("the model's and the actor's other labels", LabelErrors.Of(predictions)), ("the model's alone", LabelErrors.Of(predictions, smoothing: 1e9))])
        {
            var labels = review.Ranked.Where(s => s.Given is not null).ToList();
            bool IsPlanted(LabelSuspect s) => flipped.Contains((s.Article, s.Actor, s.Issue));
            double Top(double share) => (double)labels.Take((int)(share * labels.Count)).Count(IsPlanted) / flipped.Count;
            var wrong = labels.Where(s => s.Kind == SuspectKind.WrongStance).ToList();
            var likely = wrong.Where(s => s.IsLikely).ToList();
            Console.WriteLine(FormattableString.Invariant($"| {name} | {Top(0.05):P0} | {Top(0.1):P0} | {Top(0.2):P0} | {(double)wrong.Take(labels.Count / 10).Count(IsPlanted) / flipped.Count:P0} | {likely.Count} | {likely.Count(IsPlanted)} | {review.Estimated[SuspectKind.WrongStance]:F0} |"));
        }
        return 0;
    }
}
