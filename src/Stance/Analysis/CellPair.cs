namespace Stance;

/// <summary>Two actors on one issue, ready to be drawn from: an article that speaks of both counts for both in the same draw, as what it says of the one is no accident beside what it says of the other.</summary>
internal sealed class CellPair
{
    private readonly (bool Is, double Score, double Weight)[] first, second;
    private readonly double? constant;

    /// <param name="one">The first's cell.</param>
    /// <param name="other">The second's, of the same matrix.</param>
    public CellPair(StanceCell one, StanceCell other)
    {
        var (a, b) = (Values(one), Values(other));
        // An order that neither that of the articles nor that of the actors has a part in.
        Article[] articles = [.. a.Keys.Union(b.Keys, ReferenceEqualityComparer.Instance).Cast<Article>().Order(Comparer<Article>.Create(DistinctArticles.Compare))];
        first = Array.ConvertAll(articles, article => Of(a, article));
        second = Array.ConvertAll(articles, article => Of(b, article));
        // Nothing to draw: each side has always the one article.
        constant = one.Count == 1 && other.Count == 1 ? one.Score - other.Score : null;
    }

    /// <summary>The first's score less the second's over articles drawn with replacement from those of both; a draw that leaves out all articles of one of them says nothing and is drawn again.</summary>
    public double Draw(Random random)
    {
        if (constant is { } always)
            return always;
        while (true)
        {
            var (ofFirst, ofSecond, sum, weight, otherSum, otherWeight) = (false, false, 0.0, 0.0, 0.0, 0.0);
            for (var i = 0; i < first.Length; i++)
            {
                var at = random.Next(first.Length);
                var (a, b) = (first[at], second[at]);
                (ofFirst, sum, weight) = (ofFirst || a.Is, sum + a.Score * a.Weight, weight + a.Weight);
                (ofSecond, otherSum, otherWeight) = (ofSecond || b.Is, otherSum + b.Score * b.Weight, otherWeight + b.Weight);
            }
            if (ofFirst && ofSecond)
                return (weight <= 0 ? 0 : sum / weight) - (otherWeight <= 0 ? 0 : otherSum / otherWeight);
        }
    }

    private static Dictionary<object, (double Score, double Weight)> Values(StanceCell cell) =>
        cell.Evidence.ToDictionary(e => (object)e.Article, e => StanceScore.Of(e.Stance.Probabilities), ReferenceEqualityComparer.Instance);

    private static (bool, double, double) Of(Dictionary<object, (double Score, double Weight)> values, Article article) =>
        values.TryGetValue(article, out var value) ? (true, value.Score, value.Weight) : default;
}
