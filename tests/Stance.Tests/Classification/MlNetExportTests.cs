using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stance.Tests;

/// <summary>The exported file is read by stock ML.NET, which then scores as the model does.</summary>
public class MlNetExportTests
{
    private sealed class Row
    {
        public float[] StatementFeatures { get; set; } = [];

        public float[] PairFeatures { get; set; } = [];
    }

    [Fact]
    public void Stock_ML_NET_scores_as_the_model_does()
    {
        using var folder = new StanceTool();
        var path = Path.Combine(folder.Folder, "ml.zip");
        StanceModel.Load(TrainedModel.Path).SaveMlNet(path);
        Assert.Equal(["ml.zip"], folder.Entries);
        var ml = new MLContext(1);
        var loaded = ml.Model.Load(path, out var input);
        var model = TrainedModel.Model.Stances;
        var samples = TrainedModel.Fit.Set.Stances.Where(s => s.Rows.Count > 0).Take(300).ToList();
        var rows = samples.ConvertAll(s => new Row { StatementFeatures = PairPooling.Stances.EvenRow(s.Rows[0]), PairFeatures = PairPooling.Stances.Even(PairPooling.Stances.Pool(s, model.RowScores(s, PairPooling.Stances))) });
        var schema = SchemaDefinition.Create(typeof(Row));
        foreach (var column in (string[])["StatementFeatures", "PairFeatures"])
            schema[column].ColumnType = input[column].Type;
        var scored = loaded.Transform(ml.Data.LoadFromEnumerable(rows, schema));
        Same("EvidenceScore", r => model.RowEvidence.Score(r.StatementFeatures));
        Same("StanceScore", r => model.Pair.Score(r.PairFeatures));
        Same("NeutralScore", r => model.PairNeutral.Score(r.PairFeatures));
        Assert.True(scored.GetColumn<float>("StanceScore").Distinct().Count() > 50);
        var names = default(VBuffer<ReadOnlyMemory<char>>);
        input["PairFeatures"].GetSlotNames(ref names);
        Assert.Equal(PairPooling.Stances.Schema.Names, names.DenseValues().Select(n => n.ToString()));

        void Same(string column, Func<Row, double> expected)
        {
            var found = scored.GetColumn<float>(column).ToList();
            for (var i = 0; i < rows.Count; i++)
                Assert.True(Math.Abs(found[i] - expected(rows[i])) < 1e-5, $"{column}, row {i}: {found[i]}, the model {expected(rows[i])}");
        }
    }
}
