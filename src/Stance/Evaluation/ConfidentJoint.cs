namespace Stance;

/// <summary>Confident learning (Northcutt, Jiang and Chuang 2021, "Confident Learning: Estimating Uncertainty in Dataset Labels", JAIR 70): how often each given label is confidently another one.</summary>
internal sealed class ConfidentJoint
{
    /// <summary>A mean of equal numbers may come out a little above them.</summary>
    private const double Rounding = 1e-12;

    private ConfidentJoint(double[] thresholds, int[,] counts, double[,] joint) => (Thresholds, Counts, Joint) = (thresholds, counts, joint);

    /// <summary>For each class, the mean probability of it among the items with that label (the paper's t); 1 for a class that nobody was given.</summary>
    public double[] Thresholds { get; }

    /// <summary>Given label × confident label: items whose probability of the latter reaches its threshold; of several such classes the most probable one counts. Items confident of no class are not counted.</summary>
    public int[,] Counts { get; }

    /// <summary><see cref="Counts"/> with each row scaled to the number of items given that label, divided by all: an estimate of the joint distribution of given and true labels; it sums to 1. A row without a confident item is put on the diagonal.</summary>
    public double[,] Joint { get; }

    /// <summary>Estimates the joint.</summary>
    /// <param name="given">The label of each item: a class from 0 on.</param>
    /// <param name="probabilities">Its probabilities by a model that has not seen it, one a class, summing to 1.</param>
    /// <param name="classes">Number of classes.</param>
    public static ConfidentJoint Of(IReadOnlyList<int> given, IReadOnlyList<double[]> probabilities, int classes)
    {
        var (sum, count) = (new double[classes], new int[classes]);
        for (var i = 0; i < given.Count; i++)
        {
            sum[given[i]] += probabilities[i][given[i]];
            count[given[i]]++;
        }
        var thresholds = new double[classes];
        for (var k = 0; k < classes; k++)
            thresholds[k] = count[k] == 0 ? 1 : sum[k] / count[k];
        var counts = new int[classes, classes];
        for (var i = 0; i < given.Count; i++)
            if (Confident(probabilities[i], thresholds) is >= 0 and var k)
                counts[given[i], k]++;
        var joint = new double[classes, classes];
        for (var i = 0; i < classes; i++)
        {
            var row = 0;
            for (var j = 0; j < classes; j++)
                row += counts[i, j];
            for (var j = 0; j < classes && given.Count > 0; j++)
                joint[i, j] = (row > 0 ? (double)counts[i, j] / row : i == j ? 1 : 0) * count[i] / given.Count;
        }
        return new ConfidentJoint(thresholds, counts, joint);
    }

    /// <summary>How much more the model believes in another class than in the given one, each measured against what is usual for its class: (p_other − t_other) − (p_given − t_given), for the other class where this is highest. From −2 to 2; higher is more suspect.</summary>
    public (int Other, double Score) Suspicion(int given, double[] probabilities)
    {
        var (other, score) = (-1, double.NegativeInfinity);
        for (var k = 0; k < probabilities.Length; k++)
            if (k != given && probabilities[k] - Thresholds[k] - (probabilities[given] - Thresholds[given]) is var s && s > score)
                (other, score) = (k, s);
        return (other, score);
    }

    /// <summary>The items that are likely mislabelled, pruned by noise rate: of each pair of classes at most as many as the joint says, rounded, those with the widest margin p_other − p_given first; only items whose other class is more probable than the given one. An item may be pruned for several classes and counts once.</summary>
    public HashSet<int> Prune(IReadOnlyList<int> given, IReadOnlyList<double[]> probabilities)
    {
        var pruned = new HashSet<int>();
        var classes = Thresholds.Length;
        for (var i = 0; i < classes; i++)
        {
            for (var j = 0; j < classes; j++)
            {
                var most = (int)Math.Round(Joint[i, j] * given.Count, MidpointRounding.AwayFromZero);
                if (i == j || most == 0)
                    continue;
                pruned.UnionWith(Enumerable.Range(0, given.Count).Where(n => given[n] == i && probabilities[n][j] > probabilities[n][i])
                    .OrderByDescending(n => probabilities[n][j] - probabilities[n][i]).ThenBy(n => n).Take(most));
            }
        }
        return pruned;
    }

    private static int Confident(double[] probabilities, double[] thresholds)
    {
        var best = -1;
        for (var k = 0; k < probabilities.Length; k++)
            if (probabilities[k] >= thresholds[k] - Rounding && (best < 0 || probabilities[k] > probabilities[best]))
                best = k;
        return best;
    }
}
