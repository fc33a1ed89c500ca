namespace Stance.Tests;

public class ModelComparisonTests
{
    private static readonly string[] States = ["RUS", "USA", "FRA"];

    /// <summary>An article in which one state favors an issue.</summary>
    private static LabelledArticle Gold(int n, StanceLabel stance = StanceLabel.Favor, string issue = "x") => Synthetic.Labelled($"a{n}", "قالت موسكو 🕊 إنها تؤيد.", Synthetic.Gold(States[n % 3], issue, stance, "تؤيد"));

    /// <summary>A result that says this of the article's pair, or nothing.</summary>
    private static ArticleStances Says(LabelledArticle gold, StanceLabel? stance)
    {
        var label = gold.Stances[0];
        ActorStance Of(StanceLabel s) => Synthetic.Stance(label.Actor, label.Issue, s, 0.8, Synthetic.In(gold.Article.Text, "تؤيد"));
        return (stance is { } s ? Synthetic.Result(gold.Article, Of(s)) : Synthetic.Result(gold.Article)) with { Pairs = [Of(stance ?? StanceLabel.Against)] };
    }

    private static ModelComparison Compare(LabelledArticle[] gold, Func<int, StanceLabel?> older, Func<int, StanceLabel?> newer, int resamples = 1000) =>
        ModelComparison.Of(gold, [.. gold.Select((g, i) => Says(g, older(i)))], [.. gold.Select((g, i) => Says(g, newer(i)))], resamples: resamples);

    [Fact]
    public void A_model_is_no_better_than_itself()
    {
        var comparison = Compare([.. Enumerable.Range(0, 10).Select(n => Gold(n))], i => i % 2 == 0 ? StanceLabel.Favor : null, i => i % 2 == 0 ? StanceLabel.Favor : null);
        Assert.All(comparison.Figures.Concat(comparison.Groups.SelectMany(g => (FigureChange[])[g.Triples, g.Polarity])), f => Assert.Equal(new Estimate(0, 0, 0), f.Difference));
        Assert.Equal((1, 1), (comparison.Reported.PValue, comparison.Polarity.PValue));
        Assert.Empty(comparison.Changes);
    }

    [Fact]
    public void The_figures_are_those_of_the_evaluator()
    {
        var articles = TrainedModel.Corpus.Articles.Take(12).ToList();
        var older = StanceEvaluator.Predict(TrainedModel.Analyzer, articles);
        var newer = StanceEvaluator.Predict(new StanceAnalyzer(TrainedModel.Model, TrainedModel.Corpus.Issues, options: new() { MinProbability = 0.5 }), articles);
        var comparison = ModelComparison.Of(articles, older, newer, resamples: 100);
        foreach (var (report, value) in ((EvaluationReport, Func<FigureChange, double>)[])[(StanceEvaluator.Score(articles, older), f => f.Old), (StanceEvaluator.Score(articles, newer), f => f.New)])
        {
            double[] expected =
            [
                report.Pairs.Precision.Value, report.Pairs.Recall.Value, report.Pairs.F1.Value, report.Triples.Precision.Value, report.Triples.Recall.Value, report.Triples.F1.Value,
                report.PolarityAccuracy.Value, report.PolarityMacroF1.Value, report.PolarityFavorAgainstF1.Value, .. report.PolarityPerClass.OrderBy(p => p.Key).Select(p => p.Value.F1.Value),
                report.EvidenceOverlap.Value, report.CalibrationError.Value, report.Sentiments.Precision.Value, report.Sentiments.Recall.Value, report.Sentiments.F1.Value,
            ];
            Assert.Equal(expected, comparison.Figures.Select(value));
        }
        Assert.Equal(ModelComparison.FigureNames, comparison.Figures.Select(f => f.Name));
        // One threshold is higher: it only takes away, so every pair that got better is a false alarm less and every one that got worse a label lost.
        Assert.NotEmpty(comparison.Changes);
        Assert.All(comparison.Changes, c => Assert.True(c.New is null && c.Old is not null && c.IsWorse == c.Gold is not null));
        Assert.Equal((comparison.Changes.Count(c => c.IsWorse), comparison.Changes.Count(c => !c.IsWorse)), (comparison.Reported.OnlyOld, comparison.Reported.OnlyNew));
        Assert.Equal((0, 0), (comparison.Polarity.OnlyOld, comparison.Polarity.OnlyNew));
    }

    [Fact]
    public void The_interval_is_that_of_drawing_articles()
    {
        // 20 articles of one pair; the new model has 10 right that the old one has wrong. Drawn, their number is binomial (20, 1/2), whose 2.5 % and 97.5 % quantiles are 6 and 14.
        var comparison = Compare([.. Enumerable.Range(0, 20).Select(n => Gold(n))], i => i < 10 ? StanceLabel.Against : StanceLabel.Favor, _ => StanceLabel.Favor, resamples: 10_000);
        var accuracy = comparison["polarity-accuracy"];
        Assert.Equal((0.5, 1), (accuracy.Old, accuracy.New));
        Assert.Equal(0.5, accuracy.Difference.Value, 12);
        Assert.Equal(6 / 20.0, accuracy.Difference.Low, 12);
        Assert.Equal(14 / 20.0, accuracy.Difference.High, 12);
        Assert.Equal((0, 10), (comparison.Reported.OnlyOld, comparison.Reported.OnlyNew));
        Assert.Equal(2.0 / 1024, comparison.Reported.PValue, 12);
    }

