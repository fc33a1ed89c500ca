namespace Stance;

/// <summary>Parts for cross-fitting and cross-validation that share neither an article nor, where that can be had, an issue.</summary>
internal static class TrainingFolds
{
    /// <summary>The fold of each article. Issues that are labelled in one article belong together; whole groups of issues go to one fold, the largest group first to the smallest fold.
    /// Where one group holds most of the articles, it is cut by article.</summary>
    public static int[] ByIssue(LabelledCorpus corpus, int folds, int seed)
    {
        var group = new Dictionary<string, string>(StringComparer.Ordinal);
        string Root(string issue)
        {
            while (group.TryGetValue(issue, out var parent) && parent != issue)
                issue = parent;
            return issue;
        }
        foreach (var article in corpus.Articles)
        {
            string? first = null;
            foreach (var issue in article.Stances.Select(s => s.Issue).Concat(article.LabelledIssues is { Count: <= 40 } labelled ? labelled : []))
            {
                group.TryAdd(issue, issue);
                if (first is null)
                    first = Root(issue);
                else
                    group[Root(issue)] = first;
            }
        }
        var keys = corpus.Articles.Select(a => a.Stances.Count > 0 ? Root(a.Stances[0].Issue) : a.LabelledIssues is { Count: > 0 and <= 40 } l ? Root(l.Order(StringComparer.Ordinal).First()) : "id:" + a.Article.Id).ToArray();
        var groups = keys.GroupBy(k => k, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (groups.Count < folds || groups[0].Count() > corpus.Articles.Count / 2)
            return ByArticle(corpus, folds, seed);
        var sizes = new int[folds];
        var foldOfGroup = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var g in groups)
        {
            var smallest = Array.IndexOf(sizes, sizes.Min());
            foldOfGroup[g.Key] = smallest;
            sizes[smallest] += g.Count();
        }
        return [.. keys.Select(k => foldOfGroup[k])];
    }

    /// <summary>A part for each issue of the corpus, so that parts have about as many stances: the issue with most to the part with fewest.</summary>
    public static Dictionary<string, int> OfIssues(LabelledCorpus corpus, int folds)
    {
        var stances = corpus.Articles.SelectMany(a => a.Stances).CountBy(s => s.Issue, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var sizes = new int[folds];
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var issue in corpus.Issues.Select(i => i.Id).OrderByDescending(i => stances.GetValueOrDefault(i)).ThenBy(i => i, StringComparer.Ordinal))
        {
            var smallest = Array.IndexOf(sizes, sizes.Min());
            parts[issue] = smallest;
            sizes[smallest] += Math.Max(1, stances.GetValueOrDefault(issue));
        }
        return parts;
    }

    /// <summary>The fold of each article by chance, equal in size.</summary>
    public static int[] ByArticle(LabelledCorpus corpus, int folds, int seed)
    {
        var order = Enumerable.Range(0, corpus.Articles.Count).ToArray();
        new Random(seed).Shuffle(order);
        var fold = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            fold[order[i]] = i % folds;
        return fold;
    }
}
