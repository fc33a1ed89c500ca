namespace Stance.Tests;

/// <summary>Labels and results made by hand.</summary>
internal static class Synthetic
{
    public static Issue Issue(string id) => new() { Id = id, Proposition = new Dictionary<string, string> { ["en"] = "It is so." }, Name = new Dictionary<string, string> { ["en"] = id } };

    public static Actor Actor(string code) => ActorCatalog.Default.Find(code)!;

    public static GoldStance Gold(string actor, string issue, StanceLabel stance, params string[] evidence) => new(actor, issue, stance, evidence);

    public static LabelledArticle Labelled(string id, string text, params GoldStance[] stances) => new() { Article = Article.FromText(text, id: id), Stances = stances };

    /// <summary>A stance of this probability; what is left goes to none.</summary>
    public static ActorStance Stance(string actor, string issue, StanceLabel stance, double probability, params Evidence[] evidence) => Stance(actor, issue, stance, probability, stance switch
    {
        StanceLabel.Favor => new(probability, 0, 0, 1 - probability),
        StanceLabel.Against => new(0, probability, 0, 1 - probability),
        _ => new(0, 0, probability, 1 - probability),
    }, evidence);

    public static ActorStance Stance(string actor, string issue, StanceLabel stance, double probability, StanceProbabilities probabilities, params Evidence[] evidence) =>
        new() { Actor = Actor(actor), Issue = Issue(issue), Stance = stance, Probability = probability, Probabilities = probabilities, Evidence = evidence };

    public static ActorSentiment Sentiment(string source, string target, SentimentLabel sentiment) =>
        new() { Source = Actor(source), Target = Actor(target), Sentiment = sentiment, Probability = 0.5, Evidence = [] };

    public static ArticleStances Result(Article article, params ActorStance[] stances) => new() { Article = article, Language = "en", Stances = stances, Sentiments = [] };

    /// <summary>Where a passage stands in a text.</summary>
    public static Evidence In(string text, string passage)
    {
        var at = text.IndexOf(passage, StringComparison.Ordinal);
        return new Evidence(new TextSpan(at, at + passage.Length), passage);
    }

    /// <summary>Distinct words, from the one of this number on.</summary>
    public static string Words(int from, int count) => string.Join(' ', Enumerable.Range(from, count).Select(i => $"word{(char)('a' + i / 26 % 26)}{(char)('a' + i % 26)}"));
}
