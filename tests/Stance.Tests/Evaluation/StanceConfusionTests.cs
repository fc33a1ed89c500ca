namespace Stance.Tests;

public class StanceConfusionTests
{
    [Fact]
    public void Each_pair_counts_once_where_gold_and_prediction_meet()
    {
        LabelledArticle[] gold =
        [
            Synthetic.Labelled("1", "a", Synthetic.Gold("RUS", "x", StanceLabel.Favor), Synthetic.Gold("USA", "x", StanceLabel.Against), Synthetic.Gold("FRA", "x", StanceLabel.Neutral)),
            // Labelled for x only: what is said of y is unknown.
            Synthetic.Labelled("2", "b") with { LabelledIssues = new HashSet<string> { "x" } },
        ];
        ArticleStances[] predicted =
        [
            Synthetic.Result(gold[0].Article, Synthetic.Stance("RUS", "x", StanceLabel.Favor, 1), Synthetic.Stance("USA", "x", StanceLabel.Favor, 1)),
            Synthetic.Result(gold[1].Article, Synthetic.Stance("RUS", "x", StanceLabel.Against, 1), Synthetic.Stance("RUS", "y", StanceLabel.Favor, 1)),
        ];
        var confusion = StanceConfusion.Of(gold, predicted);
        Assert.Equal(4, confusion.Total);
        Assert.Equal((1, 1, 1, 1), (confusion[StanceLabel.Favor, StanceLabel.Favor], confusion[StanceLabel.Against, StanceLabel.Favor], confusion[StanceLabel.Neutral, null], confusion[null, StanceLabel.Against]));
        Assert.Equal(0, confusion[null, null]);
    }

    [Fact]
    public void One_result_for_each_article() => Assert.Contains("found 0 predictions for 1", Assert.Throws<ArgumentException>(() => StanceConfusion.Of([Synthetic.Labelled("1", "a")], [])).Message);
}
