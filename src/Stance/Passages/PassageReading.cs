namespace Stance;

/// <summary>One word of a passage, in the forms in which it can meet another.</summary>
/// <param name="Word">The normalised word.</param>
/// <param name="Stem">Without conjunction, article and one ending, by letters alone (<see cref="PassageReader"/>).</param>
/// <param name="Key">The rough key of its root; the stem where it has none.</param>
/// <param name="Family">Its derivational family, or -1.</param>
/// <param name="Concept">Its class of near-synonyms, or -1.</param>
/// <param name="Polarity">1 where its family helps, -1 where it harms, 0 otherwise.</param>
/// <param name="Sign">1 where it approves or judges well, -1 where it refuses, condemns or judges ill, 0 otherwise.</param>
/// <param name="Turns">It undoes its object.</param>
/// <param name="Negated">A negation governs it.</param>
/// <param name="Marker">What it signals as a small word; <c>null</c>: it is none.</param>
/// <param name="Cue">The class of saying or doing; <c>null</c>: none.</param>
/// <param name="IsFunction">It carries no content of its own.</param>
/// <param name="IsNumber">It is a number.</param>
internal readonly record struct PassageWord(
    string Word, string Stem, string Key, int Family, int Concept, int Polarity, int Sign, bool Turns, bool Negated, MarkerClass? Marker, string? Cue, bool IsFunction, bool IsNumber)
{
    /// <summary>It says something: neither function word nor small word.</summary>
    public bool IsContent => !IsFunction && Marker is not MarkerClass.Negation;
}

/// <summary>A passage or proposition as the features of passages see it: words in their forms, tags, signs and states. Immutable.</summary>
/// <param name="Text">The normalised text.</param>
/// <param name="Words">Its words and numbers.</param>
/// <param name="Tags">Its hashtags, whole.</param>
/// <param name="Symbols">Emoji, and marks of asking, calling out and quoting.</param>
/// <param name="States">The states that its words name.</param>
internal sealed record PassageReading(string Text, PassageWord[] Words, string[] Tags, string[] Symbols, HashSet<string> States);

/// <summary>Reads passages with the lexicons. Thread-safe.</summary>
internal sealed class PassageReader(Lexicon lexicon)
{
    /// <summary>What stands after the first so many words is not read, marks and letters neither: a passage is a headline, a post or a paragraph.</summary>
    public const int MostWords = 400;

    public PassageReading Read(string text)
    {
        var document = TextDocument.Of(Article.FromText(text));
        if (End(document) is { } end)
            document = TextDocument.Of(Article.FromText(text[..end]));
        var readings = TokenReadings.Of(document, lexicon.Vocabulary);
        var hits = new HitTable(lexicon, document, readings);
        var signs = TokenSigns.Of(lexicon, document, readings, hits, []);
        var words = new List<PassageWord>();
        var states = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            if (!IsWord(document.Tokens[i]))
                continue;
            foreach (var hit in hits.At(i, EntryKind.Alias))
                states.Add(lexicon.Catalog.Aliases[hit.Entry.Row].Actor);
            words.Add(Word(document, readings, hits, signs, i));
        }
        var (tags, symbols) = Marks(document.Text.Chars);
        return new PassageReading(new string(document.Text.Chars), [.. words], tags, symbols, states);
    }

    private static bool IsWord(Token token) => token.Kind is TokenKind.Word or TokenKind.Number;

    /// <summary>Where the last word that counts ends in the original text; <c>null</c>: all of it counts.</summary>
    private static int? End(TextDocument document)
    {
        var (count, last) = (0, -1);
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            if (!IsWord(document.Tokens[i]))
                continue;
            if (++count > MostWords)
                return document.ToBody(last, last + 1).End;
            last = i;
        }
        return null;
    }

    private PassageWord Word(TextDocument document, TokenReadings readings, HitTable hits, TokenSigns signs, int token)
    {
        var word = document.Word(token);
        var known = readings[token];
        var (family, function) = (-1, false);
        foreach (var reading in known)
        {
            function |= lexicon.FunctionWords.Contains(reading.Word);
            if (family < 0 && lexicon.Families.Of(reading.Word) is [var first, ..])
                family = first;
        }
        var stem = Stem(word);
        var cue = hits.Longest(token, EntryKind.Cue) is { } c ? lexicon.Data.Cues[c.Entry.Row].Class : null;
        MarkerClass? marker = hits.Longest(token, EntryKind.Marker) is { } m ? lexicon.Data.Markers[m.Entry.Row].Class : null;
        Span<char> key = stackalloc char[24];
        var length = Skeleton.Write(stem, key);
        return new PassageWord(new string(word), stem, length > 0 ? new string(key[..length]) : stem, family, family < 0 ? -1 : lexicon.Families.ConceptOf(family), family < 0 ? 0 : lexicon.Families.PolarityOf(family),
            signs.Attitudes[token] != 0 ? signs.Attitudes[token] : signs.Blames[token], signs.Deeds[token] < 0, signs.Parity[token] < 0, marker, cue, function, document.Tokens[token].Kind == TokenKind.Number);
    }

    /// <summary>The word without the conjunction و, the article with what is written before it (ال, وال, بال, كال, فال, لل), and one ending (pronoun, plural, dual, ه or ي), each where three letters or more remain:
    /// a light stem that needs no lexicon, after Larkey, Ballesteros and Connell (2002). A word that does not begin in Arabic script stays as it is.</summary>
    private static string Stem(ReadOnlySpan<char> word)
    {
        if (word[0] < '\u0600')
            return new string(word);
        if (word[0] is 'و' && word.Length >= 4)
            word = word[1..];
        foreach (var prefix in (ReadOnlySpan<string>)["وال", "بال", "كال", "فال", "ال", "لل"])
            if (word.StartsWith(prefix) && word.Length - prefix.Length >= 3)
            {
                word = word[prefix.Length..];
                break;
            }
        foreach (var suffix in (ReadOnlySpan<string>)["هما", "هم", "ها", "نا", "كم", "ات", "ون", "ين", "ان", "ه", "ي"])
            if (word.EndsWith(suffix) && word.Length - suffix.Length >= 3)
                return new string(word[..^suffix.Length]);
        return new string(word);
    }

    private static (string[] Tags, string[] Symbols) Marks(ReadOnlySpan<char> text)
    {
        List<string> tags = [], symbols = [];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '#')
            {
                var end = i + 1;
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
                    end++;
                if (end > i + 1)
                    tags.Add(text[(i + 1)..end].ToString());
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                symbols.Add(text[i..(++i + 1)].ToString());
            else if (c is '?' or '\u061F')
                symbols.Add("?");
            else if (c is '!' or '"' or ':' or '\u2026' or '\u00AB' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.OtherSymbol)
                symbols.Add(c.ToString());
        }
        return ([.. tags], [.. symbols]);
    }
}
