using System.Xml.Linq;

namespace Stance.Tests;

public class SentimentNetworkTests
{
    private static ArticleStances One(string id, int text, string source, string target, SentimentLabel sentiment, double probability) =>
        Results.Of(id, text, null) with { Sentiments = [Synthetic.Sentiment(source, target, sentiment) with { Probability = probability, Evidence = [new Evidence(new TextSpan(0, 5), "=worda")] }] };

    private static ArticleStances[] Four() =>
    [
        One("1", 0, "USA", "RUS", SentimentLabel.Negative, 0.8),
        One("2", 1, "USA", "RUS", SentimentLabel.Positive, 0.4),
        One("3", 2, "USA", "RUS", SentimentLabel.Neutral, 0.4),
        One("4", 3, "RUS", "USA", SentimentLabel.Negative, 0.5),
    ];

    [Fact]
    public void A_tie_is_the_weighted_mean_of_its_tones_and_has_a_direction()
    {
        var network = SentimentNetwork.From(Four());
        var tie = network["USA", "RUS"]!;
        Assert.Equal((-0.8 + 0.4) / 1.6, tie.Score, 12);
        Assert.Equal((3, 1, 1, 1), (tie.Count, tie.CountOf(SentimentLabel.Positive), tie.CountOf(SentimentLabel.Negative), tie.CountOf(SentimentLabel.Neutral)));
        Assert.Equal(["1", "2", "3"], tie.Evidence.Select(e => e.Article.Id));
        Assert.Equal((-1, 1), (tie.Low, tie.High));
        Assert.Equal(-1, network["RUS", "USA"]!.Score);
        Assert.Null(network["RUS", "FRA"]);
        Assert.Equal(["RUS", "USA"], network.Actors.Select(a => a.Code));
    }

    [Fact]
    public void Near_copies_count_once()
    {
        var wire = One("b", 0, "USA", "RUS", SentimentLabel.Negative, 0.5);
        var copy = wire with { Article = wire.Article with { Id = "a", Text = wire.Article.Text + " extra" } };
        Assert.Equal(1, SentimentNetwork.From([wire, copy])["USA", "RUS"]!.Count);
    }

    [Fact]
    public void It_does_not_depend_on_the_order_of_the_articles()
    {
        var expected = Results.Csv(SentimentNetwork.From(Four()).WriteCsv);
        for (var seed = 0; seed < 5; seed++)
            Assert.Equal(expected, Results.Csv(SentimentNetwork.From(Results.Shuffled(Four(), seed)).WriteCsv));
    }

    [Fact]
    public void Files_hold_the_ties()
    {
        var network = SentimentNetwork.From(Four());
        Assert.Equal("source,target,score,low,high,n,positive,negative,neutral,article,evidence\nRUS,USA,-1,-1,-1,1,0,1,0,4,'=worda\nUSA,RUS,-0.25,-1,1,3,1,1,1,1,'=worda\n", Results.Csv(network.WriteCsv));
        var graph = XDocument.Parse(Results.Csv(network.WriteGraphMl)).Root!;
        Assert.Equal("directed", graph.Element(graph.Name.Namespace + "graph")!.Attribute("edgedefault")!.Value);
        Assert.Equal(2, graph.Descendants(graph.Name.Namespace + "edge").Count());
    }
}
