using System.Globalization;

namespace Stance;

/// <summary>The statement list of the Discourse Network Analyzer (its event list): semicolons, <c>statement ID</c>, <c>time</c>, <c>document ID</c> … and the variables of its default statement type,
/// <c>person</c> (who speaks), <c>organization</c> (the actor's code), <c>concept</c> (the issue's id) and <c>agreement</c> (1, 0; nothing for neutral). Behind them, ours: <c>stance</c> by name and the
/// passage's place. A stance with three passages is three statements: let DNA count duplicates once a document.</summary>
internal static class DnaStatements
{
    private static readonly string[] Columns = ["statement ID", "time", "document ID", "document title", "author", "source", "section", "type", "text", "person", "organization", "concept", "agreement", "stance", "field", "start", "stop"];

    public static void Write(TextWriter writer, IEnumerable<ExchangeArticle> articles)
    {
        Row(Columns);
        var number = 0;
        foreach (var article in articles)
            foreach (var label in article.Layer.Where(l => !l.IsSentiment))
                foreach (var passage in label.Passages)
                    Row(Number(++number), article.Article.Published is { } day ? day.ToString("yyyy-MM-dd' 00:00:00'", CultureInfo.InvariantCulture) : "", article.Article.Id, article.Article.Title ?? "", "", article.Article.Source ?? "", "", "",
                        passage.Quote, label.Speaker ?? "", label.Actor, label.On, label.Value switch { "favor" => "1", "against" => "0", _ => "" }, label.Value,
                        passage.InTitle ? "title" : "text", Number(passage.Span.Start), Number(passage.Span.End));

        void Row(params string[] fields) => writer.Write(string.Join(';', fields.Select(f => Csv.Field(f, ';'))) + "\n");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The documents of a statement list, in the order of their first statements.</summary>
    /// <exception cref="FormatException">The columns cannot be told, or a row has another number of fields.</exception>
    public static IEnumerable<ExchangeRow> Read(string name, string text, IssueCatalog issues, IReadOnlyList<Article>? articles, Action<int, string, string> reject)
    {
        var header = text.AsSpan(0, text.IndexOf('\n') is >= 0 and var end ? end : text.Length);
        var delimiter = header.Contains(';') ? ';' : header.Contains('\t') ? '\t' : ',';
        List<(int Line, string[] Fields)> records = [.. Csv.Records(text, name, delimiter)];
        if (records.Count == 0)
            throw new FormatException($"{name}(1): found no columns; allowed: {string.Join(';', Columns)}");
        var columns = new DnaColumns(name, records[0].Fields);
        var reader = new DnaReader(columns, issues, records.Skip(1).Any(r => columns.Agreement(r.Fields) == "-1"));
        foreach (var (line, fields) in records.Skip(1))
            if (fields.Length != records[0].Fields.Length)
                throw new FormatException($"{name}({line}): found {fields.Length} fields; allowed: {records[0].Fields.Length}, as in the first line");
        var documents = new List<(string Id, int Line, Article? Article, List<DnaStatement> Statements, HashSet<string> Skipped)>();
        foreach (var document in records.Skip(1).GroupBy(r => columns.Document(r.Fields), StringComparer.Ordinal))
        {
            var found = articles is null ? null : DnaReader.Find(articles, document.Key, columns.Title(document.First().Fields));
            var (statements, skipped) = (new List<DnaStatement>(), new HashSet<string>(StringComparer.Ordinal));
            foreach (var (line, fields) in document)
            {
                try
                {
                    statements.Add(reader.Statement(line, fields, articles is null ? null : found ?? throw new FormatException($"document '{document.Key}' is none of the {articles.Count} articles; allowed: an article's id or title"), statements));
                }
                catch (FormatException e)
                {
                    reject(line, e.Message, Csv.Rows([fields], delimiter));
                    if (reader.Issue(fields) is { } issue)
                        skipped.Add(issue);
                }
            }
            if (statements.Count > 0)
                documents.Add((document.Key, statements[0].Line, found, statements, skipped));
        }
        // An actor's silence is known on what the list codes, but not where a statement was skipped: it may be the actor's.
        var coded = documents.SelectMany(d => d.Statements).Select(s => s.Label.On).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, line, article, statements, skipped) in documents)
            yield return new ExchangeRow(line, Csv.Rows(statements.Select(s => s.Row), delimiter), () => (reader.Article(id, statements, article, coded.Except(skipped).ToHashSet(StringComparer.Ordinal)), null));
    }
}

/// <summary>Where the columns of a statement list are, by the names that DNA, rDNA and coders give them.</summary>
internal sealed class DnaColumns
{
    private readonly int actor, concept, agreement, stance, time, document, title, text, person, field, start, stop;

    public DnaColumns(string file, string[] names)
    {
        var at = names.Select((n, i) => (Name: n.Trim().ToLowerInvariant().Replace('_', ' '), Index: i)).GroupBy(n => n.Name).ToDictionary(g => g.Key, g => g.First().Index);
        actor = Required("organization", "organisation", "actor");
        concept = Required("concept", "issue");
        document = Required("document id", "document", "doc id");
        text = Required("text", "statement", "quote");
        (agreement, stance) = (Find("agreement"), Find("stance"));
        if (agreement < 0 && stance < 0)
            throw new FormatException($"{file}(1): found no column agreement or stance among '{string.Join(", ", names)}'; allowed: one of them");
        (time, title, person, field, start, stop) = (Find("time", "date"), Find("document title", "title"), Find("person", "speaker"), Find("field"), Find("start"), Find("stop", "end"));

        int Find(params string[] any) => any.Select(n => at.GetValueOrDefault(n, -1)).FirstOrDefault(i => i >= 0, -1);
        int Required(params string[] any) => Find(any) is >= 0 and var index ? index
            : throw new FormatException($"{file}(1): found no column {any[0]} among '{string.Join(", ", names)}'; allowed: {string.Join(" or ", any)}");
    }

    public string Actor(string[] row) => row[actor].Trim();

    public string Concept(string[] row) => row[concept].Trim();

    public string Agreement(string[] row) => At(row, agreement).Trim();

    public string Stance(string[] row) => At(row, stance).Trim();

    public string Time(string[] row) => At(row, time).Trim();

    // Grouped before the lengths of rows are checked.
    public string Document(string[] row) => At(row, document).Trim();

    public string Title(string[] row) => At(row, title).Trim();

    public string Text(string[] row) => row[text];

    public string Person(string[] row) => At(row, person).Trim();

    public bool InTitle(string[] row) => At(row, field) == "title";

    public string Start(string[] row) => At(row, start).Trim();

    public string Stop(string[] row) => At(row, stop).Trim();

    private static string At(string[] row, int column) => column >= 0 && column < row.Length ? row[column] : "";
}
