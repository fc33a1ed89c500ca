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
    public static Estimate Interval((double Score, double Weight)[] values, int seed) => Difference(values, [], seed);

    /// <summary>The mean of the first less that of the second, each resampled on its own, with its 95 % percentile bootstrap interval.</summary>
    public static Estimate Difference((double Score, double Weight)[] first, (double Score, double Weight)[] second, int seed)
    {
        // Resampling draws from an order that the articles' order has no part in.
        Array.Sort(first);
        Array.Sort(second);
        var random = new Random(seed);
        var drawn = new double[Resamples];
        var (a, b) = (new (double, double)[first.Length], new (double, double)[second.Length]);
        for (var r = 0; r < Resamples; r++)
            drawn[r] = Drawn(first, a, random) - Drawn(second, b, random);
        Array.Sort(drawn);
        return new Estimate(Mean(first) - Mean(second), drawn[Resamples * 25 / 1000], drawn[^(Resamples * 25 / 1000 + 1)]);
    }

    private static double Drawn((double, double)[] values, (double, double)[] sample, Random random)
    {
        for (var i = 0; i < sample.Length; i++)
            sample[i] = values[random.Next(values.Length)];
        return Mean(sample);
    }

    /// <summary>The most probable first, then by id and text: no part of it is the order given.</summary>
    public static int Compare((Article Article, double Probability) a, (Article Article, double Probability) b) =>
        a.Probability != b.Probability ? b.Probability.CompareTo(a.Probability)
        : string.CompareOrdinal(a.Article.Id, b.Article.Id) is not 0 and var order ? order : string.CompareOrdinal(a.Article.Text, b.Article.Text);
}
