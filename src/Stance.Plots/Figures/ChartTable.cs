using System.Globalization;

namespace Stance.Plots;

/// <summary>Raw values of the table below a chart; the page escapes them.</summary>
internal static class ChartTable
{
    public static string Signed(double value)
    {
        var rounded = Math.Round(value, 2) + 0.0;
        return (rounded > 0 ? "+" : rounded < 0 ? "\u2212" : "") + Math.Abs(rounded).ToString("0.00", CultureInfo.InvariantCulture);
    }

    public static string Interval(double low, double high) => $"[{Signed(low)}, {Signed(high)}]";

    public static string Share(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Three(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    public static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string First(IReadOnlyList<Evidence> evidence) => evidence is [var first, ..] ? SafeText.Cut(first.Text, 240) : "";
}
