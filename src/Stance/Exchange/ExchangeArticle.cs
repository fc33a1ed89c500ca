namespace Stance;

/// <summary>What is written of one article.</summary>
/// <param name="Header">The article with its split and labelled issues; its own lists of labels are not looked at.</param>
/// <param name="Labels">A person's labels; <c>null</c>: nobody labelled it.</param>
/// <param name="Predictions">What a model found; <c>null</c>: none was asked.</param>
internal sealed record ExchangeArticle(LabelledArticle Header, IReadOnlyList<ExchangeLabel>? Labels, IReadOnlyList<ExchangeLabel>? Predictions)
{
    public Article Article => Header.Article;

    /// <summary>The one layer of formats that have one: predictions, to be corrected, where there are any, else the labels.</summary>
    public IReadOnlyList<ExchangeLabel> Layer => Predictions ?? Labels ?? [];

    /// <summary>Articles with their labels, and the results for the same ids beside them; results of other articles follow, unlabelled.</summary>
    /// <exception cref="FormatException">An id given twice, or evidence that is not in the article's text.</exception>
    public static IEnumerable<ExchangeArticle> Of(IEnumerable<LabelledArticle> articles, IEnumerable<ArticleStances>? results)
    {
        var byId = new Dictionary<string, ArticleStances>(StringComparer.Ordinal);
        foreach (var result in results ?? [])
            if (!byId.TryAdd(result.Article.Id, result))
                throw new FormatException($"two results for article '{result.Article.Id}'; allowed: each id once");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var labelled in articles)
        {
            if (!seen.Add(labelled.Article.Id))
                throw new FormatException($"two articles have the id '{labelled.Article.Id}'; allowed: each id once");
            yield return new ExchangeArticle(labelled, ExchangeLabel.Of(labelled), byId.Remove(labelled.Article.Id, out var result) ? ExchangeLabel.Of(result, labelled.Article) : null);
        }
        foreach (var result in (results ?? []).Where(r => byId.ContainsKey(r.Article.Id)))
            yield return new ExchangeArticle(new LabelledArticle { Article = result.Article, Stances = [] }, null, ExchangeLabel.Of(result, result.Article));
    }

    /// <summary>Refuses what the format cannot carry.</summary>
    public void Check(ExchangeFormat format)
    {
        if (Article.Id.Length == 0)
            throw new FormatException("an article has no id; allowed: an id for each article");
        if (format is ExchangeFormat.Csv or ExchangeFormat.Dna && (Article.Text.Contains('\0') || Article.Title?.Contains('\0') == true))
            throw new FormatException($"article '{Article.Id}' holds a NUL character; allowed: text, or a format of JSON");
        IReadOnlyList<ExchangeLabel> labels = [.. Labels ?? [], .. Predictions ?? []];
        foreach (var text in (IEnumerable<string?>)[Article.Text, Article.Title, Article.Id, Article.Source, Article.Url, Header.Split, .. Header.LabelledIssues ?? new HashSet<string>(), .. labels.SelectMany(l => (string?[])[l.Actor, l.On, l.Speaker])])
            if (text is not null && HasHalfPair(text))
                throw new FormatException($"article '{Article.Id}' holds half a surrogate pair; allowed: whole Unicode characters");
        // Where a label is one string, making it is what checks it.
        foreach (var label in labels)
            if (format is ExchangeFormat.Doccano or ExchangeFormat.Prodigy || (format is ExchangeFormat.LabelStudio && label.Passages.Any(p => p.InTitle)))
                _ = label.Key;
    }

    private static bool HasHalfPair(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
                return true;
        return false;
    }
}
