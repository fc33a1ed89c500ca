namespace Stance;

/// <summary>How a model is trained. Immutable; change with <c>with</c>.</summary>
public sealed record TrainingOptions
{
    /// <summary>Seed of everything that is drawn at random. Default 1. The same seed, corpus and version give the same model.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Number of parts for cross-fitting, at least 2. Default 3. What is learnt of sentiments never shares an article between parts. Of stances, parts share neither article nor issue where the corpus falls apart into groups of issues; else no issue; and where it has fewer than twice as many issues as parts, no article.</summary>
    public int Folds { get; init; } = 3;

    /// <summary>Negative pairs kept for each positive one in training, at least 1. Default 2. The prior is corrected afterwards.</summary>
    public int NegativesPerPositive { get; init; } = 2;

    /// <summary>Train on disturbed copies too, in which every article occurs once, two by two where they fit together, and whose quotation marks, paragraph breaks and phrases are disturbed by a seeded transformation. Default <c>true</c>.</summary>
    public bool Noise { get; init; } = true;

    /// <summary>Share of issues whose favor and against phrases are hidden in that second copy, in [0, 1]. Default 0.5: users' phrases fit their articles less well than ours.</summary>
    public double PhraseDropout { get; init; } = 0.5;

    /// <summary>Share of favor among favor and against where the model will be used, in (0, 1); <c>null</c>: the corpus's own share. Default <c>null</c>. Training sees every proposition negated too, both sides equally often; the
    /// prior is set right afterwards. With 0.5 a proposition and its negation are answered exactly alike.</summary>
    public double? FavorPrior { get; init; }

    /// <summary>Lowest threshold for stances that training may choose, in [0, 0.9]. Default 0.25, about the best on held-out articles of the shipped corpus that are built like web news; on dense short ones a lower one finds more.</summary>
    public double LowestThreshold { get; init; } = 0.25;

    internal int RowTrees { get; init; } = 30;

    internal int PairTrees { get; init; } = 60;

    internal int Leaves { get; init; } = 16;

    /// <summary>What the ablation table leaves out; <c>null</c> in every other training.</summary>
    internal TrainingMask? Mask { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Folds, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(NegativesPerPositive, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(PhraseDropout);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(PhraseDropout, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(LowestThreshold);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(LowestThreshold, 0.9);
        if (FavorPrior is { } prior && prior is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(FavorPrior), prior, "allowed: above 0 and below 1");
    }
}

/// <summary>How far training has come.</summary>
/// <param name="Phase">What is being done.</param>
/// <param name="Step">Steps done, all phases counted.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="Elapsed">Time since training began.</param>
public readonly record struct TrainingProgress(string Phase, int Step, int Steps, TimeSpan Elapsed);
