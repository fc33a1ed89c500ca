using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Stance;

/// <summary>Writes the trees of a model as stock ML.NET parts, for those who score, inspect or convert them there. ML.NET makes such parts of its own training only; what the public API lacks is reached by reflection and held by a test.</summary>
internal static class MlNetExport
{
    private const string StatementFeatures = "StatementFeatures", PairFeatures = "PairFeatures";

    private sealed class Row
    {
        public float[] StatementFeatures { get; set; } = [];

        public float[] PairFeatures { get; set; } = [];
    }

    /// <summary>The vectors that go in, and the scores, in log-odds before calibration, that come out: is a statement evidence, has a pair a stance, is the stance neutral.</summary>
    public static IReadOnlyList<(string Features, int Count, string Score)> Columns { get; } =
        [(StatementFeatures, PairPooling.Stances.RowSchema.Count, "EvidenceScore"), (PairFeatures, PairPooling.Stances.Schema.Count, "StanceScore"), (PairFeatures, PairPooling.Stances.Schema.Count, "NeutralScore")];

    public static void Write(StanceModel model, Stream stream)
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromEnumerable(Array.Empty<Row>(), Schema());
        var schema = data.Schema;
        var chain = new TransformerChain<ITransformer>();
        foreach (var (trees, column) in new[] { model.Stances.RowEvidence, model.Stances.Pair, model.Stances.PairNeutral }.Zip(Columns))
        {
            var scorer = Scorer(ml, trees, schema, column.Features, column.Count);
            var renamed = ml.Transforms.CopyColumns(column.Score, "Score").Fit(scorer.Transform(data));
            chain = chain.Append<ITransformer>(scorer).Append<ITransformer>(renamed);
        }
        // The last score stands under ML.NET's own name too, which would say nothing.
        chain = chain.Append<ITransformer>(ml.Transforms.DropColumns("Score").Fit(chain.Transform(data)));
        ml.Model.Save(chain, schema, stream);
    }

    private static SchemaDefinition Schema()
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        foreach (var (column, features) in ((string, FeatureSchema)[])[(StatementFeatures, PairPooling.Stances.RowSchema), (PairFeatures, PairPooling.Stances.Schema)])
        {
            schema[column].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features.Count);
            schema[column].AddAnnotation("SlotNames", new VBuffer<ReadOnlyMemory<char>>(features.Count, [.. features.Names.Select(n => n.AsMemory())]), new VectorDataViewType(TextDataViewType.Instance, features.Count));
        }
        return schema;
    }

    private static RegressionPredictionTransformer<FastTreeRegressionModelParameters> Scorer(MLContext ml, TreeEnsemble trees, DataViewSchema schema, string column, int features)
    {
        var assembly = typeof(FastTreeRegressionModelParameters).Assembly;
        var ensemble = Activator.CreateInstance(Type(assembly, "InternalTreeEnsemble"))!;
        var add = ensemble.GetType().GetMethod("AddTree") ?? throw Missing("InternalTreeEnsemble.AddTree");
        var create = Type(assembly, "InternalRegressionTree").GetMethod("Create", BindingFlags.Public | BindingFlags.Static) ?? throw Missing("InternalRegressionTree.Create");
        // ML.NET keeps a bias beside the trees but does not add it: it goes into the leaves of the first.
        var bias = trees.Bias;
        foreach (var tree in trees.Each())
        {
            // A tree has a split at least.
            var (feature, threshold, less, greater) = tree.Feature.Length > 0 ? (tree.Feature, tree.Threshold, tree.Less, tree.Greater) : ([0], [0f], [~0], [~1]);
            double[] leaves = [.. (tree.Feature.Length > 0 ? tree.Leaves : [tree.Leaves[0], tree.Leaves[0]]).Select(l => l + bias)];
            bias = 0;
            var n = feature.Length;
            add.Invoke(ensemble, [create.Invoke(null, [n + 1, feature, new double[n], threshold, new float[n], less, greater, leaves, new int[n][], new bool[n]])]);
        }
        if (bias != 0)
            add.Invoke(ensemble, [create.Invoke(null, [2, new int[1], new double[1], new float[1], new float[1], new[] { ~0 }, new[] { ~1 }, new[] { bias, bias }, new int[1][], new bool[1]])]);
        var parameters = Make<FastTreeRegressionModelParameters>(ml, ensemble, features, "");
        return Make<RegressionPredictionTransformer<FastTreeRegressionModelParameters>>(ml, parameters, schema, column);
    }

    /// <summary>Calls the constructor that is not public.</summary>
    private static T Make<T>(params object[] arguments)
    {
        var constructor = typeof(T).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic).FirstOrDefault(c => c.GetParameters() is var p && p.Length == arguments.Length && p.Zip(arguments).All(x => x.First.ParameterType.IsInstanceOfType(x.Second)));
        return (T)(constructor ?? throw Missing($"a constructor of {typeof(T).Name}")).Invoke(arguments);
    }

    private static Type Type(Assembly assembly, string name) => assembly.GetType("Microsoft.ML.Trainers.FastTree." + name) ?? throw Missing(name);

    private static NotSupportedException Missing(string what) => new($"this version of Microsoft.ML.FastTree has no {what}; allowed: {MlNet.Versions["Microsoft.ML.FastTree"]} as it is published");
}
