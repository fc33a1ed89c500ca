using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stance;

/// <summary>Scores eight vectors at a time by all trees. No tree is walked: every node of every tree is a test, and a test that a vector fails strikes out the leaves on the side that the vector does not go to;
/// the first leaf left of a tree is where the walk would have ended. QuickScorer (Lucchese et al. 2015), over vectors side by side (Lettich et al. 2019).</summary>
internal sealed class BlockScorer
{
    /// <summary>Vectors scored at a time.</summary>
    public const int Lanes = 8;

    /// <summary>A tree may have as many leaves as a lane has bits; and as many trees are scored as the stack has room for.</summary>
    private const int MostLeaves = 32, MostTrees = 1024;

    /// <summary>A node: whoever exceeds the threshold keeps these leaves of its tree only.</summary>
    private readonly record struct Test(int Column, float Threshold, int Tree, uint Kept);

    private readonly int[] features;
    private readonly Test[] tests;
    private readonly double[][] leaves;
    private readonly double bias;

    private BlockScorer(int[] features, Test[] tests, double[][] leaves, double bias) => (this.features, this.tests, this.leaves, this.bias) = (features, tests, leaves, bias);

    /// <summary>Length of a block: the features that any tree asks for, one value a lane.</summary>
    public int BlockLength => features.Length * Lanes;

    /// <summary>The scorer of some trees, or <c>null</c> where they are too many, or one of them has too many leaves.</summary>
    /// <param name="roots">The root of each tree: a node, or the complement of a leaf.</param>
    /// <param name="node">What a node asks, and where it leads.</param>
    /// <param name="leaf">The value of a leaf.</param>
    /// <param name="bias">What every score begins with.</param>
    public static BlockScorer? Of(ReadOnlySpan<int> roots, Func<int, (int Feature, float Threshold, int Less, int Greater)> node, double[] leaf, double bias)
    {
        if (roots.Length > MostTrees)
            return null;
        var tests = new List<Test>();
        var leaves = new double[roots.Length][];
        for (var tree = 0; tree < roots.Length; tree++)
        {
            var values = new List<double>();
            if (!Lay(roots[tree], tree, 0, values))
                return null;
            leaves[tree] = [.. values];
        }
        // Side by side, the tests of one feature find its values at hand.
        int[] features = [.. tests.Select(t => t.Column).Distinct().Order()];
        return new BlockScorer(features, [.. tests.OrderBy(t => t.Column).Select(t => t with { Column = Array.BinarySearch(features, t.Column) })], leaves, bias);

        // Numbers the leaves from the lesser side to the greater; gives up on a tree that is too large, however a file has knotted it.
        bool Lay(int at, int tree, int depth, List<double> values)
        {
            if (values.Count == MostLeaves || depth == MostLeaves)
                return false;
            if (at < 0)
            {
                values.Add(leaf[~at]);
                return true;
            }
            var (feature, threshold, less, greater) = node(at);
            var first = values.Count;
            if (!Lay(less, tree, depth + 1, values))
                return false;
            var struck = (uint)((1UL << values.Count) - (1UL << first));
            tests.Add(new Test(feature, threshold, tree, ~struck));
            return Lay(greater, tree, depth + 1, values);
        }
    }

    /// <summary>Puts a vector into a block.</summary>
    public void Set(Span<float> block, int lane, ReadOnlySpan<float> vector)
    {
        for (var c = 0; c < features.Length; c++)
            block[c * Lanes + lane] = vector[features[c]];
    }

    /// <summary>Scores the vectors of a block.</summary>
    /// <param name="block">The vectors.</param>
    /// <param name="scores">Filled with their scores.</param>
    public void Score(ReadOnlySpan<float> block, Span<double> scores)
    {
        Span<Vector256<uint>> left = stackalloc Vector256<uint>[leaves.Length];
        left.Fill(Vector256<uint>.AllBitsSet);
        var columns = MemoryMarshal.Cast<float, Vector256<float>>(block);
        foreach (var (column, threshold, tree, kept) in tests)
            left[tree] &= Vector256.Create(kept) | Vector256.LessThanOrEqual(columns[column], Vector256.Create(threshold)).AsUInt32();
        scores[..Lanes].Fill(bias);
        var masks = MemoryMarshal.Cast<Vector256<uint>, uint>(left);
        for (var tree = 0; tree < leaves.Length; tree++)
        {
            var values = leaves[tree];
            for (var lane = 0; lane < Lanes; lane++)
                scores[lane] += values[BitOperations.TrailingZeroCount(masks[tree * Lanes + lane])];
        }
    }
}
