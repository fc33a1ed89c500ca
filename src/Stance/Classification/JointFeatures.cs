namespace Stance;

/// <summary>What one candidate of an issue brings to the others of the same article.</summary>
/// <param name="Actor">Index of the actor.</param>
/// <param name="Stance">Log-odds that it takes a stance, looked at alone.</param>
/// <param name="Side">Log-odds of favor, looked at alone.</param>
/// <param name="Statements">The statements that bear on it.</param>
/// <param name="Evidence">For each of them, how likely it is evidence.</param>
/// <param name="Confidence">How surely it speaks its likeliest evidence.</param>
internal readonly record struct JointMember(int Actor, double Stance, double Side, int[] Statements, double[] Evidence, double Confidence = 0)
{
    /// <summary>Place, among <see cref="Statements"/>, of the likeliest evidence; -1 without a statement.</summary>
    public int Best
    {
        get
        {
            var best = -1;
            for (var r = 0; r < Evidence.Length; r++)
                if (best < 0 || Evidence[r] > Evidence[best])
                    best = r;
            return best;
        }
    }

    /// <summary>The members that candidates are, by their scores.</summary>
    public static JointMember[] Of(IReadOnlyList<PairSample> samples, double[] stance, double[] side, RowScores[] rows) =>
        [.. stance.Select((own, i) => new JointMember(samples[i].First, own, side[i], samples[i].Statements, rows[i].Evidence) is var member && member.Best >= 0 && samples[i].Confidences.Length > 0 ? member with { Confidence = samples[i].Confidences[member.Best] } : member)];

    /// <summary>Whether another says or does together with it what is the likeliest evidence of both: «قطعت السعودية ومصر علاقاتهما مع قطر».</summary>
    public bool IsWith(in JointMember other) =>
        Best >= 0 && other.Best >= 0 && Statements[Best] == other.Statements[other.Best] && Confidence >= 0.5 && other.Confidence >= 0.5 && Math.Abs(Confidence - other.Confidence) <= StanceFeatures.AsSure;

    public double EvidenceAt(int statement) => Array.IndexOf(Statements, statement) is >= 0 and var r ? Evidence[r] : 0;
}

/// <summary>Features of a candidate among the other actors of its article that are candidates for the same issue. Issues know nothing of one another here: adding one changes no other's result.</summary>
internal static class JointFeatures
{
    public static FeatureSchema StanceSchema { get; } = new();

    public static FeatureSchema SideSchema { get; } = new();

    /// <summary>A list of fifty signatories is no more than a long list.</summary>
    private const int MostCounted = 20;

    private static readonly int Own = StanceSchema.Add("stance alone"), OwnSide = StanceSchema.Add("strength of the side alone"), BestOther = StanceSchema.Add("best other"), ThreeBest = StanceSchema.Add("three best others"),
        MeanOther = StanceSchema.Add("mean of others"), Members = StanceSchema.Add("candidates"), Rank = StanceSchema.Add("others ahead"), Linked = StanceSchema.Add("linked to one with a stance"),
        BestEvidence = StanceSchema.Add("best evidence"), Claimed = StanceSchema.Add("best evidence claimed by another"), Shared = StanceSchema.Add("others with the same best evidence"), ClaimedMore = StanceSchema.Add("others for whom it is better evidence"),
        Together = StanceSchema.Add("others who say it together"), BestTogether = StanceSchema.Add("best other who says it together");

    private static readonly int SideAlone = SideSchema.Add("side alone", Mirror.Odd), Others = SideSchema.Add("side of the others", Mirror.Odd), Friends = SideSchema.Add("side of those in a positive tone", Mirror.Odd),
        Opponents = SideSchema.Add("side of those in a negative tone", Mirror.Odd), FirstOther = SideSchema.Add("side of the best other", Mirror.Odd), Companions = SideSchema.Add("side of those with the same best evidence", Mirror.Odd),
        StanceAlone = SideSchema.Add("stance alone"), Positive = SideSchema.Add("positive tone"), Negative = SideSchema.Add("negative tone"), SharedEvidence = SideSchema.Add("same best evidence"), OwnPart = SideSchema.Add("part in the proposition, among others", Mirror.Odd);

    /// <summary>Where the scores of a candidate looked at alone stand in the two vectors.</summary>
    public static (int Stance, int Side) Alone => (Own, SideAlone);

