namespace Stance;

/// <summary>In which fold each article, and each stance of it, is held out while a model is fitted.</summary>
/// <param name="articles">The fold of each article.</param>
/// <param name="issues">The fold of each issue, where stances are held out by issue; <c>null</c>: with their article.</param>
internal sealed class FittingFolds(int[] articles, Dictionary<string, int>? issues)
{
    public int OfArticle(int article) => articles[article];

    public int OfStance(int article, string issue) => issues is null ? articles[article] : issues[issue];
}

/// <summary>Parts for cross-fitting and cross-validation.</summary>
internal static class TrainingFolds
{
    /// <summary>Parts for fitting a model. Where issues fall into groups that no article joins, parts share neither article nor issue. Else a stance is held out by its issue, since a model is asked about issues that it
    /// has never seen; and where there are hardly more issues than parts, by its article.</summary>
    public static FittingFolds ForFitting(LabelledCorpus corpus, int folds, int seed)
    {
        if (ByGroupsOfIssues(corpus, folds) is { } groups)
            return new FittingFolds(groups, null);
        var issues = corpus.Articles.SelectMany(a => a.Stances).Select(s => s.Issue).Distinct(StringComparer.Ordinal).Count();
        return new FittingFolds(ByArticle(corpus, folds, seed), issues >= 2 * folds ? OfIssues(corpus, folds) : null);
    }

    /// <summary>The fold of each article, so that no issue is in two. Issues that are labelled in one article belong together; whole groups of issues go to one fold, the largest group first to the smallest fold.
    /// <c>null</c> where there are fewer groups than folds, or one holds most of the articles.</summary>
    public static int[]? ByGroupsOfIssues(LabelledCorpus corpus, int folds)
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
            return null;
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
