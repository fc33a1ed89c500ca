namespace Stance.Tests;

public class TreeEnsembleTests
{
    /// <summary>Two trees. The first: x0 at most 1, then by x1 at most 5 to 10 or 20, else to 30. The second is a leaf of 100.</summary>
    private static TreeEnsemble Two()
    {
        var builder = new TreeEnsemble.Builder();
        builder.Add([0, 1], [1f, 5f], [1, ~0], [~2, ~1], [10, 20, 30], 0.5);
        builder.Add([], [], [], [], [100], 2);
        return builder.Build(1);
    }

    [Theory]
    [InlineData(0, 0, 10)]
    [InlineData(1, 5, 10)] // a value equal to the threshold goes to the lesser side
    [InlineData(1, 5.001, 20)]
    [InlineData(1.001, 0, 30)]
    public void A_score_is_the_bias_and_the_weighted_leaves(float x0, float x1, double leaf) => Assert.Equal(1 + 0.5 * leaf + 2 * 100, Two().Score([x0, x1]), 9);

    [Fact]
    public void A_mean_says_what_its_ensembles_say_on_average()
    {
        var random = new Random(5);
        TreeEnsemble Of(int trees, double bias)
        {
            var builder = new TreeEnsemble.Builder();
            for (var tree = 0; tree < trees; tree++)
                Grow(builder, random, 6 + tree);
            return builder.Build(bias);
        }
        TreeEnsemble[] ensembles = [Of(4, 0.25), Of(7, -3), Two()];
        var mean = TreeEnsemble.Mean(ensembles);
        Assert.Equal(4 + 7 + 2, mean.Trees);
        for (var i = 0; i < 200; i++)
        {
            float[] x = [.. Enumerable.Range(0, 5).Select(_ => random.Next(-4, 7) + 0.5f)];
            Assert.Equal(ensembles.Average(e => e.Score(x)), mean.Score(x), 3);
            Assert.Equal(ensembles.Average(e => e.Base), mean.Base, 3);
        }
    }

    /// <summary>A tree of so many leaves, split at random.</summary>
    private static void Grow(TreeEnsemble.Builder builder, Random random, int leaves)
    {
        var (less, greater) = (new int[leaves - 1], new int[leaves - 1]);
        // Every node but the first hangs on one before it, in a free place; leaves take the places that are left.
        var free = new List<(int Node, bool Less)> { (0, true), (0, false) };
        for (var node = 1; node < leaves - 1; node++)
        {
            Hang(node);
            free.AddRange([(node, true), (node, false)]);
        }
        for (var leaf = 0; leaf < leaves; leaf++)
            Hang(~leaf);
        builder.Add([.. less.Select(_ => random.Next(5))], [.. less.Select(_ => (float)random.Next(-3, 4))], less, greater, [.. Enumerable.Range(0, leaves).Select(_ => random.NextDouble())], 0.5);

        void Hang(int child)
        {
            var place = random.Next(free.Count);
            (free[place].Less ? less : greater)[free[place].Node] = child;
            free.RemoveAt(place);
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(40)] // more than a lane has bits: walked one by one
    public void Many_vectors_at_a_time_have_the_scores_of_each_alone(int leaves)
    {
        var random = new Random(3);
        var builder = new TreeEnsemble.Builder();
        for (var tree = 0; tree < 7; tree++)
            Grow(builder, random, leaves);
        var trees = builder.Build(0.25);
        // Thresholds are whole numbers: many a value lies exactly on one; and there are values that are none.
        float[][] vectors = [.. Enumerable.Range(0, 1001).Select(i => Enumerable.Range(0, 5).Select(_ => i % 97 == 5 ? float.NaN : random.Next(-4, 5) + (i % 3 == 0 ? 0.5f : 0)).ToArray())];
        var scores = trees.Score(vectors.Length, 5, (i, x) => vectors[i].CopyTo(x));
        Assert.Equal(vectors.Select(v => trees.Score(v)), scores);
        Assert.True(scores.Distinct().Count() > 100);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        Two().Write(writer);
        stream.Position = 0;
        var read = TreeEnsemble.Read(new BinaryReader(stream), 2);
        Assert.Equal((2, 1), (read.Trees, read.Bias));
        Assert.Equal(Two().Score([1, 6]), read.Score([1, 6]));
    }

    [Fact]
    public void What_spoke_for_a_score_is_told_by_the_splits_on_the_way()
    {
        var contributions = new double[2];
        Two().Explain([0, 9], contributions);
        // By hand: inner means are (5 + 10) / 2 = 7.5 below and (7.5 + 15) / 2 = 11.25 at the root; the way goes 11.25, 7.5, 10.
        Assert.Equal([7.5 - 11.25, 10 - 7.5], contributions);
    }

    /// <summary>Reads a forest over three features whose arrays are given as the file has them.</summary>
    private static TreeEnsemble Read(int[] roots, int[] feature, int[] less, int[] greater, int thresholds, int leaves)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(0.0);
        foreach (var array in (int[][])[roots, feature, less, greater])
        {
            writer.Write(array.Length);
            foreach (var value in array)
                writer.Write(value);
        }
        foreach (var length in (int[])[thresholds, leaves])
        {
            writer.Write(length);
            for (var i = 0; i < length; i++)
                writer.Write(1f);
        }
        stream.Position = 0;
        return TreeEnsemble.Read(new BinaryReader(stream), 3);
    }

