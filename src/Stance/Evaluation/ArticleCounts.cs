namespace Stance;

/// <summary>What one article adds to every figure, as plain counts: articles can then be drawn again for the bootstrap.</summary>
internal sealed class ArticleCounts
{
    public int Gold, Predicted, Pairs, Triples, EvidenceAsked, EvidenceHit, SentimentsGold, SentimentsPredicted, SentimentsRight;

    /// <summary>Column of <see cref="Confusion"/> for gold pairs that were not answered: they count as wrong.</summary>
    public const int Missing = 3;

    /// <summary>Gold stance × answered stance, or <see cref="Missing"/>.</summary>
    public readonly int[,] Confusion = new int[3, 4];

    public readonly List<(double Probability, bool Right)> Probabilities = [];

    /// <summary>Counts of one article.</summary>
    /// <param name="gold">Its labels.</param>
    /// <param name="predicted">What was predicted, the answers to the gold pairs among them.</param>
    public static ArticleCounts Of(LabelledArticle gold, ArticleStances predicted)
    {
        var counts = new ArticleCounts();
        var labels = gold.Stances.ToDictionary(s => (s.Actor, s.Issue));
        var found = new Dictionary<(string, string), ActorStance>();
        foreach (var stance in predicted.Stances)
            if (gold.IsJudged(stance))
                found[(stance.Actor.Code, stance.Issue.Id)] = stance;
        (counts.Gold, counts.Predicted) = (labels.Count, found.Count);
        foreach (var (pair, stance) in found)
        {
            var known = labels.TryGetValue(pair, out var label);
            if (known) counts.Pairs++;
            var right = known && label!.Stance == stance.Stance;
            counts.Probabilities.Add((stance.Probability, right));
            if (!right)
                continue;
            counts.Triples++;
            counts.Evidence(gold.Article.Text, label!, stance);
        }
        var answers = predicted.Pairs.ToDictionary(p => (p.Actor.Code, p.Issue.Id), p => p.Stance);
        foreach (var (pair, label) in labels)
            counts.Confusion[(int)label.Stance, answers.TryGetValue(pair, out var answer) ? (int)answer : Missing]++;
        var sentiments = gold.Sentiments.Select(s => (s.Source, s.Target, s.Sentiment)).ToHashSet();
        // Where nobody looked for tones, one that is not labelled is unknown.
        var tones = predicted.Sentiments.Where(s => gold.SentimentsLabelled || gold.Sentiments.Any(g => g.Source == s.Source.Code && g.Target == s.Target.Code)).Select(s => (s.Source.Code, s.Target.Code, s.Sentiment)).ToHashSet();
        (counts.SentimentsGold, counts.SentimentsPredicted) = (sentiments.Count, tones.Count);
        tones.IntersectWith(sentiments);
        counts.SentimentsRight = tones.Count;
        return counts;
    }

    private void Evidence(string text, GoldStance label, ActorStance stance)
    {
        var spans = EvidencePlaces.In(text, label.Evidence, label.Spans);
        if (spans.Count == 0)
            return;
        EvidenceAsked++;
        if (stance.Evidence.Any(e => spans.Any(e.Span.Overlaps)))
            EvidenceHit++;
    }
}
