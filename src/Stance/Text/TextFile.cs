using System.Text;

namespace Stance;

/// <summary>Reads text files, and says clearly when one is not UTF-8. Writes them whole or not at all.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The whole text, without a byte order mark.</summary>
    /// <exception cref="FormatException">Not UTF-8; the message says file, line, found and allowed.</exception>
    public static string Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return Decode(bytes, Path.GetFileName(path));
    }

    public static string Decode(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw new FormatException($"{name}(1): found UTF-16 (byte order mark); allowed: UTF-8");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        try
        {
            var text = Strict.GetString(bytes);
            var zero = text.IndexOf('\0');
            return zero < 0 ? text : throw new FormatException($"{name}({Line(text, zero)}): found a NUL character (UTF-16 without byte order mark, or binary); allowed: UTF-8");
        }
        catch (DecoderFallbackException e)
        {
            var line = 1;
            for (var i = 0; i < Math.Min(e.Index, bytes.Length); i++)
                if (bytes[i] == '\n')
                    line++;
            throw new FormatException($"{name}({line}): found bytes that are not UTF-8 (windows-1256 perhaps); allowed: UTF-8", e);
        }
    }

    /// <summary>Writes through a temporary file beside the target and renames it, so that a reader never sees half a file.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full)!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(full)}.{Environment.ProcessId}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }

    public static void Write(string path, string text) => Write(path, stream => stream.Write(Strict.GetBytes(text)));

    private static int Line(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;
}
