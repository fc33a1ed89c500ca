namespace Stance.Tests;

public class LouvainTests
{
    private static double[,] Graph(int nodes, params (int A, int B)[] edges)
    {
        var weights = new double[nodes, nodes];
        foreach (var (a, b) in edges)
            weights[a, b] = weights[b, a] = 1;
        return weights;
    }

    [Fact]
    public void Two_triangles_joined_by_an_edge_are_two_communities()
    {
        var graph = Graph(6, (0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3));
        var found = Louvain.Communities(graph);
        Assert.Equal([0, 0, 0, 1, 1, 1], found);
        // Each holds 3 of 7 edges and half of the degrees: 2 (3/7 - 1/4) = 5/14.
        Assert.Equal(5 / 14.0, Louvain.Modularity(graph, found), 12);
    }

    /// <summary>Zachary (1977), "An information flow model for conflict and fission in small groups": the ties of the karate club, nodes from 1.</summary>
    private const string Karate = "2-1 3-1 3-2 4-1 4-2 4-3 5-1 6-1 7-1 7-5 7-6 8-1 8-2 8-3 8-4 9-1 9-3 10-3 11-1 11-5 11-6 12-1 13-1 13-4 14-1 14-2 14-3 14-4 17-6 17-7 18-1 18-2 20-1 20-2 22-1 22-2 26-24 26-25 28-3 28-24 28-25 29-3 30-24 30-27 31-2 31-9 32-1 32-25 32-26 32-29 33-3 33-9 33-15 33-16 33-19 33-21 33-23 33-24 33-30 33-31 33-32 34-9 34-10 34-14 34-15 34-16 34-19 34-20 34-21 34-23 34-24 34-27 34-28 34-29 34-30 34-31 34-32 34-33";

    [Fact]
    public void The_karate_club_falls_into_four()
    {
        var edges = Karate.Split(' ').Select(e => e.Split('-')).Select(e => (int.Parse(e[0], System.Globalization.CultureInfo.InvariantCulture) - 1, int.Parse(e[1], System.Globalization.CultureInfo.InvariantCulture) - 1)).ToArray();
        Assert.Equal(78, edges.Length);
        var graph = Graph(34, edges);
        var found = Louvain.Communities(graph);
        // The best partition known has modularity .4198 (Brandes et al. 2008), in four parts; Louvain comes within a hundredth.
        Assert.InRange(Louvain.Modularity(graph, found), 0.41, 0.4198);
        Assert.Equal(4, found.Distinct().Count());
    }

    [Fact]
    public void The_largest_community_is_the_first_and_the_loners_are_alone()
    {
        var found = Louvain.Communities(Graph(6, (1, 2), (3, 4), (4, 5), (3, 5)));
        Assert.Equal([2, 1, 1, 0, 0, 0], found);
        Assert.Equal([0, 1, 2], Louvain.Communities(new double[3, 3]));
        Assert.Equal(0, Louvain.Modularity(new double[3, 3], [0, 1, 2]));
        Assert.Empty(Louvain.Communities(new double[0, 0]));
    }

    [Fact]
    public void More_resolution_makes_smaller_communities() =>
        Assert.Equal(3, Louvain.Communities(Graph(3, (0, 1), (1, 2), (0, 2)), resolution: 2).Distinct().Count());
}
