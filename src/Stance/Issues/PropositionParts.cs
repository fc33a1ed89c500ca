namespace Stance;

/// <summary>Reads which part each state has in a proposition: 1 where the proposition is to its good (it does what is called right, receives, is let off), -1 where it is to its harm (accused, punished, asked to give something up).
/// A state that the proposition names mostly has the stance of its part in it. Read off the words next to the name, and off what the sentence makes of them: «lift the sanctions on Iran» helps Iran, because it undoes a
/// harm.</summary>
internal sealed class PropositionParts
{
    private readonly Lexicon lexicon;
    private readonly TextDocument document;
    private readonly bool asks;
    private readonly List<PropositionWord> words;

    private PropositionParts(Lexicon lexicon, TextDocument document, bool asks, List<PropositionWord> words) => (this.lexicon, this.document, this.asks, this.words) = (lexicon, document, asks, words);

    private bool IsArabic => document.Language == LanguageDetector.Arabic;

    /// <summary>The part of each state.</summary>
    /// <param name="lexicon">Names and words.</param>
    /// <param name="document">The proposition.</param>
    /// <param name="readings">Readings of its words.</param>
    /// <param name="hits">Phrases in it.</param>
    /// <param name="asks">It asks for something, or calls something right.</param>
    /// <param name="accuses">It holds somebody to have done ill.</param>
    /// <returns>For each state, -1, 0 or 1; odd under negation of the sentence.</returns>
    public static Dictionary<int, float> Of(Lexicon lexicon, TextDocument document, TokenReadings readings, HitTable hits, bool asks, bool accuses)
    {
        var reader = new PropositionParts(lexicon, document, asks, PropositionWords.Of(lexicon, document, readings, hits, asks));
        var sums = new Dictionary<int, float>();
        var part = 0f;
        var (accused, sign) = (false, 1);
        foreach (var word in reader.words)
            sign *= word.Kind == PropositionWordKind.Negation ? -1 : 1;
        for (var k = 0; k < reader.words.Count; k++)
        {
            if (reader.words[k].Kind != PropositionWordKind.State)
                continue;
            // «India and Pakistan»: what holds for the one holds for the other.
            if (k == 0 || !reader.words[k].Joined || reader.words[k - 1].Kind != PropositionWordKind.State)
                part = sign * (accuses ? reader.InAccusation(k, ref accused) : reader.PartOf(k));
            sums[reader.words[k].Value] = sums.GetValueOrDefault(reader.words[k].Value) + part;
        }
        return sums.ToDictionary(p => p.Key, p => (float)Math.Sign(p.Value));
    }

    /// <summary>Whoever is named first is accused; all others suffer from it.</summary>
    private float InAccusation(int k, ref bool accused)
    {
        if (accused || TieBefore(Noun(k)) is TieKind.To or TieKind.Against or TieKind.Off)
            return 1;
        accused = true;
        return -1;
    }

    private float PartOf(int k)
    {
        var noun = Noun(k);
        if (AsideBefore(noun) is >= 0 and var aside)
            return words[aside].Turn < 0 && words[aside].Kind == PropositionWordKind.Tie ? -1 : Near(k, noun, out _);
        var near = Near(k, noun, out var spent);
        if (spent == Final)
            return near;
        var turned = false;
        for (var i = 0; i < words.Count && !IsAside(i); i++)
        {
            // «is illegal and must stop» says it once.
            if (words[i].Kind == PropositionWordKind.Obligation && turned && i > k)
                break;
            if (i == spent || words[i].Turn == 0)
                continue;
            near *= words[i].Turn;
            turned |= words[i].Turn < 0;
        }
        return near;
    }

    /// <summary>«على», normalised: whoever stands after it has to.</summary>
    public const string MustBe = "علي";

    /// <summary>Whether a proposition says at its beginning who has to: «على روسيا وقف», «ليس على روسيا».</summary>
    public static bool BeginsWithMust(TextDocument document, HitTable hits)
    {
        var first = document.Tokens.Count > 0 && hits.Longest(0, MarkerClass.Negation) is { } negation ? negation.End : 0;
        return first < document.Tokens.Count && document.Word(first) is MustBe;
    }

    private const int Final = -2;

