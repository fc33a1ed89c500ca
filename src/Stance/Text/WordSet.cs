using System.Collections;
using System.Runtime.CompilerServices;

namespace Stance;

/// <summary>A few fixed words, asked for by stretches of normalised text without making strings of them.</summary>
[CollectionBuilder(typeof(WordSet), nameof(Of))]
internal sealed class WordSet : IEnumerable<string>
{
    private readonly HashSet<string> words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private WordSet(HashSet<string> words) => (this.words, lookup) = (words, words.GetAlternateLookup<ReadOnlySpan<char>>());

    public static WordSet Of(ReadOnlySpan<string> words) => new(new HashSet<string>(words.ToArray(), StringComparer.Ordinal));

    public bool Contains(ReadOnlySpan<char> word) => lookup.Contains(word);

    public IEnumerator<string> GetEnumerator() => words.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
