using System.IO.Compression;

namespace Stance.Tests;

/// <summary>Zip files with something wrong about them.</summary>
internal static class ZipEdit
{
    public static byte[] Of(params (string Name, byte[] Bytes)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(bytes);
            }
        }
        return memory.ToArray();
    }

    /// <summary>A copy with one entry changed, or left out where the change is <c>null</c>.</summary>
    public static byte[] Edit(string path, string name, Func<byte[], byte[]?> change) =>
        Of([.. Entries(path).Select(e => (e.Name, Bytes: e.Name == name ? change(e.Bytes) : e.Bytes)).Where(e => e.Bytes is not null).Select(e => (e.Name, e.Bytes!))]);

    public static byte[] Add(string path, string name, byte[] bytes) => Of([.. Entries(path), (name, bytes)]);

    private static List<(string Name, byte[] Bytes)> Entries(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return [.. zip.Entries.Select(e =>
        {
            using var stream = e.Open();
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            return (e.FullName, memory.ToArray());
        })];
    }
}
