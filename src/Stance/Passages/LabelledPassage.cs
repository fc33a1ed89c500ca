namespace Stance;

/// <summary>A passage with its stance toward a proposition, no matter whose.</summary>
/// <param name="Passage">The text that takes the stance: a post, a headline, a paragraph.</param>
/// <param name="Proposition">What favor and against are measured against: a sentence, or the name of a target.</param>
/// <param name="Stance">Favor, against, or neutral: neither of both.</param>
public sealed record LabelledPassage(string Passage, string Proposition, StanceLabel Stance);
