namespace Stance;

/// <summary>A cue found in a document.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Row">Row in the lexicon.</param>
/// <param name="Form">What the form looks like.</param>
/// <param name="Conjunction">It begins with «و» or «ف».</param>
/// <param name="Suffix">A pronoun is attached.</param>
internal readonly record struct CueHit(int First, int End, int Row, CueForm Form, bool Conjunction, bool Suffix);

/// <summary>What a cue's form looks like.</summary>
internal enum CueForm : byte
{
    /// <summary>A finite verb.</summary>
    Verb,

    /// <summary>A participle that goes on with the sentence's subject («مؤكدا», adding).</summary>
    Participle,

    /// <summary>A verbal noun («رفض», «إدانة»).</summary>
    Noun,
}

/// <summary>Finds the cues of a document and tells verbs from nouns and participles by their form and neighbours.</summary>
internal static class CueFinder
{
    public static List<CueHit> Find(Lexicon lexicon, TextDocument document, TokenReadings readings, HitTable hits, List<Mention> mentions)
    {
        var found = new List<CueHit>();
        var m = 0;
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            while (m < mentions.Count && mentions[m].End <= i)
                m++;
            // Inside a name nothing is a cue («المتحدث باسم», «الدفاع»).
            if (m < mentions.Count && mentions[m].First <= i)
                continue;
            if (hits.Longest(i, EntryKind.Cue) is not { } hit)
            {
                if (Parted(lexicon, document, readings, mentions, m, i) is { } parted)
                    found.Add(parted);
                continue;
            }
            if (document.IsArabic && hit.End - hit.First == 1 && IsParticle(lexicon, document.Word(i), hit.Taken))
                continue;
            // «البيان», «المسؤول»: an office or institution is who speaks, not what is said.
            if (hits.Longest(i, EntryKind.Office) is { } office && office.End >= hit.End)
                continue;
            // A longer fixed marker wins: «على حد قوله», «من غير المقبول».
            if (hits.Longest(i, EntryKind.Marker) is { } marker && marker.End > hit.End && !(lexicon.Data.Markers[marker.Entry.Row].Class == MarkerClass.ReportedByOther && lexicon.Data.Cues[hit.Entry.Row].Class == "say"))
                continue;
            // «حملت المعارضة»: with its article the noun is a party, unless it is said what is opposed.
            if (document.IsArabic && document.Word(i) is "المعارضه" or "والمعارضه" && !(hit.End < document.Tokens.Count && document.Tokens[hit.End].IsWord && document.Word(hit.End)[0] == 'ل'))
                continue;
            var form = document.IsArabic ? ArabicForm(lexicon, document, hit) : EnglishForm(document, hit);
            found.Add(new CueHit(hit.First, hit.End, hit.Entry.Row, form, (hit.Taken & Clitic.Conjunction) != 0, ((hit.Taken | hit.LastTaken) & Clitic.Suffix) != 0));
            i = hit.End - 1;
        }
        return found;
    }

    /// <summary>A verb that its subject parts from its particle: «عبّر السفير الصيني عن», «تقف مصر والإمارات إلى جانب», «حمّلت الوزارة الحكومة الإسرائيلية المسؤولية».</summary>
    private static CueHit? Parted(Lexicon lexicon, TextDocument document, TokenReadings readings, List<Mention> mentions, int next, int verb)
    {
        if (!document.IsArabic || !document.Tokens[verb].IsWord || document.Word(verb).Length < 3 || next >= mentions.Count || mentions[next].First != verb + 1)
            return null;
        // «عبّر وزير الخارجية البحريني، الشيخ خالد بن أحمد آل خليفة، عن تأييده»: a name between commas parts them too.
        var commas = 0;
        for (var i = mentions[next].End; i < Math.Min(mentions[next].End + 9, document.Tokens.Count) && (document.Tokens[i].IsWord || (document.Tokens[i].Kind == TokenKind.Comma && ++commas <= 3)); i++)
            if (document.Word(i) is "عن" or "الي" or "علي" or "مع" or "ضد" or "المسووليه" or "مسووليه" && lexicon.Trie.Parted(document, readings, verb, i, EntryKind.Cue) is { } hit)
                return ArabicForm(lexicon, document, hit) != CueForm.Verb ? null : new CueHit(verb, verb + 1, hit.Entry.Row, CueForm.Verb, (hit.Taken & Clitic.Conjunction) != 0, false);
        return null;
    }

    /// <summary>«وفي» is «and in» before it is «fulfilled»; «بعد» is «after» before it is «by counting».</summary>
    private static bool IsParticle(Lexicon lexicon, ReadOnlySpan<char> word, Clitic taken)
    {
        if ((taken & Clitic.Preposition) != 0)
            return word.Length <= 3;
        return taken == Clitic.None && word.Length <= 4 && word[0] == 'و' && lexicon.FunctionWords.Contains(lexicon.Vocabulary.Find(word[1..]));
    }

    private static CueForm ArabicForm(Lexicon lexicon, TextDocument document, PhraseHit hit)
    {
        var word = document.Word(hit.First);
        if ((hit.Taken & Clitic.Conjunction) != 0)
            word = word[1..];
        if ((hit.Taken & Clitic.Suffix) != 0)
            word = WithoutObject(lexicon, word);
        if ((hit.Taken & (Clitic.Article | Clitic.Preposition)) != 0)
            return CueForm.Noun;
        if ((hit.Taken & Clitic.Future) != 0)
            return CueForm.Verb;
        var previous = hit.First > 0 && document.Tokens[hit.First - 1].IsWord ? document.Word(hit.First - 1) : default;
        // «رغم معارضة بريطانيا», «بعد موافقة واشنطن»: what looks like a participle is a verbal noun there.
        if (word is ['م', _, 'ا', _, _, 'ه'] && (IsBeforeNoun(previous) || previous is "وسط" or "ظل" or "نتيجه" or "رهن" or "مواجهه"))
            return CueForm.Noun;
        // م- with the accusative or feminine ending: مؤكدا، مؤكدة، مؤكدين; the pattern of قائلا، داعيا، رافضا.
        if (word.Length >= 5 && word[0] == 'م' && (word[^1] is 'ا' or 'ه' || word.EndsWith("ين")))
            return CueForm.Participle;
        if (word.Length >= 4 && word[1] == 'ا' && word[^1] is 'ا' or 'ه' && word[0] is not ('ا' or 'ت' or 'ي' or 'ن'))
            return word[^1] == 'ا' ? CueForm.Participle : CueForm.Noun;
        if (word[0] is 'ي' or 'ن' && word.Length >= 3)
            return CueForm.Verb;
        // «لضمان تخلي دمشق عن»: the verb would begin with two ت.
        if (word is "تخلي" or "تولي" or "تصدي")
            return CueForm.Noun;
        // After a preposition or a noun of its own kind («قرار», «عن»), a bare form is a verbal noun.
        if (IsBeforeNoun(previous))
            return CueForm.Noun;
        // Verbal nouns by their pattern: إفعال، تفعيل، افتعال، انفعال، استفعال, with a ta marbuta.
        if (IsNounPattern(word) || (word[^1] == 'ا' && IsNounPattern(word[..^1])))
            return CueForm.Noun;
        return CueForm.Verb;
    }

    /// <summary>A preposition, or a noun after which a verbal noun stands.</summary>
    private static bool IsBeforeNoun(ReadOnlySpan<char> word) =>
        word is "في" or "من" or "الي" or "علي" or "عن" or "مع" or "بعد" or "قبل" or "حول" or "دون" or "عدم" or "كل" or "اي" or "رغم" or "بسبب" or "خلال" or "بين" or "ضد" or "عند" or "اعاده" or "غير" or "ضروره";

    /// <summary>A verb without the pronoun that is its object: «أيدته» and «عارضتها» end like nouns and participles only through it.</summary>
    private static ReadOnlySpan<char> WithoutObject(Lexicon lexicon, ReadOnlySpan<char> word)
    {
        foreach (var suffix in (ReadOnlySpan<string>)["هما", "هم", "ها", "ه"])
            if (word.EndsWith(suffix) && lexicon.Knows(word[..^suffix.Length]))
                return word[..^suffix.Length];
        return word;
    }

    private static bool IsNounPattern(ReadOnlySpan<char> word)
    {
        if (word.Length >= 5 && word[^1] == 'ه')
            return true;
        if (word.Length >= 5 && word[0] == 'ا' && word[^2] == 'ا')
            return true;
        if (word.Length == 5 && word[0] == 'ت' && word[3] == 'ي')
            return true;
        return word.EndsWith("ات") && word.Length >= 5;
    }

    private static CueForm EnglishForm(TextDocument document, PhraseHit hit)
    {
        var word = document.Word(hit.First);
        if (word.EndsWith("ing"))
            return CueForm.Participle;
        if (word.EndsWith("tion") || word.EndsWith("ment") || word.EndsWith("sal") || word.EndsWith("ance") || word.EndsWith("ism"))
            return CueForm.Noun;
        var previous = hit.First > 0 && document.Tokens[hit.First - 1].IsWord ? document.Word(hit.First - 1) : default;
        if (previous.Length > 0 && previous is "the" or "a" or "an" or "of" or "its" or "their" or "his" or "her" or "no" or "any" or "in" or "for" or "from" or "'s" or "with" or "by" or "on" or "against" or "new" or "such" or "this" or "that")
            return previous is "that" ? CueForm.Verb : CueForm.Noun;
        return CueForm.Verb;
    }
}
