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
    public void Issues_that_no_article_joins_are_kept_apart_with_their_articles()
    {
        var corpus = Corpus(On(0, "a"), On(1, "b"), On(2, "a"), On(3, "b"), On(4, "c"), On(5, "c"));
        var groups = TrainingFolds.ByGroupsOfIssues(corpus, 3)!;
        Assert.Equal((groups[0], groups[1], groups[4]), (groups[2], groups[3], groups[5]));
        Assert.Equal(3, groups.Distinct().Count());
        var folds = TrainingFolds.ForFitting(corpus, 3, 1);
        Assert.Equal(groups[3], folds.OfArticle(3));
        Assert.Equal(groups[3], folds.OfStance(3, "b"));
    }

    [Fact]
    public void Where_articles_tie_most_issues_together_a_stance_is_held_out_by_its_issue()
    {
        var corpus = Corpus(On(0, "a", "b"), On(1, "b", "c"), On(2, "c", "d"), On(3, "d", "a"), On(4, "e"));
        Assert.Null(TrainingFolds.ByGroupsOfIssues(corpus, 2));
        var folds = TrainingFolds.ForFitting(corpus, 2, 1);
        Assert.Equal(folds.OfStance(0, "b"), folds.OfStance(1, "b"));
        Assert.Equal(2, new[] { "a", "b", "c", "d", "e" }.Select(i => folds.OfStance(0, i)).Distinct().Count());
        Assert.Equal(2, Enumerable.Range(0, 5).Select(folds.OfArticle).Distinct().Count());
    }

    [Fact]
    public void With_hardly_more_issues_than_parts_a_stance_is_held_out_with_its_article()
    {
        var folds = TrainingFolds.ForFitting(Corpus(On(0, "a", "b"), On(1, "b", "a"), On(2, "a"), On(3, "b")), 2, 1);
        Assert.All(Enumerable.Range(0, 4), a => Assert.Equal(folds.OfArticle(a), folds.OfStance(a, "b")));
    }

    [Fact]
    public void Every_article_occurs_in_one_copy()
    {
        var labelled = Enumerable.Range(0, 60).Select(i => LabelledSpans.Of(On(i, "issue" + i) with { Article = Article.FromText($"Words of article {i}. And more.", published: new DateOnly(2020, 1, 1), id: "a" + i) })).ToList();
        var copies = TrainingCopies.Of(labelled, new FittingFolds([.. labelled.Select((_, i) => i % 2)], null), new Random(1));
        Assert.Equal(Enumerable.Range(0, 60), copies.SelectMany(c => new[] { c.First, c.Second }).Where(n => n >= 0).Order());
        Assert.True(copies.Count(c => c.Second >= 0) > 20, "hardly any are joined");
        Assert.All(copies, c => Assert.True(c.Second < 0 || c.First % 2 == c.Second % 2));
        Assert.All(copies, c => Assert.Equal(c.Second < 0 ? 1 : 2, c.Article.Stances.Count));
    }

    [Fact]
    public void Parts_of_issues_have_about_as_many_stances() =>
        // a has three, b and c two each, d one: a and d against b and c.
        Assert.Equal([("a", 0), ("b", 1), ("c", 1), ("d", 0)],
            TrainingFolds.OfIssues(Corpus(On(0, "a", "b", "c"), On(1, "a", "b", "c"), On(2, "a", "d")), 2).OrderBy(p => p.Key).Select(p => (p.Key, p.Value)));
}
