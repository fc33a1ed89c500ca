namespace Stance;

/// <summary>Fits the two stages of a <see cref="PassageScorer"/>: the views by cross-fitting, so that the second stage is trained on scores of pairs that the first has not seen (stacking: Wolpert 1992).</summary>
internal sealed class PassageFitting(PassageTrainingOptions options, IReadOnlyList<SparseRow[]> views, IReadOnlyList<float[]> comparisons, int[] labels, int[] folds, Action<string> step)
{
    /// <summary>What came out: the scorer, and for each pair its probabilities and the vector of the second stage while it was held out.</summary>
    public sealed record Result(PassageScorer Scorer, double[][] HeldOut, float[][] Dense);

    private int Count => labels.Length;

    public Result Fit()
    {
        var rarity = Enumerable.Range(0, PassageViews.Count).Select(Rarity).ToArray();
        var scaled = new SparseRow[Count][];
        Parallel.For(0, Count, i => scaled[i] = [.. views[i].Select((row, v) => PassageScorer.Scale(row, rarity[v]))]);
        // Learners are fitted on the features that occur twice only: of the rest every value is 0.
        int[][] used = [.. rarity.Select(r => Enumerable.Range(0, r.Length).Where(i => r[i] > 0).ToArray())];
        var compact = used.Select((u, v) => Compact(scaled, v, u)).ToArray();
        LinearScorer[][] Learners(int heldOut)
        {
            var fitted = new LinearScorer[PassageViews.Count][];
            for (var v = 0; v < fitted.Length; v++)
                fitted[v] = FitView(compact[v], used[v], heldOut);
            return fitted;
        }
        var dense = new float[Count][];
        for (var fold = 0; fold < options.Folds; fold++)
        {
            step($"views, part {fold + 1} of {options.Folds}");
            if (!folds.Contains(fold))
                continue;
            var fitted = Learners(fold);
            for (var i = 0; i < Count; i++)
                if (folds[i] == fold)
                    dense[i] = PassageScorer.Dense(fitted, scaled[i], comparisons[i]);
        }
        step("views, all");
        var all = Learners(-1);
        var (scores, final) = HeldOutStage(dense);
        return new Result(new PassageScorer { Rarity = rarity, Views = all, Stage = final }, [.. scores.Select(final.Calibrated)], dense);
    }

    /// <summary>The second stage: each pair's scores while it was held out, and the calibrated stage fitted on all.</summary>
    public (double[][] Scores, PassageStage Stage) HeldOutStage(float[][] dense)
    {
        var scores = new double[Count][];
        for (var fold = 0; fold < options.Folds; fold++)
        {
            step($"pairs, part {fold + 1} of {options.Folds}");
            if (!folds.Contains(fold))
                continue;
            var stage = FitStage(dense, fold);
            for (var i = 0; i < Count; i++)
                if (folds[i] == fold)
                    scores[i] = stage.Scores(dense[i]);
        }
        step("pairs, all");
        return (scores, Calibrate(FitStage(dense, -1), scores));
    }

    /// <summary>Inverse document frequency; no label enters.</summary>
    private float[] Rarity(int view)
    {
        var counts = new int[HashedFeatures.Dimensions];
        foreach (var row in views)
            foreach (var index in row[view].Indices)
                counts[index]++;
        // What occurs once cannot be learnt from elsewhere.
        return Array.ConvertAll(counts, c => c < 2 ? 0 : MathF.Log((Count + 1f) / (c + 0.5f)));
    }

    /// <summary>The rows of a view over the features in use.</summary>
    private static SparseRow[] Compact(SparseRow[][] scaled, int view, int[] used)
    {
        var position = new int[HashedFeatures.Dimensions];
        for (var k = 0; k < used.Length; k++)
            position[used[k]] = k;
        return Array.ConvertAll(scaled, rows =>
        {
            var (indices, values) = (new List<int>(), new List<float>());
            for (var i = 0; i < rows[view].Indices.Length; i++)
            {
                if (rows[view].Values[i] == 0)
                    continue;
                indices.Add(position[rows[view].Indices[i]]);
                values.Add(rows[view].Values[i]);
            }
            return new SparseRow([.. indices], [.. values]);
        });
    }

