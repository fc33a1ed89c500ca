namespace Stance;

/// <summary>One stance as the row of a table.</summary>
public sealed class StanceRow
{
    /// <summary>Id of the article.</summary>
    public string ArticleId { get; set; } = "";

    /// <summary>Code of the actor.</summary>
    public string Actor { get; set; } = "";

    /// <summary>Id of the issue.</summary>
    public string Issue { get; set; } = "";

    /// <summary><c>favor</c>, <c>against</c> or <c>neutral</c>.</summary>
    public string Stance { get; set; } = "";

    /// <summary>Calibrated probability of the triple, in [0, 1].</summary>
    public double Probability { get; set; }

    /// <summary>Probability of favor, in [0, 1].</summary>
    public double Favor { get; set; }

    /// <summary>Probability of against, in [0, 1].</summary>
    public double Against { get; set; }

    /// <summary>Probability of neutral, in [0, 1].</summary>
    public double Neutral { get; set; }

    /// <summary>Probability of no stance, in [0, 1].</summary>
    public double None { get; set; }

    /// <summary>The words that name who speaks, or the empty string.</summary>
    public string Speaker { get; set; } = "";

    /// <summary>The strongest passage, verbatim.</summary>
    public string Evidence { get; set; } = "";

    /// <summary>Where it starts in the article's text, in UTF-16 code units.</summary>
    public int EvidenceStart { get; set; }

    /// <summary>Where it ends, exclusive.</summary>
    public int EvidenceEnd { get; set; }

    internal static IEnumerable<StanceRow> Of(ArticleStances result) => result.Stances.Select(s => new StanceRow
    {
        ArticleId = result.Article.Id,
        Actor = s.Actor.Code,
        Issue = s.Issue.Id,
        Stance = LabelledJson.NameOf(s.Stance),
        Probability = s.Probability,
        Favor = s.Probabilities.Favor,
        Against = s.Probabilities.Against,
        Neutral = s.Probabilities.Neutral,
        None = s.Probabilities.None,
        Speaker = s.Speaker ?? "",
        Evidence = s.Evidence is [var first, ..] ? first.Text : "",
        EvidenceStart = s.Evidence is [var from, ..] ? from.Span.Start : 0,
        EvidenceEnd = s.Evidence is [var to, ..] ? to.Span.End : 0,
    });
}