    /// <summary>Both vectors of every candidate.</summary>
    /// <param name="samples">The candidates.</param>
    /// <param name="members">What each brings; there may be fewer than samples.</param>
    /// <param name="links">How the actors of a candidate's article stand to each other.</param>
    public static (float[][] Stance, float[][] Side) Of(IReadOnlyList<PairSample> samples, JointMember[] members, Func<PairSample, ActorLinks> links)
    {
        var (x, y) = (new float[members.Length][], new float[members.Length][]);
        foreach (var group in Enumerable.Range(0, members.Length).GroupBy(i => (samples[i].Article, samples[i].Second)))
        {
            int[] places = [.. group];
            var together = Array.ConvertAll(places, i => members[i]);
            for (var m = 0; m < places.Length; m++)
                Write(together, m, samples[places[m]], links(samples[places[m]]), x[places[m]] = new float[StanceSchema.Count], y[places[m]] = new float[SideSchema.Count]);
        }
        return (x, y);
    }

    /// <summary>Fills both vectors, of zeros, for one member of a group.</summary>
    /// <param name="group">All candidates of one issue in one article.</param>
    /// <param name="m">Which of them.</param>
    /// <param name="sample">Its pair.</param>
    /// <param name="links">How the article's actors stand to each other.</param>
    /// <param name="x">Vector of <see cref="StanceSchema"/>'s length.</param>
    /// <param name="y">Vector of <see cref="SideSchema"/>'s length.</param>
    internal static void Write(JointMember[] group, int m, PairSample sample, ActorLinks links, Span<float> x, Span<float> y)
    {
        var own = group[m];
        var best = own.Best;
        double first = 0, second = 0, third = 0, sum = 0, sides = 0, friends = 0, opponents = 0, firstSide = 0, companions = 0, positives = 0, negatives = 0, linked = 0, claimed = 0;
        int ahead = 0, shared = 0, claimedMore = 0, together = 0;
        double bestTogether = 0;
        for (var k = 0; k < group.Length; k++)
        {
            if (k == m)
                continue;
            var other = group[k];
            var p = PairModel.Sigmoid(other.Stance);
            var side = p * Math.Tanh(other.Side / 2);
            sum += p;
            sides += side;
            if (other.Stance > own.Stance) ahead++;
            if (p > first) (first, second, third, firstSide) = (p, first, second, side);
            else if (p == first) (second, third, firstSide) = (p, second, firstSide + side); // of equals none is first, whoever is listed first
            else if (p > second) (second, third) = (p, second);
            else if (p > third) third = p;
            var (positive, negative) = links.Between(own.Actor, other.Actor);
            friends += positive * side;
            opponents += negative * side;
            positives = Math.Max(positives, p * positive);
            negatives = Math.Max(negatives, p * negative);
            linked = Math.Max(linked, p * (positive + negative));
            if (best < 0)
                continue;
            if (own.IsWith(other))
            {
                together++;
                bestTogether = Math.Max(bestTogether, p);
                companions += side;
                continue;
            }
            var theirs = other.EvidenceAt(own.Statements[best]);
            claimed = Math.Max(claimed, theirs);
            if (theirs > own.Evidence[best]) claimedMore++;
            if (other.Best < 0 || other.Statements[other.Best] != own.Statements[best])
                continue;
            shared++;
            companions += side;
        }
        x[Own] = (float)own.Stance;
        x[OwnSide] = (float)Math.Abs(own.Side);
        x[BestOther] = (float)first;
        x[ThreeBest] = (float)((first + second + third) / 3);
        x[MeanOther] = (float)(sum / Math.Max(1, group.Length - 1));
        x[Members] = Math.Min(MostCounted, group.Length);
        x[Rank] = Math.Min(MostCounted, ahead);
        x[Linked] = (float)linked;
        x[BestEvidence] = best < 0 ? 0 : (float)own.Evidence[best];
        x[Claimed] = (float)claimed;
        x[Shared] = shared;
        x[ClaimedMore] = claimedMore;
        x[Together] = Math.Min(MostCounted, together);
        x[BestTogether] = (float)bestTogether;
        y[SideAlone] = (float)own.Side;
        y[Others] = (float)(sides / (1 + sum));
        y[Friends] = (float)friends;
        y[Opponents] = (float)opponents;
        y[FirstOther] = (float)firstSide;
        y[Companions] = (float)(companions / (1 + shared + together));
        y[StanceAlone] = (float)own.Stance;
        y[Positive] = (float)positives;
        y[Negative] = (float)negatives;
        y[SharedEvidence] = shared + together;
        y[OwnPart] = sample.Part;
    }
}
