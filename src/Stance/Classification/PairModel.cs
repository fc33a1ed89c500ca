namespace Stance;

/// <summary>What a model says of one pair.</summary>
/// <param name="Stance">Probability that there is a stance at all.</param>
/// <param name="Favor">Probability of favor, given favor or against.</param>
/// <param name="Neutral">Probability of neutral, given a stance.</param>
/// <param name="RowScores">For each statement of the pair, how likely it is evidence.</param>
internal readonly record struct PairScore(double Stance, double Favor, double Neutral, double[] RowScores)
{
    public StanceProbabilities Probabilities =>
        new(Stance * (1 - Neutral) * Favor, Stance * (1 - Neutral) * (1 - Favor), Stance * Neutral, 1 - Stance);

    /// <summary>The stance to report: neutral from a probability of it on, else the likelier side.</summary>
    public StanceLabel StanceAt(double neutralThreshold) => Neutral >= neutralThreshold ? StanceLabel.Neutral : Favor >= 0.5 ? StanceLabel.Favor : StanceLabel.Against;
}

/// <summary>The learnt parts for one task (stances or sentiments): a scorer of statements, and over its pooled scores a scorer of pairs — is there a stance, on which side, is it neutral.
/// Immutable and thread-safe.</summary>
internal sealed record PairModel
{
    /// <summary>The task's row features are mirrored when a proposition is negated; sentiments have no such mirror.</summary>
    public required bool Mirrored { get; init; }

    /// <summary>Drops hopeless candidates before the costly features.</summary>
    public PairGate Gate { get; init; } = PairGate.Open;

    public required TreeEnsemble RowEvidence { get; init; }

    public required LinearScorer RowEvidenceRoles { get; init; }

    public required SideScorer RowSide { get; init; }

    public required LinearScorer RowSideRoles { get; init; }

    public required TreeEnsemble Pair { get; init; }

    public required SideScorer PairSide { get; init; }

    public required TreeEnsemble PairNeutral { get; init; }

    public Calibrator StanceCalibrator { get; init; } = new(1, 0);

    public Calibrator SideCalibrator { get; init; } = new(1, 0);

    public Calibrator NeutralCalibrator { get; init; } = new(1, 0);

    /// <summary>Added to the log-odds of favor: how much more often than against it is met where the model is used than where it was trained.</summary>
    public double FavorShift { get; init; }

    /// <summary>A triple is reported from this probability on.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>Neutral is reported where its probability, given a stance, is at least this.</summary>
    public double NeutralThreshold { get; init; } = 0.5;

    public PairScore Score(PairSample sample, PairPooling pooling)
    {
        var rows = RowScores(sample, pooling);
        var features = pooling.Pool(sample, rows);
        var even = pooling.Even(features);
        return Combine(Pair.Score(even), PairSide.Score(pooling.Sides(features), pooling.SideSchema), PairNeutral.Score(even), rows.Evidence);
    }

    /// <summary>The calibrated probabilities of raw scores.</summary>
    public PairScore Combine(double stance, double side, double neutral, double[] evidence)
    {
        var favor = SideCalibrator.Apply(side);
        if (FavorShift != 0)
            favor = 1 / (1 + (1 - favor) / Math.Max(favor, 1e-9) * Math.Exp(-FavorShift));
        return new PairScore(StanceCalibrator.Apply(stance), favor, NeutralCalibrator.Apply(neutral), evidence);
    }

    public RowScores RowScores(PairSample sample, PairPooling pooling)
    {
        var n = sample.Rows.Length;
        var scores = new RowScores(new double[n], new double[n], new double[n], new double[n]);
        Span<float> even = stackalloc float[pooling.RowSchema.Count];
        for (var r = 0; r < n; r++)
        {
            pooling.RowSchema.Fold(sample.Rows[r], even);
            scores.Evidence[r] = Sigmoid(RowEvidence.Score(even));
            scores.EvidenceRoles[r] = sample.Roles.Length == 0 ? 0 : Sigmoid(RowEvidenceRoles.Score(sample.Roles[r].Indices, sample.Roles[r].Values));
            // Which side a statement takes matters only where it may be evidence.
            if (scores.Evidence[r] < FewestEvidence)
                continue;
            scores.Side[r] = Math.Tanh(RowSide.Score(sample.Rows[r], pooling.RowSchema) / 2);
            // The learner's bias leans to one side: with a mirror there is none.
            scores.SideRoles[r] = sample.SignedRoles.Length == 0 ? 0 : Math.Tanh((RowSideRoles.Score(sample.SignedRoles[r].Indices, sample.SignedRoles[r].Values) - (Mirrored ? RowSideRoles.Bias : 0)) / 2);
        }
        return scores;
    }

    private const double FewestEvidence = 0.06;

    internal static double Sigmoid(double score) => 1 / (1 + Math.Exp(-score));
}

/// <summary>For each statement of a pair: how likely it is evidence, by trees and by roles, and on which side it stands, in [-1, 1].</summary>
internal readonly record struct RowScores(double[] Evidence, double[] EvidenceRoles, double[] Side, double[] SideRoles);
