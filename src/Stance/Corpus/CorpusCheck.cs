using System.Globalization;

namespace Stance;

/// <summary>What a check of a labelled corpus found.</summary>
/// <param name="Errors">What makes it unfit, each with file and line, what was found and what is allowed.</param>
/// <param name="Warnings">What deserves a look.</param>
/// <param name="Counts">The corpus in numbers, a line each.</param>
[TypeFormatterSource(typeof(DisplayFormatters))]
public sealed record CorpusReport(IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings, IReadOnlyList<string> Counts) : IDisplayed
{
    /// <summary>The result as a table of HTML that needs no script and keeps its style in notebooks that are not trusted; what articles and users wrote is escaped.</summary>
    public string ToHtml() => ReportTables.Of(this).ToHtml();

    DisplayTable IDisplayed.Display() => ReportTables.Of(this);
}

/// <summary>Checks a labelled corpus: schema, verbatim evidence, known actors and issues, duplicates, contradictions, balance, leakage between splits.</summary>
public static class CorpusCheck
{
    private const double CopyShare = 0.5, ResembleShare = 0.2, LargestIssueShare = 0.03;

    /// <summary>Checks all articles of a file or folder; unlike <see cref="LabelledCorpus.Read"/> it goes on after an error.</summary>
    /// <param name="path">A JSONL file of labelled articles, or a folder of them.</param>
    /// <param name="issues">The issue definitions; <c>null</c>: <c>issues.json</c> beside the articles, or the shipped catalogue.</param>
    /// <exception cref="IOException">The path does not exist or cannot be read.</exception>
    public static CorpusReport Run(string path, IssueCatalog? issues = null)
    {
        List<string> errors = [], warnings = [];
        var files = LabelledFiles.Files(path);
        issues ??= LabelledFiles.IssuesBeside(path) ?? IssueCatalog.Default;
        var rows = new List<(string Where, LabelledArticle Labelled)>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            try
            {
                foreach (var (line, row) in JsonLines.Read(file))
                {
                    try
                    {
                        rows.Add(($"{Path.GetFileName(file)}({line})", LabelledFiles.Row(Path.GetFileName(file), line, row, issues, seen)));
                    }
                    catch (FormatException e)
                    {
                        errors.Add(e.Message);
                    }
                }
            }
            catch (FormatException e)
            {
                errors.Add(e.Message);
            }
        }
        Duplicates(rows, errors, warnings);
        Leakage(rows, errors);
        Labels(rows, errors, warnings);
        return new CorpusReport(errors, warnings, [.. Counts(rows, issues, warnings)]);
    }

    private static void Duplicates(List<(string Where, LabelledArticle Labelled)> rows, List<string> errors, List<string> warnings)
    {
        foreach (var (a, b, share) in NearDuplicates.Pairs([.. rows.Select(r => r.Labelled.Article.Text)], ResembleShare))
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"{rows[b].Where}: shares {share:P0} of its wording with {rows[a].Where}; allowed: articles that differ");
            (share >= CopyShare ? errors : warnings).Add(message);
        }
    }

    /// <summary>An issue of <c>test-unseen</c> stands in no other split.</summary>
    private static void Leakage(List<(string Where, LabelledArticle Labelled)> rows, List<string> errors)
    {
        var unseen = rows.Where(r => r.Labelled.Split == "test-unseen").SelectMany(r => r.Labelled.Stances).Select(s => s.Issue).ToHashSet(StringComparer.Ordinal);
        foreach (var (where, labelled) in rows)
            if (labelled.Split is not null and not "test-unseen" && labelled.Stances.FirstOrDefault(s => unseen.Contains(s.Issue)) is { } leak)
                errors.Add($"{where}: issue '{leak.Issue}' is labelled in split '{labelled.Split}' and in test-unseen; allowed: an unseen issue in test-unseen only");
        foreach (var (where, labelled) in rows)
            if (labelled.Split is not (null or "train" or "test" or "test-unseen"))
                errors.Add($"{where}: split '{labelled.Split}'; allowed: train, test, test-unseen");
    }

    private static void Labels(List<(string Where, LabelledArticle Labelled)> rows, List<string> errors, List<string> warnings)
    {
        foreach (var (where, labelled) in rows)
        {
            foreach (var stance in labelled.Stances)
            {
                if (stance.Evidence.Count > 3)
                    errors.Add($"{where}: {stance.Actor} on '{stance.Issue}' has {stance.Evidence.Count} passages of evidence; allowed: one to three");
                if (labelled.LabelledIssues is { } issues && !issues.Contains(stance.Issue))
                    errors.Add($"{where}: '{stance.Issue}' has a label but is no labelled issue; allowed: labels on labelled_issues only");
                if (stance.Speaker is { } speaker && !labelled.Article.Text.Contains(speaker, StringComparison.Ordinal) && !(labelled.Article.Title ?? "").Contains(speaker, StringComparison.Ordinal))
                    warnings.Add($"{where}: speaker '{speaker}' is not in the text");
            }
            // One passage cannot show both sides of one actor on one issue, but it can be given by mistake to two sides of two actors without a word between: left to the eye.
            foreach (var group in labelled.Stances.GroupBy(s => (s.Issue, Evidence: string.Join('\n', s.Evidence))))
                if (group.Select(s => s.Stance).Distinct().Count() > 1)
                    warnings.Add($"{where}: the same evidence shows {string.Join(" and ", group.Select(s => $"{s.Actor} {LabelledJson.NameOf(s.Stance)}"))} on '{group.Key.Issue}'");
        }
    }

    private static IEnumerable<string> Counts(List<(string Where, LabelledArticle Labelled)> rows, IssueCatalog issues, List<string> warnings)
    {
        var articles = rows.Select(r => r.Labelled).ToList();
        var stances = articles.SelectMany(a => a.Stances).ToList();
        yield return $"articles         {articles.Count} ({string.Join(", ", articles.GroupBy(a => a.Article.Language ?? LanguageDetector.Detect(a.Article.Text)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"))})";
        if (articles.Count == 0)
            yield break;
        yield return $"splits           {string.Join(", ", articles.GroupBy(a => a.Split ?? "(none)").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"))}";
        yield return $"stances          {stances.Count} ({string.Join(", ", stances.GroupBy(s => s.Stance).OrderBy(g => g.Key).Select(g => string.Create(CultureInfo.InvariantCulture, $"{LabelledJson.NameOf(g.Key)} {g.Count()} = {100.0 * g.Count() / stances.Count:F1}%")))})";
        yield return $"sentiments       {articles.Sum(a => a.Sentiments.Count)}";
        var byIssue = stances.GroupBy(s => s.Issue, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        yield return $"issues           {byIssue.Count} with labels of {issues.Count} defined";
        if (byIssue.Count > 0)
        {
            var share = (double)byIssue[0].Count() / stances.Count;
            yield return string.Create(CultureInfo.InvariantCulture, $"largest issue    {byIssue[0].Key} {byIssue[0].Count()} = {100 * share:F1}%");
            if (share > LargestIssueShare)
                warnings.Add(string.Create(CultureInfo.InvariantCulture, $"issue '{byIssue[0].Key}' has {100 * share:F1}% of the labels; better: {100 * LargestIssueShare:F0}% at most"));
        }
        yield return $"actors           {stances.Select(s => s.Actor).Distinct(StringComparer.Ordinal).Count()} take a stance";
        var hard = articles.Count(a => a.Stances.Count == 0);
        yield return $"without stance   {hard} articles";
        var near = articles.Count(MeetsWithoutStance(issues));
        yield return string.Create(CultureInfo.InvariantCulture, $"near misses      {near} articles = {100.0 * near / articles.Count:F1}% with a sentence in which a state and a labelled issue meet without a stance");
        var years = articles.Where(a => a.Article.Published is not null).Select(a => a.Article.Published!.Value.Year).Order().ToList();
        yield return years.Count == 0 ? "years            unknown" : $"years            {years[0]} to {years[^1]}";
        var words = articles.Select(a => a.Article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length).Order().ToList();
        yield return $"words            {words[0]} to {words[^1]}, median {words[words.Count / 2]}";
        yield return $"genres           {string.Join(", ", articles.GroupBy(Genre).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"))}";
    }

    private static string Genre(LabelledArticle article) => article.Article.Extra.TryGetValue("genre", out var genre) && genre.ValueKind == System.Text.Json.JsonValueKind.String ? genre.GetString()! : "(none)";

    /// <summary>Whether an article has a sentence that names a state and clearly touches an issue it was labelled for, on which that state takes no stance.</summary>
    private static Func<LabelledArticle, bool> MeetsWithoutStance(IssueCatalog issues)
    {
        var lexicon = new Lexicon(ActorCatalog.Default, LanguageData.Shipped);
        var matchers = new Dictionary<string, IssueMatcher>(StringComparer.Ordinal);
        return labelled =>
        {
            var analysis = ArticleAnalysis.Of(lexicon, labelled.Article);
            var language = analysis.Document.Language;
            if (language is not (LanguageDetector.Arabic or LanguageDetector.English))
                return false;
            if (!matchers.TryGetValue(language, out var matcher))
                matchers[language] = matcher = new IssueMatcher(new IssueIndex(lexicon, [.. issues], language, WordWeights.Empty));
            var matches = matcher.Index.Match(analysis.Document, analysis.Readings, analysis.Hits, analysis.Mentions);
            var taken = labelled.Stances.Select(s => (s.Actor, s.Issue)).ToHashSet();
            foreach (var sentence in analysis.Document.Sentences)
                foreach (var match in matcher.Score(matches, sentence.FirstToken, sentence.EndToken))
                {
                    var issue = matcher.Index.Issues[match.Issue].Id;
                    if (match.Best < IssueMatch.Clear || labelled.LabelledIssues?.Contains(issue) == false)
                        continue;
                    foreach (var mention in analysis.Mentions)
                        if (mention.IsState && mention.First >= sentence.FirstToken && mention.First < sentence.EndToken && !taken.Contains((lexicon.Catalog.Actors[mention.Actor].Code, issue)))
                            return true;
                }
            return false;
        };
    }
}
