namespace Stance;

/// <summary>Gives each normalised word a number, and finds the words that one token of a text can be read as.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public Vocabulary() => lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => words.Count;

    public IReadOnlyDictionary<string, int> Words => words;

    public int Add(string word)
    {
        if (!words.TryGetValue(word, out var id))
            words[word] = id = words.Count;
        return id;
    }

    public int Find(ReadOnlySpan<char> word) => lookup.TryGetValue(word, out var id) ? id : -1;

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
}
