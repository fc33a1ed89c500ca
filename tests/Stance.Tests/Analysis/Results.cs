namespace Stance.Tests;

/// <summary>Results of articles made by hand for what is computed over many.</summary>
internal static class Results
{
    /// <summary>An article with a text of its own, by number, and these stances.</summary>
    public static ArticleStances Of(string id, int text, DateOnly? published, params ActorStance[] stances) =>
        Synthetic.Result(Article.FromText(Synthetic.Words(text * 20, 30), published: published, id: id), stances);

    /// <summary>An article in which one actor is for or against, certainly.</summary>
    public static ArticleStances Sure(string id, int text, DateOnly? published, string actor, string issue, StanceLabel stance, string? speaker = null) =>
        Of(id, text, published, Synthetic.Stance(actor, issue, stance, 1, new Evidence(new TextSpan(0, 5), "worda")) with { Speaker = speaker });

    /// <summary>A cell of this score for each actor and issue: one article each, favor (1 + score) / 2.</summary>
    public static StanceMatrix Matrix(params (string Actor, string Issue, double Score)[] cells) =>
        StanceMatrix.From(cells.Select((c, i) => Of($"a{i:00}", i, null, Synthetic.Stance(c.Actor, c.Issue, c.Score >= 0 ? StanceLabel.Favor : StanceLabel.Against, 0.9,
            new StanceProbabilities((1 + c.Score) / 2, (1 - c.Score) / 2, 0, 0), new Evidence(new TextSpan(0, 5), $"{c.Actor} on {c.Issue}")))));

    public static string Csv(Action<TextWriter> write)
    {
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        write(writer);
        return writer.ToString();
    }

    public static T[] Shuffled<T>(T[] items, int seed)
    {
        var copy = items.ToArray();
        new Random(seed).Shuffle(copy);
        return copy;
    }
}
