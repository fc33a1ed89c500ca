using System.Runtime.CompilerServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;

namespace Stance;

/// <summary>A row of a sparse matrix.</summary>
internal readonly record struct SparseRow(int[] Indices, float[] Values);

/// <summary>Size and pace of a boosted-tree learner.</summary>
/// <param name="Trees">Number of trees.</param>
/// <param name="Leaves">Leaves a tree.</param>
/// <param name="FewestPerLeaf">Training rows a leaf has at least.</param>
/// <param name="LearningRate">Shrinkage.</param>
internal sealed record TreeOptions(int Trees, int Leaves, int FewestPerLeaf, double LearningRate = 0.1);

/// <summary>Trains with ML.NET and reads the result out into plain data: the only place that knows ML.NET's types.</summary>
internal static class MlNet
{
    private sealed class DenseRow
    {
        public bool Label { get; set; }

        public float Weight { get; set; }

        public float[] Features { get; set; } = [];
    }

    private sealed class SparseDataRow
    {
        public bool Label { get; set; }

        public float Weight { get; set; }

        public VBuffer<float> Features { get; set; }
    }

    /// <summary>Versions of the packages in use, for a model's manifest.</summary>
    public static SortedDictionary<string, string> Versions { get; } = new(StringComparer.Ordinal)
    {
        ["Microsoft.ML"] = Version(typeof(MLContext)),
        ["Microsoft.ML.FastTree"] = Version(typeof(FastTreeBinaryTrainer)),
    };

    /// <summary>Its native library is found wherever the assembly was loaded from.</summary>
    private static readonly Lazy<bool> Native = new(static () => NativeLibraries.Register(typeof(FastTreeBinaryTrainer).Assembly));

    private static string Version(Type type) =>
        System.Reflection.CustomAttributeExtensions.GetCustomAttribute<System.Reflection.AssemblyInformationalVersionAttribute>(type.Assembly)?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>A trained ensemble together with ML.NET's own scores of the rows, for the parity test.</summary>
    internal sealed record Fitted(TreeEnsemble Trees, float[] MlNetScores);

    public static TreeEnsemble Trees(IReadOnlyList<float[]> rows, IReadOnlyList<bool> labels, IReadOnlyList<float>? weights, TreeOptions options, int seed, CancellationToken cancellation = default) =>
        FitTrees(rows, labels, weights, options, seed, score: false, cancellation).Trees;

    public static Fitted FitTrees(IReadOnlyList<float[]> rows, IReadOnlyList<bool> labels, IReadOnlyList<float>? weights, TreeOptions options, int seed, bool score, CancellationToken cancellation = default)
    {
        // Boosting cannot learn from one class alone: a constant stands in.
        if (rows.Count == 0 || labels.All(l => l) || labels.All(l => !l))
            return new Fitted(new TreeEnsemble.Builder().Build(labels.Count > 0 && labels[0] ? 2 : -2), []);
        _ = Native.Value;
        var ml = new MLContext(seed);
        var schema = SchemaDefinition.Create(typeof(DenseRow));
        schema[nameof(DenseRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, rows[0].Length);
        var data = ml.Data.LoadFromEnumerable(rows.Select((r, i) => new DenseRow { Features = r, Label = labels[i], Weight = weights?[i] ?? 1 }), schema);
        var trainer = ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            NumberOfTrees = options.Trees,
            NumberOfLeaves = options.Leaves,
            MinimumExampleCountPerLeaf = options.FewestPerLeaf,
            LearningRate = options.LearningRate,
            // Several fits run side by side.
            NumberOfThreads = 1,
            FeatureFraction = 0.7,
            Seed = seed,
            ExampleWeightColumnName = nameof(DenseRow.Weight),
            FeatureSelectionSeed = seed,
            MaximumBinCountPerFeature = 64,
        });
        var transformer = Run(ml, () => trainer.Fit(data), cancellation);
        var model = transformer.Model.SubModel;
        var builder = new TreeEnsemble.Builder();
        // ML.NET's own calibrator of these trees is sigmoid(2 x learning rate x score): scaled by it, a score is log-odds.
        var scale = 2 * options.LearningRate;
        for (var t = 0; t < model.TrainedTreeEnsemble.Trees.Count; t++)
        {
            var tree = model.TrainedTreeEnsemble.Trees[t];
            builder.Add(tree.NumericalSplitFeatureIndexes, tree.NumericalSplitThresholds, tree.LeftChild, tree.RightChild, tree.LeafValues, model.TrainedTreeEnsemble.TreeWeights[t] * scale);
        }
        var trees = builder.Build(model.TrainedTreeEnsemble.Bias * scale);
        return new Fitted(trees, score ? [.. transformer.Transform(data).GetColumn<float>("Score").Select(v => (float)(v * scale))] : []);
    }

    public static LinearScorer Linear(IReadOnlyList<SparseRow> rows, IReadOnlyList<bool> labels, IReadOnlyList<float>? weights, int dimensions, double l2, int seed, int iterations = 12, CancellationToken cancellation = default)
    {
        if (rows.Count == 0 || labels.All(l => l) || labels.All(l => !l))
            return new LinearScorer(new float[dimensions], 0);
        var ml = new MLContext(seed);
        var schema = SchemaDefinition.Create(typeof(SparseDataRow));
        schema[nameof(SparseDataRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, dimensions);
        var data = ml.Data.LoadFromEnumerable(rows.Select((r, i) => new SparseDataRow
        {
            Features = new VBuffer<float>(dimensions, r.Indices.Length, r.Values, r.Indices),
            Label = labels[i],
            Weight = weights?[i] ?? 1,
        }), schema);
        var trainer = ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options
        {
            L2Regularization = (float)l2,
            NumberOfThreads = 1,
            MaximumNumberOfIterations = iterations,
            Shuffle = true,
            ExampleWeightColumnName = nameof(SparseDataRow.Weight),
        });
        var model = Run(ml, () => trainer.Fit(data), cancellation).Model.SubModel;
        return new LinearScorer([.. model.Weights], model.Bias);
    }

    /// <summary>ML.NET's trainers take no token; their context can be told to stop, though not in public. It is dead afterwards: every fit has one of its own.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "CancelExecution")]
    private static extern void CancelExecution(MLContext ml);

    private static T Run<T>(MLContext ml, Func<T> fit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var registration = cancellation.Register(() => CancelExecution(ml));
        try
        {
            return fit();
        }
        catch (Exception e) when (cancellation.IsCancellationRequested)
        {
            // What a stopped fit throws differs from trainer to trainer.
            throw new OperationCanceledException("training was cancelled", e, cancellation);
        }
    }
}
