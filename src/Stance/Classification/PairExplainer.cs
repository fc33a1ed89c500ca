namespace Stance;

/// <summary>Traces the score of one pair back to its features and its statements.</summary>
/// <param name="model">The model.</param>
/// <param name="pooling">How statements become pairs.</param>
/// <param name="group">All candidates of the pair's issue, the pair among them.</param>
/// <param name="place">Which of them it is.</param>
/// <param name="links">How the article's actors stand to each other.</param>
internal sealed class PairExplainer(PairModel model, PairPooling pooling, IReadOnlyList<PairSample> group, int place, ActorLinks links)
{
    private const string SecondLook = "second look: ", WholeStatement = "side of its statement", Roles = "order of roles";

    /// <summary>A contribution is handed down to the score behind it multiplied at most so often: a score near 0 would be blown up.</summary>
    private const double MostHandedDown = 4;

    private readonly RawScores raw = model.Raw(group, pooling, links);

    private PairSample Pair => group[place];

    private RowScores Rows => raw.Rows[place];

    public PairScore Score => model.Combine(raw.Stance[place], raw.Side[place], raw.Neutral[place], Rows.Evidence);

    private static double StanceLogOdds(PairModel model, RawScores raw, int place) => model.StanceCalibrator.Slope * raw.Stance[place] + model.StanceCalibrator.Intercept;

    private static double FavorLogOdds(PairModel model, RawScores raw, int place) => model.SideCalibrator.Slope * raw.Side[place] + model.SideCalibrator.Intercept + model.FavorShift;

    /// <summary>For and against there being a stance.</summary>
    public StanceReasons Stance()
    {
        var features = pooling.Even(raw.Features[place]);
        var alone = new double[features.Length];
        model.Pair.Explain(features, alone);
        var sum = new ReasonSum();
        var handed = 1.0;
        if (model.Joint is { } joint)
            handed = Together(sum, joint.Stance, Others().Stance, JointFeatures.StanceSchema, JointFeatures.Alone.Stance, raw.StanceAlone[place]);
        sum.Base += handed * model.Pair.Base;
        for (var i = 0; i < features.Length; i++)
            sum.Add(pooling.Schema.Names[i], features[i], handed * alone[i]);
        return sum.Calibrated(model.StanceCalibrator, StanceLogOdds(model, raw, place));
    }

    /// <summary>For favor and for against.</summary>
    public StanceReasons Favor()
    {
        var features = pooling.Sides(raw.Features[place]).ToArray();
        var alone = new double[features.Length];
        var rest = model.PairSide.Explain(features, pooling.SideSchema, alone);
        var sum = new ReasonSum();
        var handed = 1.0;
        if (model.Joint is { } joint)
            handed = Together(sum, joint.Side, Others().Side, JointFeatures.SideSchema, JointFeatures.Alone.Side, raw.SideAlone[place]);
        sum.Base += handed * rest;
        var (words, roles) = (new double[Pair.Rows.Count], new double[Pair.Rows.Count]);
        for (var i = 0; i < features.Length; i++)
        {
            var parts = pooling.PartsOfSide(pooling.SideSchema.Names[i], Pair, Rows, out var byRoles);
            var (total, size) = parts is null ? (0, 0) : (parts.Sum(), parts.Sum(Math.Abs));
            // Sides that cancel out have nothing to share.
            if (parts is null || size == 0 || Math.Abs(total) < size / MostHandedDown)
            {
                sum.Add(pooling.SideSchema.Names[i], features[i], handed * alone[i]);
                continue;
            }
            for (var r = 0; r < parts.Length; r++)
                (byRoles ? roles : words)[r] += handed * alone[i] * parts[r] / total;
        }
        for (var r = 0; r < words.Length; r++)
        {
            sum.Add(Roles, Rows.SideRoles[r], roles[r]);
            Words(sum, r, words[r]);
        }
        return sum.Calibrated(model.SideCalibrator, FavorLogOdds(model, raw, place), model.FavorShift);
    }

