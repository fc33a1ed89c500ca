using System.Text;
using System.Text.Json;

namespace Stance;

/// <summary>The file of a model: a zip of plain data — manifest, weights, trees, lexicons — in which no type is named and nothing is executed on loading.</summary>
internal static class ModelFile
{
    /// <summary>The format that this version writes. It reads this one only, whether or not the manifest says what the corpus was read from (it did not at first): features and weights belong together.</summary>
    public const int FormatVersion = 1;

    private const string StancesName = "stances.bin", SentimentsName = "sentiments.bin", WeightsName = "word-weights.tsv", BackgroundName = "background.json";

    private static readonly string[] Names = [StancesName, SentimentsName, WeightsName, BackgroundName, .. LanguageData.Files.Select(ModelZip.NameOfLexicon)];

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static StanceModel ReadShipped()
    {
        using var stream = typeof(ModelFile).Assembly.GetManifestResourceStream("default-model.zip")
            ?? throw new InvalidOperationException("the default model is not part of this build; train one with: stance train training-data --out src/Stance/Classification/default-model.zip");
        return Read(stream, "default model");
    }

    public static void Write(StanceModel model, Stream stream)
    {
        var entries = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [StancesName] = Bytes(model.Stances),
            [SentimentsName] = Bytes(model.Sentiments),
            [BackgroundName] = Encoding.UTF8.GetBytes(IssueFile.Write(model.Background)),
            [WeightsName] = Encoding.UTF8.GetBytes(WriteWeights(model.Weights)),
        };
        ModelZip.AddLexicons(entries, model.Data);
        ModelZip.Write(stream, model.Manifest, entries, Json);
    }

    public static StanceModel Read(Stream stream, string name) => ModelZip.Read<ModelManifest, StanceModel>(stream, name, FormatVersion, Json, Read);

    private static StanceModel Read(ModelManifest manifest, Dictionary<string, byte[]> entries, string name)
    {
        if (manifest.FeatureSchema != SchemaHash)
            throw new FormatException($"{name}: found feature schema {manifest.FeatureSchema}; allowed: {SchemaHash} (train it again with this version)");
        // A checksum proves that an entry is whole, not that it belongs here.
        if (entries.Keys.FirstOrDefault(k => !Names.Contains(k)) is { } odd)
            throw new FormatException($"{name}: found '{odd}', which is no part of a model; allowed: {string.Join(", ", Names)}");
        var data = ModelZip.Lexicons(entries);
        return new StanceModel(manifest, data, ReadWeights(Encoding.UTF8.GetString(entries[WeightsName])), [.. IssueFile.Parse(BackgroundName, Encoding.UTF8.GetString(entries[BackgroundName]), anyId: true)],
            ReadPair(entries[StancesName], PairPooling.Stances, PairExtractor.GateSchema), ReadPair(entries[SentimentsName], SentimentExtractor.Pooling, SentimentExtractor.GateSchema));
    }

    /// <summary>Hash over the features of both tasks.</summary>
    public static string SchemaHash { get; } = PairPooling.Stances.RowSchema.Hash + PairPooling.Stances.Schema.Hash + SentimentExtractor.Pooling.RowSchema.Hash + SentimentExtractor.Pooling.Schema.Hash + PairExtractor.GateSchema.Hash + JointFeatures.StanceSchema.Hash + JointFeatures.SideSchema.Hash + RoleCodes.Hash;

    private static byte[] Bytes(PairModel model)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory))
        {
            writer.Write(model.Mirrored);
            model.Gate.Trees.Write(writer);
            writer.Write(model.Gate.Threshold);
            foreach (var trees in (TreeEnsemble[])[model.RowEvidence, model.RowSide.Trees, model.Pair, model.PairSide.Trees, model.PairNeutral])
                trees.Write(writer);
            model.RowEvidenceRoles.Write(writer);
            model.RowSideRoles.Write(writer);
            model.RowSide.Linear.Write(writer);
            model.PairSide.Linear.Write(writer);
            foreach (var calibrator in (Calibrator[])[model.StanceCalibrator, model.SideCalibrator, model.NeutralCalibrator])
            {
                writer.Write(calibrator.Slope);
                writer.Write(calibrator.Intercept);
            }
            writer.Write(model.Joint is not null);
            if (model.Joint is { } joint)
            {
                foreach (var scorer in (BlendedScorer[])[joint.Stance, joint.Side])
                {
                    scorer.Trees.Write(writer);
                    scorer.Linear.Write(writer);
                }
            }
            writer.Write(model.FavorShift);
            writer.Write(model.Threshold);
            writer.Write(model.NeutralThreshold);
        }
        return memory.ToArray();
    }

    private static PairModel ReadPair(byte[] bytes, PairPooling pooling, FeatureSchema gateSchema)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var mirrored = reader.ReadBoolean();
        var gate = new PairGate(TreeEnsemble.Read(reader, gateSchema.Count), reader.ReadDouble());
        TreeEnsemble rowEvidence = TreeEnsemble.Read(reader, pooling.RowSchema.Count), rowSide = TreeEnsemble.Read(reader, pooling.RowSchema.Count),
            pair = TreeEnsemble.Read(reader, pooling.Schema.Count), pairSide = TreeEnsemble.Read(reader, pooling.SideSchema.Count), neutral = TreeEnsemble.Read(reader, pooling.Schema.Count);
        SequenceScorer roles = SequenceScorer.Read(reader, false), sideRoles = SequenceScorer.Read(reader, mirrored);
        LinearScorer rowLinear = LinearScorer.Read(reader), pairLinear = LinearScorer.Read(reader);
        if (rowLinear.Dimensions != pooling.RowSchema.Count || pairLinear.Dimensions != pooling.SideSchema.Count)
            throw new FormatException($"found linear weights of {rowLinear.Dimensions} and {pairLinear.Dimensions} dimensions; allowed: {pooling.RowSchema.Count} and {pooling.SideSchema.Count}");
        Calibrator ReadCalibrator() => new(reader.ReadDouble(), reader.ReadDouble());
        return new PairModel
        {
            Gate = gate,
            Mirrored = mirrored,
            RowEvidence = rowEvidence,
            RowSide = new BlendedScorer(rowLinear, rowSide, mirrored),
            Pair = pair,
            PairSide = new BlendedScorer(pairLinear, pairSide, mirrored),
            PairNeutral = neutral,
            RowEvidenceRoles = roles,
            RowSideRoles = sideRoles,
            StanceCalibrator = ReadCalibrator(),
            SideCalibrator = ReadCalibrator(),
            NeutralCalibrator = ReadCalibrator(),
            Joint = reader.ReadBoolean() ? ReadJoint(reader) : null,
            FavorShift = reader.ReadDouble(),
            Threshold = reader.ReadDouble(),
            NeutralThreshold = reader.ReadDouble(),
        };
    }

    private static JointModel ReadJoint(BinaryReader reader)
    {
        return new JointModel(Scorer(JointFeatures.StanceSchema, false), Scorer(JointFeatures.SideSchema, true));

        BlendedScorer Scorer(FeatureSchema schema, bool mirrored)
        {
            var trees = TreeEnsemble.Read(reader, schema.Count);
            var linear = LinearScorer.Read(reader);
            return linear.Dimensions == schema.Count ? new BlendedScorer(linear, trees, mirrored) : throw new FormatException($"found linear weights of {linear.Dimensions} dimensions; allowed: {schema.Count}");
        }
    }

    private static string WriteWeights(IReadOnlyDictionary<string, WordWeights> weights)
    {
        var text = new StringBuilder();
        foreach (var (language, words) in weights.OrderBy(p => p.Key, StringComparer.Ordinal))
            foreach (var (word, weight) in words.Entries)
                text.Append(language).Append('\t').Append(word).Append('\t').Append(weight.ToString("R", System.Globalization.CultureInfo.InvariantCulture)).Append('\n');
        return text.ToString();
    }

    private static Dictionary<string, WordWeights> ReadWeights(string text)
    {
        var lists = new Dictionary<string, List<KeyValuePair<string, float>>>(StringComparer.Ordinal) { [LanguageDetector.Arabic] = [], [LanguageDetector.English] = [] };
        foreach (var (line, f) in LexiconTable.Parse(WeightsName, text, 3).Rows)
        {
            if (!lists.TryGetValue(f[0], out var list) || !float.TryParse(f[2], System.Globalization.CultureInfo.InvariantCulture, out var weight))
                throw new FormatException($"{WeightsName}({line}): found '{string.Join(' ', f)}'; allowed: language, word, weight");
            list.Add(KeyValuePair.Create(f[1], weight));
        }
        return lists.ToDictionary(p => p.Key, p => new WordWeights(p.Value), StringComparer.Ordinal);
    }
}
