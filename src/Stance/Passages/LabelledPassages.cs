using System.Security.Cryptography;
using System.Text;

namespace Stance;

/// <summary>Reads labelled pairs from tables.</summary>
public static class LabelledPassages
{
    /// <summary>Reads a CSV (RFC 4180), or by its ending a TSV (<c>.tsv</c>, <c>.tab</c>; no quoting), in UTF-8 with a header row.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Its columns and labels; <c>null</c>: the defaults.</param>
    /// <exception cref="FormatException">A column is missing, a row has another number of fields, a label is unknown, a passage or proposition is empty, or no row is left; the message says file, line, found and allowed.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<LabelledPassage> Read(string path, PassageColumns? columns = null)
    {
        columns ??= new();
        var table = DelimitedTable.Read(path);
        var (passage, proposition, stance) = (table.Column(columns.Passage), table.Column(columns.Proposition), table.Column(columns.Stance));
        var rows = Rows(table, columns.Where);
        var labels = new Dictionary<string, StanceLabel>(columns.Labels, StringComparer.OrdinalIgnoreCase);
        var pairs = new List<LabelledPassage>(rows.Count);
        foreach (var (line, fields) in rows)
        {
            foreach (var column in (ReadOnlySpan<int>)[passage, proposition])
                if (string.IsNullOrWhiteSpace(fields[column]))
                    throw new FormatException($"{table.Name}({line}): column '{table.Header[column]}' is empty; allowed: text");
            if (!labels.TryGetValue(fields[stance].Trim(), out var label))
                throw new FormatException($"{table.Name}({line}): stance '{fields[stance]}' is not known; allowed: {string.Join(", ", labels.Keys)}");
            pairs.Add(new LabelledPassage(fields[passage], fields[proposition], label));
        }
        return pairs;
    }

    /// <summary>SHA-256 over pairs, whatever their order.</summary>
    internal static string Hash(IEnumerable<LabelledPassage> pairs)
    {
        // A field ends in a zero, so that none can flow into the next.
        var rows = pairs.Select(p => $"{p.Passage}\0{p.Proposition}\0{LabelledJson.NameOf(p.Stance)}\0").Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(rows))));
    }

    /// <summary>The rows that a condition keeps.</summary>
    /// <exception cref="FormatException">None.</exception>
    internal static List<(int Line, string[] Fields)> Rows(DelimitedTable table, (string Column, string Value)? where)
    {
        if (where is not { } condition)
            return table.Rows.Count > 0 ? table.Rows : throw new FormatException($"{table.Name}(2): found no row below the header; allowed: at least one");
        var column = table.Column(condition.Column);
        var rows = table.Rows.FindAll(r => r.Fields[column] == condition.Value);
        return rows.Count > 0 ? rows
            : throw new FormatException($"{table.Name}: found no row with {condition.Column} '{condition.Value}'; allowed: {string.Join(", ", table.Rows.Select(r => r.Fields[column]).Distinct().Order(StringComparer.Ordinal).Take(12))}");
    }
}
