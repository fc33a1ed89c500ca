using System.Text;
using System.Text.Json;

namespace Stance;

/// <summary>Labels and results in the formats of labelling tools (Label Studio, doccano, Prodigy, spreadsheets) and of discourse networks, both ways.
/// Offsets are converted to what each format counts, and quoted words are held against them.</summary>
public static class StanceExchange
{
    /// <summary>Writes labelled articles.</summary>
    /// <param name="stream">Where to; UTF-8 without byte order mark. It is left open.</param>
    /// <param name="format">The format.</param>
    /// <param name="articles">The labelled articles, each with an id.</param>
    /// <param name="predictions">Results to show beside the labels, matched by article id; results of other articles follow as unlabelled ones. Formats with one layer (doccano, Prodigy, the discourse networks)
    /// carry an article's predictions, to be corrected, instead of its labels. A result without evidence is left out.</param>
    /// <param name="options">Details; <c>null</c>: the defaults.</param>
    /// <exception cref="FormatException">An article without id, an id given twice, or a label or result without evidence in the article of its id; nothing is written then.</exception>
    public static void Write(Stream stream, ExchangeFormat format, IEnumerable<LabelledArticle> articles, IEnumerable<ArticleStances>? predictions = null, ExchangeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(articles);
        Write(stream, format, ExchangeArticle.Of(articles, predictions?.ToList()), options ?? new ExchangeOptions());
    }

    internal static void Write(Stream stream, ExchangeFormat format, IEnumerable<ExchangeArticle> articles, ExchangeOptions options)
    {
        List<ExchangeArticle> whole = [.. articles];
        foreach (var article in whole)
            article.Check(format);
        if (!Enum.IsDefined(format))
            throw new ArgumentOutOfRangeException(nameof(format), format, "no such format; allowed: a member of ExchangeFormat");
        // The stream is the caller's, and half a file is none: it gets all or nothing.
        using var memory = new MemoryStream();
        using (var writer = new StreamWriter(memory, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" })
            Write(writer, format, whole, options);
        memory.WriteTo(stream);
    }

    private static void Write(StreamWriter writer, ExchangeFormat format, List<ExchangeArticle> whole, ExchangeOptions options)
    {
        switch (format)
        {
            case ExchangeFormat.LabelStudio:
                LabelStudioTasks.Write(writer, whole, options.LabelStudioOffsets);
                break;
            case ExchangeFormat.Doccano:
                foreach (var article in whole)
                    writer.Write(DoccanoRows.Write(article) + "\n");
                break;
            case ExchangeFormat.Prodigy:
                foreach (var article in whole)
                    writer.Write(ProdigyRows.Write(article) + "\n");
                break;
            case ExchangeFormat.Csv:
                CsvTable.Write(writer, whole);
                break;
            case ExchangeFormat.Dna:
                DnaStatements.Write(writer, whole);
                break;
            case ExchangeFormat.GraphMl:
                DiscourseNetwork.WriteAffiliation(writer, whole, options.Issues ?? IssueCatalog.Default);
                break;
            default:
                DiscourseNetwork.WriteCongruence(writer, whole);
                break;
        }
    }

    /// <summary>Reads labelled articles.</summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <param name="format">Its format; GraphML is written only.</param>
    /// <param name="options">Details; <c>null</c>: the defaults.</param>
    /// <exception cref="FormatException">A damaged file, an offset that does not lead to the quoted words, an unknown actor or issue, two labels of one pair: the message says file, line, found and allowed.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The format cannot be read.</exception>
    public static ExchangeReading Read(string path, ExchangeFormat format, ExchangeOptions? options = null)
    {
        options ??= new ExchangeOptions();
        var (name, text) = (Path.GetFileName(path), TextFile.Read(path));
        if (string.IsNullOrWhiteSpace(text))
            throw new FormatException($"{name}(1): the file is empty; allowed: labelled articles");
        var issues = options.Issues ?? LabelledFiles.IssuesBeside(path) ?? IssueCatalog.Default;
        var rejected = new List<ExchangeRejection>();
        void Reject(int line, string message, string row) => rejected.Add(options.SkipBadRows ? new ExchangeRejection(name, line, $"{name}({line}): {message}", row) : throw new FormatException($"{name}({line}): {message}"));
        var rows = format switch
        {
            ExchangeFormat.LabelStudio => LabelStudioTasks.Read(name, text, options),
            ExchangeFormat.Doccano => JsonRows(text, DoccanoRows.Read),
            ExchangeFormat.Prodigy => JsonRows(text, (row, line) => ProdigyRows.Read(row, line, options.Annotator)),
            ExchangeFormat.Csv => CsvTable.Read(name, text, options.Predictions),
            ExchangeFormat.Dna => DnaStatements.Read(name, text, issues, options.Articles, Reject),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "this format is written only; allowed: LabelStudio, Doccano, Prodigy, Csv, Dna"),
        };
        var (articles, unlabelled, seen) = (new List<LabelledArticle>(), new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            try
            {
                var (labelled, why) = row.Read();
                if (labelled is null)
                {
                    unlabelled.Add($"{name}({row.Line}): {why}");
                    continue;
                }
                LabelledFiles.Check(labelled, issues);
                if (!seen.TryAdd(labelled.Article.Id, row.Line))
                    throw new FormatException($"article id '{labelled.Article.Id}' stands on line {seen[labelled.Article.Id]} already; allowed: each id once");
                articles.Add(labelled);
            }
            catch (FormatException e)
            {
                Reject(e is ExchangeLineException at ? at.Line : row.Line, row.Where + e.Message, row.Raw);
            }
            catch (InvalidOperationException e)
            {
                Reject(row.Line, row.Where + ArticleJson.HalfPair("a field", e).Message, row.Raw);
            }
        }
        return new ExchangeReading(articles, unlabelled, rejected);
    }

    private static IEnumerable<ExchangeRow> JsonRows(string text, Func<JsonElement, int, (LabelledArticle?, string?)> read)
    {
        var line = 0;
        foreach (var row in text.Split('\n'))
        {
            var at = ++line;
            if (!string.IsNullOrWhiteSpace(row))
                yield return new ExchangeRow(at, row.TrimEnd('\r'), () =>
                {
                    using var document = ExchangeJson.Parse(Encoding.UTF8.GetBytes(row));
                    return read(document.RootElement, at);
                });
        }
    }
}

/// <summary>A row of a file, not yet read.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Raw">The row as it stands.</param>
/// <param name="Read">The labelled article, or why nobody labelled it.</param>
/// <param name="Where">What else names the row in a message, with a colon and a space.</param>
internal sealed record ExchangeRow(int Line, string Raw, Func<(LabelledArticle? Article, string? Why)> Read, string Where = "");

/// <summary>Something wrong on a line of its own within the rows of an article.</summary>
internal sealed class ExchangeLineException(int line, string message, Exception? inner = null) : FormatException(message, inner)
{
    public int Line { get; } = line;
}
