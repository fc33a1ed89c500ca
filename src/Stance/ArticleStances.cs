namespace Stance;

/// <summary>Words of the article that justify a result.</summary>
/// <param name="Span">Where they stand in <see cref="Article.Text"/>.</param>
/// <param name="Text">The words, verbatim.</param>
public sealed record Evidence(TextSpan Span, string Text);

/// <summary>Calibrated probabilities of the four outcomes for one (actor, issue); they sum to 1.</summary>
/// <param name="Favor">That the actor favors the proposition, in [0, 1].</param>
/// <param name="Against">That it is against, in [0, 1].</param>
/// <param name="Neutral">That it addresses the issue without taking a side, in [0, 1].</param>
/// <param name="None">That the article gives it no stance, in [0, 1].</param>
public readonly record struct StanceProbabilities(double Favor, double Against, double Neutral, double None)
{
    /// <summary>The most probable of the three stances, whatever the probability of none.</summary>
    public StanceLabel Best => Favor >= Against && Favor >= Neutral ? StanceLabel.Favor
        : Against >= Neutral ? StanceLabel.Against : StanceLabel.Neutral;

    /// <summary>The probability of one stance.</summary>
    public double Of(StanceLabel stance) => stance switch
    {
        StanceLabel.Favor => Favor,
        StanceLabel.Against => Against,
        _ => Neutral,
    };
}

/// <summary>One actor's stance on one issue in one article.</summary>
[TypeFormatterSource(typeof(DisplayFormatters))]
public sealed record ActorStance : IDisplayed
{
    /// <summary>Who takes the stance.</summary>
    public required Actor Actor { get; init; }

    /// <summary>On what.</summary>
    public required Issue Issue { get; init; }

    /// <summary>Which stance.</summary>
    public required StanceLabel Stance { get; init; }

    /// <summary>Calibrated probability that the whole triple (actor, issue, stance) is right, in [0, 1].</summary>
    public required double Probability { get; init; }

    /// <summary>The probabilities of all outcomes.</summary>
    public required StanceProbabilities Probabilities { get; init; }

    /// <summary>One to three passages that justify the stance, the strongest first; never empty for a stance that was found.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>The words by which the article names who speaks or acts in the first evidence, or <c>null</c>.</summary>
    public string? Speaker { get; init; }

    /// <summary>The result as a table of HTML that needs no script and keeps its style in notebooks that are not trusted; what articles and users wrote is escaped.</summary>
    public string ToHtml() => ResultTables.Of(this).ToHtml();

    DisplayTable IDisplayed.Display() => ResultTables.Of(this);
}

/// <summary>How one actor speaks of or treats another in one article.</summary>
public sealed record ActorSentiment
{
    /// <summary>Who speaks or acts.</summary>
    public required Actor Source { get; init; }

    /// <summary>Toward whom.</summary>
    public required Actor Target { get; init; }

    /// <summary>The prevailing tone.</summary>
    public required SentimentLabel Sentiment { get; init; }

    /// <summary>Calibrated probability that the whole triple is right, in [0, 1].</summary>
    public required double Probability { get; init; }

    /// <summary>One to three passages that show the tone, the strongest first.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }
}

/// <summary>Why an article has no stances.</summary>
public enum EmptyReason
{
    /// <summary>It has some.</summary>
    NotEmpty,

    /// <summary>The text has no words.</summary>
    NoText,

    /// <summary>The text is in a language that is not read.</summary>
    UnsupportedLanguage,

    /// <summary>No state or bloc is named.</summary>
    NoActor,

    /// <summary>No issue of the catalogue is touched.</summary>
    NoIssue,

    /// <summary>Actors and issues meet, yet no stance is probable enough.</summary>
    NoStance,
}

/// <summary>What one article says: stances with their evidence, sentiments, and the actors it names.</summary>
[TypeFormatterSource(typeof(DisplayFormatters))]
public sealed record ArticleStances : IDisplayed
{
    /// <summary>The article, with the caller's id and fields.</summary>
    public required Article Article { get; init; }

    /// <summary>ISO 639-1 code of the language read (<c>ar</c>, <c>en</c>), or <c>und</c> where it is another.</summary>
    public required string Language { get; init; }

    /// <summary>The stances found, the most probable first.</summary>
    public required IReadOnlyList<ActorStance> Stances { get; init; }

    /// <summary>The sentiments found, the most probable first.</summary>
    public required IReadOnlyList<ActorSentiment> Sentiments { get; init; }

    /// <summary>The states and blocs named, in the order of the text.</summary>
    public IReadOnlyList<ActorMention> Mentions { get; init; } = [];

    /// <summary>An answer for each pair that the caller asked about; empty where none was asked.</summary>
    public IReadOnlyList<ActorStance> Pairs { get; init; } = [];

    /// <summary>Why <see cref="Stances"/> is empty; <see cref="EmptyReason.NotEmpty"/> where it is not.</summary>
    public EmptyReason Reason { get; init; }

    /// <summary>One line of JSON with the article's id, the caller's own fields, stances, sentiments and, where pairs were asked, an answer for each; offsets are UTF-16 code units of the text.</summary>
    public string ToJson() => ArticleStancesJson.Write(this, Pairs.Count > 0);

    /// <summary>The result as a table of HTML that needs no script and keeps its style in notebooks that are not trusted; what articles and users wrote is escaped.</summary>
    public string ToHtml() => ResultTables.Of(this).ToHtml();

    DisplayTable IDisplayed.Display() => ResultTables.Of(this);
}
