namespace Stance;

/// <summary>Makes the features of a (passage, proposition). Thread-safe.</summary>
/// <param name="reader">Reads both.</param>
/// <param name="targets">Propositions, folded, whose features are also learnt apart.</param>
internal sealed class PassageExtractor(PassageReader reader, IEnumerable<string> targets)
{
    private readonly HashSet<string> targets = new(targets, StringComparer.Ordinal);

    public sealed record Features(SparseRow[] Views, float[] Comparison);

    public Features Of(string passage, string proposition)
    {
        var (left, right) = (reader.Read(passage), reader.Read(proposition));
        var folded = NormalizedText.Fold(proposition);
        return new Features(PassageViews.Of(left, right, targets.Contains(folded) ? folded : null), PairComparison.Of(left, right));
    }
}
