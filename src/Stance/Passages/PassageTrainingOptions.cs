using System.Text.Json.Serialization;

namespace Stance;

/// <summary>How a model of passages is trained. Immutable; change with <c>with</c>.</summary>
public sealed record PassageTrainingOptions
{
    /// <summary>Seed of everything that is drawn at random. Default 1. The same seed, pairs and version give the same model.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Number of parts for cross-fitting, at least 2. Default 5. No part shares a passage with another nor, where the pairs can be parted so, a proposition that is no target of its own.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Which learner decides over the linear ones of the views. Default <see cref="PassageLearner.Both"/>.</summary>
    public PassageLearner Learner { get; init; } = PassageLearner.Both;

    /// <summary>Weigh the stances so that the macro-F1 of held-out pairs is best, rather than take the most probable one. Default <c>true</c>. Probabilities stay as they are.</summary>
    public bool Balance { get; init; } = true;

    /// <summary>From how many training pairs on a proposition is a target of its own, whose features are also learnt apart; at least 2. Default 20.</summary>
    public int FewestPerTarget { get; init; } = 20;

    internal double L2 { get; init; } = 2e-6;

    internal int Iterations { get; init; } = 20;

    internal int Trees { get; init; } = 120;

    internal int Leaves { get; init; } = 12;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Folds, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(FewestPerTarget, 2);
        if (!Enum.IsDefined(Learner))
            throw new ArgumentOutOfRangeException(nameof(Learner), Learner, $"allowed: {string.Join(", ", Enum.GetNames<PassageLearner>())}");
    }
}

/// <summary>Which learner joins the views of a passage.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PassageLearner>))]
public enum PassageLearner
{
    /// <summary>A linear one (SDCA, logistic).</summary>
    Linear,

    /// <summary>Boosted trees (FastTree).</summary>
    Trees,

    /// <summary>The mean of both.</summary>
    Both,
}
