namespace Stance.Tests;

/// <summary>A small model for the tests that need one: trained once a run, on a part of the training articles, with few trees. It is quick, not good.</summary>
internal static class TrainedModel
{
    /// <summary>How the model is trained: both sides of an issue are answered alike, so that laws of mirroring can be tested.</summary>
    public static TrainingOptions Options { get; } = new() { Folds = 2, RowTrees = 20, PairTrees = 20, FavorPrior = 0.5 };

    private static readonly Lazy<LabelledCorpus> LazyCorpus = new(() =>
    {
        var train = LabelledCorpus.Read(System.IO.Path.Combine(SharedData.Repository, "training-data")).OfSplit("train");
        // Every so manieth article: all regions and both languages are in it, whatever the files' order.
        var stride = Math.Max(1, train.Articles.Count / 60);
        return LabelledCorpus.Of(train.Articles.Where((_, i) => i % stride == 0).Take(60), train.Issues);
    });

    private static readonly Lazy<StanceTrainer.Fitted> LazyFit = new(() => new StanceTrainer(Options).Fit(Corpus, null, default));

    private static readonly Lazy<StanceAnalyzer> LazyAnalyzer = new(() => new StanceAnalyzer(Model, Corpus.Issues));

    private static readonly Lazy<string> LazyPath = new(() =>
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"stance-tests-{Guid.NewGuid():N}.zip");
        Model.Save(path);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
        return path;
    });

    /// <summary>The 60 articles that it is trained on.</summary>
    public static LabelledCorpus Corpus => LazyCorpus.Value;

    /// <summary>The training's result with its samples.</summary>
    public static StanceTrainer.Fitted Fit => LazyFit.Value;

    /// <summary>The model.</summary>
    public static StanceModel Model => Fit.Model;

    /// <summary>An analyzer with the model and the corpus's issues.</summary>
    public static StanceAnalyzer Analyzer => LazyAnalyzer.Value;

    /// <summary>The model as a file; it is deleted when the tests end.</summary>
    public static string Path => LazyPath.Value;
}
