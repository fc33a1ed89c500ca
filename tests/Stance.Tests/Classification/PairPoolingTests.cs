namespace Stance.Tests;

public class PairPoolingTests
{
    private static readonly PairPooling Pooling = PairPooling.Stances;

    private static PairSample Sample(params ReadOnlySpan<bool> idle)
    {
        var rows = FeatureRows.Of(idle.Length, Pooling.RowSchema.Count);
        for (var r = 0; r < idle.Length; r++)
            rows[r][Pooling.RowSchema.Names.ToList().IndexOf(PairPooling.Idle)] = idle[r] ? 1 : 0;
        return new PairSample { First = 0, Second = 0, Statements = [.. Enumerable.Range(0, idle.Length)], Rows = rows, Gate = new float[PairExtractor.GateSchema.Count], WholeLength = PairExtractor.WholeSchema.Count };
    }

    private static float Pooled(PairSample sample, RowScores scores, string name) => Pooling.Pool(sample, scores)[Pooling.Schema.Names.ToList().IndexOf(name)];

    private static readonly RowScores Scores = new([0.9, 0.5], [0.9, 0.5], [0.8, -0.4], [0.8, -0.4]);

    [Theory]
    [InlineData("weighted side", (0.9 * 0.8 - 0.5 * 0.4) / 1.4, -0.4)]
    [InlineData("weighted side by roles", (0.9 * 0.8 - 0.5 * 0.4) / 1.4, -0.4)]
    [InlineData("strongest side", 0.72, -0.2)]
    [InlineData("sum of sides", 0.81 * 0.8 - 0.25 * 0.4, -0.1)]
    public void A_statement_that_says_nothing_of_the_issue_has_no_part_in_the_side(string name, double both, double second)
    {
        Assert.Equal(both, Pooled(Sample(false, false), Scores, name), 5);
        Assert.Equal(second, Pooled(Sample(true, false), Scores, name), 5);
        // What it is told to have done is what was pooled.
        Assert.Equal(0, Pooling.PartsOfSide(name, Sample(true, false), Scores, out _)![0]);
        Assert.NotEqual(0, Pooling.PartsOfSide(name, Sample(false, false), Scores, out _)![0]);
    }

    [Fact]
    public void It_stays_evidence() => Assert.Equal(0.9f, Pooled(Sample(true, false), Scores, "best evidence"));

    [Fact]
    public void A_sample_without_a_row_keeps_the_others()
    {
        var rows = new FeatureRows([1, 2, 3, 4, 5, 6], 2);
        Assert.Equal(3, rows.Count);
        Assert.Equal([1, 2, 5, 6], (float[])[.. rows.Without(1)[0], .. rows.Without(1)[1]]);
        Assert.Equal(2, rows.Without(1).Count);
        Assert.Equal(0, default(FeatureRows).Count);
    }

    [Fact]
    public void Of_thresholds_that_are_as_good_the_middle_one_is_taken()
    {
        Assert.Equal(0.3, PairCalibration.MiddleOfBest([(0.6, 0.3), (0.4, 0.498), (0.35, 0.5), (0.2, 0.497), (0.1, 0.49)]), 12);
        Assert.Equal(0.5, PairCalibration.MiddleOfBest([(0.5, 0.4)]));
    }
}