    /// <summary>For and against its being neutral.</summary>
    public StanceReasons Neutral()
    {
        var features = pooling.Even(raw.Features[place]);
        return Trees(model.PairNeutral, features, pooling.Schema).Calibrated(model.NeutralCalibrator, model.NeutralCalibrator.Slope * raw.Neutral[place] + model.NeutralCalibrator.Intercept);
    }

    /// <summary>For and against a statement's being evidence.</summary>
    public StanceReasons Evidence(int row)
    {
        var features = pooling.EvenRow(Pair.Rows[row]);
        return Trees(model.RowEvidence, features, pooling.RowSchema).Calibrated(new Calibrator(1, 0), model.RowEvidence.Score(features));
    }

    /// <summary>How likely a statement is evidence, and which side it takes.</summary>
    public (double Evidence, double Side) Row(int row) => (Rows.Evidence[row], Rows.Side[row]);

    /// <summary>What a statement adds to both log-odds: with it less without it.</summary>
    public (double Stance, double Favor) Added(int row)
    {
        PairSample[] without = [.. group];
        without[place] = Pair.Without(row);
        var other = model.Raw(without, pooling, links);
        return (StanceLogOdds(model, raw, place) - StanceLogOdds(model, other, place), FavorLogOdds(model, raw, place) - FavorLogOdds(model, other, place));
    }

    /// <summary>For each token of a statement's sequence, what leaving its roles out takes from the log-odds of evidence and of favor.</summary>
    public List<(int Token, double Evidence, double Favor)> Tokens(int row)
    {
        var sequence = Pair.Sequence(row);
        var (evidence, favor) = (model.RowEvidenceRoles.Score(sequence), model.RowSideRoles.Score(sequence));
        var tokens = new List<(int, double, double)>();
        for (var t = 0; t < sequence.Tokens; t++)
            if (sequence.CodesOf(t).Length > 0 && sequence.Without(t) is var without)
                tokens.Add((t - sequence.First, evidence - model.RowEvidenceRoles.Score(without), favor - model.RowSideRoles.Score(without)));
        return tokens;
    }

    private static ReasonSum Trees(TreeEnsemble trees, float[] features, FeatureSchema schema)
    {
        var given = new double[features.Length];
        trees.Explain(features, given);
        var sum = new ReasonSum { Base = trees.Base };
        for (var i = 0; i < features.Length; i++)
            sum.Add(schema.Names[i], features[i], given[i]);
        return sum;
    }

    /// <summary>What the second look saw.</summary>
    private (float[] Stance, float[] Side) Others()
    {
        var (x, y) = JointFeatures.Of(group, JointMember.Of(group, raw.StanceAlone, raw.SideAlone, raw.Rows), _ => links);
        return (x[place], y[place]);
    }

    /// <summary>Adds what the second look saw of others; returns how many times the score of the pair alone is handed down to what made it.</summary>
    private static double Together(ReasonSum sum, BlendedScorer scorer, float[] features, FeatureSchema schema, int own, double alone)
    {
        var given = new double[features.Length];
        sum.Base += scorer.Explain(features, schema, given);
        var handed = alone == 0 ? 0 : Math.Clamp(given[own] / alone, 0, MostHandedDown);
        for (var i = 0; i < features.Length; i++)
            if (i != own)
                sum.Add(SecondLook + schema.Names[i], features[i], given[i]);
        sum.Add(schema.Names[own], features[own], given[own] - handed * alone);
        return handed;
    }

    /// <summary>Hands a statement's part in the side of the pair down to the features of the statement.</summary>
    private void Words(ReasonSum sum, int row, double part)
    {
        if (part == 0)
            return;
        var features = Pair.Rows[row];
        var given = new double[features.Length];
        var rest = model.RowSide.Explain(features, pooling.RowSchema, given);
        var score = rest + given.Sum();
        var handed = Math.Abs(score) * MostHandedDown < Math.Abs(part) ? 0 : part / score;
        for (var i = 0; i < features.Length; i++)
            sum.Add(pooling.RowSchema.Names[i], features[i], handed * given[i]);
        sum.Add(WholeStatement, Rows.Side[row], part - handed * given.Sum());
    }
}
