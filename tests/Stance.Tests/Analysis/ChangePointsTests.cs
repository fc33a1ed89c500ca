namespace Stance.Tests;

public class ChangePointsTests
{
    /// <summary>A value a day, of weight 1 unless said otherwise.</summary>
    private static DatedScore[] Days(IEnumerable<double> scores, Func<int, double>? weight = null) => [.. scores.Select((s, i) => new DatedScore(new DateOnly(2010, 1, 1).AddDays(i), s, weight?.Invoke(i) ?? 1))];

    private static int[] Found(DatedScore[] values, int minimum = 3) => [.. ChangePoints.Find(values, minimum, 0.05, 1).Select(c => c.At)];

    [Theory]
    [InlineData(310)]
    [InlineData(311)]
    [InlineData(312)]
    [InlineData(313)]
    public void A_change_of_many_days_is_found_on_its_day(int day) => Assert.Equal([day], Found(Days(Enumerable.Range(0, 600).Select(i => i < day ? 1.0 : -1))));

    [Fact]
    public void A_turn_and_its_return_are_found_on_their_days_among_many() =>
        Assert.Equal([211, 413], Found(Days(Enumerable.Range(0, 700).Select(i => i is >= 211 and < 413 ? -0.9 + i % 3 * 0.1 : 0.6 + i % 4 * 0.1))));

    [Fact]
    public void What_hardly_counts_makes_no_change()
    {
        // Five for, four against, three for, six against. All of one weight: the first change is where most of what follows is against. Were the four hardly stances at all, it is where the last six begin.
        double[] scores = [1, 1, 1, 1, 1, -1, -1, -1, -1, 1, 1, 1, -1, -1, -1, -1, -1, -1];
        Assert.Equal([12], Found(Days(scores, i => i is >= 5 and < 9 ? 0.05 : 1), minimum: 5));
        Assert.Equal(5, Found(Days(scores), minimum: 5)[0]);
    }

    [Fact]
    public void Each_stretch_has_as_many_values_as_are_asked_for()
    {
        // Of the 1,140 places for three among 20 eighteen are side by side: p = .016.
        var values = Days(Enumerable.Range(0, 20).Select(i => i is >= 8 and < 11 ? -1.0 : 1));
        Assert.Equal([8, 11], Found(values, minimum: 3));
        foreach (var minimum in (int[])[4, 6])
        {
            int[] ends = [0, .. Found(values, minimum), values.Length];
            Assert.All(ends.Zip(ends.Skip(1)), e => Assert.True(e.Second - e.First >= minimum));
        }
    }
}
