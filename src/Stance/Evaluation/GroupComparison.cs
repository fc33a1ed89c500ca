namespace Stance;

/// <summary>Two models by class, issue and state: each group is scored as if nothing else had been labelled or reported.</summary>
internal static class GroupComparison
{
    private const string Triples = "triple-f1", Accuracy = "polarity-accuracy", ClassF1 = "polarity-f1";

    /// <param name="gold">The labelled articles.</param>
    /// <param name="older">The old model's results.</param>
    /// <param name="newer">The new model's.</param>
    /// <param name="whole">The bootstrap over all: a class's polarity is confused with other classes', so it cannot be had of the class alone.</param>
    /// <param name="resamples">Draws.</param>
    /// <param name="seed">Seed.</param>
    public static IEnumerable<GroupChange> Classes(IReadOnlyList<LabelledArticle> gold, IReadOnlyList<ArticleStances> older, IReadOnlyList<ArticleStances> newer, PairedBootstrap whole, int resamples, int seed)
    {
        foreach (var stance in Enum.GetValues<StanceLabel>())
        {
            var touched = Enumerable.Range(0, gold.Count).Where(i => gold[i].Stances.Any(s => s.Stance == stance) || Reports(i, older) || Reports(i, newer)).ToList();
            bool Reports(int i, IReadOnlyList<ArticleStances> results) => results[i].Stances.Any(s => s.Stance == stance && gold[i].IsLabelledFor(s.Issue.Id));
            if (touched.Count == 0)
                continue;
            ArticleCounts[] Counts(IReadOnlyList<ArticleStances> results) => [.. touched.Select(i => ArticleCounts.Of(
                gold[i] with { Stances = [.. gold[i].Stances.Where(s => s.Stance == stance)], Sentiments = [] },
                results[i] with { Stances = [.. results[i].Stances.Where(s => s.Stance == stance)], Pairs = [], Sentiments = [] }))];
            yield return new GroupChange(GroupKind.Class, LabelledJson.NameOf(stance), touched.Count, touched.Sum(i => gold[i].Stances.Count(s => s.Stance == stance)),
                new PairedBootstrap(Counts(older), Counts(newer), resamples, seed).Of(Triples, f => f.Triples.F), whole.Of(ClassF1, f => f.PerClass[(int)stance]));
        }
    }

    /// <summary>The issues or the states.</summary>
    public static IEnumerable<GroupChange> Of(GroupKind kind, IReadOnlyList<LabelledArticle> gold, IReadOnlyList<ArticleStances> older, IReadOnlyList<ArticleStances> newer, int resamples, int seed)
    {
        string OfGold(GoldStance s) => kind == GroupKind.Issue ? s.Issue : s.Actor;
        string OfResult(ActorStance s) => kind == GroupKind.Issue ? s.Issue.Id : s.Actor.Code;
        var articles = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < gold.Count; i++)
        {
            var reported = older[i].Stances.Concat(newer[i].Stances).Where(gold[i].IsJudged).Select(OfResult);
            foreach (var key in gold[i].Stances.Select(OfGold).Concat(reported).Distinct(StringComparer.Ordinal))
            {
                if (!articles.TryGetValue(key, out var list))
                    articles[key] = list = [];
                list.Add(i);
            }
        }
        var groups = articles.AsParallel().Select(group =>
        {
            var (key, touched) = group;
            ArticleCounts[] Counts(IReadOnlyList<ArticleStances> results) => [.. touched.Select(i => ArticleCounts.Of(
                gold[i] with { Stances = [.. gold[i].Stances.Where(s => OfGold(s) == key)], Sentiments = [] },
                results[i] with { Stances = [.. results[i].Stances.Where(s => OfResult(s) == key)], Pairs = [.. results[i].Pairs.Where(s => OfResult(s) == key)], Sentiments = [] }))];
            var bootstrap = new PairedBootstrap(Counts(older), Counts(newer), resamples, seed);
            return new GroupChange(kind, key, touched.Count, touched.Sum(i => gold[i].Stances.Count(s => OfGold(s) == key)), bootstrap.Of(Triples, f => f.Triples.F), bootstrap.Of(Accuracy, f => f.Accuracy));
        });
        return groups.AsEnumerable().OrderByDescending(g => g.Support).ThenBy(g => g.Key, StringComparer.Ordinal);
    }
}
