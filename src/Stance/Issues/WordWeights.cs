using System.Collections.Frozen;

namespace Stance;

/// <summary>How informative a word is: inverse document frequency over the training corpus, by family where it has one. The weights lie in the model, so that the
/// answer for one issue never depends on which other issues are asked.</summary>
internal sealed class WordWeights
{
    /// <summary>Weight of a word that the training corpus does not have.</summary>
    public const float Unknown = 5;

    private readonly FrozenDictionary<string, float> weights;

    public WordWeights(IEnumerable<KeyValuePair<string, float>> weights) => this.weights = weights.ToFrozenDictionary(StringComparer.Ordinal);

    public static WordWeights Empty { get; } = new([]);

    public IEnumerable<KeyValuePair<string, float>> Entries => weights.OrderBy(p => p.Key, StringComparer.Ordinal);

    /// <summary>Weight of a normalised word without proclitics: 0.3 (everywhere) to <see cref="Unknown"/>.</summary>
    public float Of(string word) => weights.TryGetValue(word, out var weight) ? weight : Unknown;

    /// <summary>Counts in how many documents each word occurs; every reading of a token counts.</summary>
    public static WordWeights Count(IReadOnlyList<HashSet<string>> documents)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var words in documents)
            foreach (var word in words)
                counts[word] = counts.GetValueOrDefault(word) + 1;
        var n = documents.Count;
        // Words seen once are as good as unknown: leaving them out keeps the model small.
        return new WordWeights(counts.Where(p => p.Value > 1)
            .Select(p => KeyValuePair.Create(p.Key, Math.Clamp(MathF.Log((n + 1f) / (p.Value + 0.5f)), 0.3f, Unknown))));
    }
}
