using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stance;

/// <summary>Boosted regression trees as plain arrays, read out of ML.NET after training. Immutable and thread-safe; scores within float rounding of ML.NET's own output.</summary>
internal sealed class TreeEnsemble
{
    private readonly int[] roots;
    private readonly int[] feature;
    private readonly float[] threshold;
    private readonly int[] less;
    private readonly int[] greater;
    private readonly double[] leaf;

    // The same nodes side by side, as scoring walks them.
    private readonly Node[] nodes;
    private readonly int features;

    // For many vectors at a time; null where a tree has too many leaves.
    private readonly BlockScorer? blocks;

    private readonly record struct Node(int Feature, float Threshold, int Less, int Greater);

    private TreeEnsemble(int[] roots, int[] feature, float[] threshold, int[] less, int[] greater, double[] leaf, double bias)
    {
        (this.roots, this.feature, this.threshold, this.less, this.greater, this.leaf, Bias) = (roots, feature, threshold, less, greater, leaf, bias);
        nodes = [.. feature.Select((f, i) => new Node(f, threshold[i], less[i], greater[i]))];
        features = feature.Length == 0 ? 0 : feature.Max() + 1;
        blocks = BlockScorer.Of(roots, i => (feature[i], threshold[i], less[i], greater[i]), leaf, bias);
    }

    public double Bias { get; }

    /// <summary>One ensemble that says what several say on average.</summary>
    public static TreeEnsemble Mean(IReadOnlyList<TreeEnsemble> ensembles)
    {
        var all = new Builder();
        foreach (var ensemble in ensembles)
            foreach (var tree in ensemble.Each())
                all.Add(tree.Feature, tree.Threshold, tree.Less, tree.Greater, tree.Leaves, 1.0 / ensembles.Count);
        return all.Build(ensembles.Average(e => e.Bias));
    }

    public int Trees => roots.Length;