    [Fact]
    public void Both_models_are_scored_on_the_same_draw()
    {
        // Both have the same half right; of the other half the old one has the wrong side and the new one says nothing. Whatever is drawn, as many triples are found; were each scored on a draw of its own, they would be by chance alone.
        var comparison = Compare([.. Enumerable.Range(0, 8).Select(n => Gold(n))], i => i < 4 ? StanceLabel.Favor : StanceLabel.Against, i => i < 4 ? StanceLabel.Favor : null);
        Assert.Equal((0.5, 0.5, new Estimate(0, 0, 0)), (comparison["triple-recall"].Old, comparison["triple-recall"].New, comparison["triple-recall"].Difference));
        Assert.Equal(new Estimate(0, 0, 0), comparison["polarity-accuracy"].Difference);
        // What they differ in does vary with the draw.
        Assert.True(comparison["pair-recall"].Difference is { Value: -0.5, Low: < -0.5, High: > -0.5 });
    }

    [Fact]
    public void Groups_are_scored_apart()
    {
        LabelledArticle[] gold = [Gold(0), Gold(1, StanceLabel.Against), Gold(2, issue: "y"), Gold(3, StanceLabel.Against, "y")];
        // The old model favors all; the new one has the first issue right and says nothing on the second.
        var comparison = Compare(gold, _ => StanceLabel.Favor, i => i < 2 ? gold[i].Stances[0].Stance : null);
        GroupChange Group(GroupKind kind, string key) => comparison.Groups.Single(g => g.Kind == kind && g.Key == key);
        var x = Group(GroupKind.Issue, "x");
        Assert.Equal((2, 2, 0.5, 1.0), (x.Articles, x.Support, x.Triples.Old, x.Triples.New));
        Assert.Equal((0.5, 0), (Group(GroupKind.Issue, "y").Triples.Old, Group(GroupKind.Issue, "y").Triples.New));
        // Russia: favor on x, against on y.
        var russia = Group(GroupKind.State, "RUS");
        Assert.Equal((2, 0.5), (russia.Support, russia.Triples.Old));
        Assert.Equal(2 / 3.0, russia.Triples.New, 12);
        var against = Group(GroupKind.Class, "against");
        // 2 gold; the old model reports none, the new one one, which is right.
        Assert.Equal((2, 0), (against.Support, against.Triples.Old));
        Assert.Equal(2 / 3.0, against.Triples.New, 12);
        Assert.DoesNotContain(comparison.Groups, g => g.Key == "neutral");
        // The first is right in both, the last wrong in both.
        Assert.Equal([("a1", false), ("a2", true)], comparison.Changes.Select(c => (c.Article, c.IsWorse)));
    }

    [Fact]
    public void A_false_alarm_on_an_unlabelled_issue_is_unknown()
    {
        var gold = Gold(0) with { LabelledIssues = new HashSet<string> { "x" } };
        var alarm = Says(gold, StanceLabel.Favor) is var right ? right with { Stances = [.. right.Stances, Synthetic.Stance("CHN", "y", StanceLabel.Favor, 0.9), Synthetic.Stance("CHN", "x", StanceLabel.Against, 0.7, Synthetic.In(gold.Article.Text, "موسكو 🕊"))] } : null!;
        var comparison = ModelComparison.Of([gold], [Says(gold, StanceLabel.Favor)], [alarm]);
        Assert.Equal(new PairChange("a0", "CHN", "x", null, null, StanceLabel.Against, 0, 0.7, "موسكو 🕊"), Assert.Single(comparison.Changes));
        Assert.True(comparison.Changes[0].IsWorse);
        Assert.DoesNotContain(comparison.Groups, g => g.Key == "y");
    }

    [Fact]
    public void Lists_of_different_lengths_and_unknown_figures_are_refused()
    {
        var gold = Gold(0);
        Assert.Contains("found 1 old and 0 new predictions for 1 articles", Assert.Throws<ArgumentException>(() => ModelComparison.Of([gold], [Says(gold, null)], [])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ModelComparison.Of([], [], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => ModelComparison.Of([gold], [Says(gold, null)], [Says(gold, null)], resamples: 99));
        Assert.Contains("'f1' is no figure; allowed: pair-precision", Assert.Throws<ArgumentException>(() => Compare([gold], _ => null, _ => null)["f1"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_reported_on_an_unlabelled_issue_alone_is_unknown()
    {
        var gold = Gold(0) with { LabelledIssues = new HashSet<string> { "x" } };
        var alarm = Says(gold, StanceLabel.Favor) is var right ? right with { Stances = [.. right.Stances, Synthetic.Stance("CHN", "y", StanceLabel.Neutral, 0.9)] } : null!;
        var comparison = ModelComparison.Of([gold], [Says(gold, StanceLabel.Favor)], [alarm]);
        Assert.Equal([("favor", 1)], comparison.Groups.Where(g => g.Kind == GroupKind.Class).Select(g => (g.Key, g.Articles)));
    }
}
