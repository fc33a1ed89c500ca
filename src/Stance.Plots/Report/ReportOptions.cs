namespace Stance.Plots;

/// <summary>How a report is written. Immutable; change with <c>with</c>.</summary>
public sealed record ReportOptions
{
    /// <summary>Language in which the page opens; it holds both, and whoever reads it may change. Default: English.</summary>
    public ChartLanguage Language { get; init; } = ChartLanguage.English;

    /// <summary>Title; <c>null</c>: one that says what a report is.</summary>
    public string? Title { get; init; }

    /// <summary>The day that stands below the title; <c>null</c>: none.</summary>
    public DateOnly? Written { get; init; }

    /// <summary>The page is to be no larger than this, in bytes of UTF-8, at least 100,000: evidence is shortened, then left out for all but the most probable stances of a cell, until it is, or nothing is left to leave out. Default: 8,000,000.</summary>
    public int MaxBytes { get; init; } = 8_000_000;

    internal ReportOptions Check()
    {
        if (!Enum.IsDefined(Language))
            throw new ArgumentOutOfRangeException(nameof(Language), Language, "language; allowed: English, Arabic");
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBytes, 100_000);
        return this;
    }
}
