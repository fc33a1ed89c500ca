namespace Stance;

/// <summary>Turns the held-out scores of a pair model into probabilities and chooses the thresholds from which on a stance is reported.</summary>
internal static class PairCalibration
{
    /// <summary>Labelled pairs of long articles from which on these alone are looked at.</summary>
    private const int FewestLong = 200;

    /// <summary>Whether long articles alone are looked at: in a dense short one a candidate is a stance far more often, and has more company. Where a corpus has hardly a long article, all have to do.</summary>
    public static bool OnlyLong(IReadOnlyList<PairSample> samples) => samples.Count(s => s.IsLong && s.Label != PairLabel.None) >= FewestLong;

    /// <summary>Fits curves and thresholds.</summary>
    /// <param name="model">The model without them.</param>
    /// <param name="samples">The candidates of undisturbed articles.</param>
    /// <param name="stance">For each, the held-out log-odds of a stance.</param>
    /// <param name="side">For each, the held-out log-odds of favor.</param>
    /// <param name="neutral">For each, the held-out log-odds of neutral.</param>
    /// <param name="rows">For each, the scores of its statements.</param>
    /// <param name="missed">Labelled pairs without a candidate.</param>
    /// <param name="options">The prior of favor.</param>
    /// <param name="cancellation">Stops between the curves.</param>
    public static PairTrainer.Result Fit(PairModel model, IReadOnlyList<PairSample> samples, double[] stance, double[] side, double[] neutral, RowScores[] rows, int missed, TrainingOptions options, CancellationToken cancellation = default)
    {
        var mirrored = model.Mirrored;
        List<double> stanceScores = [], sideScores = [], neutralScores = [];
        List<bool> stanceLabels = [], sideLabels = [], neutralLabels = [];
        List<double> stanceWeights = [], sideWeights = [], neutralWeights = [];
        var longOnes = OnlyLong(samples);
        for (var i = 0; i < samples.Count; i++)
        {
            var label = samples[i].Label;
            if (longOnes && !samples[i].IsLong)
                continue;
            stanceScores.Add(stance[i]);
            stanceLabels.Add(label != PairLabel.None);
            stanceWeights.Add(samples[i].Weight);
            if (label == PairLabel.None)
                continue;
            neutralScores.Add(neutral[i]);
            neutralWeights.Add(samples[i].Weight);
            neutralLabels.Add(label == PairLabel.Neutral);
            if (label == PairLabel.Neutral)
                continue;
            sideScores.Add(side[i]);
            sideWeights.Add(samples[i].Weight);
            sideLabels.Add(label == PairLabel.Favor);
            if (!mirrored)
                continue;
            sideScores.Add(-side[i]);
            sideWeights.Add(samples[i].Weight);
            sideLabels.Add(label != PairLabel.Favor);
        }
        var shift = 0.0;
        if (mirrored)
        {
            // The mirror images make both sides equally frequent; where the model is used they are not.
            var prior = options.FavorPrior ?? Math.Clamp(Favored(samples, longOnes), 0.1, 0.9);
            shift = Math.Log(prior / (1 - prior));
        }
        var calibrated = model with
        {
            StanceCalibrator = Calibrator.Fit(stanceScores, stanceLabels, weights: stanceWeights),
            SideCalibrator = Calibrator.Fit(sideScores, sideLabels, mirrored, sideWeights),
            NeutralCalibrator = Calibrator.Fit(neutralScores, neutralLabels, weights: neutralWeights),
            FavorShift = shift,
        };
        cancellation.ThrowIfCancellationRequested();
        var heldOut = new PairScore[samples.Count];
        for (var i = 0; i < samples.Count; i++)
            heldOut[i] = calibrated.Combine(stance[i], side[i], neutral[i], rows[i].Evidence);
        var (threshold, neutralThreshold) = Thresholds(samples, heldOut, longOnes, missed, mirrored ? options.LowestThreshold : 0, cancellation);
        return new PairTrainer.Result(calibrated with { Threshold = threshold, NeutralThreshold = neutralThreshold }, heldOut);
    }

