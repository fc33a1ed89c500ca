using System.Text;

namespace Stance;

/// <summary>A table with a header row: CSV (RFC 4180), or TSV, in which nothing is quoted, by the file's ending (<c>.tsv</c>, <c>.tab</c>).</summary>
internal sealed class DelimitedTable
{
    private readonly Dictionary<string, int> columns;

    private DelimitedTable(string name, string[] header, List<(int Line, string[] Fields)> rows)
    {
        (Name, Header, Rows) = (name, header, rows);
        columns = [];
        for (var i = 0; i < header.Length; i++)
            if (!columns.TryAdd(header[i], i))
                throw new FormatException($"{name}(1): column '{header[i]}' stands twice in the header; allowed: each name once");
    }

    public string Name { get; }

    public string[] Header { get; }

    /// <summary>The rows below the header, each with the line on which it begins.</summary>
    public List<(int Line, string[] Fields)> Rows { get; }

    /// <summary>Index of a column.</summary>
    /// <exception cref="FormatException">The header does not name it.</exception>
    public int Column(string column) => columns.TryGetValue(column, out var index) ? index
        : throw new FormatException($"{Name}(1): found no column '{column}'; allowed: {string.Join(", ", Header)}");

    /// <exception cref="FormatException">Not UTF-8, no header, a quote that is never closed, or a row with another number of fields than the header.</exception>
    public static DelimitedTable Read(string path)
    {
        var name = Path.GetFileName(path);
        var text = TextFile.Read(path);
        var rows = Path.GetExtension(path).ToLowerInvariant() is ".tsv" or ".tab" ? Plain(text) : Quoted(text, name);
        if (rows.Count == 0)
            throw new FormatException($"{name}(1): found no header; allowed: a first row with the names of the columns");
        var header = rows[0].Fields;
        foreach (var (line, fields) in rows)
            if (fields.Length != header.Length)
                throw new FormatException($"{name}({line}): found {fields.Length} fields; allowed: {header.Length}, as in the header");
        return new DelimitedTable(name, [.. header.Select(h => h.Trim())], rows[1..]);
    }

    private static List<(int Line, string[] Fields)> Plain(string text) =>
        [.. text.Split('\n').Select((row, i) => (Line: i + 1, Row: row.TrimEnd('\r'))).Where(r => r.Row.Length > 0).Select(r => (r.Line, r.Row.Split('\t')))];

    private static List<(int Line, string[] Fields)> Quoted(string text, string name)
    {
        var rows = new List<(int, string[])>();
        var fields = new List<string>();
        var field = new StringBuilder();
        int line = 1, first = 1, opened = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (opened > 0)
            {
                if (i == text.Length)
                    throw new FormatException($"{name}({opened}): found a quotation mark that is never closed; allowed: fields in pairs of \", with \"\" for one inside");
                if (c == '\n')
                    line++;
                if (c != '"')
                    field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    field.Append(text[i++]);
                else
                    opened = 0;
                continue;
            }
            switch (c)
            {
                case '"' when field.Length == 0:
                    opened = line;
                    break;
                case ',':
                    fields.Add(Take());
                    break;
                case '\r' when i + 1 >= text.Length || text[i + 1] == '\n':
                    break;
                case '\n':
                    // An empty line is no row.
                    if (fields.Count > 0 || field.Length > 0)
                    {
                        fields.Add(Take());
                        rows.Add((first, [.. fields]));
                        fields.Clear();
                    }
                    first = ++line;
                    break;
                default:
                    field.Append(c);
                    break;
            }
        }
        return rows;

        string Take()
        {
            var value = field.ToString();
            field.Clear();
            return value;
        }
    }
}
