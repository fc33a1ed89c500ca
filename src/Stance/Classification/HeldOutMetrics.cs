namespace Stance;

/// <summary>Figures of a training run on its own held-out parts, for the manifest.</summary>
internal static class HeldOutMetrics
{
    public static SortedDictionary<string, double> Of(TrainingSet set, PairTrainer.Result stances, PairTrainer.Result sentiments)
    {
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        Add(metrics, "", set.Stances, set.StancesMissed, stances);
        Add(metrics, "sentiment ", set.Sentiments, set.SentimentsMissed, sentiments);
        return metrics;
    }

    private static void Add(SortedDictionary<string, double> metrics, string prefix, List<PairSample> samples, int missed, PairTrainer.Result result)
    {
        int gold = missed, predicted = 0, pairs = 0, triples = 0, candidates = 0, sides = 0, sidesRight = 0;
        var model = result.Model;
        for (var i = 0; i < result.HeldOut.Length; i++)
        {
            var score = result.HeldOut[i];
            var label = samples[i].Label;
            var stance = score.StanceAt(model.NeutralThreshold);
            if (label != PairLabel.None)
            {
                gold++;
                candidates++;
                if (label != PairLabel.Neutral)
                {
                    sides++;
                    if (score.Favor >= 0.5 == (label == PairLabel.Favor)) sidesRight++;
                }
            }
            if (score.Probabilities.Of(stance) < model.Threshold)
                continue;
            predicted++;
            if (label == PairLabel.None)
                continue;
            pairs++;
            if (label == stance switch { StanceLabel.Favor => PairLabel.Favor, StanceLabel.Against => PairLabel.Against, _ => PairLabel.Neutral })
                triples++;
        }
        metrics[prefix + "candidate recall"] = Ratio(candidates, gold);
        metrics[prefix + "pair F1"] = Ratio(2 * pairs, predicted + gold);
        metrics[prefix + "triple F1"] = Ratio(2 * triples, predicted + gold);
        metrics[prefix + "side accuracy"] = Ratio(sidesRight, sides);
    }

    private static double Ratio(int a, int b) => b == 0 ? 0 : Math.Round((double)a / b, 4);
}
