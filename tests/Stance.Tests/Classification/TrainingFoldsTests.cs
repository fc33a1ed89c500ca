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
        var folds = TrainingFolds.ByIssue(Corpus(On(0, "a"), On(1, "b"), On(2, "a"), On(3, "b"), On(4, "c"), On(5, "c")), 3, 1);
        Assert.Equal((folds[0], folds[1], folds[4]), (folds[2], folds[3], folds[5]));
        Assert.Equal(3, folds.Distinct().Count());
    }

    [Fact]
    public void Articles_that_tie_most_issues_together_are_parted_one_by_one()
    {
        var corpus = Corpus(On(0, "a", "b"), On(1, "b", "c"), On(2, "c", "d"), On(3, "d"), On(4, "e"));
        Assert.Equal(TrainingFolds.ByArticle(corpus, 2, 1), TrainingFolds.ByIssue(corpus, 2, 1));
    }

    [Fact]
    public void Parts_of_issues_have_about_as_many_stances() =>
        // a has three, b and c two each, d one: a and d against b and c.
        Assert.Equal([("a", 0), ("b", 1), ("c", 1), ("d", 0)],
            TrainingFolds.OfIssues(Corpus(On(0, "a", "b", "c"), On(1, "a", "b", "c"), On(2, "a", "d")), 2).OrderBy(p => p.Key).Select(p => (p.Key, p.Value)));
}