    private LinearScorer[] FitView(SparseRow[] compact, int[] used, int heldOut)
    {
        List<SparseRow> rows = [];
        List<int> kept = [];
        for (var i = 0; i < Count; i++)
        {
            if (folds[i] == heldOut)
                continue;
            rows.Add(compact[i]);
            kept.Add(labels[i]);
        }
        var learners = new LinearScorer[PassageScorer.Stances];
        for (var s = 0; s < learners.Length; s++)
        {
            var small = MlNet.Linear(rows, [.. kept.Select(l => l == s)], null, Math.Max(1, used.Length), options.L2, options.Seed, options.Iterations);
            var weights = new float[HashedFeatures.Dimensions];
            for (var k = 0; k < used.Length; k++)
                weights[used[k]] = (float)small.WeightOf(k);
            learners[s] = new LinearScorer(weights, small.Bias);
        }
        return learners;
    }

    private PassageStage FitStage(float[][] dense, int heldOut)
    {
        List<float[]> rows = [];
        List<int> kept = [];
        for (var i = 0; i < Count; i++)
        {
            if (folds[i] == heldOut)
                continue;
            rows.Add(dense[i]);
            kept.Add(labels[i]);
        }
        var (mean, scale) = Moments(rows);
        var none = new TreeEnsemble.Builder().Build(0);
        var flat = new LinearScorer(new float[PassageScorer.DenseCount], 0);
        var stage = new PassageStage { Learner = options.Learner, Mean = mean, Scale = scale, Linear = [flat, flat, flat], Trees = [none, none, none] };
        int[] every = [.. Enumerable.Range(0, PassageScorer.DenseCount)];
        var standard = rows.ConvertAll(r => new SparseRow(every, stage.Standard(r)));
        for (var s = 0; s < PassageScorer.Stances; s++)
        {
            List<bool> right = kept.ConvertAll(l => l == s);
            if (options.Learner != PassageLearner.Trees)
                stage.Linear[s] = MlNet.Linear(standard, right, null, PassageScorer.DenseCount, 1e-3, options.Seed, 30);
            if (options.Learner != PassageLearner.Linear)
                stage.Trees[s] = MlNet.Trees(rows, right, null, new TreeOptions(options.Trees, options.Leaves, 20, 0.06), options.Seed);
        }
        return stage;
    }

    private static (float[] Mean, float[] Scale) Moments(List<float[]> rows)
    {
        var (mean, scale) = (new float[PassageScorer.DenseCount], new float[PassageScorer.DenseCount]);
        for (var f = 0; f < mean.Length; f++)
        {
            var average = rows.Average(r => (double)r[f]);
            var deviation = Math.Sqrt(rows.Average(r => (r[f] - average) * (r[f] - average)));
            (mean[f], scale[f]) = ((float)average, deviation < 1e-6 ? 0 : (float)(1 / deviation));
        }
        return (mean, scale);
    }

    private PassageStage Calibrate(PassageStage stage, double[][] scores)
    {
        var calibrators = new Calibrator[PassageScorer.Stances];
        for (var s = 0; s < calibrators.Length; s++)
            // A stance that training does not have is never the answer.
            calibrators[s] = labels.Contains(s) ? Calibrator.Fit([.. scores.Select(x => x[s])], [.. labels.Select(l => l == s)]) : new Calibrator(0, -40);
        stage = stage with { Calibrators = calibrators };
        if (!options.Balance)
            return stage;
        var probabilities = scores.Select(stage.Calibrated).ToArray();
        var (best, weights) = (-1.0, stage.Weights);
        foreach (var against in Grid)
            foreach (var neutral in Grid)
            {
                var tried = stage with { Weights = [1, against, neutral] };
                var f1 = PassageFigures.Of([.. labels.Select(l => (StanceLabel)l)], [.. probabilities.Select(p => tried.Decide(p))]).MacroF1;
                if (f1 > best + 1e-4)
                    (best, weights) = (f1, tried.Weights);
            }
        return stage with { Weights = weights };
    }

    // The most probable stance comes first: weights change only for a gain.
    private static readonly double[] Grid = [1, 0.8, 0.9, 1.1, 1.25, 1.4, 1.6, 1.8, 2.1, 2.5, 3, 4];
}
