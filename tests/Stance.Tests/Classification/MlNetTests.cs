using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Stance.Tests;

/// <summary>ML.NET trains, plain arrays score: both must say the same.</summary>
public class MlNetTests
{
    private static readonly (List<float[]> Rows, List<bool> Labels) Statements = Flat(s => Enumerable.Range(0, s.Rows.Count).Select(r => PairPooling.Stances.EvenRow(s.Rows[r])));

    private static readonly int Features = PairPooling.Stances.RowSchema.Count;

    private static (List<T>, List<bool>) Flat<T>(Func<PairSample, IEnumerable<T>> rows)
    {
        var samples = TrainedModel.Fit.Set.Stances.Where(s => s.Label != PairLabel.Unknown).ToList();
        return ([.. samples.SelectMany(rows)], [.. samples.SelectMany(s => s.IsEvidence)]);
    }

    [Theory]
    [InlineData(30, 20, 0.1)]
    [InlineData(15, 8, 0.2)]
    public void Trees_score_as_ML_NET_does_on_every_training_row(int count, int leaves, double rate)
    {
        var (rows, labels) = Statements;
        Assert.Contains(true, labels);
        var weights = labels.ConvertAll(l => l ? 2f : 1f);
        var fitted = MlNet.FitTrees(rows, labels, weights, new TreeOptions(count, leaves, 20, rate), 1, score: true);
        Assert.Equal(count, fitted.Trees.Trees);
        Assert.Equal(rows.Count, fitted.MlNetScores.Length);
        Assert.True(fitted.MlNetScores.Distinct().Count() > 100);
        for (var i = 0; i < rows.Count; i++)
            Assert.True(Math.Abs(fitted.Trees.Score(rows[i]) - fitted.MlNetScores[i]) < 1e-5, $"row {i}: {fitted.Trees.Score(rows[i])}, ML.NET {fitted.MlNetScores[i]}");
    }

    private sealed class Row
    {
        public bool Label { get; set; }

        public float Weight { get; set; }

        public VBuffer<float> Features { get; set; }
    }

    [Fact]
    public void Linear_weights_score_as_ML_NET_does_on_every_training_row()
    {
        var (dense, labels) = Statements;
        var rows = dense.ConvertAll(r => Enumerable.Range(0, Features).Where(i => r[i] != 0).ToArray() is var used ? new SparseRow(used, [.. used.Select(i => Math.Clamp(r[i], -4, 4))]) : default);
        var scorer = MlNet.Linear(rows, labels, null, Features, 1e-5, 1);
        // The same training once more, in ML.NET alone: with one thread and one seed it repeats bit for bit.
        var ml = new MLContext(1);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Features);
        var data = ml.Data.LoadFromEnumerable(rows.Select((r, i) => new Row { Label = labels[i], Weight = 1, Features = new VBuffer<float>(Features, r.Indices.Length, r.Values, r.Indices) }), schema);
        var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options
        {
            L2Regularization = 1e-5f,
            NumberOfThreads = 1,
            MaximumNumberOfIterations = 12,
            Shuffle = true,
            ExampleWeightColumnName = nameof(Row.Weight),
        }).Fit(data);
        var scores = model.Transform(data).GetColumn<float>("Score").ToList();
        Assert.True(scores.Distinct().Count() > 100);
        for (var i = 0; i < rows.Count; i++)
            Assert.True(Math.Abs(scorer.Score(rows[i].Indices, rows[i].Values) - scores[i]) < 1e-5, $"row {i}: {scorer.Score(rows[i].Indices, rows[i].Values)}, ML.NET {scores[i]}");
    }

    [Fact]
    public void One_class_alone_is_answered_by_a_constant()
    {
        float[][] rows = [[1, 2], [3, 4]];
        Assert.True(MlNet.Trees(rows, [true, true], null, new TreeOptions(5, 4, 1), 1).Score(rows[0]) > 0);
        Assert.True(MlNet.Trees(rows, [false, false], null, new TreeOptions(5, 4, 1), 1).Score(rows[0]) < 0);
        Assert.Equal(0, MlNet.Linear([new SparseRow([0], [1])], [true], null, 4, 1e-4, 1).Score([0], [1]));
    }
}
