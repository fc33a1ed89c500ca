using System.Text;

namespace Stance;

/// <summary>CSV files (RFC 4180): fields out, records in.</summary>
internal static class Csv
{
    // The last four are the full-width forms, which some spreadsheets take for the plain ones.
    private const string FormulaStarts = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>A field, quoted where needed; text that a spreadsheet would take for a formula gets an apostrophe (OWASP, CSV injection), which <see cref="Value"/> takes away again.</summary>
    public static string Field(string value, char delimiter = ',')
    {
        if (IsFormula(value))
            value = "'" + value;
        return value.AsSpan().IndexOfAny("\"\n\r") < 0 && !value.Contains(delimiter) ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Records, a line each, the last one's left open.</summary>
    public static string Rows(IEnumerable<string[]> records, char delimiter = ',') => string.Join('\n', records.Select(r => string.Join(delimiter, r.Select(f => Field(f, delimiter)))));

    /// <summary>The text that <see cref="Field"/> wrote.</summary>
    public static string Value(string field) => field.StartsWith('\'') && IsFormula(field) ? field[1..] : field;

    /// <summary>A formula, or one behind apostrophes: those get one more, so that none is taken for ours.</summary>
    private static bool IsFormula(string value)
    {
        var first = value.AsSpan().IndexOfAnyExcept('\'');
        return first >= 0 && FormulaStarts.Contains(value[first]);
    }

    /// <summary>The records of a file with the line that each begins on, apostrophes of ours taken away; empty lines are passed over.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="delimiter">What stands between two fields.</param>
    /// <exception cref="FormatException">A quotation mark that is not closed or stands within a field; the message says file, line, found and allowed.</exception>
    public static IEnumerable<(int Line, string[] Fields)> Records(string text, string name, char delimiter)
    {
        var (at, line) = (0, 1);
        while (at < text.Length)
        {
            var begin = line;
            var fields = new List<string>();
            do
                fields.Add(Value(Next(text, name, delimiter, ref at, ref line)));
            while (at < text.Length && text[at++] == delimiter);
            // What ended the record was a line feed, or a carriage return before one.
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n')
                at++;
            line++;
            if (fields is not [""])
                yield return (begin, [.. fields]);
        }
    }

    /// <summary>Reads one field and stops at the delimiter or line end after it.</summary>
    private static string Next(string text, string name, char delimiter, ref int at, ref int line)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var begin = at;
            while (at < text.Length && text[at] != delimiter && text[at] is not ('\n' or '\r'))
                if (text[at++] == '"')
                    throw new FormatException($"{name}({line}): a quotation mark within a field; allowed: fields with quotation marks are quoted and the marks doubled");
            return text[begin..at];
        }
        var (field, opened) = (new StringBuilder(), line);
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                if (at + 1 >= text.Length || text[at + 1] != '"')
                    break;
                at++;
            }
            else if (text[at] == '\n')
                line++;
            field.Append(text[at]);
        }
        if (at >= text.Length)
            throw new FormatException($"{name}({opened}): a quoted field does not end; allowed: a closing quotation mark");
        at++;
        if (at < text.Length && text[at] != delimiter && text[at] is not ('\n' or '\r'))
            throw new FormatException($"{name}({line}): text after a closing quotation mark; allowed: a delimiter or the end of the line");
        return field.ToString();
    }
}
