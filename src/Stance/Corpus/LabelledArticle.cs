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

/// <summary>An article with its labels.</summary>
public sealed record LabelledArticle
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>Its stances, at most one for each (actor, issue).</summary>
    public required IReadOnlyList<GoldStance> Stances { get; init; }

    /// <summary>Its sentiments, at most one for each (source, target).</summary>
    public IReadOnlyList<GoldSentiment> Sentiments { get; init; } = [];

    /// <summary>The issues for which it was labelled exhaustively; <c>null</c>: all issues of its corpus.
    /// A pair on any other issue is unknown, never negative.</summary>
    public IReadOnlySet<string>? LabelledIssues { get; init; }

    /// <summary>The part it belongs to (<c>train</c>, <c>test</c>, <c>test-unseen</c>), or <c>null</c>.</summary>
    public string? Split { get; init; }

    /// <summary>Whether the absence of a stance on this issue is known.</summary>
    public bool IsLabelledFor(string issue) => LabelledIssues is null || LabelledIssues.Contains(issue);

    /// <summary>Whether a prediction of this pair can be right or wrong: it is labelled, or its absence is known.</summary>
    internal bool IsJudged(ActorStance stance) => IsLabelledFor(stance.Issue.Id) || Stances.Any(s => s.Actor == stance.Actor.Code && s.Issue == stance.Issue.Id);
}

/// <summary>Where evidence stands.</summary>
internal static class EvidencePlaces
{
    /// <summary>The places of evidence in the text: the recorded ones, else where the words first occur. Passages of the title have none.</summary>
    public static List<TextSpan> In(string text, IReadOnlyList<string> evidence, IReadOnlyList<TextSpan?>? recorded) => recorded is not null ? [.. recorded.OfType<TextSpan>()]
        : [.. evidence.Select(q => (At: text.IndexOf(q, StringComparison.Ordinal), q.Length)).Where(s => s.At >= 0).Select(s => new TextSpan(s.At, s.At + s.Length))];
}
