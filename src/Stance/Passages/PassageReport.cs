namespace Stance;

/// <summary>How well predicted stances of passages agree with gold ones.</summary>
public sealed record PassageReport
{
    /// <summary>Pairs scored.</summary>
    public required int Pairs { get; init; }

    /// <summary>Whether parts of the cross-validation share propositions that are no targets of their own (<see cref="PassageManifest.SharedPropositions"/>).</summary>
    public bool SharedPropositions { get; init; }

    /// <summary>Share that is right.</summary>
    public required Estimate Accuracy { get; init; }

    /// <summary>Mean of the F1 of all stances that are gold or predicted at all.</summary>
    public required Estimate MacroF1 { get; init; }

    /// <summary>Mean of the F1 of favor and of against (SemEval-2016 Task 6).</summary>
    public required Estimate FavorAgainstF1 { get; init; }

    /// <summary>F1 of each stance, with how many are gold.</summary>
    public required IReadOnlyDictionary<StanceLabel, (Estimate F1, int Support)> PerClass { get; init; }

    /// <summary>Expected calibration error of the most probable stance, 10 bins of equal width (Guo et al. 2017).</summary>
    public required Estimate CalibrationError { get; init; }
}
