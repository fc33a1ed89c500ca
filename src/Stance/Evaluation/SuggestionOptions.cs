namespace Stance;

/// <summary>How articles worth labelling are chosen. Immutable; change with <c>with</c>.</summary>
public sealed record SuggestionOptions
{
    /// <summary>Articles to choose, at least 1. Default 50.</summary>
    public int Count { get; init; } = 50;

    /// <summary>Pairs asked about in an article at most, at least 1. Default 12: the most uncertain ones.</summary>
    public int PairsPerArticle { get; init; } = 12;

    /// <summary>A pair is asked about where the model gives a stance at least this probability, in [0, 1]. Default 0.05: below, nearly every answer is none.</summary>
    public double LowestProbability { get; init; } = 0.05;

    /// <summary>How strongly states and issues that are labelled often count less, at least 0. Default 0.25: sixteen times as many labels halve the worth of one more. 0: coverage plays no part.</summary>
    public double Coverage { get; init; } = 0.25;

    /// <summary>How strongly wording that is labelled or chosen already counts less, at least 0. Default 0.5; 0: diversity plays no part.</summary>
    public double Diversity { get; init; } = 0.5;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(PairsPerArticle, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Coverage);
        ArgumentOutOfRangeException.ThrowIfNegative(Diversity);
        if (LowestProbability is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(LowestProbability), LowestProbability, "allowed: 0 to 1");
    }
}
