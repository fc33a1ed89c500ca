namespace Stance.Plots;

/// <summary>Language of a chart's labels and its direction.</summary>
public enum ChartLanguage
{
    /// <summary>English labels, left to right.</summary>
    English,

    /// <summary>Arabic labels, right to left.</summary>
    Arabic,
}

/// <summary>How a chart is drawn. Immutable; change with <c>with</c>. What is finer than that: <see cref="StanceChart.WithLayout"/>.</summary>
public sealed record ChartOptions
{
    /// <summary>Language of the labels. Default: English.</summary>
    public ChartLanguage Language { get; init; } = ChartLanguage.English;

    /// <summary>Title; <c>null</c>: one that says what the chart shows.</summary>
    public string? Title { get; init; }

    /// <summary>At most so many actors, at least 1. Default: 25. Of a matrix of stances or sentiments those with the most articles; of agreement, as matrix or network, those with the most shared issues over all their pairs. The tables of agreement, and timelines, contrasts and maps, show all.</summary>
    public int MaxActors { get; init; } = 25;

    /// <summary>At most so many issues, at least 1. Default: 25. Of a matrix of stances those with the most articles, of a contrast those widest apart. Timelines show all.</summary>
    public int MaxIssues { get; init; } = 25;

    /// <summary>Evidence is shown up to so many UTF-16 code units, at least 1. Default: 240.</summary>
    public int EvidenceLength { get; init; } = 240;

    internal ChartOptions Check()
    {
        if (!Enum.IsDefined(Language))
            throw new ArgumentOutOfRangeException(nameof(Language), Language, "language; allowed: English, Arabic");
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxActors, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxIssues, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(EvidenceLength, 1);
        return this;
    }
}
