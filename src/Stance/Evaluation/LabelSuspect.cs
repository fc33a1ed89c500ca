namespace Stance;

/// <summary>What may be wrong with a label.</summary>
public enum SuspectKind
{
    /// <summary>The pair has a stance, yet another than the label says.</summary>
    WrongStance,

    /// <summary>The article gives the labelled pair no stance.</summary>
    NoStance,

    /// <summary>A pair without a label, on an issue that the article is labelled for, has a stance.</summary>
    MissingLabel,
}

/// <summary>A label, or the absence of one, with what models that were trained without its article think of it.</summary>
public sealed record LabelSuspect
{
    /// <summary>What may be wrong.</summary>
    public required SuspectKind Kind { get; init; }

    /// <summary>Id of the article.</summary>
    public required string Article { get; init; }

    /// <summary>Code of the actor.</summary>
    public required string Actor { get; init; }

    /// <summary>Id of the issue.</summary>
    public required string Issue { get; init; }

    /// <summary>The label given; <c>null</c>: none.</summary>
    public StanceLabel? Given { get; init; }

    /// <summary>The label suggested; <c>null</c>: none.</summary>
    public StanceLabel? Suggested { get; init; }

    /// <summary>Probability of the suggestion in the decision at hand, in [0, 1]: of <see cref="Suggested"/> given that there is a stance for <see cref="SuspectKind.WrongStance"/>; else that there is none, or that there is one.</summary>
    public required double Probability { get; init; }

    /// <summary>Probability of the label given in the same decision, in [0, 1].</summary>
    public required double GivenProbability { get; init; }

    /// <summary>How suspect, from −2 to 2: <see cref="Probability"/> − <see cref="GivenProbability"/>, each less what is usual for labels of its class.</summary>
    public required double Score { get; init; }

    /// <summary>Whether confident learning counts it among the errors (pruned by noise rate).</summary>
    public required bool IsLikely { get; init; }

    /// <summary>The passages that the label quotes; of a missing label those that the models found.</summary>
    public required IReadOnlyList<string> Evidence { get; init; }
}

/// <summary>The labels of a corpus, the most suspect first.</summary>
[TypeFormatterSource(typeof(DisplayFormatters))]
public sealed record LabelReview : IDisplayed
{
    /// <summary>Every label that could be judged and every unlabelled candidate: those that are counted among the errors (<see cref="LabelSuspect.IsLikely"/>) first, and among those as among the others the highest <see cref="LabelSuspect.Score"/> first. Of equals labels come before candidates, each in the order of the corpus.</summary>
    public required IReadOnlyList<LabelSuspect> Ranked { get; init; }

    /// <summary>How many labels and candidates of each kind confident learning takes for errors: the sum of the joint distribution off its diagonal, times their number.
    /// Models that are often wrong make it too high (results/suspects.md of the benchmarks): it ranks corpora and kinds rather than counts errors.</summary>
    public required IReadOnlyDictionary<SuspectKind, double> Estimated { get; init; }

    /// <summary>Labels judged.</summary>
    public required int Labels { get; init; }

    /// <summary>Pairs without a label judged: candidates on issues that their article is labelled for.</summary>
    public required int Unlabelled { get; init; }

    /// <summary>The result as a table of HTML that needs no script and keeps its style in notebooks that are not trusted; what articles and users wrote is escaped.</summary>
    public string ToHtml() => ReportTables.Of(this).ToHtml();

    DisplayTable IDisplayed.Display() => ReportTables.Of(this);
}
