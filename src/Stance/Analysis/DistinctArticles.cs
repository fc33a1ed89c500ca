namespace Stance;

/// <summary>Wire copies count once: of near-identical texts one stands for all.</summary>
internal static class DistinctArticles
{
    /// <summary>Texts that share so much of their wording are copies of one.</summary>
    private const double CopyShare = 0.8;

    /// <summary>One result of each group of copies: the first published (undated ones last), then the one whose id and text come first; in the order of date, id and text.</summary>
    public static List<ArticleStances> Of(IEnumerable<ArticleStances> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var list = articles.ToList();
        var group = NearDuplicates.Groups([.. list.Select(a => (a.Article.Id, a.Article.Text))], CopyShare);
        var first = new Dictionary<int, ArticleStances>();
        for (var i = 0; i < list.Count; i++)
            if (!first.TryGetValue(group[i], out var best) || Compare(list[i].Article, best.Article) < 0)
                first[group[i]] = list[i];
        return [.. first.Values.Order(Comparer<ArticleStances>.Create(static (a, b) => Compare(a.Article, b.Article)))];
    }

    public static int Compare(Article a, Article b) =>
        (a.Published ?? DateOnly.MaxValue).CompareTo(b.Published ?? DateOnly.MaxValue) is not 0 and var day ? day
        : string.CompareOrdinal(a.Id, b.Id) is not 0 and var id ? id : string.CompareOrdinal(a.Text, b.Text);
}
