namespace Stance;

/// <summary>A proposition as a row of words, and what stands where in it: the noun that a state belongs to, what ties it to the sentence, which word is its deed.</summary>
/// <param name="lexicon">Names and words.</param>
/// <param name="document">The proposition.</param>
/// <param name="asks">It asks for something, or calls something right.</param>
/// <param name="words">Its words.</param>
internal sealed class PropositionRow(Lexicon lexicon, TextDocument document, bool asks, List<PropositionWord> words)
{
    /// <summary>It asks for something, and does not only call it right.</summary>
    public bool IsAsked => words.FindIndex(w => w.Kind == PropositionWordKind.Obligation) is >= 0 and var asking && asking < words.Count - 1 || (asks && words[0].Kind == PropositionWordKind.Tie);

    /// <summary>It is in Arabic.</summary>
    public bool IsArabic => document.Language == LanguageDetector.Arabic;

    /// <summary>«على», normalised: whoever stands after it has to.</summary>
    public const string MustBe = "علي";

    /// <summary>Whether a proposition says at its beginning who has to: «على روسيا وقف», «ليس على روسيا».</summary>
    public static bool BeginsWithMust(TextDocument document, HitTable hits)
    {
        var first = document.Tokens.Count > 0 && hits.Longest(0, MarkerClass.Negation) is { } negation ? negation.End : 0;
        return first < document.Tokens.Count && document.Word(first) is MustBe;
    }

    /// <summary>The nearest word to the left that helps or harms; -1 where there is none.</summary>
    public int Head(int noun)
    {
        var head = -1;
        for (var i = noun - 1; i >= 0 && !IsAside(i) && words[i].Kind != PropositionWordKind.Obligation; i--)
        {
            if (words[i].Kind != PropositionWordKind.Plain)
                continue;
            if (lexicon.Data.BurdeningConcepts.Contains(words[i].Concept))
                return i;
            if (words[i].Polarity != 0 && head < 0 && !(i > 0 && words[i - 1].Kind == PropositionWordKind.Plain && (IsAdjective(i) || IsDoer(i))))
                head = i;
        }
        return head;
    }

    /// <summary>«the strikes of the alliance»: who does a deed is not the deed.</summary>
    private bool IsDoer(int word) => IsArabic && words[word - 1] is { Polarity: not 0, Turn: 0 } && document.Word(words[word].First).StartsWith("ال", StringComparison.Ordinal) && !document.Word(words[word - 1].First).StartsWith("ال", StringComparison.Ordinal);

    /// <summary>A word before a state whose subject goes from it; -1 where there is none.</summary>
    public int Leaving(int k)
    {
        for (var i = k - 1; i >= 0; i--)
            if (words[i].Kind == PropositionWordKind.Plain && lexicon.Data.LeavingConcepts.Contains(words[i].Concept))
                return i;
        return -1;
    }

    /// <summary>The noun beside a nationality; else the state itself.</summary>
    public int Noun(int k)
    {
        if (!IsArabic)
            return k;
        var noun = k - 1;
        while (noun > 0 && (words[noun].Kind == PropositionWordKind.State || (words[noun].Kind == PropositionWordKind.Plain && words[noun - 1].Kind == PropositionWordKind.Plain && IsAdjective(noun))))
            noun--;
        if (noun < 0 || words[noun].Kind != PropositionWordKind.Plain)
            return k;
        // «army of X» after a preposition is as good as X; of a deed of X the deed comes first.
        return words[k].Modifies || (TieBefore(noun) is not null && words[noun].Polarity >= 0 && words[k].Prefix == Clitic.None) ? noun : k;
    }

    /// <summary>«العسكرية» in «العمليات العسكرية التركية»: a relative adjective, which agrees with its noun.</summary>
    private bool IsAdjective(int word)
    {
        var text = document.Word(words[word].First);
        return IsArabic && (text.EndsWith("يه") || text.EndsWith("ي"));
    }

    /// <summary>What ties a word to the sentence; <c>null</c> where nothing stands before it that does.</summary>
    public TieKind? TieBefore(int word)
    {
        if (words[word].Prefix != Clitic.None)
            return TieKind.To;
        return word > 0 && words[word - 1].Kind == PropositionWordKind.Tie ? (TieKind)words[word - 1].Value : null;
    }

    /// <summary>It is said who may, or should: «لإيران الحق», «يحق لإثيوبيا أن».</summary>
    public bool MayOrHasTo(int noun) => IsArabic && (words[noun].Prefix & Clitic.PrepositionL) != 0 && (noun == 0 || words[noun - 1].Kind is PropositionWordKind.Obligation or PropositionWordKind.Negation);

    /// <summary>It is said who has to: «يجب على روسيا أن».</summary>
    public bool HasTo(int k)
    {
        for (var i = k - 1; i >= Math.Max(0, k - 3) && IsArabic; i--)
        {
            for (var t = words[i].First; t < words[k].First; t++)
                if (document.Word(t) is "ان")
                    return false;
            if (words[i] is { Kind: PropositionWordKind.Tie, Value: (int)TieKind.To } && (i == 0 || words[i - 1].Kind is PropositionWordKind.Obligation or PropositionWordKind.Negation) && document.Word(words[i].First) is MustBe)
                return true;
            if (words[i].Kind is PropositionWordKind.Tie or PropositionWordKind.State && !(words[i].Kind == PropositionWordKind.Tie && words[i].Value == (int)TieKind.To))
                return false;
        }
        return false;
    }

