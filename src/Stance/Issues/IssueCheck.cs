namespace Stance;

/// <summary>What one issue found in a set of articles.</summary>
public sealed record IssueCheckEntry
{
    /// <summary>The issue.</summary>
    public required Issue Issue { get; init; }

    /// <summary>Articles in which it is a candidate.</summary>
    public required int Articles { get; init; }

    /// <summary>Languages that are read and in which it has no text: it is never found in articles of these.</summary>
    public required IReadOnlyList<string> MissingLanguages { get; init; }

    /// <summary>For each missing language, the articles in it.</summary>
    public required IReadOnlyDictionary<string, int> ArticlesWithoutText { get; init; }

    /// <summary>Each phrase with its language, its group (<c>topic</c>, <c>favor</c>, <c>against</c>, <c>proposition</c>, <c>name</c>) and the number of sentences that match most of it.</summary>
    public required IReadOnlyList<(string Language, string Group, string Phrase, int Hits)> Phrases { get; init; }
}

/// <summary>What a check of an issue catalogue found.</summary>
/// <param name="Issues">Every issue, in the catalogue's order.</param>
/// <param name="Overlaps">Pairs of issues whose propositions share most of their words, with the share.</param>
[TypeFormatterSource(typeof(DisplayFormatters))]
public sealed record IssueCheckReport(IReadOnlyList<IssueCheckEntry> Issues, IReadOnlyList<(string A, string B, double Share)> Overlaps) : IDisplayed
{
    /// <summary>The result as a table of HTML that needs no script and keeps its style in notebooks that are not trusted; what articles and users wrote is escaped.</summary>
    public string ToHtml() => ReportTables.Of(this).ToHtml();

    DisplayTable IDisplayed.Display() => ReportTables.Of(this);
}

/// <summary>Tries an issue catalogue on articles: which phrases hit, which issues never match, which have no text in a language, which overlap.</summary>
public static class IssueCheck
{
    private const float Hit = 0.7f;

    private const double Overlap = 0.6;

    private static readonly string[] Languages = [LanguageDetector.Arabic, LanguageDetector.English];

    /// <summary>Checks a catalogue.</summary>
    /// <param name="issues">The issues.</param>
    /// <param name="articles">Articles to try them on; may be empty.</param>
    /// <param name="model">The model whose word weights are used; <c>null</c>: the shipped one.</param>
    /// <param name="cancellation">Stops between articles.</param>
    public static IssueCheckReport Run(IssueCatalog issues, IReadOnlyList<Article> articles, StanceModel? model = null, CancellationToken cancellation = default)
    {
        model ??= StanceModel.Default;
        var lexicon = new Lexicon(ActorCatalog.Default, model.Data);
        var list = issues.ToList();
        var counts = new int[list.Count];
        var read = new Dictionary<string, int>(StringComparer.Ordinal);
        // A phrase on its own is an issue with that phrase alone: the matcher then says how well it fits.
        var phrases = list.SelectMany((issue, i) => Texts(issue).Select(t => (Issue: i, t.Language, t.Group, t.Phrase))).ToList();
        var hits = new int[phrases.Count];
        var whole = new StanceMachinery(lexicon, list, model.Weights);
        var single = new StanceMachinery(lexicon, phrases.Select((p, k) => new Issue { Id = k.ToString(System.Globalization.CultureInfo.InvariantCulture), Proposition = new Dictionary<string, string> { [p.Language] = p.Phrase } }), model.Weights);
        foreach (var article in articles)
        {
            cancellation.ThrowIfCancellationRequested();
            var analysis = ArticleAnalysis.Of(lexicon, article);
            var language = analysis.Document.Language;
            if (whole.IndexOf(language) is not { } index || single.IndexOf(language) is not { } singles)
                continue;
            read[language] = read.GetValueOrDefault(language) + 1;
            var windows = IssueWindows.Of(analysis, StatementSignals.Of(lexicon, analysis), index, new IssueMatcher(index));
            foreach (var issue in windows.Issues)
                if (PairExtractor.IsCandidate(windows.Of(issue)!))
                    counts[issue]++;
            var tokens = singles.Match(analysis.Document, analysis.Readings, analysis.Hits, analysis.Mentions);
            var matcher = new IssueMatcher(singles);
            foreach (var sentence in analysis.Document.Sentences)
                foreach (var match in matcher.Score(tokens, sentence.FirstToken, sentence.EndToken))
                    if (match.Proposition >= Hit)
                        hits[match.Issue]++;
        }
        var entries = list.Select((issue, i) => (Issue: issue, Number: i, Missing: Languages.Where(l => !IssueFile.HasText(issue, l)).ToList())).Select(e => new IssueCheckEntry
        {
            Issue = e.Issue,
            Articles = counts[e.Number],
            MissingLanguages = e.Missing,
            ArticlesWithoutText = e.Missing.ToDictionary(l => l, l => read.GetValueOrDefault(l), StringComparer.Ordinal),
            Phrases = [.. phrases.Select((p, k) => (p, k)).Where(x => x.p.Issue == e.Number).Select(x => (x.p.Language, x.p.Group, x.p.Phrase, hits[x.k]))],
        }).ToList();
        return new IssueCheckReport(entries, [.. Overlaps(whole, list)]);
    }

    private static IEnumerable<(string Language, string Group, string Phrase)> Texts(Issue issue)
    {
        foreach (var language in Languages)
        {
            foreach (var (group, phrases) in ((string, IReadOnlyDictionary<string, IReadOnlyList<string>>)[])[("topic", issue.Topic), ("favor", issue.Favor), ("against", issue.Against)])
                foreach (var phrase in phrases.GetValueOrDefault(language) ?? [])
                    yield return (language, group, phrase);
            if (issue.Proposition.TryGetValue(language, out var proposition))
                yield return (language, "proposition", proposition);
            if (issue.Name.TryGetValue(language, out var name))
                yield return (language, "name", name);
        }
    }

    /// <summary>How much of each proposition the other one matches, both ways.</summary>
    private static IEnumerable<(string A, string B, double Share)> Overlaps(StanceMachinery machinery, List<Issue> issues)
    {
        var best = new Dictionary<(int, int), double>();
        foreach (var language in Languages)
        {
            var index = machinery.IndexOf(language)!;
            var matcher = new IssueMatcher(index);
            for (var i = 0; i < issues.Count; i++)
            {
                if (!issues[i].Proposition.TryGetValue(language, out var proposition))
                    continue;
                var analysis = ArticleAnalysis.Of(machinery.Lexicon, new Article { Text = proposition, Language = language });
                var tokens = index.Match(analysis.Document, analysis.Readings, analysis.Hits, analysis.Mentions);
                foreach (var match in matcher.Score(tokens, 0, analysis.Document.Tokens.Count))
                    if (match.Issue != i && match.States > 0)
                        best[(i, match.Issue)] = Math.Max(best.GetValueOrDefault((i, match.Issue)), match.Proposition);
            }
        }
        foreach (var ((a, b), share) in best.OrderByDescending(p => p.Value).ThenBy(p => p.Key))
            if (a < b && Math.Min(share, best.GetValueOrDefault((b, a))) is var both && both >= Overlap)
                yield return (issues[a].Id, issues[b].Id, both);
    }
}
