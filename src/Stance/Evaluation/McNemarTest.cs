using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Stance;

/// <summary>McNemar's test of whether two models are right equally often on the same pairs (McNemar 1947; for classifiers Dietterich 1998). Only pairs that one of them has right count. Pairs of one article are not independent of one another:
/// read it beside the bootstrap interval, which is drawn over articles.</summary>
/// <param name="OnlyOld">Pairs that only the old model has right.</param>
/// <param name="OnlyNew">Pairs that only the new one has right.</param>
public sealed record McNemarTest(int OnlyOld, int OnlyNew)
{
    /// <summary>Below so many discordant pairs the exact binomial test is used.</summary>
    private const int Few = 25;

    /// <summary>Whether <see cref="PValue"/> is that of the exact binomial test, used below 25 discordant pairs; else of chi-squared with one degree of freedom and continuity correction (Edwards 1948).</summary>
    public bool IsExact => OnlyOld + OnlyNew < Few;

    /// <summary>(|b − c| − 1)² / (b + c), at least 0; <c>null</c> for the exact test.</summary>
    public double? ChiSquared => IsExact ? null : Math.Pow(Math.Max(0, Math.Abs(OnlyOld - OnlyNew) - 1), 2) / (OnlyOld + OnlyNew);

    /// <summary>Two-sided probability of a difference at least as large if both were right equally often, in [0, 1]; 1 where no pair is discordant.</summary>
    public double PValue => ChiSquared is { } statistic
        // The upper tail of chi-squared with one degree of freedom; 1 − CDF would be 0 where it is small.
        ? SpecialFunctions.Erfc(Math.Sqrt(statistic / 2))
        : OnlyOld + OnlyNew == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, OnlyOld + OnlyNew, Math.Min(OnlyOld, OnlyNew)));
}
