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

    public required SequenceScorer RowEvidenceRoles { get; init; }

    public required BlendedScorer RowSide { get; init; }

    public required SequenceScorer RowSideRoles { get; init; }

    public required TreeEnsemble Pair { get; init; }

    public required BlendedScorer PairSide { get; init; }

    public required TreeEnsemble PairNeutral { get; init; }

    /// <summary>The second look at all candidates of an issue together; <c>null</c>: each is looked at alone.</summary>
    public JointModel? Joint { get; init; }

    public Calibrator StanceCalibrator { get; init; } = new(1, 0);

    public Calibrator SideCalibrator { get; init; } = new(1, 0);

    public Calibrator NeutralCalibrator { get; init; } = new(1, 0);

    /// <summary>Added to the log-odds of favor: how much more often than against it is met where the model is used than where it was trained.</summary>
    public double FavorShift { get; init; }

    /// <summary>A triple is reported from this probability on.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>Neutral is reported where its probability, given a stance, is at least this.</summary>
    public double NeutralThreshold { get; init; } = 0.5;

    /// <summary>What the model says of pairs of one article. With a second look, all candidates of their issues have to be among them.</summary>
    /// <param name="samples">The pairs.</param>
    /// <param name="pooling">How statements become pairs.</param>
    /// <param name="links">How the article's actors stand to each other.</param>
    public PairScore[] Score(IReadOnlyList<PairSample> samples, PairPooling pooling, ActorLinks links)
    {
        var raw = Raw(samples, pooling, links);
        return [.. raw.Rows.Select((row, i) => Combine(raw.Stance[i], raw.Side[i], raw.Neutral[i], row.Evidence))];
    }

    /// <summary>The scores before calibration, and all that led to them.</summary>
    public RawScores Raw(IReadOnlyList<PairSample> samples, PairPooling pooling, ActorLinks links)
    {
        var rows = RowScores(samples, pooling);
        float[][] features = [.. samples.Select((sample, i) => pooling.Pool(sample, rows[i]))];
        FeatureWriter even = (i, x) => pooling.Schema.Fold(features[i], x);
        var stance = Pair.Score(features.Length, pooling.Schema.Count, even);
        var neutral = PairNeutral.Score(features.Length, pooling.Schema.Count, even);
        var side = PairSide.Score(features, pooling.FirstSide, pooling.SideSchema);
        var (together, sides) = Joint is null ? (stance, side) : Joint.Score(samples, JointMember.Of(samples, stance, side, rows), _ => links);
        return new RawScores(rows, features, stance, side, neutral, together, sides);
    }

    /// <summary>The calibrated probabilities of raw scores.</summary>
    public PairScore Combine(double stance, double side, double neutral, double[] evidence)
    {
        var favor = SideCalibrator.Apply(side);
        if (FavorShift != 0)
            favor = 1 / (1 + (1 - favor) / Math.Max(favor, 1e-9) * Math.Exp(-FavorShift));
        return new PairScore(StanceCalibrator.Apply(stance), favor, NeutralCalibrator.Apply(neutral), evidence);
    }

    public RowScores RowScores(PairSample sample, PairPooling pooling) => RowScores([sample], pooling)[0];

    private RowScores[] RowScores(IReadOnlyList<PairSample> samples, PairPooling pooling)
    {
        var rows = new List<(PairSample Sample, int Row)>();
        foreach (var sample in samples)
            for (var r = 0; r < sample.Rows.Count; r++)
                rows.Add((sample, r));
        var evidence = RowEvidence.Score(rows.Count, pooling.RowSchema.Count, (i, x) => pooling.RowSchema.Fold(rows[i].Sample.Rows[rows[i].Row], x));
        for (var i = 0; i < evidence.Length; i++)
            evidence[i] = Sigmoid(evidence[i]);
        // Which side a statement takes, and how its roles read, matters only where it may be evidence.
        var sided = Enumerable.Range(0, rows.Count).Where(i => evidence[i] >= FewestEvidence).ToList();
        var side = RowSide.Score(sided.Count, i => rows[sided[i]].Sample.Rows[rows[sided[i]].Row], pooling.RowSchema);
        var scores = new RowScores[samples.Count];
        int first = 0, next = 0;
        for (var p = 0; p < scores.Length; first += samples[p++].Rows.Count)
        {
            var (sample, n) = (samples[p], samples[p].Rows.Count);
            scores[p] = new RowScores(evidence[first..(first + n)], new double[n], new double[n], new double[n]);
            for (var r = 0; r < n; r++)
            {
                if (next == sided.Count || sided[next] != first + r)
                    continue;
                scores[p].Side[r] = Math.Tanh(side[next++] / 2);
                scores[p].EvidenceRoles[r] = Sigmoid(RowEvidenceRoles.Score(sample.Sequence(r)));
                scores[p].SideRoles[r] = Math.Tanh(RowSideRoles.Score(sample.Sequence(r)) / 2);
            }
        }
        return scores;
    }

    private const double FewestEvidence = 0.06;

    internal static double Sigmoid(double score) => 1 / (1 + Math.Exp(-score));
}

/// <summary>For each statement of a pair: how likely it is evidence, by trees and by roles, and on which side it stands, in [-1, 1].</summary>
internal readonly record struct RowScores(double[] Evidence, double[] EvidenceRoles, double[] Side, double[] SideRoles);

/// <summary>Log-odds of pairs before calibration, with the scores of their statements and their pooled features; <see cref="StanceAlone"/> and <see cref="SideAlone"/> before the second look.</summary>
internal sealed record RawScores(RowScores[] Rows, float[][] Features, double[] StanceAlone, double[] SideAlone, double[] Neutral, double[] Stance, double[] Side);