    /// <summary>Share of favor among the samples that take a side.</summary>
    private static double Favored(IReadOnlyList<PairSample> samples, bool longOnes)
    {
        double favor = 0, both = 0;
        foreach (var sample in samples)
        {
            if (sample.Label is not (PairLabel.Favor or PairLabel.Against) || (longOnes && !sample.IsLong))
                continue;
            both++;
            if (sample.Label == PairLabel.Favor) favor++;
        }
        return both == 0 ? 0.5 : favor / both;
    }

    /// <summary>The middle of the thresholds whose F1 is as good as the best.</summary>
    /// <param name="curve">F1 by threshold, at least one point.</param>
    internal static double MiddleOfBest(List<(double Threshold, double F1)> curve)
    {
        var best = curve.Max(point => point.F1);
        var asGood = curve.FindAll(point => point.F1 >= best - AsGood);
        return (asGood.Min(point => point.Threshold) + asGood.Max(point => point.Threshold)) / 2;
    }

    /// <summary>F1 that lies so near the best is as good.</summary>
    private const double AsGood = 0.005;

    /// <summary>The thresholds with the best F1 of triples on held-out scores (for F1 the best threshold of a calibrated probability is near half the reachable F1: Lipton, Elkan and Naryanaswamy 2014); that of triples no lower than it may be.
    /// The curve is flat at its top, and where the very best lies is chance: of the thresholds that are as good, the one in their middle is taken.</summary>
    private static (double Triple, double Neutral) Thresholds(IReadOnlyList<PairSample> samples, PairScore[] scores, bool longOnes, int missed, double lowest, CancellationToken cancellation)
    {
        double gold = missed * 0.2;
        for (var i = 0; i < scores.Length; i++)
            if (samples[i].Label != PairLabel.None && (samples[i].IsLong || !longOnes))
                gold += samples[i].Weight;
        var (best, bestTriple, bestNeutral) = (-1.0, 0.3, 0.5);
        var curve = new List<(double Threshold, double F1)>();
        foreach (var neutral in (ReadOnlySpan<double>)[0.3, 0.4, 0.5, 0.6, 0.7, 1.1])
        {
            cancellation.ThrowIfCancellationRequested();
            var ranked = new List<(double Probability, double Right, double Weight)>();
            for (var i = 0; i < scores.Length; i++)
            {
                if (longOnes && !samples[i].IsLong)
                    continue;
                var stance = scores[i].StanceAt(neutral);
                var right = samples[i].Label == stance switch { StanceLabel.Favor => PairLabel.Favor, StanceLabel.Against => PairLabel.Against, _ => PairLabel.Neutral };
                ranked.Add((scores[i].Probabilities.Of(stance), right ? samples[i].Weight : 0, samples[i].Weight));
            }
            ranked.Sort(static (a, b) => b.Probability.CompareTo(a.Probability));
            double hits = 0, predicted = 0, ofThis = best;
            var points = new List<(double Threshold, double F1)>();
            for (var n = 0; n < ranked.Count; n++)
            {
                hits += ranked[n].Right;
                predicted += ranked[n].Weight;
                if (n + 1 < ranked.Count && ranked[n + 1].Probability == ranked[n].Probability)
                    continue;
                var f1 = 2 * hits / (predicted + gold);
                points.Add((ranked[n].Probability, f1));
                ofThis = Math.Max(ofThis, f1);
            }
            if (ofThis > best + 1e-4)
                (best, bestNeutral, curve) = (ofThis, neutral, points);
        }
        if (curve.Count > 0)
            bestTriple = MiddleOfBest(curve);
        // Rounded: a threshold of six digits pretends to more than is known.
        return (Math.Clamp(Math.Round(bestTriple, 2), lowest, 0.9), bestNeutral);
    }
}
