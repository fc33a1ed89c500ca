namespace Stance;

/// <summary>What was taken off a word to reach one of its readings.</summary>
[Flags]
internal enum Clitic : byte
{
    None = 0,
    Conjunction = 1,
    PrepositionB = 2,
    PrepositionL = 4,
    PrepositionK = 8,
    Future = 16,
    Article = 32,
    Suffix = 64,
    Preposition = PrepositionB | PrepositionL | PrepositionK,
}

/// <summary>One reading of a word: a stretch of it, and what was taken off.</summary>
/// <param name="Start">First character of the reading within the word.</param>
/// <param name="Length">Its length.</param>
/// <param name="Taken">What was taken off.</param>
/// <param name="RestoresArticle">The word began with two lams: the reading is alef followed by the stretch («للخارجية» is ل + الخارجية).</param>
/// <param name="RestoresFeminine">A ta before a pronoun stands for ta marbuta: its last letter is ha («موافقته» is موافقة + ه).</param>
internal readonly record struct Reading(byte Start, byte Length, Clitic Taken, bool RestoresArticle = false, bool RestoresFeminine = false);

/// <summary>Lists the readings of an Arabic word: with and without the proclitics و ف ب ك ل س ال and pronoun suffixes.
/// Nothing is destroyed: the lexicon decides which reading exists, the longest first.</summary>
internal static class Clitics
{
    /// <summary>No word has more readings than this.</summary>
    public const int Most = 24;

    private static readonly string[] Suffixes = ["هما", "هم", "ها", "هن", "كم", "نا", "ه", "ك", "ي"];

    /// <summary>Writes the readings of a normalised word into <paramref name="readings"/> and returns their number; the whole word comes first.</summary>
    public static int Read(ReadOnlySpan<char> word, Span<Reading> readings)
    {
        if (word.Length > 250)
            return 0;
        var n = 0;
        Add(readings, ref n, 0, word.Length, Clitic.None);
        if (word[0] < '\u0600')
            return n;
        var start = 0;
        Stem(word, readings, ref n, start, Clitic.None);
        // «ولم», «وحث»: the lexicon knows which two letters are a word.
        if (word[0] is 'و' or 'ف' && word.Length >= 3)
        {
            Add(readings, ref n, 1, word.Length - 1, Clitic.Conjunction);
            Stem(word, readings, ref n, 1, Clitic.Conjunction);
        }
        // Pronoun suffixes, on the reading without proclitics of each depth found so far.
        var bases = n;
        foreach (var suffix in Suffixes)
        {
            if (!word.EndsWith(suffix))
                continue;
            for (var i = 0; i < bases && n < Most; i++)
            {
                var reading = readings[i];
                if (reading.Length - suffix.Length < 3 || (reading.Taken & Clitic.Article) != 0 || reading.RestoresArticle)
                    continue;
                var length = reading.Length - suffix.Length;
                Add(readings, ref n, reading.Start, length, reading.Taken | Clitic.Suffix);
                if (word[reading.Start + length - 1] == 'ت' && n < Most)
                    readings[n++] = new Reading(reading.Start, (byte)length, reading.Taken | Clitic.Suffix, RestoresFeminine: true);
            }
            break;
        }
        return n;
    }

    private static void Stem(ReadOnlySpan<char> word, Span<Reading> readings, ref int n, int start, Clitic taken)
    {
        var rest = word[start..];
        if (rest.Length < 3)
            return;
        switch (rest[0])
        {
            case 'ا' when rest[1] == 'ل' && rest.Length >= 4:
                Add(readings, ref n, start + 2, rest.Length - 2, taken | Clitic.Article);
                break;
            case 'ب' or 'ك':
                var preposition = taken | (rest[0] == 'ب' ? Clitic.PrepositionB : Clitic.PrepositionK);
                Add(readings, ref n, start + 1, rest.Length - 1, preposition);
                if (rest.Length >= 5 && rest[1] == 'ا' && rest[2] == 'ل')
                    Add(readings, ref n, start + 3, rest.Length - 3, preposition | Clitic.Article);
                break;
            case 'ل':
                if (rest[1] == 'ل' && rest.Length >= 4)
                {
                    Add(readings, ref n, start + 1, rest.Length - 1, taken | Clitic.PrepositionL, restoresArticle: true);
                    Add(readings, ref n, start + 2, rest.Length - 2, taken | Clitic.PrepositionL | Clitic.Article);
                }
                else
                    Add(readings, ref n, start + 1, rest.Length - 1, taken | Clitic.PrepositionL);
                break;
            case 'س' when rest.Length >= 4 && rest[1] is 'ي' or 'ت' or 'ن' or 'ا':
                Add(readings, ref n, start + 1, rest.Length - 1, taken | Clitic.Future);
                break;
        }
    }

    private static void Add(Span<Reading> readings, ref int n, int start, int length, Clitic taken, bool restoresArticle = false)
    {
        if (n < Most && length >= 2)
            readings[n++] = new Reading((byte)start, (byte)length, taken, restoresArticle);
    }
}
