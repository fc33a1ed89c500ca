namespace Stance;

/// <summary>The rows of a JSON Lines file with their line numbers.</summary>
internal static class JsonLines
{
    /// <exception cref="FormatException">The file is not UTF-8, or empty.</exception>
    public static IEnumerable<(int Line, string Row)> Read(string path)
    {
        var text = TextFile.Read(path);
        if (string.IsNullOrWhiteSpace(text))
            throw new FormatException($"{Path.GetFileName(path)}(1): the file is empty; allowed: one JSON object a line");
        return Rows(text);
    }

    private static IEnumerable<(int, string)> Rows(string text)
    {
        var line = 0;
        foreach (var row in text.Split('\n'))
        {
            line++;
            if (!string.IsNullOrWhiteSpace(row))
                yield return (line, row.TrimEnd('\r'));
        }
    }
}
