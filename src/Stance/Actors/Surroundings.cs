namespace Stance;

/// <summary>What stands at a word and around it: small tests that finding mentions asks again and again.</summary>
internal sealed class Surroundings(MentionDraft draft)
{
    private readonly Lexicon lexicon = draft.Lexicon;
    private readonly TextDocument document = draft.Document;
    private readonly HitTable hits = draft.Hits;
    private readonly TokenReadings readings = draft.Readings;

    /// <summary>A Latin word in a capital that no lexicon knows, beside another without a mark between: part of a proper name.</summary>
    public bool IsUnknownCapitalised(int token)
    {
        if (token < 0 || token >= document.Tokens.Count || document.Tokens[token].Kind != TokenKind.Word)
            return false;
        var word = document.Word(token);
        return word[0] < '\u0250' && word.Length > 1 && IsCapital(token) && !hits.Is(token, EntryKind.Alias) && !hits.Is(token, EntryKind.Office) && !hits.Is(token, EntryKind.NonState)
            && !hits.Is(token, EntryKind.Marker) && !IsOrdinaryWord(token) && !EnglishDirections.Contains(word);
    }

    public bool IsCapital(int token) => char.IsUpper(document.Text.Original[document.Text.ToOriginal(document.Tokens[token].Start)]);

    private static readonly WordSet EnglishDirections = ["northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "greater", "upper", "lower", "mainland", "downtown"];

    /// <summary>Whether a word is known as one of the language, or too short for a name.</summary>
    public bool IsOrdinaryWord(int token)
    {
        foreach (var reading in readings[token])
            if (lexicon.ContentWords.Contains(reading.Word) && reading.Taken == Clitic.None)
                return true;
        return document.Tokens[token].Length < 3;
    }

    /// <summary>Whether a word has the article, be it after a clitic.</summary>
    public bool HasArticle(int token) => document.Word(token) is { Length: > 3 } word && (word.StartsWith("ال") || word.StartsWith("وال") || word.StartsWith("بال") || word.StartsWith("لل"));

    /// <summary>Whether a word is a party, a paper, a court, an expert …</summary>
    public bool IsNonStateWord(int token) =>
        hits.Longest(token, NonStateKind.Group, NonStateKind.Fixed) is { } hit
        // «محافظة» is no «محافظ» of hers.
        && (hit.LastTaken & Clitic.Suffix) == 0 && !hits.Is(token, EntryKind.Office) && !IsObjection(token);

    /// <summary>«وسط معارضة روسية شديدة», «قوبل بمعارضة تركية»: an objection, and no opposition party.</summary>
    private bool IsObjection(int token) =>
        document.Word(token) is "بمعارضه" || (document.Word(token) is "معارضه" && token > 0 && document.Tokens[token - 1].IsWord && document.Word(token - 1) is "وسط" or "رغم" or "ظل" or "بسبب" or "نتيجه" or "مواجهه" or "اثار" or "يثير" or "واجه" or "يواجه" or "تواجه" or "لقي" or "يلقي");

    /// <summary>Whether the noun directly before a name is a party, a paper, a court … of that state.</summary>
    public bool IsNonStateHead(int token) =>
        token >= 0 && document.IsArabic && document.Tokens[token].IsWord && IsNonStateWord(token)
        // «وطالب سولانا»: demanded, not a student.
        && !hits.Is(token, EntryKind.Cue);

    /// <summary>Whether «السابق» and the like stand at a token; tells where they end.</summary>
    public bool Former(int token, out int end)
    {
        end = token;
        // In English it stands before: «the minister dismissed it», «Trump then said» name nobody former.
        if (document.IsArabic && token < document.Tokens.Count && hits.Longest(token, NonStateKind.Former) is { } former)
        {
            end = former.End;
            return true;
        }
        return false;
    }

    /// <summary>Whether «former» and the like stand within the two words before a token.</summary>
    public bool IsFormerBefore(int token)
    {
        for (var i = token - 1; i >= Math.Max(0, token - 2); i--)
            if (document.Tokens[i].IsWord && hits.Longest(i, NonStateKind.Former) is not null)
                return true;
            else if (document.Tokens[i].Kind != TokenKind.Dash && !document.Tokens[i].IsWord)
                return false;
        return false;
    }

    /// <summary>The first token that is no «السيد».</summary>
    public int SkipHonorifics(int token)
    {
        while (token < document.Tokens.Count && (hits.Longest(token, MarkerClass.Honorific) is not null))
            token++;
        return token;
    }

    private static readonly WordSet Prepositions =
        ["في", "من", "الي", "علي", "عن", "مع", "ضد", "لدي", "بين", "نحو", "تجاه", "حيال", "حول", "داخل", "خارج", "عبر", "ضمن", "باتجاه", "ازاء", "قرب", "بشان",
         "in", "of", "to", "from", "with", "against", "on", "at", "for", "toward", "towards", "over", "between", "near", "into", "inside", "about"];

    private static readonly WordSet PlacePrepositions = ["في", "داخل", "الي", "من", "قرب", "عبر", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "in", "from", "to", "into", "near", "inside", "across"];

    public bool IsFunctionPreposition(int token) => Prepositions.Contains(document.Word(token));

    /// <summary>Whether what is named stands under a preposition: where or toward whom, hardly who.</summary>
    public bool IsAfterPreposition(PhraseHit hit) => (hit.Taken & Clitic.Preposition) != 0 || IsAfterPreposition(hit.First);

    public bool IsAfterPreposition(int first)
    {
        if (first <= 0 || !document.Tokens[first - 1].IsWord)
            return false;
        var word = document.Word(first - 1);
        // «إلى جانب المندوب البريطاني»: beside him, not he; «من جانب» gives the agent of a passive.
        if (word.SequenceEqual("جانب"))
            return true;
        // «كل من الهند والبرازيل»: each of, no preposition of place or aim.
        if (word.SequenceEqual("من") && first > 1 && document.Word(first - 2) is "كل" or "وكل" or "كلا")
            return false;
        return Prepositions.Contains(word) || (word.Length > 2 && word[0] is 'و' or 'ف' && Prepositions.Contains(word[1..]))
            || (word.SequenceEqual("the") && first > 1 && document.Tokens[first - 2].IsWord && Prepositions.Contains(document.Word(first - 2)));
    }

    /// <summary>Whether a name stands where a place does.</summary>
    public bool IsPlace(PhraseHit hit) =>
        (hit.Taken & Clitic.PrepositionB) != 0
        || (hit.First > 0 && document.Tokens[hit.First - 1].IsWord && PlacePrepositions.Contains(document.Word(hit.First - 1)));
}
