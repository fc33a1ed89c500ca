namespace Stance.Tests;

public class LabelErrorsTests
{
    private const string Text = "قالت موسكو 🕊 إنها تؤيد.";

    /// <summary>An article in which Russia has this label on issue x, and what a model that has not seen it says.</summary>
    private static OutOfFold.Prediction Row(int n, StanceLabel? given, StanceProbabilities says, string issue = "x", IReadOnlySet<string>? labelledIssues = null)
    {
        var gold = Synthetic.Labelled($"a{n}", Text, given is { } label ? [Synthetic.Gold("RUS", issue, label, "موسكو 🕊")] : []) with { LabelledIssues = labelledIssues };
        var answer = Synthetic.Stance("RUS", issue, says.Best, says.Of(says.Best), says, Synthetic.In(Text, "إنها تؤيد"));
        return new OutOfFold.Prediction(gold, Synthetic.Result(gold.Article, answer) with { Pairs = given is null ? [] : [answer] }, n % 2);
    }

    private static readonly StanceProbabilities Favor = new(0.8, 0.05, 0.05, 0.1), Against = new(0.05, 0.8, 0.05, 0.1), None = new(0.05, 0.03, 0.02, 0.9);

    /// <summary>Ten articles each with favor, against and nothing, all as the model says, on issues of their own.</summary>
    private static IEnumerable<OutOfFold.Prediction> Clean() =>
        Enumerable.Range(0, 30).Select(n => n % 3 == 0 ? Row(n, StanceLabel.Favor, Favor, $"i{n}") : n % 3 == 1 ? Row(n, StanceLabel.Against, Against, $"i{n}") : Row(n, null, None, $"i{n}"));

    [Fact]
    public void Labels_that_the_models_agree_with_are_not_suspect()
    {
        var review = LabelErrors.Of([.. Clean()]);
        Assert.DoesNotContain(review.Ranked, s => s.IsLikely);
        Assert.Equal((20, 10, 30), (review.Labels, review.Unlabelled, review.Ranked.Count));
        Assert.All(review.Estimated.Values, n => Assert.Equal(0, n, 9));
    }

    [Fact]
    public void Each_kind_of_error_is_found_and_says_what_it_is()
    {
        var review = LabelErrors.Of([.. Clean(), Row(100, StanceLabel.Favor, Against, "p"), Row(101, null, Against, "q"), Row(102, StanceLabel.Favor, None, "r")]);
        var likely = review.Ranked.Where(s => s.IsLikely).ToDictionary(s => s.Article);
        Assert.Equal(["a100", "a101", "a102"], likely.Keys.Order());
        Assert.Equal((SuspectKind.WrongStance, StanceLabel.Favor, StanceLabel.Against), (likely["a100"].Kind, likely["a100"].Given, likely["a100"].Suggested));
        Assert.Equal((SuspectKind.MissingLabel, null, StanceLabel.Against), (likely["a101"].Kind, likely["a101"].Given, likely["a101"].Suggested));
        Assert.Equal((SuspectKind.NoStance, StanceLabel.Favor, null), (likely["a102"].Kind, likely["a102"].Given, likely["a102"].Suggested));
        Assert.Equal(["موسكو 🕊"], likely["a100"].Evidence);
        Assert.Equal(["إنها تؤيد"], likely["a101"].Evidence);
        Assert.Equal((0.9, 0.1), (Math.Round(likely["a101"].Probability, 9), Math.Round(likely["a101"].GivenProbability, 9)));
        Assert.Equal(likely.Keys.Order(), review.Ranked.Take(3).Select(s => s.Article).Order());
        Assert.Equal(review.Ranked.Select(s => (s.IsLikely, s.Score)).OrderDescending(), review.Ranked.Select(s => (s.IsLikely, s.Score)));
    }

    [Fact]
    public void Who_changes_sides_is_more_suspect_than_who_does_not()
    {
        var unsure = new StanceProbabilities(0.45, 0.45, 0, 0.1);
        // Russia is against issue s in eight other articles, on issue t it speaks once; the model cannot tell.
        var review = LabelErrors.Of([.. Clean(), .. Enumerable.Range(40, 8).Select(n => Row(n, StanceLabel.Against, unsure, "s")), Row(101, StanceLabel.Favor, unsure, "s"), Row(102, StanceLabel.Favor, unsure, "t")]);
        double Score(string article) => review.Ranked.Single(s => s.Article == article).Score;
        Assert.True(Score("a101") > Score("a102"));
        Assert.Equal(SuspectKind.WrongStance, review.Ranked[0].Kind);
        Assert.Equal("a101", review.Ranked[0].Article);
    }

