namespace Stance.Tests;

public class LinearScorerTests
{
    [Fact]
    public void A_score_is_the_bias_and_the_weighted_sum()
    {
        var scorer = new LinearScorer([2, 0, -3], 0.5f);
        Assert.Equal(0.5 + 2 * 1.5 - 3 * 2, scorer.Score([0, 2], [1.5f, 2]), 12);
        Assert.Equal(0.5 + 2 - 3 * 4, scorer.Score([1, 7, 4]), 12);
        Assert.Equal(0.5, scorer.Score([], []));
    }

    [Fact]
    public void A_mean_has_the_mean_weights_and_bias()
    {
        var mean = LinearScorer.Mean([new LinearScorer([2, 0, -3], 0.5f), new LinearScorer([0, 1, 1], 1.5f)]);
        Assert.Equal(1, mean.Bias);
        Assert.Equal([1, 0.5, -1], Enumerable.Range(0, 3).Select(mean.WeightOf));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var read = Read(w => new LinearScorer([2, 0, -3, 0], 0.5f).Write(w));
        Assert.Equal((4, 0.5f), (read.Dimensions, read.Bias));
        Assert.Equal([2, 0, -3, 0], Enumerable.Range(0, 4).Select(read.WeightOf));
    }

    [Theory]
    [InlineData(0, 0, 0)] // no dimension
    [InlineData(-1, 0, 0)]
    [InlineData(4, 5, 0)] // more entries than dimensions
    [InlineData(4, -1, 0)]
    [InlineData(4, 1, 4)] // an entry outside
    [InlineData(4, 1, -1)]
    public void Weights_that_do_not_fit_together_are_refused(int dimensions, int entries, int index) => Assert.Throws<FormatException>(() => Read(w =>
    {
        w.Write(0.5f);
        w.Write(dimensions);
        w.Write(entries);
        w.Write(index);
        w.Write(1f);
    }));

    private static LinearScorer Read(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        stream.Position = 0;
        return LinearScorer.Read(new BinaryReader(stream));
    }
}
