namespace Stance;

/// <summary>How the question for one (actor, issue) came out.</summary>
public enum StanceOutcome
{
    /// <summary>Favor or against is reported.</summary>
    Reported,

    /// <summary>Neutral is reported: the actor addresses the issue without taking a side.</summary>
    Neutral,

    /// <summary>No stance: the article has no words, or is in a language that is not read.</summary>
    NotRead,

    /// <summary>No stance: the actor is not named, or by a doubtful form only.</summary>
    ActorNotNamed,

    /// <summary>No stance: no sentence matches the issue well enough to ask about it.</summary>
    IssueNotTouched,

    /// <summary>No stance: no statement brings the actor and the issue together.</summary>
    NoStatement,

    /// <summary>No stance: the gate, a first quick look at what is cheap to know, dropped the pair.</summary>
    Dropped,

    /// <summary>No stance: the probability of the likeliest one is below the threshold.</summary>
    Improbable,
}

/// <summary>What one feature added to a log-odds.</summary>
/// <param name="Feature">The feature in words.</param>
/// <param name="Value">Its value; where several statements share the feature, that of the one to which it mattered most. Of features with a side, positive points to favor.</param>
/// <param name="LogOdds">What it added: positive spoke for, negative against.</param>
public sealed record Contribution(string Feature, double Value, double LogOdds);

/// <summary>What spoke for and against one decision of the model.</summary>
/// <param name="LogOdds">The natural log-odds that the decision rests on: <see cref="Base"/> and all <see cref="Contributions"/> summed.</param>
/// <param name="Base">Where it starts before any feature is known, calibration and prior included.</param>
/// <param name="Contributions">What each feature added, the largest first; those that added nothing are left out.</param>
/// <remarks>Along a tree's path each split gets the difference between the means of its node and of the next (Saabas 2014, "Interpreting random forests"; means over leaves, unweighted); a linear part gets weight times value. Where one learner reads the
/// score of another, what it gave to that score is handed down in the proportions of the other's own contributions, as far as these carry it; the rest stays with the score's name.</remarks>
public sealed record StanceReasons(double LogOdds, double Base, IReadOnlyList<Contribution> Contributions)
{
    /// <summary>The strongest that spoke for, the strongest first.</summary>
    /// <param name="count">How many at most.</param>
    public IEnumerable<Contribution> For(int count) => Contributions.Where(c => c.LogOdds > 0).Take(count);

    /// <summary>The strongest that spoke against, the strongest first.</summary>
    /// <param name="count">How many at most.</param>
    public IEnumerable<Contribution> Against(int count) => Contributions.Where(c => c.LogOdds < 0).Take(count);
}

/// <summary>How much one word matters to the network that reads a statement as a sequence of roles: the score with it less the score with its roles left out (occlusion: Zeiler and Fergus 2014).</summary>
/// <param name="Span">Where it stands in <see cref="Article.Text"/>; <c>null</c> in the headline, which is no part of it.</param>
/// <param name="Text">The word, verbatim.</param>
/// <param name="Evidence">Change of the log-odds that the statement is evidence.</param>
/// <param name="Favor">Change of the log-odds that it stands on the side of favor.</param>
public sealed record TokenEffect(TextSpan? Span, string Text, double Evidence, double Favor);

/// <summary>What one statement had to do with a pair's result.</summary>
public sealed record StatementExplanation
{
    /// <summary>Where it stands in <see cref="Article.Text"/>; <c>null</c> in the headline, which is no part of it.</summary>
    public required TextSpan? Span { get; init; }

    /// <summary>Its words, verbatim.</summary>
    public required string Text { get; init; }

    /// <summary>Who says or does it: the asked actor where it is among the speakers, else the surest other; <c>null</c>: nobody that is known.</summary>
    public Actor? Speaker { get; init; }

    /// <summary>The words by which the article names the speaker; <c>null</c> without one.</summary>
    public string? SpeakerName { get; init; }

    /// <summary>How sure the speaker is, in (0, 1]; 0 without one.</summary>
    public double SpeakerConfidence { get; init; }

    /// <summary>How the speaker was found, in words; <c>null</c> without one.</summary>
    public string? SpeakerFound { get; init; }

    /// <summary>How likely it is evidence for a stance of the pair, in [0, 1].</summary>
    public required double EvidenceProbability { get; init; }

    /// <summary>On which side it stands, from -1 (against) to 1 (favor); 0 where it is hardly evidence.</summary>
    public required double Side { get; init; }

    /// <summary>What it adds to the log-odds that there is a stance: those with it less those without it.</summary>
    public required double StanceLogOdds { get; init; }

    /// <summary>What it adds to the log-odds of favor against against: those with it less those without it.</summary>
    public required double FavorLogOdds { get; init; }

    /// <summary>What spoke for and against its being evidence.</summary>
    public required StanceReasons EvidenceReasons { get; init; }

    /// <summary>The words that matter most to how its roles read, the most first; empty but for the few likeliest statements.</summary>
    public IReadOnlyList<TokenEffect> Words { get; init; } = [];
}

/// <summary>Why an article has, or has not, a stance of an actor on an issue.</summary>
public sealed record StanceExplanation
{
    /// <summary>Who was asked about.</summary>
    public required Actor Actor { get; init; }

    /// <summary>On what.</summary>
    public required Issue Issue { get; init; }

    /// <summary>How it came out.</summary>
    public required StanceOutcome Outcome { get; init; }

    /// <summary>The outcome in one English sentence, with the figures that decided.</summary>
    public required string Why { get; init; }

    /// <summary>The stance reported, or the one that would have been.</summary>
    public required StanceLabel Stance { get; init; }

    /// <summary>Its calibrated probability, in [0, 1].</summary>
    public required double Probability { get; init; }

    /// <summary>The probabilities of all outcomes: those that <see cref="StanceAnalyzer.Analyze(Article, IEnumerable{ValueTuple{string, string}})"/> answers for the pair.</summary>
    public required StanceProbabilities Probabilities { get; init; }

    /// <summary>The figure that decided: of <see cref="StanceOutcome.IssueNotTouched"/> the best match of a sentence, in [0, 1]; of <see cref="StanceOutcome.Dropped"/> the gate's log-odds; of the outcomes after it the probability; else <c>null</c>.</summary>
    public double? Found { get; init; }

    /// <summary>What <see cref="Found"/> had to reach; <c>null</c> where that is.</summary>
    public double? Needed { get; init; }

    /// <summary>What spoke for and against there being a stance; <c>null</c> where the article is not read.</summary>
    public StanceReasons? StanceReasons { get; init; }

    /// <summary>What spoke for favor (positive) and for against (negative), given that there is a side; <c>null</c> where the article is not read.</summary>
    public StanceReasons? FavorReasons { get; init; }

    /// <summary>What spoke for and against its being neutral, given a stance; <c>null</c> where the article is not read.</summary>
    public StanceReasons? NeutralReasons { get; init; }

    /// <summary>The statements that bear on the pair, the likeliest evidence first.</summary>
    public IReadOnlyList<StatementExplanation> Statements { get; init; } = [];

    /// <summary>One line of JSON with all of this; offsets are UTF-16 code units of the text, log-odds are rounded to four digits.</summary>
    public string ToJson() => StanceExplanationJson.Write(this);
}
