namespace Stance;

/// <summary>A figure by two models on the same articles.</summary>
/// <param name="Name">Its name, as rules of <see cref="GateRule"/> use it: <c>triple-f1</c>.</param>
/// <param name="Old">By the old model.</param>
/// <param name="New">By the new model.</param>
/// <param name="Difference">New less old, with its 95 % interval by paired bootstrap: both models are scored on the same drawn articles each time.</param>
/// <param name="HigherIsBetter">Whether more is better; not so for <c>calibration-error</c>.</param>
public sealed record FigureChange(string Name, double Old, double New, Estimate Difference, bool HigherIsBetter = true)
{
    /// <summary>How much better the new model is: <see cref="Difference"/>, or its negative where lower is better.</summary>
    public Estimate Improvement => HigherIsBetter ? Difference : new Estimate(-Difference.Value, -Difference.High, -Difference.Low);
}

/// <summary>What the groups of a comparison share.</summary>
public enum GroupKind
{
    /// <summary>A stance: favor, against, neutral.</summary>
    Class,

    /// <summary>An issue, by id.</summary>
    Issue,

    /// <summary>A state or bloc, by code.</summary>
    State,
}

/// <summary>Two models on one class, issue or state.</summary>
/// <param name="Kind">What the group shares.</param>
/// <param name="Key">Which: <c>against</c>, an issue's id, an actor's code.</param>
/// <param name="Articles">Articles in which it is labelled or reported; the bootstrap draws from them. Of fewer than five its intervals say little, of one they are a point.</param>
/// <param name="Support">Gold triples of the group.</param>
/// <param name="Triples">F1 of its triples, end to end.</param>
/// <param name="Polarity">On its gold pairs: F1 of a class; of an issue or a state the share whose most probable stance is right.</param>
public sealed record GroupChange(GroupKind Kind, string Key, int Articles, int Support, FigureChange Triples, FigureChange Polarity);

/// <summary>A pair that one model has right and the other wrong.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Actor">Code of the actor.</param>
/// <param name="Issue">Id of the issue.</param>
/// <param name="Gold">The label; <c>null</c>: none.</param>
/// <param name="Old">What the old model reports; <c>null</c>: nothing.</param>
/// <param name="New">What the new model reports; <c>null</c>: nothing.</param>
/// <param name="OldProbability">Probability of what the old model reports; where it reports nothing, what it gives the label, or 0 where it was not asked.</param>
/// <param name="NewProbability">The same of the new model.</param>
/// <param name="Evidence">The passage that the label quotes first, or that the model in error found first.</param>
public sealed record PairChange(string Article, string Actor, string Issue, StanceLabel? Gold, StanceLabel? Old, StanceLabel? New, double OldProbability, double NewProbability, string Evidence)
{
    /// <summary>The old model has it right and the new one wrong.</summary>
    public bool IsWorse => Old == Gold;
}
