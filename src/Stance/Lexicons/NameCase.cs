namespace Stance;

/// <summary>Whether a Latin name stands in a text with the capitals of a name.</summary>
internal static class NameCase
{
    /// <summary>Whether a text has small Latin letters and capitals: where it has only one of them, case tells nothing.</summary>
    public static bool IsMixed(TextDocument document)
    {
        bool small = false, capital = false;
        foreach (var c in document.Text.Original)
        {
            small |= char.IsLower(c);
            capital |= char.IsUpper(c);
            if (small && capital)
                return true;
        }
        return false;
    }

    /// <summary>Whether the words of a hit are capitalised as the lexicon's are. Short abbreviations (US, WHO, PA) need all their capitals; of longer ones (NATO, UNESCO) the first is enough.</summary>
    public static bool IsWritten(Lexicon lexicon, TextDocument document, PhraseHit hit, LexiconEntry entry)
    {
        if (document.Word(hit.First)[0] >= '\u0250')
            return true;
        if (entry.Kind == EntryKind.Holder)
            return IsCapital(document, hit.First) && IsCapital(document, hit.End - 1);
        var form = lexicon.Catalog.Aliases[entry.Row].Form;
        var next = 0;
        for (var i = hit.First; i < hit.End; i++)
        {
            var word = document.Word(i);
            if (word[0] is < 'a' or > 'z')
                continue;
            var at = form.IndexOf(word[..1].ToString(), next, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            next = at + word.Length;
            if (!char.IsUpper(form[at]))
                continue;
            if (!IsCapital(document, i))
                return false;
            // us, who, pa: a title in capitals throughout (LET US PRAY) names nobody either.
            if (word.Length is 2 or 3 && at + word.Length <= form.Length && form.AsSpan(at, word.Length).IndexOfAnyExceptInRange('A', 'Z') < 0
                && (!IsAllCapitals(document, i) || (lexicon.FunctionWords.Contains(lexicon.Vocabulary.Find(word)) && i > 0 && i + 1 < document.Tokens.Count && IsShouted(document, i - 1) && IsShouted(document, i + 1))))
                return false;
        }
        return true;
    }

    private static bool IsCapital(TextDocument document, int token) => char.IsUpper(document.Text.Original[document.Text.ToOriginal(document.Tokens[token].Start)]);

    private static bool IsAllCapitals(TextDocument document, int token)
    {
        for (var i = document.Tokens[token].Start; i < document.Tokens[token].End; i++)
            if (char.IsLower(document.Text.Original[document.Text.ToOriginal(i)]))
                return false;
        return true;
    }

    private static bool IsShouted(TextDocument document, int token) => document.Tokens[token] is { IsWord: true, Length: >= 3 } && IsAllCapitals(document, token);
}