    /// <summary>The sum of the trees' leaves: log-odds up to a factor that calibration takes care of.</summary>
    public double Score(ReadOnlySpan<float> x)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(x.Length, features);
        var sum = Bias;
        foreach (var root in roots)
            sum += LeafOf(root, x);
        return sum;
    }

    /// <summary>The scores of many vectors, each to the last bit what <see cref="Score(ReadOnlySpan{float})"/> says of it.</summary>
    /// <param name="count">How many.</param>
    /// <param name="width">Length of a vector.</param>
    /// <param name="write">Writes the vector of a number.</param>
    public double[] Score(int count, int width, FeatureWriter write)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, features);
        var scores = new double[count];
        Span<float> vector = stackalloc float[width];
        Span<float> block = stackalloc float[blocks?.BlockLength ?? 0];
        Span<double> ofBlock = stackalloc double[BlockScorer.Lanes];
        for (var from = 0; from < count; from += BlockScorer.Lanes)
        {
            var lanes = Math.Min(BlockScorer.Lanes, count - from);
            for (var lane = 0; lane < lanes; lane++)
            {
                write(from + lane, vector);
                if (blocks is not null)
                    blocks.Set(block, lane, vector);
                else
                    ofBlock[lane] = Score(vector);
            }
            blocks?.Score(block, ofBlock);
            ofBlock[..lanes].CopyTo(scores.AsSpan(from));
        }
        return scores;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double LeafOf(int root, ReadOnlySpan<float> x)
    {
        // Built or read, the nodes point into these arrays only, and the vector was found long enough: no access is checked again. Nodes are numbered from 0; a leaf is the complement of its number.
        ref var firstNode = ref MemoryMarshal.GetArrayDataReference(nodes);
        ref var firstFeature = ref MemoryMarshal.GetReference(x);
        var at = root;
        while (at >= 0)
        {
            ref readonly var node = ref Unsafe.Add(ref firstNode, at);
            at = Unsafe.Add(ref firstFeature, node.Feature) <= node.Threshold ? node.Less : node.Greater;
        }
        return leaf[~at];
    }

    /// <summary>Adds to each feature the change of score along the paths that split on it (Saabas 2014): what spoke for and against.</summary>
    public void Explain(ReadOnlySpan<float> x, Span<double> contributions, double factor = 1)
    {
        foreach (var root in roots)
        {
            var node = root;
            var value = Mean(node);
            while (node >= 0)
            {
                var next = x[feature[node]] <= threshold[node] ? less[node] : greater[node];
                var nextValue = Mean(next);
                contributions[feature[node]] += (nextValue - value) * factor;
                (node, value) = (next, nextValue);
            }
        }
    }

    /// <summary>The score before any split is known: with what <see cref="Explain"/> adds, it sums to the score.</summary>
    public double Base => Bias + roots.Sum(Mean);

    /// <summary>One tree, its nodes and leaves numbered from 0; a leaf is the complement of its number.</summary>
    public readonly record struct Tree(int[] Feature, float[] Threshold, int[] Less, int[] Greater, double[] Leaves);

    /// <summary>The trees one by one.</summary>
    public IEnumerable<Tree> Each()
    {
        foreach (var root in roots)
        {
            List<int> inner = [], leaves = [];
            Walk(root);
            int Child(int node) => node >= 0 ? inner.IndexOf(node) : ~leaves.IndexOf(~node);
            yield return new Tree([.. inner.Select(i => feature[i])], [.. inner.Select(i => threshold[i])], [.. inner.Select(i => Child(less[i]))], [.. inner.Select(i => Child(greater[i]))], [.. leaves.Select(l => leaf[l])]);

            void Walk(int node)
            {
                if (node < 0)
                {
                    leaves.Add(~node);
                    return;
                }
                inner.Add(node);
                Walk(less[node]);
                Walk(greater[node]);
            }
        }
    }

    private double Mean(int node) => node < 0 ? leaf[~node] : (Mean(less[node]) + Mean(greater[node])) / 2;

    public sealed class Builder
    {
        private readonly List<int> roots = [], feature = [], less = [], greater = [];
        private readonly List<float> threshold = [];
        private readonly List<double> leaf = [];

        /// <summary>Adds a tree given as ML.NET has it: child indices of inner nodes, complements of leaf numbers.</summary>
        public void Add(IReadOnlyList<int> splitFeatures, IReadOnlyList<float> thresholds, IReadOnlyList<int> lessChildren, IReadOnlyList<int> greaterChildren, IReadOnlyList<double> leaves, double weight)
        {
            int nodes = feature.Count, firstLeaf = leaf.Count;
            roots.Add(splitFeatures.Count == 0 ? ~firstLeaf : nodes);
            for (var i = 0; i < splitFeatures.Count; i++)
            {
                feature.Add(splitFeatures[i]);
                threshold.Add(thresholds[i]);
                less.Add(Child(lessChildren[i]));
                greater.Add(Child(greaterChildren[i]));
            }
            foreach (var value in leaves)
                leaf.Add((float)(value * weight)); // as the file keeps it, so that a saved model scores the same
            int Child(int child) => child >= 0 ? nodes + child : ~(firstLeaf + ~child);
        }

        public TreeEnsemble Build(double bias) => new([.. roots], [.. feature], [.. threshold], [.. less], [.. greater], [.. leaf], bias);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Bias);
        WriteArray(writer, roots);
        WriteArray(writer, feature);
        WriteArray(writer, less);
        WriteArray(writer, greater);
        writer.Write(threshold.Length);
        foreach (var value in threshold)
            writer.Write(value);
        writer.Write(leaf.Length);
        foreach (var value in leaf)
            writer.Write((float)value);
    }

    /// <exception cref="FormatException">A node or leaf lies outside the arrays: the file is damaged.</exception>
    public static TreeEnsemble Read(BinaryReader reader, int features)
    {
        var bias = reader.ReadDouble();
        var roots = ReadArray(reader);
        var feature = ReadArray(reader);
        var less = ReadArray(reader);
        var greater = ReadArray(reader);
        var threshold = new float[Length(reader)];
        for (var i = 0; i < threshold.Length; i++)
            threshold[i] = reader.ReadSingle();
        var leaf = new double[Length(reader)];
        for (var i = 0; i < leaf.Length; i++)
            leaf[i] = reader.ReadSingle();
        var nodes = feature.Length;
        if (less.Length != nodes || greater.Length != nodes || threshold.Length != nodes || feature.Any(f => f < 0 || f >= features)
            || roots.Any(Outside) || Enumerable.Range(0, nodes).Any(i => Backward(i, less[i]) || Backward(i, greater[i])))
            throw new FormatException("the trees do not fit together");
        return new TreeEnsemble(roots, feature, threshold, less, greater, leaf, bias);

        bool Outside(int node) => node >= 0 ? node >= nodes : ~node >= leaf.Length;
        // Children come after their parents, so that no file can make scoring run in a circle.
        bool Backward(int parent, int child) => Outside(child) || (child >= 0 && child <= parent);
    }

    private static void WriteArray(BinaryWriter writer, int[] values)
    {
        writer.Write(values.Length);
        foreach (var value in values)
            writer.Write(value);
    }

    private static int[] ReadArray(BinaryReader reader)
    {
        var values = new int[Length(reader)];
        for (var i = 0; i < values.Length; i++)
            values[i] = reader.ReadInt32();
        return values;
    }

    private static int Length(BinaryReader reader)
    {
        var length = reader.ReadInt32();
        return length is >= 0 and <= 50_000_000 ? length : throw new FormatException($"an array of {length} entries; allowed: 0 to 50,000,000");
    }
}

/// <summary>Gives one of many vectors.</summary>
internal delegate ReadOnlySpan<float> FeatureReader(int vector);

/// <summary>Writes the features of one of many vectors.</summary>
internal delegate void FeatureWriter(int vector, Span<float> features);
