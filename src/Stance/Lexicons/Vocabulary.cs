using System.Numerics;
using System.Runtime.InteropServices;

namespace Stance;

/// <summary>Gives each normalised word a number, and finds the words that one token of a text can be read as.</summary>
/// <remarks>Most of what is looked up is no word: readings of a token are tried one after the other. A table of hashes, eight bytes a place, answers that from one line of memory.</remarks>
internal sealed class Vocabulary
{
    private readonly List<string> words = [];
    private Place[] places = new Place[1 << 10];

    /// <summary>A place of the table: the hash of its word, and the word's number from 1 on; 0 where it is free.</summary>
    private record struct Place(uint Hash, int Number);

    public int Count => words.Count;

    public int Add(string word)
    {
        if (Find(word) is >= 0 and var known)
            return known;
        words.Add(word);
        // At most half of the places are taken: a search ends after a step or two.
        if (words.Count * 2 > places.Length)
            Grow();
        Enter(HashOf(word), words.Count);
        return words.Count - 1;
    }

    public int Find(ReadOnlySpan<char> word)
    {
        var hash = HashOf(word);
        for (var at = Start(hash); places[at].Number != 0; at = (at + 1) & (places.Length - 1))
            if (places[at].Hash == hash && word.SequenceEqual(words[places[at].Number - 1]))
                return places[at].Number - 1;
        return -1;
    }

    /// <summary>The word of a reading, or -1.</summary>
    public int Find(ReadOnlySpan<char> token, Reading reading)
    {
        var stretch = token.Slice(reading.Start, reading.Length);
        if (!reading.RestoresArticle && !reading.RestoresFeminine)
            return Find(stretch);
        Span<char> restored = stackalloc char[reading.Length + 1];
        if (reading.RestoresFeminine)
        {
            stretch.CopyTo(restored);
            restored[reading.Length - 1] = 'ه';
            return Find(restored[..reading.Length]);
        }
        restored[0] = 'ا';
        stretch.CopyTo(restored[1..]);
        return Find(restored);
    }

    private void Grow()
    {
        var old = places;
        places = new Place[old.Length * 2];
        foreach (var place in old)
            if (place.Number != 0)
                Enter(place.Hash, place.Number);
    }

    private void Enter(uint hash, int number)
    {
        var at = Start(hash);
        while (places[at].Number != 0)
            at = (at + 1) & (places.Length - 1);
        places[at] = new Place(hash, number);
    }

    private int Start(uint hash) => (int)(hash * 0x9E3779B1u >> BitOperations.LeadingZeroCount((uint)places.Length - 1));

    /// <summary>CRC-32C, four letters at a time: one instruction on current processors.</summary>
    private static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = (uint)word.Length;
        var fours = MemoryMarshal.Cast<char, ulong>(word);
        foreach (var four in fours)
            hash = BitOperations.Crc32C(hash, four);
        foreach (var letter in word[(fours.Length * 4)..])
            hash = BitOperations.Crc32C(hash, letter);
        return hash;
    }
}
