using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Stance.Benchmarks;

/// <summary>What a user of ML.NET would write for labelled pairs: FeaturizeText with its defaults on both texts, and a multiclass learner with its defaults.</summary>
internal static class StockPassages
{
    private sealed class Row
    {
        public string Passage { get; set; } = "";

        public string Proposition { get; set; } = "";

        public string Stance { get; set; } = "";
    }

    public static IReadOnlyList<(string Name, Func<MLContext, IEstimator<ITransformer>> Learner)> Learners { get; } =
    [
        ("stock ML.NET: FeaturizeText, SdcaMaximumEntropy", ml => ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = 1 })),
        ("stock ML.NET: FeaturizeText, averaged perceptron one-versus-all", ml => ml.MulticlassClassification.Trainers.OneVersusAll(ml.BinaryClassification.Trainers.AveragedPerceptron())),
    ];

    /// <summary>Trains and predicts; the probability of what is predicted is set to 1, as the perceptron has none.</summary>
    public static IReadOnlyList<PassageStance> Predict(Func<MLContext, IEstimator<ITransformer>> learner, IReadOnlyList<LabelledPassage> train, IReadOnlyList<LabelledPassage> test)
    {
        var ml = new MLContext(1);
        var model = ml.Transforms.Conversion.MapValueToKey("Label", nameof(Row.Stance))
            .Append(ml.Transforms.Text.FeaturizeText("P", nameof(Row.Passage)))
            .Append(ml.Transforms.Text.FeaturizeText("Q", nameof(Row.Proposition)))
            .Append(ml.Transforms.Concatenate("Features", "P", "Q"))
            .AppendCacheCheckpoint(ml)
            .Append(learner(ml))
            .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"))
            .Fit(Load(train));
        return [.. model.Transform(Load(test)).GetColumn<string>("PredictedLabel").Select(Enum.Parse<StanceLabel>).Select(s => new PassageStance(s, s == StanceLabel.Favor ? 1 : 0, s == StanceLabel.Against ? 1 : 0, s == StanceLabel.Neutral ? 1 : 0))];

        IDataView Load(IReadOnlyList<LabelledPassage> pairs) => ml.Data.LoadFromEnumerable(pairs.Select(p => new Row { Passage = p.Passage, Proposition = p.Proposition, Stance = p.Stance.ToString() }));
    }
}
