namespace Stance;

/// <summary>A few small trees over what is cheap to know of a candidate pair. They drop the hopeless ones, so that the costly features are computed for few. Immutable and thread-safe.</summary>
/// <param name="trees">The trees.</param>
/// <param name="threshold">A pair passes from this score on.</param>
internal sealed class PairGate(TreeEnsemble trees, double threshold)
{
    /// <summary>Share of labelled pairs that the gate may lose: those that it can hardly tell from nothing are never reported later either. At .005 three times as many candidates pass.</summary>
    public const double Loss = 0.02;

    private const int MostOthers = 60_000;

    /// <summary>Lets everything pass.</summary>
    public static PairGate Open { get; } = new(new TreeEnsemble.Builder().Build(0), double.NegativeInfinity);

    public TreeEnsemble Trees => trees;

    public double Threshold => threshold;

    public bool Passes(ReadOnlySpan<float> features) => double.IsNegativeInfinity(threshold) || trees.Score(features) >= threshold;

    /// <summary>Which of many pairs pass.</summary>
    public bool[] Passes(int count, int width, FeatureWriter write) =>
        double.IsNegativeInfinity(threshold) ? [.. Enumerable.Repeat(true, count)] : Array.ConvertAll(trees.Score(count, width, write), score => score >= threshold);

    /// <summary>Fits a gate; its threshold is chosen on scores of held-out folds.</summary>
    public static PairGate Fit(IReadOnlyList<PairSample> samples, TrainingOptions options, CancellationToken cancellation = default)
    {
        var tree = new TreeOptions(40, 12, 30, 0.2);
        var scores = new List<double>();
        // The hopeless are many and alike: some of them do, each for all that are left out.
        var lot = new Random(options.Seed);
        var share = Math.Min(1, MostOthers / (double)Math.Max(1, samples.Count(s => s.Label == PairLabel.None)));
        var drawn = samples.Where(s => s.Label != PairLabel.None || lot.NextDouble() < share).ToList();
        TreeEnsemble Train(int heldOut)
        {
            var kept = drawn.Where(s => s.Fold != heldOut).ToList();
            return MlNet.Trees([.. kept.Select(s => s.Gate)], [.. kept.Select(s => s.Label != PairLabel.None)], [.. kept.Select(s => s.Label != PairLabel.None ? 1 : (float)(1 / share))], tree, options.Seed + 7, cancellation);
        }
        for (var fold = 0; fold < options.Folds; fold++)
        {
            var trees = Train(fold);
            scores.AddRange(samples.Where(s => s.Fold == fold && s.Label != PairLabel.None).Select(s => trees.Score(s.Gate)));
        }
        if (scores.Count == 0)
            return Open;
        scores.Sort();
        return new PairGate(Train(-1), scores[(int)(Loss * scores.Count)]);
    }
}
