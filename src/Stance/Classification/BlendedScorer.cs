namespace Stance;

/// <summary>Scores a vector of features in log-odds: a linear model and small trees, averaged. With a mirror both are odd — negating the proposition flips the score exactly — since
/// the linear part sees odd features only and has no bias, and of the trees half the difference to the mirrored vector counts. Immutable and thread-safe.</summary>
internal sealed class BlendedScorer(LinearScorer linear, TreeEnsemble trees, bool mirrored)
{
    public LinearScorer Linear => linear;

    public TreeEnsemble Trees => trees;

    public static BlendedScorer None(FeatureSchema schema, bool mirrored) => new(new LinearScorer(new float[schema.Count], 0), new TreeEnsemble.Builder().Build(0), mirrored);

    /// <summary>One scorer that says what several say on average.</summary>
    public static BlendedScorer Mean(IReadOnlyList<BlendedScorer> scorers) => new(LinearScorer.Mean([.. scorers.Select(s => s.Linear)]), TreeEnsemble.Mean([.. scorers.Select(s => s.Trees)]), scorers[0].IsMirrored);

    private bool IsMirrored => mirrored;

    public double Score(ReadOnlySpan<float> features, FeatureSchema schema) => Score([features.ToArray()], 0, schema)[0];

    /// <summary>The scores of many vectors.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <param name="from">Where in each the features of the schema begin.</param>
    /// <param name="schema">What the features are.</param>
    public double[] Score(IReadOnlyList<float[]> vectors, int from, FeatureSchema schema) => Score(vectors.Count, i => vectors[i].AsSpan(from), schema);

    /// <summary>The scores of many vectors.</summary>
    /// <param name="count">How many.</param>
    /// <param name="vector">Each of them: the features of the schema, and maybe more.</param>
    /// <param name="schema">What the features are.</param>
    public double[] Score(int count, FeatureReader vector, FeatureSchema schema)
    {
        var scores = trees.Score(count, schema.Count, (i, x) => vector(i)[..schema.Count].CopyTo(x));
        var opposite = mirrored ? trees.Score(count, schema.Count, (i, x) => schema.WriteMirrored(vector(i), x)) : [];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = (linear.Score(vector(i)) + (mirrored ? (scores[i] - opposite[i]) / 2 : scores[i])) / 2;
        return scores;
    }

    /// <summary>Adds to each feature what it gave to the score: weight times value, and the paths of the trees (<see cref="TreeEnsemble.Explain"/>), of the mirrored vector to the features that these were before.</summary>
    /// <param name="features">The vector.</param>
    /// <param name="schema">What the features are.</param>
    /// <param name="contributions">Added to; as long as the vector.</param>
    /// <returns>The rest: together they sum to the score.</returns>
    public double Explain(ReadOnlySpan<float> features, FeatureSchema schema, Span<double> contributions)
    {
        for (var i = 0; i < schema.Count; i++)
            contributions[i] += linear.WeightOf(i) * features[i] / 2;
        trees.Explain(features, contributions, mirrored ? 0.25 : 0.5);
        if (!mirrored)
            return (linear.Bias + trees.Base) / 2;
        var opposite = new float[schema.Count];
        var ofOpposite = new double[schema.Count];
        schema.WriteMirrored(features, opposite);
        trees.Explain(opposite, ofOpposite, -0.25);
        for (var i = 0; i < schema.Count; i++)
            contributions[schema.MirrorOf(i) switch { Mirror.SwapsWithNext => i + 1, Mirror.SwapsWithPrevious => i - 1, _ => i }] += ofOpposite[i];
        return linear.Bias / 2;
    }

    /// <summary>Fits both parts.</summary>
    /// <param name="rows">Vectors as they are; some are mirrored here.</param>
    /// <param name="favor">Whether each stands on the side of favor.</param>
    /// <param name="weights">How much each counts.</param>
    /// <param name="schema">What the features are.</param>
    /// <param name="mirrored">Whether the task has a mirror.</param>
    /// <param name="options">Size of the trees.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="mask">What is left out, for the ablation table; <c>null</c>: nothing.</param>
    /// <param name="cancellation">Stops.</param>
    public static BlendedScorer Fit(List<float[]> rows, List<bool> favor, List<float> weights, FeatureSchema schema, bool mirrored, TreeOptions options, int seed, TrainingMask? mask = null, CancellationToken cancellation = default)
    {
        var all = new List<float[]>(rows);
        List<bool> labels = [.. favor];
        // Of a vector and its mirror image one, by lot: scoring makes the scorer odd, both would only cost twice the time.
        var lot = new Random(seed);
        for (var i = 0; mirrored && i < rows.Count; i++)
        {
            if (lot.Next(2) == 0)
                continue;
            all[i] = new float[schema.Count];
            schema.WriteMirrored(rows[i], all[i]);
            labels[i] = !favor[i];
        }
        var none = None(schema, mirrored);
        return new BlendedScorer(mask?.NoLinear == true ? none.Linear : FitLinear(all, labels, weights, schema, mirrored, seed, cancellation),
            mask?.NoSideTrees == true ? none.Trees : MlNet.Trees(all, labels, weights, options, seed, cancellation), mirrored);
    }

    private static LinearScorer FitLinear(List<float[]> rows, List<bool> labels, List<float> weights, FeatureSchema schema, bool mirrored, int seed, CancellationToken cancellation)
    {
        // With a mirror: odd features, and of a swapping pair the difference. Without: every feature.
        var used = Enumerable.Range(0, schema.Count).Where(f => !mirrored || schema.MirrorOf(f) is Mirror.Odd or Mirror.SwapsWithNext).ToArray();
        float Value(float[] row, int f) => mirrored && schema.MirrorOf(f) == Mirror.SwapsWithNext ? row[f] - row[f + 1] : row[f];
        var scale = used.Select(f => rows.Count == 0 ? 1 : 1 / (MathF.Sqrt(rows.Average(r => Value(r, f) * Value(r, f))) + 1e-3f)).ToArray();
        int[] indices = [.. Enumerable.Range(0, used.Length)];
        var fitted = MlNet.Linear([.. rows.Select(r => new SparseRow(indices, [.. used.Select((f, j) => Math.Clamp(Value(r, f) * scale[j], -4, 4))]))], labels, weights, used.Length, 1e-3, seed, cancellation: cancellation);
        var result = new float[schema.Count];
        for (var j = 0; j < used.Length; j++)
        {
            var weight = (float)fitted.WeightOf(j) * scale[j];
            result[used[j]] += weight;
            if (mirrored && schema.MirrorOf(used[j]) == Mirror.SwapsWithNext)
                result[used[j] + 1] -= weight;
        }
        return new LinearScorer(result, mirrored ? 0 : fitted.Bias);
    }
}
