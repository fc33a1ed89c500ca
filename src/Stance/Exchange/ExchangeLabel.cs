namespace Stance;

/// <summary>A stance or a sentiment, in the one shape that all formats carry.</summary>
/// <param name="IsSentiment">Whether it is a sentiment.</param>
/// <param name="Actor">Code of who takes the stance, or of the sentiment's source.</param>
/// <param name="On">Id of the issue, or code of the sentiment's target.</param>
/// <param name="Value">Name of the stance or sentiment.</param>
/// <param name="Passages">The words that show it.</param>
/// <param name="Speaker">The surface form of who speaks, or <c>null</c>.</param>
/// <param name="Probability">How sure a prediction is; <c>null</c> for a person's label.</param>
internal sealed record ExchangeLabel(bool IsSentiment, string Actor, string On, string Value, IReadOnlyList<Passage> Passages, string? Speaker = null, double? Probability = null)
{
    /// <summary>The label in one string, for tools whose labels are strings: <c>stance:RUS:against:ISSUE</c>, <c>sentiment:USA:negative:RUS</c>.</summary>
    public string Key => Actor.Contains(':') ? throw new FormatException($"actor '{Actor}' has a colon; allowed: codes without") : $"{Kind(IsSentiment)}:{Actor}:{Value}:{On}";

    public static string Kind(bool isSentiment) => isSentiment ? "sentiment" : "stance";

    /// <summary>A label without passages from its string.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ExchangeLabel Parse(string key)
    {
        var parts = key.Split(':', 4);
        if (parts is not [("stance" or "sentiment") and var kind, { Length: > 0 } actor, var value, { Length: > 0 } on])
            throw new FormatException($"label '{key}'; allowed: stance:ACTOR:favor|against|neutral:ISSUE or sentiment:ACTOR:positive|negative|neutral:ACTOR");
        return Of(kind == "sentiment", actor, on, value);
    }

    /// <summary>A label without passages.</summary>
    /// <exception cref="FormatException">The value is no stance or sentiment.</exception>
    public static ExchangeLabel Of(bool isSentiment, string actor, string on, string value)
    {
        // Reading the name checks it.
        if (isSentiment)
            LabelledJson.SentimentOf(value);
        else
            LabelledJson.StanceOf(value);
        return new ExchangeLabel(isSentiment, actor, on, value, []);
    }

    /// <summary>The labels of an article, each passage found in its text or title.</summary>
    /// <exception cref="FormatException">A label without evidence, or with evidence that is not in the article.</exception>
    public static List<ExchangeLabel> Of(LabelledArticle labelled)
    {
        var article = labelled.Article;
        return [.. labelled.Stances.Select(s => new ExchangeLabel(false, s.Actor, s.Issue, LabelledJson.NameOf(s.Stance), Located(s.Evidence, s.Spans, $"{s.Actor} on '{s.Issue}'"), s.Speaker)),
            .. labelled.Sentiments.Select(s => new ExchangeLabel(true, s.Source, s.Target, LabelledJson.NameOf(s.Sentiment), Located(s.Evidence, s.Spans, $"{s.Source} toward {s.Target}")))];

        List<Passage> Located(IReadOnlyList<string> evidence, IReadOnlyList<TextSpan?>? spans, string of)
        {
            try
            {
                if (spans is not null && spans.Count != evidence.Count)
                    throw new FormatException($"{spans.Count} places for {evidence.Count} passages; allowed: a place, or null, for each");
                return evidence.Count > 0 ? [.. evidence.Select((quote, i) => spans is null ? Passage.Locate(article, quote) : Passage.At(article, quote, spans[i]))] : throw new FormatException("no evidence; allowed: one to three verbatim passages");
            }
            catch (FormatException e)
            {
                throw new FormatException($"article '{article.Id}', {of}: {e.Message}", e);
            }
        }
    }

    /// <summary>The stances and sentiments found in an article. Stances and sentiments that show no passage have no place in any format and are left out.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="article">The article that is written: the result may be of another text under the same id.</param>
    /// <exception cref="FormatException">Evidence that does not stand where the result says.</exception>
    public static List<ExchangeLabel> Of(ArticleStances result, Article article)
    {
        return [.. result.Stances.Where(s => s.Evidence.Count > 0).Select(s => new ExchangeLabel(false, s.Actor.Code, s.Issue.Id, LabelledJson.NameOf(s.Stance), Located(s.Evidence, $"{s.Actor.Code} on '{s.Issue.Id}'"), s.Speaker, s.Probability)),
            .. result.Sentiments.Where(s => s.Evidence.Count > 0).Select(s => new ExchangeLabel(true, s.Source.Code, s.Target.Code, LabelledJson.NameOf(s.Sentiment), Located(s.Evidence, $"{s.Source.Code} toward {s.Target.Code}"), null, s.Probability))];

        List<Passage> Located(IReadOnlyList<Evidence> evidence, string of)
        {
            try
            {
                return [.. evidence.Select(e => Passage.At(article, e.Text, e.Span))];
            }
            catch (FormatException e)
            {
                throw new FormatException($"result for article '{article.Id}', {of}: {e.Message}", e);
            }
        }
    }

    /// <summary>Labels from passages read one by one: those of one actor, issue and value are one label; its speaker is the first that is named.</summary>
    public static List<ExchangeLabel> Merge(IEnumerable<ExchangeLabel> labels) =>
        [.. labels.GroupBy(l => (l.IsSentiment, l.Actor, l.On, l.Value)).Select(g => g.First() with { Passages = [.. g.SelectMany(l => l.Passages)], Speaker = g.Select(l => l.Speaker).FirstOrDefault(s => s is not null) })];

    /// <summary>An article with these labels. Places are recorded where the quoted words alone would not lead to them.</summary>
    public static LabelledArticle Label(LabelledArticle article, IReadOnlyList<ExchangeLabel> labels) => article with
    {
        Stances = [.. labels.Where(l => !l.IsSentiment).Select(l => new GoldStance(l.Actor, l.On, LabelledJson.StanceOf(l.Value), Quotes(l), l.Speaker) { Spans = Spans(article.Article, l) })],
        Sentiments = [.. labels.Where(l => l.IsSentiment).Select(l => new GoldSentiment(l.Actor, l.On, LabelledJson.SentimentOf(l.Value), Quotes(l)) { Spans = Spans(article.Article, l) })],
    };

    private static string[] Quotes(ExchangeLabel label) => [.. label.Passages.Select(p => p.Quote)];

    private static TextSpan?[]? Spans(Article article, ExchangeLabel label) =>
        label.Passages.All(p => Passage.Locate(article, p.Quote) == p) ? null : [.. label.Passages.Select(p => p.InTitle ? (TextSpan?)null : p.Span)];
}
