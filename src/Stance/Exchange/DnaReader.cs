using System.Globalization;

namespace Stance;

/// <summary>A coded statement.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Label">Actor, issue, stance and speaker; its passage, where the article is known.</param>
/// <param name="Row">Its row.</param>
internal sealed record DnaStatement(int Line, ExchangeLabel Label, string[] Row);

/// <summary>Makes labels of coded statements.</summary>
/// <param name="columns">The file's columns.</param>
/// <param name="issues">The issues that concepts stand for: by id, or by name in any language.</param>
/// <param name="integers">Whether agreement is a scale with negative numbers: then 0 is neutral; else it is DNA's yes and no, and 0 is against.</param>
internal sealed class DnaReader(DnaColumns columns, IssueCatalog issues, bool integers)
{
    private readonly Dictionary<string, string> concepts = Index(issues.Select(i => i.Id), issues.SelectMany(i => i.Name.Values.Select(n => (n, i.Id))));

    private readonly Dictionary<string, string> actors = Index(ActorCatalog.Default.Actors.Select(a => a.Code), ActorCatalog.Default.Actors.SelectMany(a => ((string, string)[])[(a.EnglishName, a.Code), (a.ArabicName, a.Code)]));

    /// <summary>Codes first; of a name that two share, the first.</summary>
    private static Dictionary<string, string> Index(IEnumerable<string> codes, IEnumerable<(string Name, string Code)> names)
    {
        var index = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, code) in codes.Select(c => (c, c)).Concat(names))
            index.TryAdd(name, code);
        return index;
    }

    /// <summary>The article of a document: by id, else by title.</summary>
    public static Article? Find(IReadOnlyList<Article> articles, string document, string title) =>
        articles.FirstOrDefault(a => a.Id == document) ?? (title.Length == 0 ? null : articles.FirstOrDefault(a => a.Title is not null && Folded(a.Title) == Folded(title)));

    /// <summary>One statement.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="row">Its fields.</param>
    /// <param name="article">Its article; <c>null</c>: not known.</param>
    /// <param name="others">The document's statements so far.</param>
    /// <exception cref="FormatException">An unknown actor, concept or agreement, words that are not in the article, or a stance other than before.</exception>
    public DnaStatement Statement(int line, string[] row, Article? article, IReadOnlyList<DnaStatement> others)
    {
        if (columns.Document(row).Length == 0)
            throw new FormatException("no document; allowed: an id for each document");
        if (!actors.TryGetValue(columns.Actor(row), out var actor))
            throw new FormatException($"actor '{columns.Actor(row)}' is not known; allowed: an ISO 3166-1 alpha-3 code, a bloc's code, or the name of either");
        if (!concepts.TryGetValue(columns.Concept(row), out var issue))
            throw new FormatException($"concept '{columns.Concept(row)}' is no issue; allowed: the id or a name of one of the {issues.Count} issues");
        if (string.IsNullOrWhiteSpace(columns.Text(row)))
            throw new FormatException("no text; allowed: the words of the statement");
        var label = ExchangeLabel.Of(false, actor, issue, Stance(row)) with { Speaker = columns.Person(row) is { Length: > 0 } person ? person : null };
        if (others.FirstOrDefault(o => o.Label.Actor == actor && o.Label.On == issue && o.Label.Value != label.Value) is { } other)
            throw new FormatException($"{actor} is {label.Value} on '{issue}', on line {other.Line} {other.Label.Value}; allowed: one stance for an actor, issue and document");
        return new DnaStatement(line, article is null ? label : label with { Passages = [Place(row, article)] }, row);
    }

    /// <summary>The stance by name, by agreement, or by both where they say the same.</summary>
    private string Stance(string[] row)
    {
        var (stance, agreement) = (columns.Stance(row), columns.Agreement(row));
        var agreed = agreement.ToLowerInvariant() switch
        {
            "1" or "true" or "yes" => "favor",
            "0" when integers => "neutral",
            "-1" or "0" or "false" or "no" => "against",
            "" when stance.Length > 0 => stance,
            _ => throw new FormatException($"agreement '{agreement}'; allowed: 1, 0, -1, true, false, yes, no"),
        };
        return stance.Length == 0 || stance == agreed ? agreed : throw new FormatException($"stance '{stance}' but agreement '{agreement}'; allowed: two that say the same");
    }

    private Passage Place(string[] row, Article article)
    {
        var (quote, title) = (columns.Text(row), columns.InTitle(row));
        var text = title ? article.Title ?? "" : article.Text;
        if (columns.Start(row).Length > 0 || columns.Stop(row).Length > 0)
            return Passage.Read(text, new CodePoints(text), OffsetUnit.Utf16, Offset(columns.Start(row)), Offset(columns.Stop(row)), quote, title);
        var at = Folded(text).IndexOf(Folded(quote.Trim()), StringComparison.Ordinal);
        return at >= 0 ? new Passage(new TextSpan(at, at + quote.Trim().Length), title, text.Substring(at, quote.Trim().Length))
            : Passage.Locate(article, quote);
    }

    private static int Offset(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset
        : throw new FormatException($"offset '{value}'; allowed: a whole number of UTF-16 code units");

    /// <summary>What DNA leaves of a text: it writes commas for semicolons, apostrophes for quotation marks, and no line breaks. As long as the text.</summary>
    private static string Folded(string text) => text.Replace(';', ',').Replace('"', '\'').Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');

    /// <summary>The issue that a statement is coded for; <c>null</c>: its concept is none.</summary>
    public string? Issue(string[] row) => concepts.GetValueOrDefault(columns.Concept(row));

    /// <summary>The labelled article of a document.</summary>
    /// <param name="document">Its id.</param>
    /// <param name="statements">Its statements.</param>
    /// <param name="article">Its article; <c>null</c>: not known.</param>
    /// <param name="coded">The issues on which an actor's silence is known in this document.</param>
    public LabelledArticle Article(string document, IReadOnlyList<DnaStatement> statements, Article? article, IReadOnlySet<string> coded)
    {
        if (article is not null)
            return ExchangeLabel.Label(new LabelledArticle { Article = article, Stances = [], LabelledIssues = coded }, ExchangeLabel.Merge(statements.Select(s => s.Label)));
        // Each passage once.
        var text = string.Join('\n', statements.Select(s => columns.Text(s.Row)).Distinct(StringComparer.Ordinal));
        var first = statements[0];
        var passages = new Article { Id = document, Text = text, Title = columns.Title(first.Row) is { Length: > 0 } title ? title : null, Published = Day(first) };
        return ExchangeLabel.Label(new LabelledArticle { Article = passages, Stances = [], LabelledIssues = coded },
            ExchangeLabel.Merge(statements.Select(s => s.Label with { Passages = [Passage.Locate(passages, columns.Text(s.Row))] })));
    }

    private DateOnly? Day(DnaStatement statement)
    {
        var time = columns.Time(statement.Row);
        if (time.Length == 0)
            return null;
        return time.Length >= 10 && DateOnly.TryParseExact(time[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new ExchangeLineException(statement.Line, $"time '{time}'; allowed: yyyy-MM-dd, with or without the hour");
    }
}
