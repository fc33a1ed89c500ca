namespace Stance;

/// <summary>A labelled stance: one triple (actor, issue, stance) with the words that justify it.</summary>
/// <param name="Actor">Actor code.</param>
/// <param name="Issue">Issue id.</param>
/// <param name="Stance">The stance.</param>
/// <param name="Evidence">One to three verbatim passages of the article.</param>
/// <param name="Speaker">The surface form of who speaks, or <c>null</c>.</param>
public sealed record GoldStance(string Actor, string Issue, StanceLabel Stance, IReadOnlyList<string> Evidence, string? Speaker = null)
{
    /// <summary>Where each passage of <see cref="Evidence"/> stands in <see cref="Article.Text"/>, in UTF-16 code units; a <c>null</c> entry is a passage of the title, and of the title only.
    /// <c>null</c>, the default: not recorded; a passage then stands where its words first occur, in the text or else in the title. Evaluation and exchange go by these places; training
    /// finds a passage where its words first occur in the text, whatever is recorded.</summary>
    public IReadOnlyList<TextSpan?>? Spans { get; init; }
}

/// <summary>A labelled sentiment between two actors.</summary>
/// <param name="Source">Code of who speaks or acts.</param>
/// <param name="Target">Code of toward whom.</param>
/// <param name="Sentiment">The tone.</param>
/// <param name="Evidence">Verbatim passages of the article.</param>
public sealed record GoldSentiment(string Source, string Target, SentimentLabel Sentiment, IReadOnlyList<string> Evidence)
{
    /// <summary>Where each passage of <see cref="Evidence"/> stands in <see cref="Article.Text"/>; as <see cref="GoldStance.Spans"/>.</summary>
    public IReadOnlyList<TextSpan?>? Spans { get; init; }
}

/// <summary>A pair that somebody looked at and found no stance for, though the article need not be labelled for the whole issue.</summary>
/// <param name="Actor">Actor code.</param>
/// <param name="Issue">Issue id.</param>
public sealed record GoldAbsence(string Actor, string Issue);

/// <summary>An article with its labels.</summary>
public sealed record LabelledArticle
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>Its stances, at most one for each (actor, issue).</summary>
    public required IReadOnlyList<GoldStance> Stances { get; init; }

    /// <summary>Its sentiments, at most one for each (source, target).</summary>
    public IReadOnlyList<GoldSentiment> Sentiments { get; init; } = [];

    /// <summary>Pairs known to be without a stance; in JSON an entry of <c>stances</c> whose stance is <c>none</c>. Where the article is labelled for the whole issue they say nothing new.</summary>
    public IReadOnlyList<GoldAbsence> Absent { get; init; } = [];

    /// <summary>Whether the sentiments are labelled exhaustively; <c>false</c> (in JSON <c>"labelled_sentiments": false</c>): a pair of actors that is not among them is unknown. Default <c>true</c>.</summary>
    public bool SentimentsLabelled { get; init; } = true;

    /// <summary>The issues for which it was labelled exhaustively; <c>null</c>: all issues of its corpus.
    /// A pair on any other issue is unknown, never negative.</summary>
    public IReadOnlySet<string>? LabelledIssues { get; init; }

    /// <summary>The part it belongs to (<c>train</c>, <c>test</c>, <c>test-unseen</c>), or <c>null</c>.</summary>
    public string? Split { get; init; }

    /// <summary>Whether the absence of a stance on this issue is known.</summary>
    public bool IsLabelledFor(string issue) => LabelledIssues is null || LabelledIssues.Contains(issue);

    /// <summary>Whether it is known if this pair has a stance: it is among the labels, somebody found it to have none, or the article is labelled for the whole issue.</summary>
    /// <param name="actor">Actor code.</param>
    /// <param name="issue">Issue id.</param>
    public bool IsKnown(string actor, string issue) => IsLabelledFor(issue) || Absent.Any(a => a.Actor == actor && a.Issue == issue) || Stances.Any(s => s.Actor == actor && s.Issue == issue);

    /// <summary>Whether a prediction of this pair can be right or wrong: it is labelled, or its absence is known.</summary>
    internal bool IsJudged(ActorStance stance) => IsKnown(stance.Actor.Code, stance.Issue.Id);
}

/// <summary>Where evidence stands.</summary>
internal static class EvidencePlaces
{
    /// <summary>The places of evidence in the text: the recorded ones, else where the words first occur. Passages of the title have none.</summary>
    public static List<TextSpan> In(string text, IReadOnlyList<string> evidence, IReadOnlyList<TextSpan?>? recorded) => recorded is not null ? [.. recorded.OfType<TextSpan>()]
        : [.. evidence.Select(q => (At: text.IndexOf(q, StringComparison.Ordinal), q.Length)).Where(s => s.At >= 0).Select(s => new TextSpan(s.At, s.At + s.Length))];
}
