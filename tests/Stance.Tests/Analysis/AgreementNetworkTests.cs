using System.Xml.Linq;

namespace Stance.Tests;

public class AgreementNetworkTests
{
    /// <summary>Russia and China near each other, America and France too, the two camps apart; Japan shares two issues only.</summary>
    private static readonly (string, string, double)[] Cells =
    [
        ("RUS", "x", 1), ("RUS", "y", 0.8), ("RUS", "z", -0.6),
        ("CHN", "x", 0.8), ("CHN", "y", 0.8), ("CHN", "z", -1),
        ("USA", "x", -1), ("USA", "y", -0.8), ("USA", "z", 0.6),
        ("FRA", "x", -1), ("FRA", "y", -0.6), ("FRA", "z", 1),
        ("JPN", "x", 1), ("JPN", "y", 0.8),
    ];

    [Fact]
    public void Agreement_is_one_less_half_the_mean_difference()
    {
        var network = AgreementNetwork.From(Results.Matrix(Cells));
        var agreement = network["RUS", "CHN"]!;
        // Differences .2, 0 and .4: mean .2.
        Assert.Equal(0.9, agreement.Value, 12);
        Assert.Equal((3, "CHN", "RUS"), (agreement.Count, agreement.First.Code, agreement.Second.Code));
        Assert.Equal(["z", "x", "y"], agreement.Issues.Select(i => i.First.Issue.Id));
        Assert.Equal(0.8, agreement.Weight, 12);
        // Differences 2, 1.6 and 1.2: mean 1.6.
        Assert.Equal(0.2, network["USA", "RUS"]!.Value, 12);
        Assert.Equal(0, network["USA", "RUS"]!.Weight);
        // Of three issues one draw in 27 is the widest difference alone (.8) and one the narrowest (1): both lie beyond 2.5 %.
        Assert.Equal((0.8, 1.0), (Math.Round(agreement.Low, 12), Math.Round(agreement.High, 12)));
    }

    [Fact]
    public void Too_few_shared_issues_tell_nothing()
    {
        var network = AgreementNetwork.From(Results.Matrix(Cells));
        Assert.Null(network["JPN", "RUS"]);
        Assert.Null(network.CommunityOf("JPN"));
        Assert.Equal(["CHN", "FRA", "RUS", "USA"], network.Actors.Select(a => a.Code));
        Assert.Equal(6, network.Agreements.Count);
        // Differences .2 and 0.
        Assert.Equal(0.95, AgreementNetwork.From(Results.Matrix(Cells), new AgreementOptions { MinimumSharedIssues = 2 })["JPN", "CHN"]!.Value, 12);
    }

    [Fact]
    public void The_camps_are_communities()
    {
        var network = AgreementNetwork.From(Results.Matrix(Cells));
        Assert.Equal([["CHN", "RUS"], ["FRA", "USA"]], network.Communities.Select(c => c.Select(a => a.Code).ToArray()));
        Assert.Equal((0, 1), (network.CommunityOf("RUS"), network.CommunityOf("USA")));
        // Weights .8 (CHN, RUS) and .8 (FRA, USA: differences 0, .2, .4) and nothing between them: modularity one half.
        Assert.Equal(0.5, network.Modularity, 12);
    }

    [Fact]
    public void Nothing_in_nothing_out()
    {
        var network = AgreementNetwork.From(StanceMatrix.From([]));
        Assert.Empty(network.Actors);
        Assert.Empty(network.Communities);
        Assert.Equal(0, network.Modularity);
        Assert.Equal(0, network.ToDataFrame().Rows.Count);
    }

