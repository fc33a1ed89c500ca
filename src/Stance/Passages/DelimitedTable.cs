namespace Stance;

/// <summary>A table with a header row: CSV (RFC 4180; read by <see cref="Csv"/>, which takes away the apostrophes that it puts before formulas), or TSV, in which nothing is quoted, by the file's ending (<c>.tsv</c>, <c>.tab</c>).</summary>
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

    /// <exception cref="FormatException">Not UTF-8, no header, a quotation mark that is not closed or stands within a field, or a row with another number of fields than the header.</exception>
    public static DelimitedTable Read(string path)
    {
        var name = Path.GetFileName(path);
        var text = TextFile.Read(path);
        var rows = Path.GetExtension(path).ToLowerInvariant() is ".tsv" or ".tab" ? Plain(text) : [.. Csv.Records(text, name, ',')];
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
}