    /// <summary>What the words next to a state make of it.</summary>
    /// <param name="k">The state.</param>
    /// <param name="noun">The noun that it modifies, or itself.</param>
    /// <param name="spent">A word whose turn is counted in already; <see cref="Final"/> where nothing else counts.</param>
    private float Near(int k, int noun, out int spent)
    {
        spent = -1;
        if (HasTo(k))
        {
            // What helps can be asked of a friend too.
            spent = Final;
            return words.Skip(k + 1).FirstOrDefault(w => w.Kind == PropositionWordKind.Plain && w.Polarity != 0).Polarity > 0 ? 0 : -1;
        }
        var leaving = Leaving(k);
        switch (TieBefore(noun))
        {
            case TieKind.Against:
                spent = Head(noun);
                return -1;
            case TieKind.By:
                return 1;
            case TieKind.Whole:
                return 1;
            case TieKind.Off when leaving >= 0:
                spent = Final;
                return 1;
            case TieKind.Off when Head(noun) is >= 0 and var head && lexicon.Data.PartingConcepts.Contains(words[head].Concept):
                spent = head;
                return -1;
            case TieKind.Beside:
                spent = Final;
                return 0;
            case TieKind.To when MayOrHasTo(noun):
                return Subject(k);
            // «the campaign of the coalition»: a blow has its target after «on».
            case TieKind.To when (words[noun].Prefix & Clitic.PrepositionL) != 0 && noun > 0 && words[noun - 1] is { Kind: PropositionWordKind.Plain, Polarity: < 0, Turn: 0 }:
                return 1;
            case TieKind.To or TieKind.Off:
                return Target(noun, out spent);
        }
        if (noun != k)
            return Owner(k, noun);
        if (leaving >= 0 && (!IsArabic || leaving < k - 1))
        {
            spent = Final;
            return 1;
        }
        if (k == 0 || words[k - 1].Kind is not PropositionWordKind.Plain)
            return Subject(k);
        var before = words[k - 1];
        if (before.Polarity >= 0)
            return Subject(k);
        if (lexicon.Data.YieldingConcepts.Contains(before.Concept) && before.Turn == 0)
            return asks ? -1 : 1;
        // A deed of its own that is judged is its deed; one that is asked of it undoes what it has.
        if (before.Turn != 0)
        {
            spent = asks ? -1 : k - 1;
            return 1;
        }
        // «strikes of A on B» are A's, a «boycott of A» hits A.
        for (var i = k + 1; i < Math.Min(words.Count, k + 4); i++)
            if (words[i].Kind == PropositionWordKind.Tie ? words[i].Value is (int)TieKind.To or (int)TieKind.Against : words[i].Kind == PropositionWordKind.State || words[i].Prefix != Clitic.None || (i == k + 1 && words[i] is { Concept: "", Polarity: 0, Turn: 0 }))
                return 1;
        return -1;
    }

    /// <summary>Whoever gives something up has little of it, nor has who is said to belong to another.</summary>
    private float Subject(int k)
    {
        for (var i = k + 1; i < Math.Min(words.Count, k + 4); i++)
        {
            if (asks && words[i].Kind == PropositionWordKind.Plain && lexicon.Data.YieldingConcepts.Contains(words[i].Concept))
                return words[i].Turn < 0 ? 1 : -1;
            if (words[i] is { Kind: PropositionWordKind.Tie, Value: (int)TieKind.Whole } && words.Skip(i).Any(w => w.Kind == PropositionWordKind.State))
                return -1;
        }
        return 1;
    }

    private float Owner(int k, int noun)
    {
        // «expelling Russian diplomats», «striking Iranian sites»: what is the state's is hit.
        var before = IsArabic ? noun - 1 : k - 1;
        return before >= 0 && words[before] is { Kind: PropositionWordKind.Plain, Polarity: < 0, Turn: 0 } ? -1 : 1;
    }

    private float Target(int noun, out int spent)
    {
        spent = Head(noun);
        if (spent < 0 || words[noun - 1] is { Kind: PropositionWordKind.Tie, Value: (int)TieKind.Whole })
            return 1;
        if (words[noun] is { Kind: PropositionWordKind.Plain, Polarity: < 0 } || lexicon.Data.BurdeningConcepts.Contains(words[spent].Concept))
            return -1;
        var polarity = words[spent].Polarity;
        if (words[spent].Turn >= 0)
            spent = -1;
        return polarity;
    }

    /// <summary>The nearest word to the left that helps or harms; -1 where there is none.</summary>
    private int Head(int noun)
    {
        var head = -1;
        for (var i = noun - 1; i >= 0 && !IsAside(i) && words[i].Kind != PropositionWordKind.Obligation; i--)
        {
            if (words[i].Kind != PropositionWordKind.Plain)
                continue;
            if (lexicon.Data.BurdeningConcepts.Contains(words[i].Concept))
                return i;
            if (words[i].Polarity != 0 && head < 0 && !(i > 0 && words[i - 1].Kind == PropositionWordKind.Plain && IsAdjective(i)))
                head = i;
        }
        return head;
    }

    private int Leaving(int k)
    {
        for (var i = k - 1; i >= 0; i--)
            if (words[i].Kind == PropositionWordKind.Plain && lexicon.Data.LeavingConcepts.Contains(words[i].Concept))
                return i;
        return -1;
    }

    /// <summary>The noun beside a nationality; else the state itself.</summary>
    private int Noun(int k)
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

    private TieKind? TieBefore(int word)
    {
        if (words[word].Prefix != Clitic.None)
            return TieKind.To;
        return word > 0 && words[word - 1].Kind == PropositionWordKind.Tie ? (TieKind)words[word - 1].Value : null;
    }

    /// <summary>It is said who may, or should: «لإيران الحق», «يحق لإثيوبيا أن».</summary>
    private bool MayOrHasTo(int noun) => IsArabic && (words[noun].Prefix & Clitic.PrepositionL) != 0 && (noun == 0 || words[noun - 1].Kind is PropositionWordKind.Obligation or PropositionWordKind.Negation);

    /// <summary>It is said who has to: «يجب على روسيا أن».</summary>
    private bool HasTo(int k)
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
    private bool IsAside(int word) => words[word] is { Kind: PropositionWordKind.Tie, Value: (int)TieKind.Aside }
        || (word > 1 && words[word] is { Kind: PropositionWordKind.Plain, Polarity: not 0 } && (words[word].Prefix & Clitic.PrepositionL) != 0 && !document.Word(words[word].First).StartsWith("لل") && words[word - 1].Kind == PropositionWordKind.Plain);

    private int AsideBefore(int k)
    {
        for (var i = k - 1; i >= 0; i--)
            if (IsAside(i))
                return i;
        return -1;
    }
}
