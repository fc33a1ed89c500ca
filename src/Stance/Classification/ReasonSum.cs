namespace Stance;

/// <summary>Gathers what features added to a log-odds; those of the same words are one.</summary>
internal sealed class ReasonSum
{
    private readonly Dictionary<string, (double Value, double LogOdds, double Largest)> found = new(StringComparer.Ordinal);

    /// <summary>What no feature accounts for.</summary>
    public double Base { get; set; }

    /// <param name="name">Name of the feature in its schema.</param>
    /// <param name="value">Its value.</param>
    /// <param name="logOdds">What it added.</param>
    public void Add(string name, double value, double logOdds)
    {
        if (logOdds == 0)
            return;
        var words = FeatureWords.Of(name);
        var before = found.GetValueOrDefault(words);
        var larger = Math.Abs(logOdds) > before.Largest;
        found[words] = (larger ? value : before.Value, before.LogOdds + logOdds, larger ? Math.Abs(logOdds) : before.Largest);
    }

    /// <summary>What was gathered, on the scale of a calibrated probability.</summary>
    /// <param name="curve">The calibration.</param>
    /// <param name="logOdds">The calibrated log-odds, shift included.</param>
    /// <param name="shift">Added to the log-odds after calibration.</param>
    public StanceReasons Calibrated(Calibrator curve, double logOdds, double shift = 0) => new(logOdds, curve.Slope * Base + curve.Intercept + shift,
        [.. found.Select(f => new Contribution(f.Key, f.Value.Value, curve.Slope * f.Value.LogOdds)).Where(c => Math.Abs(c.LogOdds) > Least).OrderByDescending(c => Math.Abs(c.LogOdds)).ThenBy(c => c.Feature, StringComparer.Ordinal)]);

    /// <summary>Rounding of sums that cancel.</summary>
    private const double Least = 1e-12;
}
