namespace Stance;

/// <summary>Krippendorff's alpha: agreement of any number of annotators beyond chance, with values missing (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability").</summary>
public static class KrippendorffAlpha
{
    /// <summary>Alpha of nominal values: 1 − observed / expected disagreement, from the coincidences of values within units. Units with fewer than two values pair with nothing and are left out.</summary>
    /// <typeparam name="T">The values; compared for equality.</typeparam>
    /// <param name="units">For each unit the values that annotators gave it, in any order; a missing value is left out.</param>
    /// <returns>At most 1, which is full agreement; 0 is what chance would give; below, annotators disagree systematically. 1 where all give one and the same value (the quotient is then undefined); <c>null</c> where no unit has two values.</returns>
    public static double? Nominal<T>(IEnumerable<IEnumerable<T>> units) where T : notnull
    {
        ArgumentNullException.ThrowIfNull(units);
        var totals = new Dictionary<T, double>();
        double observed = 0, n = 0;
        foreach (var unit in units)
        {
            var counts = new Dictionary<T, int>();
            var m = 0;
            foreach (var value in unit)
            {
                counts[value] = counts.GetValueOrDefault(value) + 1;
                m++;
            }
            if (m < 2)
                continue;
            n += m;
            foreach (var (value, count) in counts)
            {
                totals[value] = totals.GetValueOrDefault(value) + count;
                // Ordered pairs of this value with another, each unit weighing as many values as it has.
                observed += (double)count * (m - count) / (m - 1);
            }
        }
        if (n == 0)
            return null;
        var expected = totals.Values.Sum(t => t * (n - t)) / (n - 1);
        return expected == 0 ? 1 : 1 - observed / expected;
    }
}
