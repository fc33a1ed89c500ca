using System.Globalization;
using Microsoft.Data.Analysis;

namespace Stance;

/// <summary>A data frame as CSV (RFC 4180): numbers in four digits, what is missing empty, text that a spreadsheet would run made harmless.</summary>
internal static class FrameCsv
{
    public static void Write(DataFrame frame, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(string.Join(',', frame.Columns.Select(c => Csv.Field(c.Name))) + "\n");
        for (var row = 0L; row < frame.Rows.Count; row++)
            writer.Write(string.Join(',', frame.Columns.Select(c => Field(c[row]))) + "\n");
    }

    private static string Field(object? value) => value switch
    {
        null => "",
        double number => Number(number),
        bool flag => flag ? "true" : "false",
        string text => Csv.Field(text),
        _ => Csv.Field(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    /// <summary>Four digits; a small negative number is 0, not -0.</summary>
    public static string Number(double value) => Rounded(value).ToString("0.####", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Number"/>
    public static double Rounded(double value) => Math.Round(value, 4) + 0.0;

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The strongest passage, or nothing.</summary>
    public static string First(IReadOnlyList<Evidence>? evidence) => evidence is [var first, ..] ? first.Text : "";
}
