namespace Stance;

/// <summary>A rough key that forms of one Arabic root tend to share («انسحاب», «ينسحب», «منسحبة» → «سحب»), and of one English stem.
/// It serves as a weak alternative in matching only, below lexicon families; it never replaces a word.</summary>
internal static class Skeleton
{
    /// <summary>Writes the key of a normalised word without proclitics; returns its length, or 0 where it has none.</summary>
    public static int Write(ReadOnlySpan<char> word, Span<char> key) =>
        word.Length is < 3 or > 24 ? 0 : word[0] >= '\u0600' ? Arabic(word, key) : English(word, key);

    private static int Arabic(ReadOnlySpan<char> word, Span<char> key)
    {
        foreach (var suffix in (ReadOnlySpan<string>)["تين", "تان", "يين", "يون", "يات", "ات", "ون", "ين", "ان", "يه", "وا", "ه", "ا", "ي"])
        {
            if (word.EndsWith(suffix) && word.Length - suffix.Length >= 3)
            {
                word = word[..^suffix.Length];
                break;
            }
        }
        // The feminine mark of the perfect.
        if (word.Length >= 4 && word[^1] == 'ت')
            word = word[..^1];
        if (word.Length >= 6 && word.StartsWith("است"))
            word = word[3..];
        else if (word.Length >= 6 && word[1] == 'س' && word[2] == 'ت' && word[0] is 'ي' or 'ت' or 'م' or 'ن')
            word = word[3..];
        else if (word.Length >= 5 && word[1] == 'ن' && word[0] is 'ا' or 'ي' or 'ت' or 'م')
            word = word[2..];
        else if (word.Length >= 4 && word[0] is 'ا' or 'ي' or 'ت' or 'م' or 'ن')
            word = word[1..];
        var n = 0;
        for (var i = 0; i < word.Length && n < key.Length; i++)
        {
            var c = word[i];
            if (c is 'ا' or 'و' or 'ي' && i > 0 && word.Length > 3 && i < word.Length - 1)
                continue;
            key[n++] = c;
        }
        return n >= 3 ? n : 0;
    }

    private static int English(ReadOnlySpan<char> word, Span<char> key)
    {
        foreach (var suffix in (ReadOnlySpan<string>)["ations", "ation", "itions", "ition", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "er", "ies", "ied", "ed", "es", "al", "ly", "s", "e"])
        {
            if (word.EndsWith(suffix) && word.Length - suffix.Length >= 4)
            {
                word = word[..^suffix.Length];
                break;
            }
        }
        if (word.Length < 4)
            return 0;
        word.CopyTo(key);
        return word.Length;
    }
}