    [Fact]
    public void A_sound_file_is_read() => Assert.Equal(1, Read([0], [2, 0], [1, ~0], [~1, ~2], 2, 3).Score([0, 0, 0]));

    [Fact]
    public void A_circle_is_refused()
    {
        Refuse([0], [0], [0], [~0], 1, 1); // a node that is its own child
        Refuse([0], [0, 0], [1, 0], [~0, ~0], 2, 1); // a child that leads back
        Refuse([1], [0, 0], [~0, 0], [~0, ~0], 2, 1); // a child before its parent, circle or not
    }

    /// <summary>A tree of so many nodes, each with the next on the lesser side; on the greater one too, or a leaf there.</summary>
    private static TreeEnsemble Chain(int nodes, bool knotted)
    {
        int[] next = [.. Enumerable.Range(1, nodes - 1), ~0];
        return Read([0], new int[nodes], next, knotted ? next : [.. next.Select(_ => ~0)], nodes, 1);
    }

    [Fact]
    public void A_tree_knotted_or_endlessly_deep_is_read_and_scored()
    {
        // 2^60 ways lead through the one, and a stack would not hold the other.
        foreach (var trees in (TreeEnsemble[])[Chain(60, knotted: true), Chain(200_000, knotted: false)])
            Assert.Equal([1, 1, 1], trees.Score(3, 3, (_, x) => x.Clear()));
    }

    [Fact]
    public void A_forest_larger_than_the_stack_is_read_and_scored() =>
        Assert.Equal(400_000, Read(Enumerable.Repeat(~0, 400_000).ToArray(), [], [], [], 0, 1).Score(1, 3, (_, x) => x.Clear())[0]);

    [Fact]
    public void What_lies_outside_the_arrays_is_refused()
    {
        Refuse([1], [0], [~0], [~0], 1, 1); // a root that is no node
        Refuse([~1], [0], [~0], [~0], 1, 1); // a root that is no leaf
        Refuse([0], [0], [1], [~0], 1, 1); // a child that is no node
        Refuse([0], [0], [~0], [~1], 1, 1); // a child that is no leaf
        Refuse([0], [3], [~0], [~0], 1, 1); // a feature that does not exist
        Refuse([0], [-1], [~0], [~0], 1, 1);
        Refuse([0], [0], [~0, ~0], [~0], 1, 1); // arrays of different lengths
        Refuse([0], [0], [~0], [], 1, 1);
        Refuse([0], [0], [~0], [~0], 0, 1);
    }

    [Fact]
    public void A_length_that_cannot_be_is_refused()
    {
        static byte[] Of(int length) => [.. new byte[8], .. BitConverter.GetBytes(length)];
        Assert.Throws<FormatException>(() => TreeEnsemble.Read(new BinaryReader(new MemoryStream(Of(-1))), 3));
        Assert.Throws<FormatException>(() => TreeEnsemble.Read(new BinaryReader(new MemoryStream(Of(int.MaxValue))), 3));
    }

    private static void Refuse(int[] roots, int[] feature, int[] less, int[] greater, int thresholds, int leaves) => Assert.Throws<FormatException>(() => Read(roots, feature, less, greater, thresholds, leaves));
}