    [Fact]
    public void Labels_of_the_same_part_say_nothing()
    {
        var unsure = new StanceProbabilities(0.5, 0.4, 0, 0.1);
        // All of issue s is held out together, as part 1.
        var review = LabelErrors.Of([.. Clean(), .. Enumerable.Range(20, 8).Select(n => Row(2 * n + 1, StanceLabel.Against, unsure, "s")), Row(101, StanceLabel.Favor, unsure, "s"), Row(102, StanceLabel.Favor, unsure, "t")]);
        LabelSuspect Of(string article) => review.Ranked.Single(s => s.Article == article);
        Assert.Equal(Of("a102").Score, Of("a101").Score, 12);
    }

    [Fact]
    public void A_pair_on_an_issue_that_was_not_labelled_is_unknown()
    {
        var review = LabelErrors.Of([.. Clean(), Row(101, null, Against, "q", new HashSet<string> { "x" })]);
        Assert.DoesNotContain(review.Ranked, s => s.Article == "a101");
    }

    [Fact]
    public void An_empty_article_is_left_out()
    {
        var row = Row(101, StanceLabel.Favor, None, "q");
        var review = LabelErrors.Of([.. Clean(), row with { Predicted = row.Predicted with { Reason = EmptyReason.NoText } }]);
        Assert.Equal(30, review.Ranked.Count);
        Assert.Empty(LabelErrors.Of([]).Ranked);
    }

    [Fact]
    public void Models_judge_only_articles_that_they_have_not_seen()
    {
        var corpus = LabelledCorpus.Of(TrainedModel.Corpus.Articles.Take(30), TrainedModel.Corpus.Issues);
        var predictions = LabelErrors.Predict(corpus, 2, TrainedModel.Options);
        Assert.Equal(corpus.Articles.Select(a => a.Article.Id), predictions.Select(p => p.Gold.Article.Id));
        Assert.Equal(2, predictions.Select(p => p.Fold).Distinct().Count());
        var review = LabelErrors.Of(predictions);
        // Every label is judged but those in articles that are not read.
        Assert.Equal(corpus.Articles.Sum(a => a.Stances.Count), review.Labels);
        Assert.All(review.Ranked, s => Assert.InRange(s.Probability, 0, 1));
        Assert.All(review.Ranked, s => Assert.True(s.Given is not null || s.Suggested is not null));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelErrors.Find(corpus, folds: 1));
    }

    [Fact]
    public void What_is_counted_among_the_errors_comes_first()
    {
        static StanceProbabilities Sides(double favor, double against, double neutral) => new(0.9 * favor, 0.9 * against, 0.9 * neutral, 0.1);
        var rows = Enumerable.Range(0, 10).SelectMany(n => (OutOfFold.Prediction[])[Row(n, StanceLabel.Favor, Sides(0.9, 0.05, 0.05), $"f{n}"), Row(20 + n, StanceLabel.Against, Sides(0.2, 0.6, 0.2), $"a{n}"), Row(40 + n, null, None, $"n{n}")]);
        // Usual for favor are (9 + .1) / 11 = .827, for against (6 + .1) / 11 = .555. One label of favor is left at .1, yet nothing else reaches what is usual for it: .5 − .555 − (.1 − .827) = .673, but no error by the joint.
        // One of against is surely favor: .85 − .827 − (.1 − .555) = .477, and the joint counts it.
        var review = LabelErrors.Of([.. rows, Row(101, StanceLabel.Favor, Sides(0.1, 0.5, 0.4), "p"), Row(102, StanceLabel.Against, Sides(0.85, 0.1, 0.05), "q")]);
        Assert.Equal([("a102", true, 0.477), ("a101", false, 0.673)], review.Ranked.Take(2).Select(s => (s.Article, s.IsLikely, Math.Round(s.Score, 3))));
    }

    [Fact]
    public void Equals_stay_in_the_order_of_the_corpus() =>
        Assert.Equal([.. Enumerable.Range(0, 6).Select(n => $"a{n}")], LabelErrors.Of([.. Enumerable.Range(0, 6).Select(n => Row(n, StanceLabel.Favor, Favor, $"i{n}"))]).Ranked.Select(s => s.Article));
}
