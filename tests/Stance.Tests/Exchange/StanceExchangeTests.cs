namespace Stance.Tests;

public class StanceExchangeTests
{
    private static readonly LabelledArticle Good = Synthetic.Labelled("a", "Moscow refused", Synthetic.Gold("RUS", "x", StanceLabel.Against, "refused"));

    private static string Refused(ExchangeFormat format, LabelledArticle[] articles, params ArticleStances[] results)
    {
        using var stream = new MemoryStream();
        var error = Assert.Throws<FormatException>(() => StanceExchange.Write(stream, format, articles, results));
        Assert.Equal(0, stream.Length);
        return error.Message;
    }

    [Fact]
    public void A_refusal_leaves_nothing_behind()
    {
        foreach (var format in Enum.GetValues<ExchangeFormat>())
        {
            Assert.Equal("an article has no id; allowed: an id for each article", Refused(format, [Good, Synthetic.Labelled("", "text")]));
            Assert.Equal("article 'b', RUS on 'x': evidence is not in the text: 'other'; allowed: a verbatim passage", Refused(format, [Good, Synthetic.Labelled("b", "text", Synthetic.Gold("RUS", "x", StanceLabel.Favor, "other"))]));
            Assert.Equal("article 'b' holds half a surrogate pair; allowed: whole Unicode characters", Refused(format, [Good, Synthetic.Labelled("b", "text", Synthetic.Gold("RUS", "x", StanceLabel.Favor, "text") with { Speaker = "\uD83D" })]));
        }
        foreach (var format in (ExchangeFormat[])[ExchangeFormat.Doccano, ExchangeFormat.Prodigy])
            Assert.Equal("actor 'R:S' has a colon; allowed: codes without", Refused(format, [Good, Synthetic.Labelled("b", "text", Synthetic.Gold("R:S", "x", StanceLabel.Favor, "text"))]));
        using var stream = new MemoryStream();
        Assert.Throws<ArgumentOutOfRangeException>(() => StanceExchange.Write(stream, (ExchangeFormat)99, [Good]));
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void A_result_of_another_text_under_the_same_id_is_refused()
    {
        const string Other = "Today Moscow refused";
        var result = Synthetic.Result(Article.FromText(Other, id: "a"), Synthetic.Stance("RUS", "x", StanceLabel.Against, 0.9, Synthetic.In(Other, "refused")));
        const string Message = "evidence does not stand at [13, 20): 'refused'; allowed: offsets of the quoted words";
        Assert.Equal($"result for article 'a', RUS on 'x': {Message}", Refused(ExchangeFormat.LabelStudio, [Good], result));
        var sentiment = Synthetic.Result(result.Article) with { Sentiments = [Synthetic.Sentiment("RUS", "USA", SentimentLabel.Negative) with { Evidence = [Synthetic.In(Other, "refused")] }] };
        Assert.Equal($"result for article 'a', RUS toward USA: {Message}", Refused(ExchangeFormat.Csv, [Good], sentiment));
    }

    [Fact]
    public void An_id_given_twice_is_refused()
    {
        Assert.Equal("two articles have the id 'a'; allowed: each id once", Refused(ExchangeFormat.Csv, [Good, Good]));
        Assert.Equal("two results for article 'a'; allowed: each id once", Refused(ExchangeFormat.Csv, [Good], Synthetic.Result(Good.Article), Synthetic.Result(Good.Article)));
    }
}
