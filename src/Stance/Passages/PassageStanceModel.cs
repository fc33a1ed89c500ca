namespace Stance;

/// <summary>A trained model of passages: which stance does a passage take toward a proposition, whoever speaks? Immutable and thread-safe.</summary>
/// <remarks>It knows what it was trained on: on propositions or a kind of text that training did not have, expect less than the held-out figures of its manifest.</remarks>
public sealed class PassageStanceModel
{
    private readonly PassageExtractor extractor;

    internal PassageStanceModel(PassageManifest manifest, LanguageData data, string[] targets, PassageScorer scorer)
    {
        (Manifest, Data, Targets, Scorer) = (manifest, data, targets, scorer);
        extractor = new PassageExtractor(new PassageReader(new Lexicon(ActorCatalog.Default, data)), targets);
    }

    /// <summary>What the model is: versions, hashes, options, figures.</summary>
    public PassageManifest Manifest { get; }

    internal LanguageData Data { get; }

    /// <summary>Propositions, folded, whose features are also learnt apart.</summary>
    internal string[] Targets { get; }

    internal PassageScorer Scorer { get; }

    /// <summary>The stance of a passage.</summary>
    /// <param name="passage">The passage, in Arabic or English; of one longer than 400 words, the beginning counts. Empty: the answer is what training has most, as far as the proposition tells.</param>
    /// <param name="proposition">The proposition or name of a target, written as in training where it is one of those.</param>
    public PassageStance Classify(string passage, string proposition)
    {
        ArgumentNullException.ThrowIfNull(passage);
        ArgumentNullException.ThrowIfNull(proposition);
        var features = extractor.Of(passage, proposition);
        var p = Scorer.Score(features.Views, features.Comparison);
        return new PassageStance(Scorer.Stage.Decide(p), p[(int)StanceLabel.Favor], p[(int)StanceLabel.Against], p[(int)StanceLabel.Neutral]);
    }

    /// <summary>Writes the model to one file, whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => TextFile.Write(path, stream => PassageModelFile.Write(this, stream));

    /// <summary>Writes the model to a stream that can be written to.</summary>
    public void Save(Stream stream) => PassageModelFile.Write(this, stream);

    /// <summary>Reads a model.</summary>
    /// <exception cref="FormatException">Not a model of passages, damaged, or of another format; the message says which.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PassageStanceModel Load(string path)
    {
        using var stream = File.OpenRead(path);
        return PassageModelFile.Read(stream, Path.GetFileName(path));
    }

    /// <summary>Reads a model from a stream that can seek.</summary>
    /// <exception cref="FormatException">Not a model of passages, damaged, or of another format; the message says which.</exception>
    public static PassageStanceModel Load(Stream stream) => PassageModelFile.Read(stream, "model");
}

/// <summary>What a model of passages says about itself.</summary>
public sealed record PassageManifest
{
    /// <summary>Version of the file format.</summary>
    public int FormatVersion { get; init; } = PassageModelFile.FormatVersion;

    /// <summary>Version of the library that trained it.</summary>
    public string LibraryVersion { get; init; } = "";

    /// <summary>Hash of the features that it scores.</summary>
    public string FeatureSchema { get; init; } = "";

    /// <summary>SHA-256 of the language data inside.</summary>
    public string LexiconHash { get; init; } = "";

    /// <summary>Labelled pairs it was trained on.</summary>
    public int Pairs { get; init; }

    /// <summary>Different propositions among them.</summary>
    public int Propositions { get; init; }

    /// <summary>Propositions that had pairs enough to be learnt apart.</summary>
    public int Targets { get; init; }

    /// <summary>SHA-256 over the pairs, whatever their order, in lower-case hexadecimal: it says whether a model is scored on what it was trained on. Empty in a model of an earlier version.</summary>
    public string CorpusHash { get; init; } = "";

    /// <summary>Whether held-out parts share propositions that are no targets of their own, as the pairs hang together too closely to part them otherwise: <see cref="Metrics"/> then say nothing of propositions never seen.</summary>
    public bool SharedPropositions { get; init; }

    /// <summary>The options it was trained with.</summary>
    public PassageTrainingOptions Options { get; init; } = new();

    /// <summary>Versions of the packages that trained it.</summary>
    public IReadOnlyDictionary<string, string> Packages { get; init; } = new Dictionary<string, string>();

    /// <summary>Figures on held-out parts of its own pairs: <c>accuracy</c>, <c>macro-F1</c>, <c>favor/against F1</c>. The weights of <see cref="PassageTrainingOptions.Balance"/> were chosen on the same pairs.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();
}
