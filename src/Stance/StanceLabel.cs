namespace Stance;

/// <summary>An actor's stance, always relative to an issue's proposition. Absence of a stance is absence of a result.</summary>
public enum StanceLabel
{
    /// <summary>The actor asserts the proposition, endorses it, or acts to bring it about.</summary>
    Favor,

    /// <summary>The actor denies it, rejects it, or acts to prevent it.</summary>
    Against,

    /// <summary>The actor explicitly addresses the issue without taking a side.</summary>
    Neutral,
}

/// <summary>How a source actor speaks of or treats a target actor.</summary>
public enum SentimentLabel
{
    /// <summary>Praises, thanks, supports, seeks closer ties.</summary>
    Positive,

    /// <summary>Accuses, condemns, threatens, punishes.</summary>
    Negative,

    /// <summary>Explicitly businesslike.</summary>
    Neutral,
}
