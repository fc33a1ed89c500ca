namespace Stance;

/// <summary>The stretch of time that one point of a timeline covers.</summary>
public enum TimelineWindow
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>Monday to Sunday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three calendar months, from January on.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,
}

/// <summary>How a timeline is made. Immutable; change with <c>with</c>.</summary>
public sealed record TimelineOptions
{
    /// <summary>What one point covers. Default: a month.</summary>
    public TimelineWindow Window { get; init; } = TimelineWindow.Month;

    /// <summary>A change is reported when chance alone would make one as great with at most this probability, in [.001, 1): 999 permutations tell no smaller one. Default: .05.</summary>
    public double Significance { get; init; } = 0.05;

    /// <summary>Articles that each side of a change needs, at least 1. Default: 3. With fewer than four on each side no arrangement is rare enough for the default <see cref="Significance"/>.</summary>
    public int MinimumArticles { get; init; } = 3;

    /// <summary>Seed of the bootstrap and of the permutations.</summary>
    public int Seed { get; init; } = 1;

    internal void Check()
    {
        if (!Enum.IsDefined(Window))
            throw new ArgumentOutOfRangeException(nameof(Window), Window, "window; allowed: Day, Week, Month, Quarter, Year");
        if (Significance is not (>= 0.001 and < 1))
            throw new ArgumentOutOfRangeException(nameof(Significance), Significance, "significance; allowed: from .001 to below 1");
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumArticles, 1);
    }

    /// <summary>First day of the window that holds a day.</summary>
    internal DateOnly StartOf(DateOnly day) => Window switch
    {
        TimelineWindow.Day => day,
        TimelineWindow.Week => day.DayNumber < 6 ? DateOnly.MinValue : day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        TimelineWindow.Month => new DateOnly(day.Year, day.Month, 1),
        TimelineWindow.Quarter => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    /// <summary>Last day of the window that begins on a day.</summary>
    internal DateOnly LastOf(DateOnly start)
    {
        var (days, months) = Window switch
        {
            TimelineWindow.Day => (1, 0),
            TimelineWindow.Week => (7, 0),
            TimelineWindow.Month => (0, 1),
            TimelineWindow.Quarter => (0, 3),
            _ => (0, 12),
        };
        // The calendar ends in December 9999, where no next month begins.
        return days > 0 ? DateOnly.FromDayNumber(Math.Min(start.DayNumber + days - 1, DateOnly.MaxValue.DayNumber))
            : new DateOnly(start.Year, start.Month + months - 1, DateTime.DaysInMonth(start.Year, start.Month + months - 1));
    }
}
