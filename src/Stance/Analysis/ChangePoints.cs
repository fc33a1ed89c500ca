namespace Stance;

/// <summary>One article on a line of time.</summary>
internal readonly record struct DatedScore(DateOnly Day, double Score, double Weight) : IComparable<DatedScore>
{
    public int CompareTo(DatedScore other) =>
        Day.CompareTo(other.Day) is not 0 and var day ? day : Score.CompareTo(other.Score) is not 0 and var score ? score : Weight.CompareTo(other.Weight);
}

/// <summary>Finds where a mean changes: circular binary segmentation (Olshen, Venkatraman, Lucito and Wigler 2004), which sees a turn and its return alike. The stretch that stands furthest from the rest of its segment is cut
/// out if a permutation test holds it for more than chance, and each of its ends if another does.</summary>
internal static class ChangePoints
{
    private const int Permutations = 999;

    /// <summary>Of the places in a segment between two days at most so many are tried, evenly spread; then all that lie about the best of them.</summary>
    private const int MaxPlaces = 256;

    /// <summary>Places between two days at which the mean changes, in order: index of the first value after it, and the probability that chance makes a change as great.</summary>
    /// <param name="values">Sorted values.</param>
    /// <param name="minimum">Values that each stretch needs.</param>
    /// <param name="significance">Greatest probability at which a change is kept.</param>
    /// <param name="seed">Seed of the permutations.</param>
    public static List<(int At, double PValue)> Find(DatedScore[] values, int minimum, double significance, int seed)
    {
        var found = new List<(int At, double)>();
        Cut(0, values.Length);
        found.Sort();
        return found;

        void Cut(int first, int end)
        {
            var segment = values.AsSpan(first, end - first);
            var all = Places(segment, minimum);
            var places = Spread(all);
            var (i, j, gain) = Best(segment, places, minimum);
            if (gain <= 1e-12)
                return;
            var p = Chance(segment, gain, seed, shuffled => Best(shuffled, places, minimum).Gain);
            if (p > significance)
                return;
            // Chance was held against the places tried; the day of the change may lie between two of them.
            if (places.Length < all.Length)
                (i, j) = Refined(segment, all, places, (i, j), minimum);
            var cuts = new List<int>();
            foreach (var (at, from, to) in ((int, int, int)[])[(i, 0, j), (j, i, segment.Length)])
            {
                if (at == 0 || at == segment.Length)
                    continue;
                // Where the stretch ends with the segment its test was that of its only cut.
                var edge = i == 0 || j == segment.Length ? p : Math.Max(p, Chance(segment[from..to], Gain(segment[from..to], at - from), seed, shuffled => Gain(shuffled, at - from)));
                if (edge > significance)
                    continue;
                found.Add((first + at, edge));
                cuts.Add(first + at);
            }
            if (cuts.Count == 0)
                return;
            foreach (var (from, to) in ((int[])[first, .. cuts]).Zip([.. cuts, end]))
                Cut(from, to);
        }
    }

    /// <summary>The places between two days that leave enough values on both sides.</summary>
    private static int[] Places(ReadOnlySpan<DatedScore> values, int minimum)
    {
        var places = new List<int>();
        for (var i = minimum; i <= values.Length - minimum; i++)
            if (values[i].Day != values[i - 1].Day)
                places.Add(i);
        return [.. places];
    }

    private static int[] Spread(int[] places) => places.Length <= MaxPlaces ? places : [.. Enumerable.Range(0, MaxPlaces).Select(k => places[(int)((long)k * places.Length / MaxPlaces)])];

    /// <summary>The best stretch whose ends lie about those of the best one found, each before the next place that was tried on either side.</summary>
    private static (int First, int End) Refined(ReadOnlySpan<DatedScore> values, int[] all, int[] tried, (int First, int End) found, int minimum)
    {
        var best = found;
        var most = 0.0;
        var (sums, weights) = Sums(values);
        foreach (var i in About(found.First, values.Length))
        {
            foreach (var j in About(found.End, values.Length))
            {
                if (j - i < minimum)
                    continue;
                var gain = Between(sums[j] - sums[i], weights[j] - weights[i], sums[^1], weights[^1]);
                if (gain > most + 1e-12)
                    (best, most) = ((i, j), gain);
            }
        }
        return best;

        IEnumerable<int> About(int place, int end)
        {
            if (place == 0 || place == end)
                return [place];
            var at = Array.IndexOf(tried, place);
            var (low, high) = (at == 0 ? 0 : tried[at - 1], at == tried.Length - 1 ? end : tried[at + 1]);
            return all.Where(p => p > low && p < high);
        }
    }

    private static (double[] Sums, double[] Weights) Sums(ReadOnlySpan<DatedScore> values)
    {
        var (sums, weights) = (new double[values.Length + 1], new double[values.Length + 1]);
        for (var i = 0; i < values.Length; i++)
        {
            sums[i + 1] = sums[i] + values[i].Score * values[i].Weight;
            weights[i + 1] = weights[i] + values[i].Weight;
        }
        return (sums, weights);
    }

    /// <summary>The stretch that stands furthest from the rest, and the sum of squares between both. Of equals one that begins or ends with the segment.</summary>
    private static (int First, int End, double Gain) Best(ReadOnlySpan<DatedScore> values, int[] places, int minimum)
    {
        var (sums, weights) = Sums(values);
        var best = (First: 0, End: values.Length, Gain: 0.0);
        foreach (var place in places)
            Try(0, place, ref best);
        foreach (var i in places)
            foreach (var j in places)
                if (i > 0 && j < values.Length && j - i >= minimum)
                    Try(i, j, ref best);
        return best;

        void Try(int i, int j, ref (int First, int End, double Gain) best)
        {
            var gain = Between(sums[j] - sums[i], weights[j] - weights[i], sums[^1], weights[^1]);
            if (gain > best.Gain + 1e-12)
                best = (i, j, gain);
        }
    }

    private static double Gain(ReadOnlySpan<DatedScore> values, int at)
    {
        double sum = 0, weight = 0, all = 0, weights = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var (s, w) = (values[i].Score * values[i].Weight, values[i].Weight);
            (all, weights) = (all + s, weights + w);
            if (i < at)
                (sum, weight) = (sum + s, weight + w);
        }
        return Between(sum, weight, all, weights);
    }

    /// <summary>Sum of squares between a part and the rest; 0 where one of them has no weight.</summary>
    private static double Between(double sum, double weight, double all, double weights)
    {
        var rest = weights - weight;
        if (weight <= 1e-12 || rest <= 1e-12)
            return 0;
        var apart = sum / weight - (all - sum) / rest;
        return weight * rest / weights * apart * apart;
    }

    /// <summary>How often chance does as well: the days stay where they are, what was said moves among them.</summary>
    private static double Chance(ReadOnlySpan<DatedScore> values, double gain, int seed, Func<DatedScore[], double> statistic)
    {
        var random = new Random(seed);
        var shuffled = values.ToArray();
        var asGreat = 1;
        for (var r = 0; r < Permutations; r++)
        {
            random.Shuffle(shuffled);
            if (statistic(shuffled) >= gain - 1e-9)
                asGreat++;
        }
        return asGreat / (Permutations + 1.0);
    }
}
