namespace Stance;

/// <summary>Second look at the candidates of one issue in one article, together: whether one takes a stance, and which, is told better when it is known what the others say and how they stand to it. Immutable and thread-safe.</summary>
/// <param name="Stance">Log-odds that there is a stance, from <see cref="JointFeatures.StanceSchema"/>.</param>
/// <param name="Side">Log-odds of favor, from <see cref="JointFeatures.SideSchema"/>.</param>
internal sealed record JointModel(BlendedScorer Stance, BlendedScorer Side)
{
    private static readonly TreeOptions StanceTrees = new(40, 8, 40, 0.15), SideTrees = new(40, 4, 60, 0.12);

    /// <summary>Scores of candidates among each other.</summary>
    /// <param name="samples">The candidates.</param>
    /// <param name="members">What each brings.</param>
    /// <param name="links">How the actors of a candidate's article stand to each other.</param>
    public (double[] Stance, double[] Side) Score(IReadOnlyList<PairSample> samples, JointMember[] members, Func<PairSample, ActorLinks> links)
    {
        var (x, y) = JointFeatures.Of(samples, members, links);
        return (Stance.Score(x, 0, JointFeatures.StanceSchema), Side.Score(y, 0, JointFeatures.SideSchema));
    }

    /// <summary>Fits the second look on held-out scores of the first.</summary>
    /// <param name="samples">The candidates of undisturbed articles, all of them.</param>
    /// <param name="longOnes">Fit on long articles only (<see cref="PairCalibration.OnlyLong"/>).</param>
    /// <param name="members">What each brings, from models that had not seen its article.</param>
    /// <param name="links">For each article, how its actors stand to each other, likewise held out.</param>
    /// <param name="options">Folds and seed.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The mean of the models fitted without each fold and on all, and for each sample the scores of the one that had not seen its fold.</returns>
    public static (JointModel Model, double[] Stance, double[] Side) Fit(IReadOnlyList<PairSample> samples, bool longOnes, JointMember[] members, IReadOnlyList<ActorLinks> links, TrainingOptions options, CancellationToken cancellation = default)
    {
        var n = members.Length;
        var (x, y) = JointFeatures.Of(samples, members, s => links[s.Article]);
        var (stance, side) = (new double[n], new double[n]);
        var parts = new List<JointModel>();
        for (var fold = 0; fold < options.Folds; fold++)
        {
            var model = FitOn(i => samples[i].Fold != fold);
            parts.Add(model);
            int[] heldOut = [.. Enumerable.Range(0, n).Where(i => samples[i].Fold == fold)];
            var stances = model.Stance.Score(Array.ConvertAll(heldOut, i => x[i]), 0, JointFeatures.StanceSchema);
            var sides = model.Side.Score(Array.ConvertAll(heldOut, i => y[i]), 0, JointFeatures.SideSchema);
            for (var k = 0; k < heldOut.Length; k++)
                (stance[heldOut[k]], side[heldOut[k]]) = (stances[k], sides[k]);
        }
        parts.Add(FitOn(_ => true));
        return (new JointModel(BlendedScorer.Mean([.. parts.Select(m => m.Stance)]), BlendedScorer.Mean([.. parts.Select(m => m.Side)])), stance, side);

        JointModel FitOn(Func<int, bool> isIn)
        {
            int[] kept = [.. Enumerable.Range(0, n).Where(i => isIn(i) && (samples[i].IsLong || !longOnes))];
            int[] sided = [.. kept.Where(i => samples[i].Label is PairLabel.Favor or PairLabel.Against)];
            return new JointModel(
                BlendedScorer.Fit([.. kept.Select(i => x[i])], [.. kept.Select(i => samples[i].Label != PairLabel.None)], [.. kept.Select(i => samples[i].Weight)], JointFeatures.StanceSchema, false, StanceTrees, options.Seed + 4, options.Mask, cancellation),
                BlendedScorer.Fit([.. sided.Select(i => y[i])], [.. sided.Select(i => samples[i].Label == PairLabel.Favor)], [.. sided.Select(i => samples[i].Weight)], JointFeatures.SideSchema, true, SideTrees, options.Seed + 5, options.Mask, cancellation));
        }
    }
}
