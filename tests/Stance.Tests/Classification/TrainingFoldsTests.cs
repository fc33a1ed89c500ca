namespace Stance.Tests;

public class TrainingFoldsTests
{
    private static LabelledArticle On(int number, params string[] issues) => new()
    {
        Article = Article.FromText("words", id: "a" + number),
        Stances = [.. issues.Select(i => Synthetic.Gold("RUS", i, StanceLabel.Favor, "words"))],
    };

    private static LabelledCorpus Corpus(params LabelledArticle[] articles) =>
        LabelledCorpus.Of(articles, IssueCatalog.Of([.. articles.SelectMany(a => a.Stances).Select(s => s.Issue).Distinct().Select(i => Synthetic.Issue(i))]));

    [Fact]
    public void Issues_that_no_article_joins_are_kept_apart()
    {
        var corpus = Corpus(On(0, "a"), On(1, "b"), On(2, "a"), On(3, "b"), On(4, "c"), On(5, "c"));
        var folds = TrainingFolds.ByIssue(corpus, 3, 1);
        Assert.True(TrainingFolds.FallsApart(corpus, 3));
        Assert.Equal((folds[0], folds[1], folds[4]), (folds[2], folds[3], folds[5]));
        Assert.Equal(3, folds.Distinct().Count());
    }

    [Fact]
    public void A_corpus_whose_articles_tie_its_issues_together_does_not_fall_apart() =>
        Assert.False(TrainingFolds.FallsApart(Corpus(On(0, "a", "b"), On(1, "b", "c"), On(2, "c", "d"), On(3, "d"), On(4, "e")), 2));
}
