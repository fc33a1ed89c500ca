using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Stance;

/// <summary>The file of a model of passages: plain data in a <see cref="ModelZip"/>.</summary>
internal static class PassageModelFile
{
    /// <summary>The format that this version writes, and the only one that it reads.</summary>
    public const int FormatVersion = 1;

    private const string WeightsName = "passages.bin";

    /// <summary>No text of this size is read from a file as a proposition.</summary>
    private const int MostTargets = 100_000;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Hash of the features that weights belong to.</summary>
    public static string SchemaHash { get; } = "passages-"
        + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{PassageViews.Version} {PassageViews.Count} {HashedFeatures.Dimensions} {string.Join('|', PairComparison.Names)}")))[..16];

    public static void Write(PassageStanceModel model, Stream stream)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
            Write(writer, model);
        var entries = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { [WeightsName] = memory.ToArray() };
        ModelZip.AddLexicons(entries, model.Data);
        ModelZip.Write(stream, model.Manifest, entries, Json);
    }

    public static PassageStanceModel Read(Stream stream, string name) => ModelZip.Read<PassageManifest, PassageStanceModel>(stream, name, FormatVersion, Json, Read);

    private static PassageStanceModel Read(PassageManifest manifest, Dictionary<string, byte[]> entries, string name)
    {
        if (manifest.FeatureSchema != SchemaHash)
            throw new FormatException($"{name}: found feature schema {manifest.FeatureSchema}; allowed: {SchemaHash} (a model of passages, trained with this version)");
        using var reader = new BinaryReader(new MemoryStream(entries[WeightsName]), Encoding.UTF8);
        var count = reader.ReadInt32();
        if (count is < 0 or > MostTargets)
            throw new FormatException($"{name}: found {count} targets; allowed: 0 to {MostTargets}");
        var targets = new string[count];
        for (var i = 0; i < count; i++)
            targets[i] = reader.ReadString();
        var views = new LinearScorer[PassageViews.Count][];
        var rarity = new float[PassageViews.Count][];
        for (var v = 0; v < views.Length; v++)
        {
            var weights = Linear(reader, HashedFeatures.Dimensions);
            rarity[v] = [.. Enumerable.Range(0, HashedFeatures.Dimensions).Select(i => (float)weights.WeightOf(i))];
            views[v] = [.. Enumerable.Range(0, PassageScorer.Stances).Select(_ => Linear(reader, HashedFeatures.Dimensions))];
        }
        float[] Dense() => [.. Enumerable.Range(0, PassageScorer.DenseCount).Select(_ => reader.ReadSingle())];
        var stage = new PassageStage
        {
            Learner = manifest.Options.Learner,
            Mean = Dense(),
            Scale = Dense(),
            Linear = [.. Enumerable.Range(0, PassageScorer.Stances).Select(_ => Linear(reader, PassageScorer.DenseCount))],
            Trees = [.. Enumerable.Range(0, PassageScorer.Stances).Select(_ => TreeEnsemble.Read(reader, PassageScorer.DenseCount))],
            Calibrators = [.. Enumerable.Range(0, PassageScorer.Stances).Select(_ => new Calibrator(reader.ReadDouble(), reader.ReadDouble()))],
            Weights = [.. Enumerable.Range(0, PassageScorer.Stances).Select(_ => reader.ReadDouble())],
        };
        return new PassageStanceModel(manifest, ModelZip.Lexicons(entries), targets, new PassageScorer { Rarity = rarity, Views = views, Stage = stage });
    }

    private static LinearScorer Linear(BinaryReader reader, int dimensions)
    {
        var scorer = LinearScorer.Read(reader);
        return scorer.Dimensions == dimensions ? scorer : throw new FormatException($"found linear weights of {scorer.Dimensions} dimensions; allowed: {dimensions}");
    }

    private static void Write(BinaryWriter writer, PassageStanceModel model)
    {
        writer.Write(model.Targets.Length);
        foreach (var target in model.Targets)
            writer.Write(target);
        var scorer = model.Scorer;
        for (var v = 0; v < PassageViews.Count; v++)
        {
            // Written as weights are: most are zero.
            new LinearScorer(scorer.Rarity[v], 0).Write(writer);
            foreach (var learner in scorer.Views[v])
                learner.Write(writer);
        }
        foreach (var value in scorer.Stage.Mean.Concat(scorer.Stage.Scale))
            writer.Write(value);
        foreach (var learner in scorer.Stage.Linear)
            learner.Write(writer);
        foreach (var trees in scorer.Stage.Trees)
            trees.Write(writer);
        foreach (var calibrator in scorer.Stage.Calibrators)
        {
            writer.Write(calibrator.Slope);
            writer.Write(calibrator.Intercept);
        }
        foreach (var weight in scorer.Stage.Weights)
            writer.Write(weight);
    }
}
