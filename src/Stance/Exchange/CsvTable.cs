using System.Globalization;

namespace Stance;

/// <summary>Our own table: a row for each article, below it a row for each passage of each label; offsets in UTF-16 code units.</summary>
internal static class CsvTable
{
    private static readonly string[] Columns = ["kind", "article", "layer", "actor", "on", "label", "probability", "speaker", "field", "start", "end", "quote", "data", "text"];

    private const string Gold = "gold", Predicted = "predicted";

    public static void Write(TextWriter writer, IEnumerable<ExchangeArticle> articles)
    {
        Row(Columns);
        foreach (var article in articles)
        {
            var id = article.Article.Id;
            // The article's other fields are one JSON object: a table has no columns for a caller's own.
            Row("article", id, article.Labels is null ? "" : Gold, "", "", "", "", "", "", "", "", "", ExchangeJson.Line(w => LabelledJson.WriteFields(w, article.Header, text: false)), article.Article.Text);
            foreach (var (layer, labels) in ((string, IReadOnlyList<ExchangeLabel>?)[])[(Gold, article.Labels), (Predicted, article.Predictions)])
                foreach (var label in labels ?? [])
                    foreach (var passage in label.Passages)
                        Row(ExchangeLabel.Kind(label.IsSentiment), id, layer, label.Actor, label.On, label.Value, label.Probability?.ToString("0.####", CultureInfo.InvariantCulture) ?? "", label.Speaker ?? "",
                            passage.InTitle ? "title" : "text", Number(passage.Span.Start), Number(passage.Span.End), passage.Quote, "", "");
        }

        void Row(params string[] fields) => writer.Write(string.Join(',', fields.Select(f => Csv.Field(f))) + "\n");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The articles of a table, wherever the rows of their labels stand.</summary>
    /// <exception cref="FormatException">No such table: wrong columns, a row of another length, a label of an article that is not there.</exception>
    public static IEnumerable<ExchangeRow> Read(string name, string text, bool predictions)
    {
        List<(int Line, string[] Fields)> records = [.. Csv.Records(text, name, ',')];
        if (records.Count == 0 || !records[0].Fields.SequenceEqual(Columns))
            throw new FormatException($"{name}(1): found the columns '{string.Join(',', records.Count == 0 ? [] : records[0].Fields)}'; allowed: {string.Join(',', Columns)}");
        records.RemoveAt(0);
        foreach (var (line, fields) in records)
            if (fields.Length != Columns.Length)
                throw new FormatException($"{name}({line}): found {fields.Length} fields; allowed: {Columns.Length}");
        foreach (var (line, fields) in records)
            if (fields[0] is not ("article" or "stance" or "sentiment"))
                throw new FormatException($"{name}({line}): kind '{fields[0]}'; allowed: article, stance, sentiment");
        var labels = records.Where(r => r.Fields[0] != "article").ToLookup(r => r.Fields[1], StringComparer.Ordinal);
        var known = records.Where(r => r.Fields[0] == "article").Select(r => r.Fields[1]).ToHashSet(StringComparer.Ordinal);
        foreach (var (line, fields) in records)
            if (!known.Contains(fields[1]))
                throw new FormatException($"{name}({line}): article '{fields[1]}' has no row of its own; allowed: a label of an article of the table");
        // A rejected article takes its labels with it.
        return records.Where(r => r.Fields[0] == "article").Select(r => new ExchangeRow(r.Line, Csv.Rows([r.Fields, .. labels[r.Fields[1]].Select(l => l.Fields)]), () => Article(r.Fields, labels[r.Fields[1]], predictions)));
    }

    private static (LabelledArticle?, string?) Article(string[] fields, IEnumerable<(int Line, string[] Fields)> rows, bool predictions)
    {
        if (fields[2] is not (Gold or ""))
            throw new FormatException($"layer '{fields[2]}'; allowed: {Gold}, or nothing for an article that nobody labelled");
        if (fields[2].Length == 0 && !predictions)
            return (null, "nobody labelled it");
        using var data = ExchangeJson.Parse(System.Text.Encoding.UTF8.GetBytes(fields[12]));
        var header = LabelledJson.Parse(ExchangeJson.Line(w =>
        {
            foreach (var field in data.RootElement.EnumerateObject().Where(f => f.Name is not ("text" or "id" or "stances" or "sentiments")))
                field.WriteTo(w);
            w.WriteString("id", fields[1]);
            w.WriteString("text", fields[13]);
        }));
        var labels = new List<ExchangeLabel>();
        foreach (var (line, row) in rows)
        {
            try
            {
                if (row[2] is not (Gold or Predicted))
                    throw new FormatException($"layer '{row[2]}'; allowed: {Gold}, {Predicted}");
                if (row[2] == (predictions ? Predicted : Gold))
                    labels.Add(Label(row, header.Article));
            }
            catch (FormatException e)
            {
                throw new ExchangeLineException(line, e.Message, e);
            }
        }
        return (ExchangeLabel.Label(header, ExchangeLabel.Merge(labels)), null);
    }

    private static ExchangeLabel Label(string[] row, Article article)
    {
        if (row[8] is not ("text" or "title"))
            throw new FormatException($"field '{row[8]}'; allowed: text, title");
        var title = row[8] == "title";
        var text = title ? article.Title ?? "" : article.Text;
        return ExchangeLabel.Of(row[0] == "sentiment", row[3], row[4], row[5]) with
        {
            Speaker = row[7].Length == 0 ? null : row[7],
            Passages = [Passage.Read(text, new CodePoints(text), OffsetUnit.Utf16, Offset(row[9], "start"), Offset(row[10], "end"), row[11], title)],
        };
    }

    private static int Offset(string value, string column) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset
        : throw new FormatException($"{column} '{value}'; allowed: a whole number of UTF-16 code units");
}
