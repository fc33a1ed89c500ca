namespace Stance;

/// <summary>Names that the article itself ties to a state or to somebody who is none: «وزير الخارجية الألماني زيغمار غابرييل» makes «غابرييل» German for the rest of it.</summary>
internal sealed class LearntNames(Lexicon lexicon, TextDocument document, TokenReadings readings, HitTable hits)
{
    /// <summary>A learnt name found in the text.</summary>
    public readonly record struct Found(int End, int Actor, string? Office, bool WithPreposition);

    private const int LongestName = 5;

    private readonly Dictionary<string, (int Actor, string? Office)> names = new(StringComparer.Ordinal);

    private static readonly WordSet Joiners = ["بن", "ابن", "ابو", "ال", "بو", "بنت", "دي", "دو", "دا", "فون", "فان", "لو", "لا", "عبد", "van", "von", "de", "al", "bin", "el", "le", "abu", "ben", "del", "da"];

    /// <summary>Reads a name that begins at a token, past commas and honorifics, and remembers it; returns where it ends, or <paramref name="from"/> where there is none.</summary>
    public int Learn(int from, int actor, string? office, bool arabic)
    {
        var i = from;
        if (i < document.Tokens.Count && document.Tokens[i].Kind is TokenKind.Comma or TokenKind.Dash && arabic)
            i++;
        while (i < document.Tokens.Count && hits.Longest(i, MarkerClass.Honorific) is { } honorific)
        {
            i = honorific.End;
            if (i < document.Tokens.Count && document.Tokens[i].Kind == TokenKind.Stop && document.Tokens[i].Start == document.Tokens[i - 1].End)
                i++;
        }
        var end = EndOfName(i, actor);
        if (end == i || (end - i == 1 && (Joiners.Contains(document.Word(i)) || document.Word(i).Length < 3)))
            return from;
        // «…، مؤكدا»: one unknown word after a comma is a name only where a mark or a second word bears it out.
        if (i > from && end - i == 1 && document.Tokens[from].Kind == TokenKind.Comma)
            return from;
        // «الاتجار بالبشر»: a lone word in the article that goes on with an unknown one is a noun phrase, not a surname.
        if (arabic && end - i == 1 && document.Word(i).StartsWith("ال") && end < document.Tokens.Count && document.Tokens[end].IsWord && (document.Word(end).StartsWith("ال") || document.Word(end).StartsWith("بال") || document.Word(end).StartsWith("لل")))
            return from;
        Register(i, end, actor, office);
        return end;
    }

    /// <summary>Remembers the name that stands before an apposition: «ريكس تيلرسون، وزير الخارجية الأميركي».</summary>
    public void LearnBefore(int first, int actor, string? office)
    {
        var end = first;
        if (end > 0 && document.Tokens[end - 1].Kind == TokenKind.Comma)
            end--;
        else
            return;
        var start = end;
        while (start > 0 && end - start < LongestName && IsNameWord(start - 1))
            start--;
        if (end - start is >= 2 and <= 4)
            Register(start, end, actor, office);
    }

    /// <summary>Where the name ends that begins at a token: at the first word that is none, or before the known name of another state's official.</summary>
    private int EndOfName(int from, int actor)
    {
        var i = from;
        while (i < document.Tokens.Count && i - from < LongestName)
        {
            if (i > from && i + 1 < document.Tokens.Count && document.Tokens[i].Kind == TokenKind.Dash && document.Tokens[i].Start == document.Tokens[i - 1].End)
            {
                i++;
                continue;
            }
            if (!IsNameWord(i) || IsOfficialOfAnother(i, actor))
                break;
            i++;
        }
        if (i > from && document.Tokens[i - 1].Kind == TokenKind.Dash)
            i--;
        return i;
    }

    private bool IsOfficialOfAnother(int token, int actor)
    {
        var known = false;
        foreach (var hit in hits.At(token, EntryKind.Holder))
            if (hit.End - hit.First > 1)
            {
                known = true;
                if (lexicon.ActorIndex[lexicon.Catalog.Holders[hit.Entry.Row].Actor] == actor)
                    return false;
            }
        return known && actor >= 0;
    }

