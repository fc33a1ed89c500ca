namespace Stance;

/// <summary>Pools the scores of a pair's statements into the features of the pair: the best, the second, noisy-or, how many, the lead, the sides they take,
/// and the features of the best statement itself.</summary>
internal sealed class PairPooling
{
    private readonly int pooled;
    private readonly int whole;

    public PairPooling(FeatureSchema rowSchema, FeatureSchema wholeSchema)
    {
        RowSchema = rowSchema;
        Schema = new FeatureSchema();
        for (var i = 0; i < rowSchema.Count; i++)
            Schema.Add("best statement: " + rowSchema.Names[i], rowSchema.MirrorOf(i));
        pooled = Schema.Count;
        idle = rowSchema.Names.ToList().IndexOf(Idle);
        foreach (var name in (ReadOnlySpan<string>)["best evidence", "second evidence", "noisy-or", "statements over .3", "statements over .6", "evidence in the lead", "evidence in headlines", "best by roles", "second by roles",
            "mean of three best", "statements", "first good statement", "last good statement", "disagreement of sides"])
            Schema.Add(name);
        foreach (var name in (ReadOnlySpan<string>)["side of the best", "weighted side", "weighted side by roles", "side of the last", "side of the best by roles", "strongest side", "sum of sides", "evidence-weighted side", "side where surest", "part in the proposition of the pair"])
            Schema.Add(name, Mirror.Odd);
        whole = Schema.Count;
        foreach (var name in wholeSchema.Names)
            Schema.Add(name);
        SideSchema = new FeatureSchema();
        for (var i = pooled; i < Schema.Count; i++)
            SideSchema.Add(Schema.Names[i], Schema.MirrorOf(i));
    }

    /// <summary>The features by which the side of a pair is told: the pooled sides of its statements. The features of its best statement have had their say in that statement's side already.</summary>
    public FeatureSchema SideSchema { get; }

    public ReadOnlySpan<float> Sides(float[] features) => features.AsSpan(pooled);

    /// <summary>Where these begin.</summary>
    public int FirstSide => pooled;

    /// <summary>Name of the feature of statements by which one has no part in the side of its pair, however surely it is evidence.</summary>
    public const string Idle = "says nothing of the issue";

    private readonly int idle;

    public static PairPooling Stances { get; } = new(StanceFeatures.Schema, PairExtractor.WholeSchema);

    public FeatureSchema RowSchema { get; }

    public FeatureSchema Schema { get; }

    public float[] Pool(PairSample sample, in RowScores scores)
    {
        var x = new float[Schema.Count];
        var n = sample.Rows.Count;
        if (n > 0)
        {
            int best = 0;
            for (var r = 1; r < n; r++)
                if (scores.Evidence[r] > scores.Evidence[best])
                    best = r;
            sample.Rows[best].CopyTo(x);
            Pooled(sample, scores, best, x.AsSpan(pooled, whole - pooled));
        }
        sample.Whole.CopyTo(x.AsSpan(whole));
        return x;
    }

    private bool IsIdle(PairSample sample, int row) => idle >= 0 && sample.Rows[row][idle] > 0;