    /// <summary>A circumstance begins, or a purpose: «لمساعدة أوكرانيا».</summary>
    public bool IsAside(int word) => words[word] is { Kind: PropositionWordKind.Tie, Value: (int)TieKind.Aside }
        || (word > 1 && words[word] is { Kind: PropositionWordKind.Plain, Polarity: not 0 } && (words[word].Prefix & Clitic.PrepositionL) != 0 && !document.Word(words[word].First).StartsWith("لل") && words[word - 1].Kind == PropositionWordKind.Plain);

    /// <summary>Where the circumstance or purpose begins in which a word stands; -1 where it stands in none.</summary>
    public int AsideBefore(int k)
    {
        for (var i = k - 1; i >= 0; i--)
            if (IsAside(i))
                return i;
        return -1;
    }

    /// <summary>What a state is put on, or called, right after its name, is a punishment.</summary>
    public bool ListedAs(int k) => words.Skip(k + 1).Take(2).Any(w => w is { Kind: PropositionWordKind.Plain, Polarity: < 0, Turn: 0, Concept: Punishing });

    private const string Punishing = "sanction";

    /// <summary>«be» stands between two words.</summary>
    public bool IsPassive(int from, int to)
    {
        for (var t = words[from].First + 1; t < words[to].First && !IsArabic; t++)
            if (document.Word(t) is "be")
                return true;
        return false;
    }

    /// <summary>«which A led», «التي تشنها A»: a pronoun in the verb stands for what it does.</summary>
    public bool IsRelativeSubject(int k)
    {
        var first = words[k].First;
        return IsArabic && first > 1 && words[k].Prefix == Clitic.None && document.Word(first - 1) is { Length: > 3 } verb && (verb.EndsWith("ه") || verb.EndsWith("ها")) && document.Word(first - 2) is "الذي" or "التي";
    }

    /// <summary>The state to which a subject is asked to do what undoes or ends («A should suspend B»): what harms the one is the deed of the other, and what frees it is asked of the other; -1 where there is none.</summary>
    public int OtherDoneTo(int k)
    {
        if (!IsAsked || words[k].Modifies || HasTo(k) || words[k].Prefix is not (Clitic.None or Clitic.PrepositionL) || (k > 0 && words[k - 1].Kind == PropositionWordKind.Plain))
            return -1;
        var turning = words.FindIndex(k + 1, w => w.Turn < 0);
        return turning < 0 || words.FindIndex(k + 1, w => w.Kind == PropositionWordKind.State) < turning ? -1 : words.FindIndex(turning + 1, w => w.Kind == PropositionWordKind.State && w.Value != words[k].Value && !w.Joined);
    }

    /// <summary>«A has no right to», «A must not», «لا يجوز أن تعلق A», «ليس من حق A»: it is denied that the state may do something.</summary>
    public bool IsForbidden(int k)
    {
        if (!IsArabic)
            return k + 2 < words.Count && ((Permits(k + 1) && words[k + 2].Kind == PropositionWordKind.Negation) || (words[k + 1].Kind == PropositionWordKind.Negation && Permits(k + 2)));
        var before = k > 0 && words[k - 1].Kind == PropositionWordKind.Plain && words[k].Prefix == Clitic.None && !words[k].Modifies ? k - 1 : k;
        return before > 0 && (words[before - 1].Kind == PropositionWordKind.Negation ? document.Word(words[before].First - 1) is "حق" : before > 1 && Permits(before - 1) && words[before - 2].Kind == PropositionWordKind.Negation);
    }

    /// <summary>«does not support them», «لا تدعم»: a verb is denied, and no quality.</summary>
    public bool DeniesDeed(int not) => IsArabic ? document.Word(words[not].First) is "لا" or "لم" or "لن" && document.Word(words[not + 1].First)[0] is 'ي' or 'ت' or 'ن' : document.Word(words[not].First) is "do" or "does" or "did" or "will" or "would";

    private bool Permits(int word) => words[word] is { Kind: PropositionWordKind.Obligation, Value: PropositionWord.Permission };

    /// <summary>«There is no reason for», «لا مسوغ ل»: a noun is denied and no deed.</summary>
    public bool SaysThereIsNone(int not) => not == 0 && words.Count > 1 && (IsArabic ? document.Word(words[not].First) is "لا" && document.Word(words[not + 1].First)[0] is not ('ي' or 'ت' or 'ن') : document.Word(words[not].First) is "no");

    /// <summary>«two A cities», «أراض جورجية»: a state's land, which it suffers for and is accused of nothing by.</summary>
    public bool IsGround(int k)
    {
        var of = IsArabic ? words[k].Modifies || Noun(k) != k ? Noun(k) : k - 1 : words[k].Modifies ? k + 1 : -1;
        return of >= 0 && of < words.Count && words[of].Kind == PropositionWordKind.Plain && lexicon.Data.GroundConcepts.Contains(words[of].Concept);
    }

    /// <summary>Whether «و» or and ties a word to what stands before it.</summary>
    public bool IsConjoined(int word) => lexicon.IsConjoined(document, words[word].First);
}
