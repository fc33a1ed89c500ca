namespace Stance;

/// <summary>A figure with its 95 % bootstrap interval over articles.</summary>
/// <param name="Value">The figure, in [0, 1]; a difference of two such figures, in [−1, 1]; a difference of two scores (<see cref="ContrastRow.Difference"/>), in [−2, 2].</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>A figure with the 2.5 % and 97.5 % percentiles of its values in resampled articles: as many draws are left out below as above.</summary>
    /// <param name="value">The figure.</param>
    /// <param name="drawn">Its value in each draw, at least one; they are sorted in place.</param>
    internal static Estimate Of(double value, double[] drawn)
    {
        Array.Sort(drawn);
        var left = drawn.Length * 25 / 1000;
        return new Estimate(value, drawn[left], drawn[^(left + 1)]);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value:F3} [{Low:F3}, {High:F3}]");
}

/// <summary>Precision, recall and their harmonic mean.</summary>
/// <param name="Precision">Share of what was predicted that is right; 0 where nothing was predicted.</param>
/// <param name="Recall">Share of what is gold that was predicted; 0 where nothing is gold.</param>
/// <param name="F1">Harmonic mean; 0 where both are 0.</param>
/// <param name="Support">How many are gold.</param>
public readonly record struct PrecisionRecall(Estimate Precision, Estimate Recall, Estimate F1, int Support);

/// <summary>Triples reported from one probability on.</summary>
/// <param name="MinProbability">That probability, as <see cref="AnalyzerOptions.MinProbability"/> has it.</param>
/// <param name="Predicted">How many are reported.</param>
/// <param name="Precision">Share of them that is right; 0 where there is none.</param>
/// <param name="Recall">Share of the gold triples among them.</param>
/// <param name="F1">Harmonic mean of the two.</param>
public readonly record struct CurvePoint(double MinProbability, int Predicted, double Precision, double Recall, double F1);

/// <summary>What reporting from one probability on or another gives, and how far probabilities are right below the model's own threshold too.</summary>
/// <param name="Points">For each tenth from .1 to .9, what is reported from it on.</param>
/// <param name="CalibrationError">Expected calibration error of all triples from the lowest probability on, 10 bins of equal width (Guo et al. 2017), with its interval over articles.</param>
/// <param name="Reliability">For each tenth of probability, how many of these triples there are, their mean probability and the share that is right.</param>
public sealed record ProbabilityCurve(IReadOnlyList<CurvePoint> Points, Estimate CalibrationError, IReadOnlyList<(int Count, double MeanProbability, double Right)> Reliability)
{
    /// <summary>The lowest probability looked at.</summary>
    public const double Lowest = 0.1;

    /// <summary>How many triples the calibration is measured on.</summary>
    public int Predicted => Reliability.Sum(b => b.Count);
}

/// <summary>How well predictions agree with gold labels: the figures of <c>tools/score.py</c>, by the same definitions.</summary>
[TypeFormatterSource(typeof(DisplayFormatters))]
public sealed record EvaluationReport : IDisplayed
{
    /// <summary>Was (actor, issue) found at all.</summary>
    public required PrecisionRecall Pairs { get; init; }

    /// <summary>Found with the right stance, micro-averaged: the end-to-end figure.</summary>
    public required PrecisionRecall Triples { get; init; }

    /// <summary>On the gold pairs, share whose most probable stance is right.</summary>
    public required Estimate PolarityAccuracy { get; init; }

    /// <summary>On the gold pairs, mean of the F1 of favor, against and neutral.</summary>
    public required Estimate PolarityMacroF1 { get; init; }

    /// <summary>On the gold pairs, mean of the F1 of favor and of against (SemEval-2016 Task 6).</summary>
    public required Estimate PolarityFavorAgainstF1 { get; init; }

    /// <summary>On the gold pairs, F1 of each stance, with its support.</summary>
    public required IReadOnlyDictionary<StanceLabel, (Estimate F1, int Support)> PolarityPerClass { get; init; }

    /// <summary>Of the right triples, share whose evidence overlaps a gold passage.</summary>
    public required Estimate EvidenceOverlap { get; init; }

    /// <summary>Expected calibration error of the triples' probability, 10 bins of equal width (Guo et al. 2017).</summary>
    public required Estimate CalibrationError { get; init; }

    /// <summary>Directed (source, target, sentiment) triples.</summary>
    public required PrecisionRecall Sentiments { get; init; }

    /// <summary>Share of the gold pairs that the candidate stage kept; <c>null</c> where it was not counted.</summary>
    public double? CandidateRecall { get; init; }

    /// <summary>Reliability: for each tenth of probability, how many triples were predicted, their mean probability and the share that is right.</summary>
    public required IReadOnlyList<(int Count, double MeanProbability, double Right)> Reliability { get; init; }

    /// <summary>Precision and recall by the least probability reported; <c>null</c> where only the triples above the model's own threshold were seen.</summary>
    public ProbabilityCurve? Curve { get; init; }

    /// <summary>Articles scored.</summary>
    public required int Articles { get; init; }

    /// <summary>The result as a table of HTML that needs no script and keeps its style in notebooks that are not trusted; what articles and users wrote is escaped.</summary>
    public string ToHtml() => ReportTables.Of(this).ToHtml();

    DisplayTable IDisplayed.Display() => ReportTables.Of(this);
}
