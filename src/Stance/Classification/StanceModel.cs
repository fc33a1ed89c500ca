namespace Stance;

/// <summary>A trained model: weights, trees, calibration and the language data that its features were made with. Immutable and thread-safe.</summary>
[TypeFormatterSource(typeof(DisplayFormatters))]
public sealed class StanceModel : IDisplayed
{
    internal StanceModel(ModelManifest manifest, LanguageData data, IReadOnlyDictionary<string, WordWeights> weights, IReadOnlyList<Issue> background, PairModel stances, PairModel sentiments) =>
        (Manifest, Data, Weights, Background, Stances, Sentiments) = (manifest, data, weights, background, stances, sentiments);

    /// <summary>What the model is: versions, hashes, options, figures.</summary>
    public ModelManifest Manifest { get; }

    internal LanguageData Data { get; }

    internal IReadOnlyDictionary<string, WordWeights> Weights { get; }

    /// <summary>The issues that it was trained on (<see cref="BackgroundIssues"/>).</summary>
    internal IReadOnlyList<Issue> Background { get; }

    internal PairModel Stances { get; }

    internal PairModel Sentiments { get; }

    /// <summary>The model that ships with the library: trained on all of <c>training-data</c> by the documented command.</summary>
    public static StanceModel Default => Shipped.Value;

    private static readonly Lazy<StanceModel> Shipped = new(ModelFile.ReadShipped);

    /// <summary>Writes the model to one file, whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => TextFile.Write(path, stream => ModelFile.Write(this, stream));

    /// <summary>Writes the model to a stream that can be written to.</summary>
    public void Save(Stream stream) => ModelFile.Write(this, stream);

    /// <summary>Writes the trees that say whether a statement is evidence, whether a pair has a stance and whether that is neutral as a stock ML.NET model, whole or not at all. In go the vectors <c>StatementFeatures</c> and
    /// <c>PairFeatures</c> (slots are named), out come <c>EvidenceScore</c>, <c>StanceScore</c> and <c>NeutralScore</c> in log-odds before calibration. Text cannot go in: how features are made is no part of ML.NET.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void SaveMlNet(string path) => TextFile.Write(path, stream => MlNetExport.Write(this, stream));

    /// <summary>Reads a model.</summary>
    /// <exception cref="FormatException">Not a model of this library, damaged, or of a newer format; the message says which.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static StanceModel Load(string path)
    {
        using var stream = File.OpenRead(path);
        return ModelFile.Read(stream, Path.GetFileName(path));
    }

    /// <summary>Reads a model from a stream that can seek.</summary>
    /// <exception cref="FormatException">Not a model of this library, damaged, or of a newer format; the message says which.</exception>
    public static StanceModel Load(Stream stream) => ModelFile.Read(stream, "model");

    /// <inheritdoc cref="ModelManifest.ToHtml"/>
    public string ToHtml() => Manifest.ToHtml();

    DisplayTable IDisplayed.Display() => ReportTables.Of(Manifest);
}

/// <summary>What a model says about itself.</summary>
[TypeFormatterSource(typeof(DisplayFormatters))]
public sealed record ModelManifest : IDisplayed
{
    /// <summary>Version of the file format.</summary>
    public int FormatVersion { get; init; } = ModelFile.FormatVersion;

    /// <summary>Version of the library that trained it.</summary>
    public string LibraryVersion { get; init; } = "";

    /// <summary>Hash of the names and order of the features.</summary>
    public string FeatureSchema { get; init; } = "";

    /// <summary>SHA-256 of the language data inside.</summary>
    public string LexiconHash { get; init; } = "";

    /// <summary>SHA-256 of the corpus it was trained on.</summary>
    public string CorpusHash { get; init; } = "";

    /// <summary>Where the corpus was read from; empty where it was put together in memory, and in models of before this was recorded.</summary>
    public IReadOnlyList<CorpusSource> Sources { get; init; } = [];

    /// <summary>Articles it was trained on.</summary>
    public int Articles { get; init; }

    /// <summary>Labelled stances it was trained on.</summary>
    public int StanceLabels { get; init; }

    /// <summary>Issues it was trained on.</summary>
    public int Issues { get; init; }

    /// <summary>The options it was trained with.</summary>
    public TrainingOptions Options { get; init; } = new();

    /// <summary>Versions of the packages that trained it.</summary>
    public IReadOnlyDictionary<string, string> Packages { get; init; } = new Dictionary<string, string>();

    /// <summary>Figures on held-out parts of its own corpus (grouped by article and, where possible, by issue): <c>triple F1</c>, <c>pair F1</c>, <c>candidate recall</c> …</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();

    /// <summary>A stance is reported from this calibrated probability on.</summary>
    public double Threshold { get; init; }

    /// <summary>A sentiment is reported from this calibrated probability on.</summary>
    public double SentimentThreshold { get; init; }

    /// <summary>The result as a table of HTML that needs no script and keeps its style in notebooks that are not trusted; what articles and users wrote is escaped.</summary>
    public string ToHtml() => ReportTables.Of(this).ToHtml();

    DisplayTable IDisplayed.Display() => ReportTables.Of(this);
}