    private void Pooled(PairSample sample, in RowScores scores, int best, Span<float> x)
    {
        var n = sample.Rows.Count;
        double second = 0, third = 0, none = 1, lead = 0, title = 0, roles = 0, secondRoles = 0, weight = 0, side = 0, sideRoles = 0, strongest = 0, sum = 0, plus = 0, minus = 0, logOdds = 0, surest = 0, surestWeight = 0;
        int over3 = 0, over6 = 0, first = -1, last = -1;
        for (var r = 0; r < n; r++)
        {
            var e = scores.Evidence[r];
            if (r != best)
            {
                if (e > second) (second, third) = (e, second);
                else if (e > third) third = e;
            }
            none *= 1 - 0.9 * e;
            if (e >= 0.3)
            {
                over3++;
                if (first < 0) first = r;
                last = r;
            }
            if (e >= 0.6) over6++;
            if (r < 3) lead = Math.Max(lead, e);
            var byRoles = scores.EvidenceRoles[r];
            if (byRoles > roles) (roles, secondRoles) = (byRoles, roles);
            else if (byRoles > secondRoles) secondRoles = byRoles;
            if (IsIdle(sample, r))
                continue;
            weight += e;
            side += e * scores.Side[r];
            sideRoles += e * scores.SideRoles[r];
            sum += e * e * scores.Side[r];
            if (Math.Abs(e * scores.Side[r]) > Math.Abs(strongest)) strongest = e * scores.Side[r];
            logOdds += e * 2 * Math.Atanh(Math.Clamp(scores.Side[r], -0.999, 0.999));
            surest += e * e * scores.Side[r];
            surestWeight += e * e;
            if (scores.Side[r] > 0) plus = Math.Max(plus, e * scores.Side[r]);
            else minus = Math.Max(minus, -e * scores.Side[r]);
        }
        title = scores.Evidence[0];
        ReadOnlySpan<double> values =
        [
            scores.Evidence[best], second, 1 - none, over3, over6, lead, title, roles, secondRoles, (scores.Evidence[best] + second + third) / 3, n,
            first < 0 ? -1 : sample.Statements[first], last < 0 ? -1 : sample.Statements[last], Math.Min(plus, minus),
            scores.Side[best], weight == 0 ? 0 : side / weight, weight == 0 ? 0 : sideRoles / weight, last < 0 ? 0 : scores.Side[last], scores.SideRoles[best], strongest, sum, Math.Clamp(logOdds, -6, 6), surestWeight == 0 ? 0 : surest / surestWeight, sample.Part,
        ];
        for (var i = 0; i < values.Length; i++)
            x[i] = (float)values[i];
    }

    /// <summary>What each statement's side has of a pooled side, up to a factor.</summary>
    /// <param name="name">Name of the pooled feature.</param>
    /// <param name="sample">The pair.</param>
    /// <param name="scores">The statements' scores.</param>
    /// <param name="byRoles">Whether it is the side by roles that is pooled.</param>
    /// <returns>A part for each statement; <c>null</c> where the feature pools no sides.</returns>
    public double[]? PartsOfSide(string name, PairSample sample, RowScores scores, out bool byRoles)
    {
        byRoles = name.EndsWith("by roles", StringComparison.Ordinal);
        var (evidence, side) = (scores.Evidence, byRoles ? scores.SideRoles : scores.Side);
        var rows = Enumerable.Range(0, evidence.Length).ToArray();
        double[] Only(int row) => Array.ConvertAll(rows, r => r == row ? 1.0 : 0);
        if (rows.Length == 0)
            return null;
        return name switch
        {
            "side of the best" or "side of the best by roles" => Only(rows.MaxBy(r => evidence[r])),
            "side of the last" => Only(Array.FindLastIndex(evidence, e => e >= 0.3)),
            "strongest side" => Only(rows.MaxBy(r => IsIdle(sample, r) ? -1 : Math.Abs(evidence[r] * side[r]))),
            "weighted side" or "weighted side by roles" => Array.ConvertAll(rows, r => IsIdle(sample, r) ? 0 : evidence[r] * side[r]),
            "sum of sides" or "side where surest" => Array.ConvertAll(rows, r => IsIdle(sample, r) ? 0 : evidence[r] * evidence[r] * side[r]),
            "evidence-weighted side" => Array.ConvertAll(rows, r => IsIdle(sample, r) ? 0 : evidence[r] * Math.Atanh(Math.Clamp(side[r], -0.999, 0.999))),
            _ => null,
        };
    }

    /// <summary>The vector with everything that tells favor from against folded away: whether there is a stance must not depend on the side.</summary>
    public float[] Even(float[] features) => Schema.Fold(features);

    public float[] EvenRow(ReadOnlySpan<float> row) => RowSchema.Fold(row);
}
