namespace Stance;

/// <summary>Communities of a weighted graph by the Louvain method (Blondel, Guillaume, Lambiotte and Lefebvre 2008), with a resolution (Reichardt and Bornholdt 2006). Nodes are visited in their order and ties go to the
/// community that comes first, so that the same graph has the same communities.</summary>
internal static class Louvain
{
    /// <summary>For each node the number of its community: the largest is 0, among equals the one with the first node.</summary>
    /// <param name="weights">Symmetric, not negative; the diagonal counts a loop twice.</param>
    /// <param name="resolution">Above 0; 1 is modularity as it is, more makes smaller communities.</param>
    public static int[] Communities(double[,] weights, double resolution = 1)
    {
        var of = Enumerable.Range(0, weights.GetLength(0)).ToArray();
        var graph = weights;
        while (true)
        {
            var moved = Move(graph, resolution);
            var names = moved.Distinct().Order().ToList();
            if (names.Count == graph.GetLength(0))
                break;
            for (var i = 0; i < of.Length; i++)
                of[i] = names.IndexOf(moved[of[i]]);
            graph = Merge(graph, [.. moved.Select(c => names.IndexOf(c))], names.Count);
        }
        var order = of.Select((c, i) => (c, i)).GroupBy(p => p.c).OrderByDescending(g => g.Count()).ThenBy(g => g.Min(p => p.i)).Select(g => g.Key).ToList();
        return [.. of.Select(c => order.IndexOf(c))];
    }

    /// <summary>Modularity: share of weight within communities less the share expected by chance; 0 for a graph without weight.</summary>
    public static double Modularity(double[,] weights, int[] communities, double resolution = 1)
    {
        var n = communities.Length;
        var (inside, total) = (new double[n], new double[n]);
        double all = 0;
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
            {
                all += weights[i, j];
                total[communities[i]] += weights[i, j];
                if (communities[i] == communities[j])
                    inside[communities[i]] += weights[i, j];
            }
        return all <= 0 ? 0 : Enumerable.Range(0, n).Sum(c => inside[c] / all - resolution * total[c] / all * (total[c] / all));
    }

    /// <summary>Moves nodes one by one to the neighbouring community that gains most, until none gains.</summary>
    private static int[] Move(double[,] graph, double resolution)
    {
        var n = graph.GetLength(0);
        var of = Enumerable.Range(0, n).ToArray();
        var degree = of.Select(i => Enumerable.Range(0, n).Sum(j => graph[i, j])).ToArray();
        var total = degree.ToArray();
        var all = degree.Sum();
        if (all <= 0)
            return of;
        for (var again = true; again;)
        {
            again = false;
            for (var i = 0; i < n; i++)
            {
                var links = new double[n];
                for (var j = 0; j < n; j++)
                    if (j != i)
                        links[of[j]] += graph[i, j];
                total[of[i]] -= degree[i];
                double Gain(int c) => links[c] - resolution * degree[i] * total[c] / all;
                var (best, gain) = (of[i], Gain(of[i]));
                for (var c = 0; c < n; c++)
                    if (links[c] > 0 && Gain(c) > gain + 1e-12)
                        (best, gain) = (c, Gain(c));
                again |= best != of[i];
                of[i] = best;
                total[best] += degree[i];
            }
        }
        return of;
    }

    private static double[,] Merge(double[,] graph, int[] of, int count)
    {
        var merged = new double[count, count];
        for (var i = 0; i < of.Length; i++)
            for (var j = 0; j < of.Length; j++)
                merged[of[i], of[j]] += graph[i, j];
        return merged;
    }
}
