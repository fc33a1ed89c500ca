using System.Reflection;
using System.Text;

namespace Stance;

/// <summary>A tab-separated data file: rows of fields, with the line each stands on. Lines that begin with <c>#</c> are comments.</summary>
internal sealed class LexiconTable
{
    private LexiconTable(string name, List<(int Line, string[] Fields)> rows) => (Name, Rows) = (name, rows);

    public string Name { get; }

    public List<(int Line, string[] Fields)> Rows { get; }

    /// <summary>A data file that ships with the library.</summary>
    public static LexiconTable Shipped(string name) => Parse(name, ShippedText(name), 2);

    public static string ShippedText(string name)
    {
        using var stream = typeof(LexiconTable).Assembly.GetManifestResourceStream("Lexicons/" + name)
            ?? throw new InvalidOperationException($"lexicon '{name}' is not part of this build");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Parses a table.</summary>
    /// <exception cref="FormatException">A row with fewer fields than <paramref name="fewestFields"/>.</exception>
    public static LexiconTable Parse(string name, string text, int fewestFields)
    {
        var rows = new List<(int, string[])>();
        var line = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            line++;
            var row = text.AsSpan()[range].TrimEnd('\r');
            if (row.IsWhiteSpace() || row[0] == '#')
                continue;
            var fields = row.ToString().Split('\t');
            for (var i = 0; i < fields.Length; i++)
                fields[i] = fields[i].Trim();
            if (fields.Length < fewestFields)
                throw new FormatException($"{name}({line}): found {fields.Length} fields; allowed: at least {fewestFields}, separated by tabs");
            rows.Add((line, fields));
        }
        return new LexiconTable(name, rows);
    }

    /// <summary>The alternatives of a field that joins them with a bar.</summary>
    public static string[] Alternatives(string field) => field.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