    [Fact]
    public void Options_outside_their_range_are_refused()
    {
        var matrix = Results.Matrix(Cells);
        Assert.Throws<ArgumentOutOfRangeException>(() => AgreementNetwork.From(matrix, new AgreementOptions { MinimumSharedIssues = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => AgreementNetwork.From(matrix, new AgreementOptions { Resolution = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => AgreementNetwork.From(matrix, new AgreementOptions { Resolution = double.NaN }));
        Assert.Equal((3, 1.0, 1), (new AgreementOptions().MinimumSharedIssues, new AgreementOptions().Resolution, new AgreementOptions().Seed));
    }

    [Fact]
    public void It_does_not_depend_on_the_order_of_the_articles()
    {
        var articles = Cells.Select((c, i) => Results.Of($"a{i:00}", i, null, Synthetic.Stance(c.Item1, c.Item2, StanceLabel.Favor, 0.5, new StanceProbabilities((1 + c.Item3) / 2, (1 - c.Item3) / 2, 0, 0)))).ToArray();
        var expected = Results.Csv(AgreementNetwork.From(StanceMatrix.From(articles)).WriteGraphMl);
        for (var seed = 0; seed < 5; seed++)
            Assert.Equal(expected, Results.Csv(AgreementNetwork.From(StanceMatrix.From(Results.Shuffled(articles, seed))).WriteGraphMl));
    }

    [Fact]
    public void Files_hold_pairs_and_communities()
    {
        var network = AgreementNetwork.From(Results.Matrix(Cells));
        Assert.StartsWith("first,second,agreement,low,high,n,community_first,community_second,most_divided\nCHN,FRA,0.1333,", Results.Csv(network.WriteCsv));
        var graph = XDocument.Parse(Results.Csv(network.WriteGraphMl)).Root!;
        var ns = graph.Name.Namespace;
        Assert.Equal("undirected", graph.Element(ns + "graph")!.Attribute("edgedefault")!.Value);
        Assert.Equal(4, graph.Descendants(ns + "node").Count());
        var russia = graph.Descendants(ns + "node").Single(n => n.Attribute("id")!.Value == "RUS");
        Assert.Equal(["Russia", "روسيا", "state", "0"], russia.Elements().Select(d => d.Value));
        var edge = graph.Descendants(ns + "edge").Single(e => e.Attribute("source")!.Value == "CHN" && e.Attribute("target")!.Value == "RUS");
        Assert.Equal(["0.9", "0.8", "1", "3", "0.8"], edge.Elements().Select(d => d.Value));
        // Every attribute that is used is declared.
        var keys = graph.Elements(ns + "key").Select(k => k.Attribute("id")!.Value).ToHashSet();
        Assert.All(graph.Descendants(ns + "data"), d => Assert.Contains(d.Attribute("key")!.Value, keys));
    }

    [Fact]
    public void The_interval_holds_what_the_articles_leave_open()
    {
        // On each of three issues Russia is for in four articles; America is for in two and against in two: each difference is 1, so the choice of issues changes nothing.
        var text = 0;
        ArticleStances[] articles = [.. ((string[])["x", "y", "z"]).SelectMany(issue => Enumerable.Range(0, 4).SelectMany(i => (ArticleStances[])
            [Results.Sure($"r{issue}{i}", text++, null, "RUS", issue, StanceLabel.Favor), Results.Sure($"u{issue}{i}", text++, null, "USA", issue, i % 2 == 0 ? StanceLabel.Favor : StanceLabel.Against)]))];
        var agreement = AgreementNetwork.From(StanceMatrix.From(articles))["RUS", "USA"]!;
        Assert.Equal(0.5, agreement.Value, 12);
        Assert.InRange(agreement.Low, 0.1, 0.45);
        Assert.InRange(agreement.High, 0.55, 0.9);
        Assert.False(agreement.IsThin);
        // One article a cell leaves nothing to draw.
        var thin = AgreementNetwork.From(Results.Matrix(("RUS", "x", 1), ("RUS", "y", 1), ("RUS", "z", 1), ("USA", "x", 0), ("USA", "y", 0), ("USA", "z", 0)))["RUS", "USA"]!;
        Assert.Equal((0.5, 0.5, 0.5, true), (thin.Value, thin.Low, thin.High, thin.IsThin));
    }

    [Fact]
    public void The_interval_holds_the_value()
    {
        // Two who are split alike on everything agree in full; most draws set them apart.
        var articles = Enumerable.Range(0, 48).Select(i => Results.Sure($"{i:00}", i, null, i % 2 == 0 ? "RUS" : "USA", "xyz"[i / 2 % 3].ToString(), i / 6 % 2 == 0 ? StanceLabel.Favor : StanceLabel.Against));
        var agreement = AgreementNetwork.From(StanceMatrix.From(articles))["RUS", "USA"]!;
        Assert.Equal((1, 1), (agreement.Value, agreement.High));
        Assert.InRange(agreement.Low, 0.5, 0.95);
    }
}
