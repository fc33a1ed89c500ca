namespace Stance.Tests;

public class LabelSuggestionsTests
{
    private static readonly List<Article> Pool = [.. LabelledCorpus.Read(Path.Combine(SharedData.Repository, "training-data")).OfSplit("test").Articles.Take(60).Select(a => a.Article)];

    private static IReadOnlyList<SuggestedArticle> Choose(IEnumerable<Article> pool, int count = 10, LabelledCorpus? labelled = null, SuggestionOptions? options = null) =>
        LabelSuggestions.Choose(TrainedModel.Analyzer, pool, labelled, (options ?? new()) with { Count = count });

    [Fact]
    public void The_order_of_the_articles_plays_no_part()
    {
        var shuffled = Pool.ToArray();
        new Random(3).Shuffle(shuffled);
        Assert.Equal(Choose(Pool).Select(s => (s.Article.Id, s.Worth)), Choose(shuffled).Select(s => (s.Article.Id, s.Worth)));
    }

    [Fact]
    public void Every_article_is_chosen_once_and_each_is_worth_less_than_the_one_before()
    {
        var chosen = Choose(Pool, 1000);
        Assert.InRange(chosen.Count, 30, Pool.Count);
        Assert.Distinct(chosen.Select(s => s.Article.Id));
        // Diminishing returns: what is chosen only ever takes worth from the others.
        Assert.Equal(chosen.Select(s => s.Worth).OrderDescending(), chosen.Select(s => s.Worth));
        Assert.All(chosen, s => Assert.InRange(s.Pairs.Count, 1, 12));
    }

    [Fact]
    public void Pairs_are_pre_filled_from_the_model_s_threshold_on()
    {
        var pairs = Choose(Pool).SelectMany(s => s.Pairs).ToList();
        var threshold = TrainedModel.Model.Manifest.Threshold;
        Assert.Contains(pairs, p => p.Prefilled is not null);
        Assert.Contains(pairs, p => p.Prefilled is null);
        Assert.All(pairs, p => Assert.Equal(p.Predicted.Probability >= threshold ? p.Predicted.Stance : null, p.Prefilled));
        Assert.All(pairs, p => Assert.True(1 - p.Predicted.Probabilities.None >= 0.05));
    }

    // Four equal outcomes: 1. Two equal ones: ln 2 / ln 4. A certain one: 0.
    [Theory]
    [InlineData(0.25, 0.25, 0.25, 0.25, 1)]
    [InlineData(0.5, 0, 0, 0.5, 0.5)]
    [InlineData(0, 0, 0, 1, 0)]
    public void Uncertainty_is_entropy(double favor, double against, double neutral, double none, double expected) =>
        Assert.Equal(expected, LabelSuggestions.Entropy(new(favor, against, neutral, none)), 12);

    [Fact]
    public void Copies_of_one_another_and_of_labelled_articles_are_not_chosen_twice()
    {
        var first = Choose(Pool, 1)[0].Article;
        var copy = first with { Id = "copy", Text = first.Text + " (تم)" };
        Assert.Single(Choose([.. Pool, copy], 1000), s => s.Article.Id == first.Id || s.Article.Id == "copy");
        var labelled = LabelledCorpus.Of([new LabelledArticle { Article = copy, Stances = [] }], TrainedModel.Corpus.Issues);
        Assert.DoesNotContain(Choose(Pool, 1000, labelled), s => s.Article.Id == first.Id);
    }

    [Fact]
    public void Issues_that_are_labelled_often_come_later()
    {
        var options = new SuggestionOptions { Coverage = 1, Diversity = 0 };
        var issue = Choose(Pool, 1, options: options)[0].Pairs[0].Predicted.Issue.Id;
        double Share(LabelledCorpus? labelled) => Choose(Pool, 8, labelled, options).Average(s => s.Pairs.Count(p => p.Predicted.Issue.Id == issue) / (double)s.Pairs.Count);
        var many = LabelledCorpus.Of(Enumerable.Range(0, 200).Select(i => new LabelledArticle { Article = Article.FromText($"w{i}", id: $"m{i}"), Stances = [new GoldStance("FJI", issue, StanceLabel.Favor, [$"w{i}"])] }), TrainedModel.Corpus.Issues);
        Assert.True(Share(many) < Share(null), $"{Share(many)} against {Share(null)}");
    }

    [Fact]
    public void Articles_without_anything_to_ask_are_left_out() =>
        Assert.Empty(Choose([Article.FromText("", id: "empty"), Article.FromText("😀 ‏", id: "emoji"), Article.FromText("Le président a parlé hier à Paris de la situation économique.", id: "fr"), Article.FromText("كان الطقس جميلا أمس.", id: "weather")]));

    [Fact]
    public void A_row_can_be_corrected_and_read_again()
    {
        var suggestion = Choose(Pool.Select(a => a with { Extra = new Dictionary<string, System.Text.Json.JsonElement> { ["desk"] = System.Text.Json.JsonDocument.Parse("\"عالم 😀\"").RootElement } }), 1)[0];
        using var tool = new StanceTool();
        tool.Write("rows.jsonl", suggestion.ToJson() + "\n");
        var read = Assert.Single(LabelledCorpus.Read(Path.Combine(tool.Folder, "rows.jsonl"), TrainedModel.Corpus.Issues).Articles);
        Assert.Equal(suggestion.Article.Text, read.Article.Text);
        Assert.Equal("عالم 😀", read.Article.Extra["desk"].GetString());
        Assert.Equal(suggestion.Pairs.Count(p => p.Prefilled is not null), read.Stances.Count);
        Assert.Equal(suggestion.Pairs.Where(p => p.Prefilled is null).Select(p => new GoldAbsence(p.Predicted.Actor.Code, p.Predicted.Issue.Id)), read.Absent);
        Assert.False(read.SentimentsLabelled);
        // Nothing but what was listed is known.
        Assert.Empty(read.LabelledIssues!);
        Assert.All(suggestion.Pairs, p => Assert.True(read.IsKnown(p.Predicted.Actor.Code, p.Predicted.Issue.Id)));
        Assert.False(read.IsKnown("FJI", suggestion.Pairs[0].Predicted.Issue.Id));
    }

    [Theory]
    [InlineData(0, 12, 0.05)]
    [InlineData(1, 0, 0.05)]
    [InlineData(1, 12, 1.1)]
    public void Options_out_of_range_are_refused(int count, int pairs, double lowest) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Choose(Pool, count, null, new SuggestionOptions { PairsPerArticle = pairs, LowestProbability = lowest }));
}
