namespace Stance;

/// <summary>What scores passages: for each view and stance a linear learner, over their scores and the comparison of the pair a linear one and trees, and the calibration. Immutable and thread-safe.</summary>
internal sealed record PassageScorer
{
    public const int Stances = 3;

    /// <summary>Entries of the vector of the second stage: the comparison of the pair, then the scores of each view.</summary>
    public static int DenseCount => PairComparison.Names.Length + PassageViews.Count * Stances;

    /// <summary>Inverse document frequency of each hashed feature, by view.</summary>
    public required float[][] Rarity { get; init; }

    /// <summary>The linear learners, by view, then stance.</summary>
    public required LinearScorer[][] Views { get; init; }

    /// <summary>The second stage.</summary>
    public required PassageStage Stage { get; init; }

    public double[] Score(SparseRow[] views, float[] comparison) => Stage.Probabilities(Dense(Views, Scaled(views), comparison));

    /// <summary>Each view weighed by rarity, at length 1.</summary>
    public SparseRow[] Scaled(SparseRow[] views) => [.. views.Select((v, i) => Scale(v, Rarity[i]))];

    public static SparseRow Scale(SparseRow row, float[] rarity)
    {
        var values = new float[row.Values.Length];
        double square = 0;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = row.Values[i] * rarity[row.Indices[i]];
            square += values[i] * values[i];
        }
        var norm = square == 0 ? 1 : (float)(1 / Math.Sqrt(square));
        for (var i = 0; i < values.Length; i++)
            values[i] *= norm;
        return new SparseRow(row.Indices, values);
    }

    public static float[] Dense(LinearScorer[][] learners, SparseRow[] scaled, float[] comparison)
    {
        var dense = new float[DenseCount];
        comparison.CopyTo(dense, 0);
        for (var v = 0; v < learners.Length; v++)
            for (var s = 0; s < Stances; s++)
                dense[comparison.Length + v * Stances + s] = (float)learners[v][s].Score(scaled[v].Indices, scaled[v].Values);
        return dense;
    }
}

/// <summary>The second stage: one against the rest for each stance, by a linear learner, trees, or both.</summary>
internal sealed record PassageStage
{
    public required PassageLearner Learner { get; init; }

    /// <summary>Mean of each entry in training, taken off before the linear learner.</summary>
    public required float[] Mean { get; init; }

    /// <summary>One over the standard deviation of each entry; 0 where it never changes.</summary>
    public required float[] Scale { get; init; }

    public required LinearScorer[] Linear { get; init; }

    public required TreeEnsemble[] Trees { get; init; }

    /// <summary>For each stance, what makes its score a probability.</summary>
    public Calibrator[] Calibrators { get; init; } = [new(1, 0), new(1, 0), new(1, 0)];

    /// <summary>For each stance, how much its probability weighs in the decision.</summary>
    public double[] Weights { get; init; } = [1, 1, 1];

    /// <summary>Log-odds of each stance against the rest, before calibration.</summary>
    public double[] Scores(float[] dense)
    {
        var standard = Standard(dense);
        var scores = new double[PassageScorer.Stances];
        for (var s = 0; s < scores.Length; s++)
        {
            scores[s] = Learner switch
            {
                PassageLearner.Linear => Linear[s].Score(standard),
                PassageLearner.Trees => Trees[s].Score(dense),
                _ => (Linear[s].Score(standard) + Trees[s].Score(dense)) / 2,
            };
        }
        return scores;
    }

    public float[] Standard(float[] dense)
    {
        var standard = new float[dense.Length];
        for (var i = 0; i < dense.Length; i++)
            standard[i] = Math.Clamp((dense[i] - Mean[i]) * Scale[i], -4, 4);
        return standard;
    }

    public double[] Probabilities(float[] dense) => Calibrated(Scores(dense));

    public double[] Calibrated(double[] scores)
    {
        var probabilities = new double[PassageScorer.Stances];
        for (var s = 0; s < probabilities.Length; s++)
            probabilities[s] = Calibrators[s].Apply(scores[s]);
        var sum = probabilities.Sum();
        for (var s = 0; s < probabilities.Length; s++)
            probabilities[s] /= sum;
        return probabilities;
    }

    public StanceLabel Decide(ReadOnlySpan<double> probabilities)
    {
        var best = 0;
        for (var s = 1; s < PassageScorer.Stances; s++)
            if (probabilities[s] * Weights[s] > probabilities[best] * Weights[best])
                best = s;
        return (StanceLabel)best;
    }
}
