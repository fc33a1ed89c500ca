namespace Stance;

/// <summary>The score of many articles and its interval.</summary>
internal static class StanceScore
{
    private const int Resamples = 1000;

    /// <summary>What one article says: (favor − against) / (favor + against + neutral) in [−1, 1], and its weight 1 − none.</summary>
    public static (double Score, double Weight) Of(StanceProbabilities p)
    {
        var any = p.Favor + p.Against + p.Neutral;
        return any <= 0 ? (0, 0) : ((p.Favor - p.Against) / any, 1 - p.None);
    }

    /// <summary>Weighted mean; 0 where nothing has weight.</summary>
    public static double Mean(ReadOnlySpan<(double Score, double Weight)> values)
    {
        double sum = 0, weight = 0;
        foreach (var (score, w) in values)
        {
            sum += score * w;
            weight += w;
        }
        return weight <= 0 ? 0 : sum / weight;
    }

    /// <summary>The mean with its 95 % percentile bootstrap interval. It depends on what the values are, not on their order.</summary>
    public static Estimate Interval((double Score, double Weight)[] values, int seed)
    {
        // Resampling draws from an order that the articles' order has no part in.
        Array.Sort(values);
        var random = new Random(seed);
        var (drawn, sample) = (new double[Resamples], new (double, double)[values.Length]);
        for (var r = 0; r < Resamples; r++)
        {
            for (var i = 0; i < sample.Length; i++)
                sample[i] = values[random.Next(values.Length)];
            drawn[r] = Mean(sample);
        }
        return Estimate.Of(Mean(values), drawn);
    }

    /// <summary>The score of the first cell less that of the second, with its 95 % percentile bootstrap interval over the articles of both (<see cref="CellPair"/>). Turned round it is the negative, interval and all.</summary>
    public static Estimate Difference(StanceCell first, StanceCell second, int seed)
    {
        var (pair, random, drawn) = (new CellPair(first, second), new Random(seed), new double[Resamples]);
        for (var r = 0; r < Resamples; r++)
            drawn[r] = pair.Draw(random);
        return Estimate.Of(first.Score - second.Score, drawn);
    }

    /// <summary>One less half the mean difference of scores over issues, with its 95 % percentile bootstrap interval: issues are drawn, and of each drawn issue the articles of both cells.</summary>
    /// <param name="shared">The two cells of each issue, in an order that does not depend on that of the articles.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static Estimate Agreement(IReadOnlyList<(StanceCell First, StanceCell Second)> shared, int seed)
    {
        CellPair[] pairs = [.. shared.Select(s => new CellPair(s.First, s.Second))];
        var (random, drawn) = (new Random(seed), new double[Resamples]);
        for (var r = 0; r < Resamples; r++)
        {
            double apart = 0;
            for (var i = 0; i < pairs.Length; i++)
                apart += Math.Abs(pairs[random.Next(pairs.Length)].Draw(random));
            drawn[r] = 1 - apart / pairs.Length / 2;
        }
        var estimate = Estimate.Of(1 - shared.Average(s => Math.Abs(s.First.Score - s.Second.Score)) / 2, drawn);
        // Drawing sets scores that are near each other apart and never nearer than equal: the draws of two who agree in all lie below what they are drawn from.
        return estimate with { Low = Math.Min(estimate.Low, estimate.Value), High = Math.Max(estimate.High, estimate.Value) };
    }

    /// <summary>The most probable first, then by id and text: no part of it is the order given.</summary>
    public static int Compare((Article Article, double Probability) a, (Article Article, double Probability) b) =>
        a.Probability != b.Probability ? b.Probability.CompareTo(a.Probability)
        : string.CompareOrdinal(a.Article.Id, b.Article.Id) is not 0 and var order ? order : string.CompareOrdinal(a.Article.Text, b.Article.Text);
}
