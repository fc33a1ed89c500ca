using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stance;

/// <summary>The file of a model: a zip of plain data — manifest, weights, trees, lexicons — in which no type is named and nothing is executed on loading.</summary>
internal static class ModelFile
{
    /// <summary>The format that this version writes. It reads this one only: features and weights belong together.</summary>
    public const int FormatVersion = 1;

    private const string ManifestName = "manifest.json", StancesName = "stances.bin", SentimentsName = "sentiments.bin", WeightsName = "word-weights.tsv", LexiconFolder = "lexicons/";

    private const long LargestEntry = 64 << 20;

    // The oldest date a zip can hold: a model is the same file whenever it was trained.
    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private sealed record Envelope(ModelManifest Manifest, [property: JsonPropertyName("sha256")] SortedDictionary<string, string> Hashes);

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
            [WeightsName] = Encoding.UTF8.GetBytes(WriteWeights(model.Weights)),
        };
        foreach (var (name, text) in model.Data.Texts)
            entries[LexiconFolder + name] = Encoding.UTF8.GetBytes(text);
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, bytes) in entries)
            hashes[name] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, ManifestName, JsonSerializer.SerializeToUtf8Bytes(new Envelope(model.Manifest, hashes), Json));
        foreach (var (name, bytes) in entries)
            Add(zip, name, bytes);
    }

    public static StanceModel Read(Stream stream, string name)
    {
        ZipArchive zip;
        try
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException e)
        {
            throw new FormatException($"{name}: not a zip file, or cut short; allowed: a model written by stance", e);
        }
        using (zip)
        {
            try
            {
                return Read(zip, name);
            }
            catch (Exception e) when (e is InvalidDataException or EndOfStreamException or JsonException or ArgumentException or KeyNotFoundException or OverflowException or IOException)
            {
                throw new FormatException($"{name}: the model is damaged ({e.Message}); allowed: a model written by stance", e);
            }
        }
    }

    private static StanceModel Read(ZipArchive zip, string name)
    {
        var manifestEntry = zip.GetEntry(ManifestName) ?? throw new FormatException($"{name}: found a zip without {ManifestName}; allowed: a model written by stance");
        var bytes = Bytes(manifestEntry, name);
        int version;
        using (var document = JsonDocument.Parse(bytes))
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("manifest", out var root) || root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("formatVersion", out var v) || !v.TryGetInt32(out version))
                throw new FormatException($"{name}: the manifest has no format version; allowed: a model written by stance");
        }
        if (version != FormatVersion)
            throw new FormatException($"{name}: found model format {version}{(version > FormatVersion ? ", newer than this library" : "")}; allowed: {FormatVersion}");
        var envelope = JsonSerializer.Deserialize<Envelope>(bytes, Json) ?? throw new FormatException($"{name}: the manifest is empty; allowed: a model written by stance");
        if (envelope.Manifest is null || envelope.Hashes is null)
            throw new FormatException($"{name}: the manifest lists no checksums; allowed: a model written by stance");
        var entries = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName == ManifestName)
                continue;
            // Only what the manifest vouches for is read: no other file, and no path, gets in.
            if (!envelope.Hashes.TryGetValue(entry.FullName, out var hash))
                throw new FormatException($"{name}: found '{entry.FullName}', which the manifest does not list; allowed: the entries of a model written by stance");
            var content = Bytes(entry, name);
            if (Convert.ToHexStringLower(SHA256.HashData(content)) != hash)
                throw new FormatException($"{name}: '{entry.FullName}' is damaged (its checksum differs from the manifest's); allowed: a model written by stance");
            entries[entry.FullName] = content;
        }
        if (envelope.Hashes.Keys.FirstOrDefault(k => !entries.ContainsKey(k)) is { } missing)
            throw new FormatException($"{name}: '{missing}' is missing; allowed: a model written by stance");
        if (envelope.Manifest.FeatureSchema != SchemaHash)
            throw new FormatException($"{name}: found feature schema {envelope.Manifest.FeatureSchema}; allowed: {SchemaHash} (train it again with this version)");
        var data = new LanguageData(LanguageData.Files.ToDictionary(f => f, f => Encoding.UTF8.GetString(entries[LexiconFolder + f])));
        return new StanceModel(envelope.Manifest, data, ReadWeights(Encoding.UTF8.GetString(entries[WeightsName])),
            ReadPair(entries[StancesName], PairPooling.Stances, PairExtractor.GateSchema), ReadPair(entries[SentimentsName], SentimentExtractor.Pooling, SentimentExtractor.GateSchema));
    }

    /// <summary>Hash over the features of both tasks.</summary>
    public static string SchemaHash { get; } = PairPooling.Stances.RowSchema.Hash + PairPooling.Stances.Schema.Hash + SentimentExtractor.Pooling.RowSchema.Hash + SentimentExtractor.Pooling.Schema.Hash + PairExtractor.GateSchema.Hash + JointFeatures.StanceSchema.Hash + JointFeatures.SideSchema.Hash;

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = NoDate;
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    private static byte[] Bytes(ZipArchiveEntry entry, string name)
    {
        if (entry.Length > LargestEntry)
            throw new FormatException($"{name}: '{entry.FullName}' has {entry.Length} bytes; allowed: {LargestEntry} at most");
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

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
                foreach (var scorer in (SideScorer[])[joint.Stance, joint.Side])
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
        LinearScorer roles = LinearScorer.Read(reader), sideRoles = LinearScorer.Read(reader);
        if (roles.Dimensions != RoleNgrams.Dimensions || sideRoles.Dimensions != RoleNgrams.Dimensions)
            throw new FormatException($"found linear weights of {roles.Dimensions} dimensions; allowed: {RoleNgrams.Dimensions}");
        LinearScorer rowLinear = LinearScorer.Read(reader), pairLinear = LinearScorer.Read(reader);
        if (rowLinear.Dimensions != pooling.RowSchema.Count || pairLinear.Dimensions != pooling.SideSchema.Count)
            throw new FormatException($"found linear weights of {rowLinear.Dimensions} and {pairLinear.Dimensions} dimensions; allowed: {pooling.RowSchema.Count} and {pooling.SideSchema.Count}");
        Calibrator ReadCalibrator() => new(reader.ReadDouble(), reader.ReadDouble());
        return new PairModel
        {
            Gate = gate,
            Mirrored = mirrored,
            RowEvidence = rowEvidence,
            RowSide = new SideScorer(rowLinear, rowSide, mirrored),
            Pair = pair,
            PairSide = new SideScorer(pairLinear, pairSide, mirrored),
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

        SideScorer Scorer(FeatureSchema schema, bool mirrored)
        {
            var trees = TreeEnsemble.Read(reader, schema.Count);
            var linear = LinearScorer.Read(reader);
            return linear.Dimensions == schema.Count ? new SideScorer(linear, trees, mirrored) : throw new FormatException($"found linear weights of {linear.Dimensions} dimensions; allowed: {schema.Count}");
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