    /// <summary>A word that the language data does not know as an ordinary word: proper names are what lexicons lack.</summary>
    public bool IsNameWord(int token)
    {
        if (document.Tokens[token].Kind != TokenKind.Word)
            return false;
        var word = document.Word(token);
        if (word[0] < '\u0250')
            return char.IsUpper(document.Text.Original[document.Text.ToOriginal(document.Tokens[token].Start)]) && !hits.Is(token, EntryKind.Alias) && !hits.Is(token, EntryKind.Office);
        if (Joiners.Contains(word))
            return true;
        // «فلاديمير بوتين نظيره الصيني»: a counterpart is somebody else.
        if (word.StartsWith("نظير") || word.StartsWith("بنظير") || word.StartsWith("لنظير") || word.StartsWith("ونظير"))
            return false;
        if (word.Length < 3 || hits.Is(token, EntryKind.Alias) || hits.Is(token, EntryKind.Office) || hits.Is(token, EntryKind.NonState))
            return false;
        foreach (var reading in readings[token])
            if (lexicon.ContentWords.Contains(reading.Word) && (reading.Taken & (Clitic.Conjunction | Clitic.Future | Clitic.Article | Clitic.Suffix)) == reading.Taken && !(reading.Taken == Clitic.Suffix))
                return false;
        // «بالبشر», «للقوات» are no names, nor is what ends in tanwin («مصافحا») or is a known noun with a pronoun («دعمه»).
        if (word.StartsWith("بال") || word.StartsWith("لل") || (word.Length > 6 && word.StartsWith("وال")) || HasTanwin(token))
            return false;
        if (word[^1] == 'ه' && word.Length > 3)
            foreach (var reading in readings[token])
                if (reading.Taken == Clitic.Suffix && lexicon.ContentWords.Contains(reading.Word))
                    return false;
        // The imperfect and the perfect with «و» that no lexicon lists still look like verbs; names seldom begin with «ال» + known noun.
        return true;
    }

    private bool HasTanwin(int token)
    {
        var end = document.Text.ToOriginal(document.Tokens[token].End - 1);
        var original = document.Text.Original;
        return original[end] == '\u064B' || (end > 0 && original[end - 1] == '\u064B') || (end + 1 < original.Length && original[end + 1] == '\u064B');
    }

    /// <summary>Remembers a name and the short forms by which the article may go on.</summary>
    public void Register(int first, int end, int actor, string? office)
    {
        var words = new List<string>();
        for (var i = first; i < end; i++)
            if (document.Tokens[i].IsWord)
                words.Add(document.Word(i).ToString());
        if (words.Count == 0)
            return;
        names.TryAdd(string.Join(' ', words), (actor, office));
        for (var length = 1; length < Math.Min(4, words.Count); length++)
        {
            var tail = words[^length..];
            // «سلمان» alone is not «بن سلمان»; «الغيط» alone is not «أبو الغيط».
            if (words.Count > length && Joiners.Contains(words[^(length + 1)]))
                continue;
            if (Joiners.Contains(tail[0]) && tail.Count == 1 || tail[0].Length < 3 && !Joiners.Contains(tail[0]))
                continue;
            names.TryAdd(string.Join(' ', tail), (actor, office));
        }
    }

    /// <summary>The longest learnt name at a token that no mention covers.</summary>
    public Found? At(int token, int[] cover)
    {
        if (names.Count == 0)
            return null;
        Span<char> buffer = stackalloc char[160];
        Span<char> restored = stackalloc char[160];
        var known = names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(LongestName, document.Tokens.Count - token); length >= 1; length--)
        {
            var n = 0;
            var words = 0;
            for (var i = token; i < token + length; i++)
            {
                if (cover[i] >= 0 || !document.Tokens[i].IsWord || n + document.Tokens[i].Length + 1 > buffer.Length)
                {
                    words = 0;
                    break;
                }
                if (n > 0)
                    buffer[n++] = ' ';
                document.Word(i).CopyTo(buffer[n..]);
                n += document.Tokens[i].Length;
                words++;
            }
            if (words == 0)
                continue;
            var text = buffer[..n];
            if (known.TryGetValue(text, out var name))
                return new Found(token + length, name.Actor, name.Office, false);
            if (text.Length > 4 && text[0] is 'و' or 'ف' or 'ل' or 'ب' or 'ك' && known.TryGetValue(text[1..], out name))
                return new Found(token + length, name.Actor, name.Office, text[0] is 'ل' or 'ب' or 'ك');
            // «للجبير», «والجبير».
            if (text.Length > 5 && text.StartsWith("لل"))
            {
                restored[0] = 'ا';
                text[2..].CopyTo(restored[2..]);
                restored[1] = 'ل';
                if (known.TryGetValue(restored[..text.Length], out name))
                    return new Found(token + length, name.Actor, name.Office, true);
            }
        }
        return null;
    }
}
