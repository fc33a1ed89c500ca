using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stance;

/// <summary>A zip of plain data with a manifest that vouches for every entry by its checksum: what all model files are. No type is named and nothing is executed on loading.</summary>
internal static class ModelZip
{
    private const string ManifestName = "manifest.json", LexiconFolder = "lexicons/";

    private const long LargestEntry = 64 << 20;

    // The oldest date a zip can hold: a model is the same file whenever it was trained.
    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private sealed record Envelope<TManifest>(TManifest Manifest, [property: JsonPropertyName("sha256")] SortedDictionary<string, string> Hashes);

    public static string NameOfLexicon(string file) => LexiconFolder + file;

    public static void AddLexicons(IDictionary<string, byte[]> entries, LanguageData data)
    {
        foreach (var (name, text) in data.Texts)
            entries[LexiconFolder + name] = Encoding.UTF8.GetBytes(text);
    }

    public static LanguageData Lexicons(IReadOnlyDictionary<string, byte[]> entries) =>
        new(LanguageData.Files.ToDictionary(f => f, f => Encoding.UTF8.GetString(entries[LexiconFolder + f])));

    public static void Write<TManifest>(Stream stream, TManifest manifest, SortedDictionary<string, byte[]> entries, JsonSerializerOptions json)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, bytes) in entries)
            hashes[name] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, ManifestName, JsonSerializer.SerializeToUtf8Bytes(new Envelope<TManifest>(manifest, hashes), json));
        foreach (var (name, bytes) in entries)
            Add(zip, name, bytes);
    }

    /// <summary>Reads manifest and entries, each checked, and makes a model of them.</summary>
    /// <exception cref="FormatException">Not such a file, damaged, or of another format; the message says which.</exception>
    public static TModel Read<TManifest, TModel>(Stream stream, string name, int formatVersion, JsonSerializerOptions json, Func<TManifest, Dictionary<string, byte[]>, string, TModel> make)
        where TManifest : class
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
                var (manifest, entries) = Read<TManifest>(zip, name, formatVersion, json);
                return make(manifest, entries, name);
            }
            catch (Exception e) when (e is InvalidDataException or EndOfStreamException or JsonException or ArgumentException or KeyNotFoundException or OverflowException or IOException)
            {
                throw new FormatException($"{name}: the model is damaged ({e.Message}); allowed: a model written by stance", e);
            }
        }
    }

    private static (TManifest Manifest, Dictionary<string, byte[]> Entries) Read<TManifest>(ZipArchive zip, string name, int formatVersion, JsonSerializerOptions json)
        where TManifest : class
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
        if (version != formatVersion)
            throw new FormatException($"{name}: found model format {version}{(version > formatVersion ? ", newer than this library" : "")}; allowed: {formatVersion}");
        var envelope = JsonSerializer.Deserialize<Envelope<TManifest>>(bytes, json) ?? throw new FormatException($"{name}: the manifest is empty; allowed: a model written by stance");
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
        return (envelope.Manifest, entries);
    }

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
}
