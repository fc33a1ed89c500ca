namespace Stance;

/// <summary>Reads labelled articles from JSONL files, and says on which line one is wrong.</summary>
internal static class LabelledFiles
{
    public static LabelledCorpus Read(string path, IssueCatalog? issues)
    {
        var files = Files(path);
        issues ??= IssuesBeside(path) ?? IssueCatalog.Default;
        var articles = new List<LabelledArticle>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
            foreach (var (line, row) in JsonLines.Read(file))
                articles.Add(Row(Path.GetFileName(file), line, row, issues, seen));
        if (articles.Count == 0)
            throw new FormatException($"{Path.GetFileName(path)}(1): found no labelled article; allowed: at least one JSON object a file");
        return LabelledCorpus.Of(articles, issues);
    }

    /// <summary>The issue definitions that lie beside labelled articles, or <c>null</c>.</summary>
    public static IssueCatalog? IssuesBeside(string path)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        var beside = Path.Combine(folder, "issues.json");
        return File.Exists(beside) ? IssueCatalog.Read(beside) : null;
    }

    public static List<string> Files(string path)
    {
        if (File.Exists(path))
            return [path];
        if (!Directory.Exists(path))
            throw new FileNotFoundException($"{path}: no such file or folder; allowed: a JSONL file, or a folder of them", path);
        var files = Directory.EnumerateFiles(path, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new FileNotFoundException($"{path}: found no *.jsonl; allowed: a folder with at least one", path);
    }

    public static LabelledArticle Row(string file, int line, string row, IssueCatalog issues, Dictionary<string, string> seen)
    {
        LabelledArticle labelled;
        try
        {
            labelled = LabelledJson.Parse(row);
            Check(labelled, issues);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{file}({line}): {e.Message}", e);
        }
        var id = labelled.Article.Id;
        if (id.Length == 0)
            throw new FormatException($"{file}({line}): field \"id\" is missing; allowed: a string");
        if (!seen.TryAdd(id, $"{file}({line})"))
            throw new FormatException($"{file}({line}): article id '{id}' stands at {seen[id]} already; allowed: each id once");
        return labelled;
    }

    /// <summary>Refuses labels of unknown actors and issues, two of one pair, and evidence that is not in the text.</summary>
    /// <exception cref="FormatException">The message says what was found and what is allowed, without file and line.</exception>
    public static void Check(LabelledArticle labelled, IssueCatalog issues)
    {
        var pairs = new HashSet<(string, string)>();
        foreach (var stance in labelled.Stances)
        {
            Known(stance.Actor);
            if (issues.Find(stance.Issue) is null)
                throw new FormatException($"issue '{stance.Issue}' is not defined; allowed: an id of the issue definitions ({issues.Count} issues)");
            if (!pairs.Add((stance.Actor, stance.Issue)))
                throw new FormatException($"two stances of {stance.Actor} on '{stance.Issue}'; allowed: one stance for an actor, issue and article");
            Verbatim(labelled.Article, stance.Evidence, stance.Spans, $"{stance.Actor} on '{stance.Issue}'");
        }
        foreach (var (actor, issue) in labelled.Absent)
        {
            Known(actor);
            if (issues.Find(issue) is null)
                throw new FormatException($"issue '{issue}' is not defined; allowed: an id of the issue definitions ({issues.Count} issues)");
            if (!pairs.Add((actor, issue)))
                throw new FormatException($"two answers for {actor} on '{issue}', one of them none; allowed: one for an actor, issue and article");
        }
        pairs.Clear();
        foreach (var sentiment in labelled.Sentiments)
        {
            Known(sentiment.Source);
            Known(sentiment.Target);
            if (sentiment.Source == sentiment.Target)
                throw new FormatException($"a sentiment of {sentiment.Source} toward itself; allowed: two different actors");
            if (!pairs.Add((sentiment.Source, sentiment.Target)))
                throw new FormatException($"two sentiments of {sentiment.Source} toward {sentiment.Target}; allowed: one for a pair and article");
            Verbatim(labelled.Article, sentiment.Evidence, sentiment.Spans, $"{sentiment.Source} toward {sentiment.Target}");
        }
        foreach (var issue in labelled.LabelledIssues ?? new HashSet<string>())
            if (issues.Find(issue) is null)
                throw new FormatException($"labelled issue '{issue}' is not defined; allowed: an id of the issue definitions ({issues.Count} issues)");
    }

    private static void Known(string actor)
    {
        if (ActorCatalog.Default.Find(actor) is null)
            throw new FormatException($"actor '{actor}' is not known; allowed: an ISO 3166-1 alpha-3 code or a bloc's code");
    }

    private static void Verbatim(Article article, IReadOnlyList<string> evidence, IReadOnlyList<TextSpan?>? spans, string of)
    {
        if (evidence.Count == 0)
            throw new FormatException($"the label of {of} has no evidence; allowed: one to three verbatim passages");
        if (evidence.Any(string.IsNullOrWhiteSpace))
            throw new FormatException($"a passage of evidence of {of} is empty; allowed: one to three verbatim passages");
        foreach (var quote in evidence)
            if (!article.Text.Contains(quote, StringComparison.Ordinal) && !(article.Title ?? "").Contains(quote, StringComparison.Ordinal))
                throw new FormatException($"evidence of {of} is not in the text: '{(quote.Length > 60 ? quote[..60] + "…" : quote)}'; allowed: a verbatim passage");
        if (spans is not null && spans.Count != evidence.Count)
            throw new FormatException($"{spans.Count} places for the {evidence.Count} passages of {of}; allowed: a place, or null, for each");
        for (var i = 0; i < (spans?.Count ?? 0); i++)
            if (spans![i] is null && !(article.Title ?? "").Contains(evidence[i], StringComparison.Ordinal))
                throw new FormatException($"evidence of {of} is not in the title: '{(evidence[i].Length > 60 ? evidence[i][..60] + "…" : evidence[i])}'; allowed: a verbatim passage of the title, or one of the text with \"start\" and \"end\"");
            else if (spans[i] is { } span && !(span.Start >= 0 && span.End <= article.Text.Length && span.Length == evidence[i].Length && article.Text.AsSpan(span.Start, span.Length).SequenceEqual(evidence[i])))
                throw new FormatException($"evidence of {of} does not stand at [{span.Start}, {span.End}) of the text; allowed: offsets of the quoted words in UTF-16 code units");
    }
}
