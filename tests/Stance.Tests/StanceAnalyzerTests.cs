namespace Stance.Tests;

public class StanceAnalyzerTests
{
    [Fact]
    public void The_answer_on_one_issue_does_not_depend_on_which_others_are_asked()
    {
        var all = TrainedModel.Corpus.Issues.ToList();
        var options = new AnalyzerOptions { MinProbability = 0.01 };
        var random = new Random(3);
        var articles = TrainedModel.Corpus.Articles.Where(a => a.Stances.Count > 0).Take(12).ToList();
        var labelled = articles.SelectMany(a => a.Stances).Select(s => s.Issue).ToHashSet();
        var whole = new StanceAnalyzer(TrainedModel.Model, IssueCatalog.Of(all), options: options);
        var compared = 0;
        for (var round = 0; round < 3; round++)
        {
            // Some of the issues, in another order, those of the articles among them.
            var some = all.Where(i => labelled.Contains(i.Id) || random.Next(4) == 0).ToArray();
            random.Shuffle(some);
            var part = new StanceAnalyzer(TrainedModel.Model, IssueCatalog.Of(some), options: options);
            var kept = some.Select(i => i.Id).ToHashSet();
            Assert.True(kept.Count < all.Count);
            foreach (var article in articles)
            {
                var pairs = article.Stances.Select(s => (s.Actor, s.Issue)).ToList();
                ArticleStances expected = whole.Analyze(article.Article, pairs), found = part.Analyze(article.Article, pairs);
                Assert.Equal(expected.Pairs.Select(Of), found.Pairs.Select(Of));
                Assert.Equal(expected.Stances.Where(s => kept.Contains(s.Issue.Id)).Select(Of), found.Stances.Select(Of));
                Assert.Equal(expected.Sentiments.Select(s => (s.Source.Code, s.Target.Code, s.Sentiment, s.Probability)), found.Sentiments.Select(s => (s.Source.Code, s.Target.Code, s.Sentiment, s.Probability)));
                compared += found.Stances.Count;
            }
        }
        Assert.True(compared > 50, $"{compared} stances compared");
    }

    private static (string, string, StanceLabel, StanceProbabilities, string?, string) Of(ActorStance s) =>
        (s.Actor.Code, s.Issue.Id, s.Stance, s.Probabilities, s.Speaker, string.Join('|', s.Evidence.Select(e => $"{e.Span.Start}-{e.Span.End} {e.Text}")));

    [Fact]
    public void Every_result_leads_back_to_the_text()
    {
        var analyzer = new StanceAnalyzer(TrainedModel.Model, TrainedModel.Corpus.Issues, options: new() { MinProbability = 0.01 });
        foreach (var labelled in TrainedModel.Corpus.Articles.Take(20))
        {
            var article = labelled.Article;
            var result = analyzer.Analyze(article);
            Assert.Same(article, result.Article);
            Assert.All(result.Stances, s =>
            {
                Assert.InRange(s.Evidence.Count, 1, 3);
                Assert.All(s.Evidence, e => Assert.Equal(e.Text, article.Text[e.Span.Start..e.Span.End]));
                Assert.Equal(s.Probabilities.Of(s.Stance), s.Probability);
                Assert.Equal(1, s.Probabilities.Favor + s.Probabilities.Against + s.Probabilities.Neutral + s.Probabilities.None, 1e-9);
            });
            Assert.All(result.Mentions, m => Assert.Equal(m.Text, article.Text[m.Span.Start..m.Span.End]));
            Assert.Equal(result.Stances.Select(s => s.Probability).OrderDescending(), result.Stances.Select(s => s.Probability));
        }
    }

    [Fact]
    public void Many_articles_come_back_in_their_order_as_one_by_one()
    {
        var articles = TrainedModel.Corpus.Articles.Take(12).Select(a => a.Article).ToList();
        Assert.Equal(articles.Select(a => TrainedModel.Analyzer.Analyze(a).ToJson()), TrainedModel.Analyzer.Analyze(articles).Select(r => r.ToJson()));
    }

    [Fact]
    public void Analysis_of_many_articles_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        IEnumerable<Article> Endless()
        {
            for (var i = 0; ; i++)
            {
                if (i == 50)
                    cancellation.Cancel();
                yield return Article.FromText("قالت موسكو ذلك.", id: $"{i}");
            }
        }
        Assert.ThrowsAny<OperationCanceledException>(() => TrainedModel.Analyzer.Analyze(Endless(), cancellation.Token).Count());
    }

    [Theory]
    [InlineData("RU", "paris-agreement-commitment", "actor 'RU' is not known")]
    [InlineData("RUS", "no-such-issue", "issue 'no-such-issue' is not known")]
    public void A_pair_that_is_not_known_is_refused(string actor, string issue, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => TrainedModel.Analyzer.Analyze(Article.FromText("x"), [(actor, issue)])).Message);

    [Theory]
    [InlineData(-0.1, 1)]
    [InlineData(1.1, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(0.5, 0)]
    public void Options_out_of_range_are_refused(double probability, int threads) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StanceAnalyzer(TrainedModel.Model, TrainedModel.Corpus.Issues, options: new() { MinProbability = probability, Threads = threads }));
}
