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
    private readonly PropositionRow row;

    private PropositionParts(Lexicon lexicon, TextDocument document, bool asks, List<PropositionWord> words) =>
        (this.lexicon, this.document, this.asks, this.words, row) = (lexicon, document, asks, words, new PropositionRow(lexicon, document, asks, words));

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
        if (accuses && reader.IsOfLack())
            sign = 1;
        for (var k = 0; k < reader.words.Count; k++)
        {
            if (reader.words[k].Kind != PropositionWordKind.State)
                continue;
            // «India and Pakistan»: what holds for the one holds for the other.
            if (k == 0 || !reader.words[k].Joined || reader.words[k - 1].Kind != PropositionWordKind.State)
                part = sign * (accuses ? reader.InAccusation(k, ref accused) : reader.PartOf(k));
            // Of the accused counts what it is accused of, though it be named again.
            if (!accuses || !sums.ContainsKey(reader.words[k].Value))
                sums[reader.words[k].Value] = sums.GetValueOrDefault(reader.words[k].Value) + part;
        }
        return sums.ToDictionary(p => p.Key, p => (float)Math.Sign(p.Value));
    }

    /// <summary>«is not fit for it», «has no right to annex it» accuse of a lack; «did not use poison against them» clears of an ill.</summary>
    private bool IsOfLack()
    {
        var not = words.FindIndex(w => w.Kind == PropositionWordKind.Negation);
        return (not > 0 || (not == 0 && row.SaysThereIsNone(not))) && not + 1 < words.Count && words[not + 1] is { Kind: PropositionWordKind.Plain, Polarity: >= 0 } lacking && (lacking.Polarity == 0 || !row.DeniesDeed(not))
            && (lacking.Turn > 0 || row.SaysThereIsNone(not) || !words.Skip(not).Any(w => w is { Kind: PropositionWordKind.Plain, Polarity: < 0 } or { Kind: PropositionWordKind.Tie, Value: (int)TieKind.Against }));
    }

    /// <summary>Whoever is named first is accused; all others suffer from it.</summary>
    private float InAccusation(int k, ref bool accused)
    {
        if (accused || row.TieBefore(row.Noun(k)) is TieKind.To or TieKind.Against or TieKind.Off)
            return 1;
        // «the killing of the A»: the people of A are who was killed, unless it says whom they killed.
        if (row.IsArabic && k > 0 && words[k].Modifies && words[k - 1].Concept == Killing && !(k + 1 < words.Count && document.Word(words[k + 1].First).StartsWith("ال", StringComparison.Ordinal)))
            return 1;
        // «the downing of an A plane by B»; «B occupies two A cities».
        if ((row.TieBefore(row.Noun(k)) != TieKind.By && Enumerable.Range(k + 1, words.Count - k - 1).Any(i => words[i].Kind == PropositionWordKind.State && row.TieBefore(row.Noun(i)) == TieKind.By)) || row.IsGround(k))
            return 1;
        accused = true;
        return -1;
    }

    private const string Killing = "kill";

    private float PartOf(int k)
    {
        // «use it to help A».
        if (k > 0 && words[k - 1].Kind == PropositionWordKind.Plain && row.IsAside(k - 1))
            return words[k - 1].Polarity;
        var noun = row.Noun(k);
        if (row.AsideBefore(noun) is >= 0 and var aside)
            return words[aside].Turn < 0 && words[aside].Kind == PropositionWordKind.Tie ? -1 : Near(k, noun, out _);
        // «investigate the crimes of A against B», «stop the A massacres»: whatever is asked because of a misdeed is to the harm of who did it.
        if (asks && Misdeed(k, noun) is not 0 and var misdeed)
            return misdeed;
        // «A may not stop the ships»: the sentence's negation makes of what is A's what is refused to A.
        if (asks && row.IsForbidden(k))
            return 1;
        var near = Near(k, noun, out var spent);
        if (spent == Final)
            return near;
        if (near > 0 && row.OtherDoneTo(k) is >= 0 and var other)
            return -PartOf(other);
        var turned = false;
        for (var i = 0; i < words.Count && !row.IsAside(i); i++)
        {
            // «settle their differences» ends what is an ill.
            if (i > k && i > 0 && lexicon.Data.SettlingConcepts.Contains(words[i - 1].Concept))
                continue;
            // «is illegal and must stop» says it once.
            if (words[i].Kind == PropositionWordKind.Obligation && turned && i > k)
                break;
            // «must end its operation and withdraw» says it once too.
            if (i == spent || words[i].Turn == 0 || (words[i].Turn < 0 && turned && i > k && row.IsConjoined(i)))
                continue;
            near *= words[i].Turn;
            turned |= words[i].Turn < 0;
        }
        return near;
    }

    /// <summary>-1 where a misdeed is said to be a state's, 1 where it was done to it; 0 elsewhere.</summary>
    private int Misdeed(int k, int noun)
    {
        var of = row.IsArabic ? noun != k ? noun : k - 1 : words[k].Modifies ? k + 1 : k - 2;
        if (of >= 0 && of < words.Count && IsMisdeed(of) && words[k].Prefix == Clitic.None && (row.IsArabic || words[k].Modifies || document.Word(words[k - 1].First) is "of" or "by"))
            return -1;
        return row.TieBefore(noun) is TieKind.Against or TieKind.To && Enumerable.Range(Math.Max(0, noun - MostApart), Math.Min(noun, MostApart)).Any(IsMisdeed) ? 1 : 0;
    }

    /// <summary>Words within which «against A» belongs to a misdeed.</summary>
    private const int MostApart = 4;

    private bool IsMisdeed(int word) => words[word].Kind == PropositionWordKind.Plain && lexicon.Data.MisdeedConcepts.Contains(words[word].Concept);

    private const int Final = -2;

    /// <summary>What the words next to a state make of it.</summary>
    /// <param name="k">The state.</param>
    /// <param name="noun">The noun that it modifies, or itself.</param>
    /// <param name="spent">A word whose turn is counted in already; <see cref="Final"/> where nothing else counts.</param>
    private float Near(int k, int noun, out int spent)
    {
        spent = -1;
        if (row.HasTo(k))
        {
            // What helps can be asked of a friend too.
            spent = Final;
            if (words.Exists(w => w is { Kind: PropositionWordKind.Tie, Value: (int)TieKind.Mutual }))
                return 1;
            var asked = words.Skip(k + 1).FirstOrDefault(w => w.Kind == PropositionWordKind.Plain && w.Polarity != 0);
            return asked.Polarity > 0 && !lexicon.Data.YieldingConcepts.Contains(asked.Concept) ? 0 : -1;
        }
        // «the A withdrawal was right», «A's cancelling of it».
        if (!row.IsArabic && !row.IsAsked && k + 1 < words.Count && words[k + 1].Turn < 0)
        {
            spent = k + 1;
            return 1;
        }
        var leaving = row.Leaving(k);
        switch (row.TieBefore(noun))
        {
            case TieKind.Against:
                spent = row.Head(noun);
                return -1;
            case null when row.IsRelativeSubject(k):
                spent = row.IsAsked ? -1 : words.FindLastIndex(k, w => w.Turn < 0);
                return 1;
            case TieKind.Others:
                return OfOthers(k, noun, out spent);
            case TieKind.By:
                return 1;
            case TieKind.Whole:
                return 1;
            case TieKind.Off when leaving >= 0:
                spent = Final;
                return 1;
            case TieKind.Off when row.Head(noun) is >= 0 and var head && lexicon.Data.PartingConcepts.Contains(words[head].Concept):
                spent = head;
                return -1;
            case TieKind.Beside:
                spent = Final;
                return 0;
            case TieKind.To when row.MayOrHasTo(noun):
                return Subject(k);
            // «the campaign of the coalition»: a blow has its target after «on».
            case TieKind.To when (words[noun].Prefix & Clitic.PrepositionL) != 0 && noun > 0 && words[noun - 1] is { Kind: PropositionWordKind.Plain, Polarity: < 0, Turn: 0 }:
                return 1;
            case TieKind.To or TieKind.Off:
                return Target(noun, out spent);
        }
        // «putting A on the black list», «calling the guard of A a terrorist organisation».
        if (noun > 0 && words[noun - 1] is { Kind: PropositionWordKind.Plain, Polarity: >= 0 } && row.ListedAs(k))
            return -1;
        if (noun != k)
            return Owner(k, noun);
        if (leaving >= 0 && (!row.IsArabic || leaving < k - 1))
        {
            spent = Final;
            return 1;
        }
        if (k == 0 || words[k - 1].Kind is not PropositionWordKind.Plain)
            return Subject(k);
        var before = words[k - 1];
        // «holding A to account», «the trial of A».
        if (asks && before.Turn == 0 && lexicon.Data.ChargingConcepts.Contains(before.Concept))
            return -1;
        if (before.Polarity >= 0)
            return Subject(k);
        if (lexicon.Data.YieldingConcepts.Contains(before.Concept) && before.Turn == 0)
            return asks ? -1 : 1;
        // A deed of its own that is judged is its deed; one that is asked of it undoes what it has.
        if (before.Turn != 0)
        {
            spent = row.IsAsked ? -1 : k - 1;
            return 1;
        }
        // «strikes of A on B» are A's, a «boycott of A» hits A.
        for (var i = k + 1; i < Math.Min(words.Count, k + 4); i++)
            if (words[i].Kind == PropositionWordKind.Tie ? words[i].Value is (int)TieKind.To or (int)TieKind.Against : words[i].Kind == PropositionWordKind.State || words[i].Prefix != Clitic.None || (i == k + 1 && words[i] is { Concept: "", Polarity: 0, Turn: 0 }))
                return 1;
        return -1;
    }

    /// <summary>«the boycott of it by the neighbours of A»: the deed comes back to A by a pronoun; of what is done to others nothing follows.</summary>
    private float OfOthers(int k, int noun, out int spent)
    {
        spent = Final;
        var head = row.Head(noun);
        if (head < 0)
            return 0;
        for (var t = words[k].First + 1; t < document.Tokens.Count; t++)
            if (document.Word(t) is "له" or "لها" or "لهم" or "عليه" or "عليها" or "عليهم" or "it" or "them" or "its" or "their")
            {
                spent = -1;
                return words[head].Polarity;
            }
        return 0;
    }

    /// <summary>Whoever gives something up has little of it, nor has who is said to belong to another.</summary>
    private float Subject(int k)
    {
        for (var i = k + 1; i < Math.Min(words.Count, k + 4); i++)
        {
            // «A should be held to account», «should be punished».
            if (asks && row.IsPassive(k, i) && words[i] is { Kind: PropositionWordKind.Plain, Turn: 0 } && (words[i].Polarity < 0 || lexicon.Data.ChargingConcepts.Contains(words[i].Concept)))
                return -1;
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
        var before = row.IsArabic ? noun - 1 : k - 1;
        return before >= 0 && words[before] is { Kind: PropositionWordKind.Plain, Polarity: < 0, Turn: 0 } ? -1 : 1;
    }

    private float Target(int noun, out int spent)
    {
        spent = row.Head(noun);
        if (spent < 0 || words[noun - 1] is { Kind: PropositionWordKind.Tie, Value: (int)TieKind.Whole })
            return 1;
        // «the release of A's prisoners».
        if (lexicon.Data.SettlingConcepts.Contains(words[spent].Concept))
            return 1;
        if (words[noun] is { Kind: PropositionWordKind.Plain, Polarity: < 0 } || lexicon.Data.BurdeningConcepts.Contains(words[spent].Concept))
            return -1;
        var polarity = words[spent].Polarity;
        if (words[spent].Turn >= 0)
            spent = -1;
        // «that restrictions be added to the agreement with A»: they burden it.
        return polarity > 0 && row.IsAsked && words.Skip(noun + 1).Any(w => w is { Kind: PropositionWordKind.Plain, Polarity: < 0, Prefix: Clitic.None } && lexicon.Data.BurdeningConcepts.Contains(w.Concept)) ? -1 : polarity;
    }
}
