namespace Stance;

/// <summary>A word of the vocabulary that a token can be read as.</summary>
internal readonly record struct WordReading(int Word, Clitic Taken);

/// <summary>For each token of a document, the words of the vocabulary that it can be read as: the whole word first, then with more and more clitics taken off.</summary>
internal sealed class TokenReadings
{
    private readonly int[] first;
    private readonly WordReading[] readings;

    private TokenReadings(int[] first, WordReading[] readings) => (this.first, this.readings) = (first, readings);

    /// <summary>Number of tokens.</summary>
    public int Count => first.Length - 1;

    public ReadOnlySpan<WordReading> this[int token] => readings.AsSpan(first[token], first[token + 1] - first[token]);

    public static TokenReadings Of(TextDocument document, Vocabulary vocabulary)
    {
        var tokens = document.Tokens;
        var first = new int[tokens.Count + 1];
        var found = new List<WordReading>(tokens.Count * 2);
        Span<Reading> candidates = stackalloc Reading[Clitics.Most];
        for (var i = 0; i < tokens.Count; i++)
        {
            first[i] = found.Count;
            if (tokens[i].Kind is not (TokenKind.Word or TokenKind.Number))
                continue;
            var word = document.Word(i);
            var n = Clitics.Read(word, candidates);
            for (var k = 0; k < n; k++)
            {
                var id = vocabulary.Find(word, candidates[k]);
                if (id >= 0)
                    found.Add(new WordReading(id, candidates[k].Taken));
            }
        }
        first[tokens.Count] = found.Count;
        return new TokenReadings(first, [.. found]);
    }
}
