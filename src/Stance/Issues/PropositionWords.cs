namespace Stance;

/// <summary>What a word is to the sentence.</summary>
internal enum PropositionWordKind : byte
{
    Plain,
    State,
    Tie,
    Obligation,
    Negation,
}

/// <summary>A word, a name or a fixed phrase.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="First">Its first token.</param>
/// <param name="Value">The actor, the kind of tie, or, of what obliges, <see cref="Permission"/> where it permits.</param>
/// <param name="Modifies">A nationality beside a noun, or a name with a possessive.</param>
/// <param name="Prefix">A preposition is written with it.</param>
/// <param name="Polarity">Whether the deed or thing helps (1) or harms (-1).</param>
/// <param name="Turn">-1 where it undoes what it governs or judges it ill, 1 where it judges it well.</param>
/// <param name="Concept">Concept of its family.</param>
/// <param name="Joined">It is joined to the word before.</param>
/// <param name="Judges">It turns by a judgement.</param>
internal readonly record struct PropositionWord(PropositionWordKind Kind, int First, int Value = 0, bool Modifies = false, Clitic Prefix = Clitic.None, int Polarity = 0, int Turn = 0, string Concept = "", bool Joined = false, bool Judges = false)
{
    /// <summary>Value of a word that permits.</summary>
    public const int Permission = 1;
}

/// <summary>Reads a proposition as a row of words: states, what ties them to the sentence, and words that help, harm or turn.</summary>
internal sealed class PropositionWords
{
    private readonly Lexicon lexicon;
    private readonly TextDocument document;
    private readonly TokenReadings readings;
    private readonly HitTable hits;
    private readonly bool asks;
    private readonly List<PhraseHit> ties;
    private readonly List<PropositionWord> words = [];

    private PropositionWords(Lexicon lexicon, TextDocument document, TokenReadings readings, HitTable hits, bool asks)
    {
        (this.lexicon, this.document, this.readings, this.hits, this.asks) = (lexicon, document, readings, hits, asks);
        ties = lexicon.Ties.Find(document, readings);
        for (var i = 0; i < document.Tokens.Count;)
            i = Read(i);
        // The sentence judges once, at its end; judgements before that belong to their nouns.
        var last = words.FindLastIndex(w => w.Judges);
        for (var i = 0; i < last; i++)
            if (words[i].Judges)
                words[i] = words[i] with { Turn = 0 };
    }

    /// <summary>The words of a proposition; of those that only hold a sentence together, the ones that tie a state to it.</summary>
    /// <param name="lexicon">Names and words.</param>
    /// <param name="document">The proposition.</param>
    /// <param name="readings">Readings of its words.</param>
    /// <param name="hits">Phrases in it.</param>
    /// <param name="asks">It asks for something, or calls something right.</param>
    public static List<PropositionWord> Of(Lexicon lexicon, TextDocument document, TokenReadings readings, HitTable hits, bool asks) => new PropositionWords(lexicon, document, readings, hits, asks).words;

    private int Read(int i)
    {
        if (document.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number))
            return i + 1;
        if (hits.Longest(i, EntryKind.Alias) is { } alias)
        {
            var row = lexicon.Catalog.Aliases[alias.Entry.Row];
            var demonym = row.Kind is AliasKind.Demonym or AliasKind.DemonymPlural or AliasKind.DemonymWeak;
            var owns = document.Language != LanguageDetector.Arabic && alias.End < document.Tokens.Count && document.Word(alias.End) is "'s" or "’s" or "s";
            words.Add(new PropositionWord(PropositionWordKind.State, i, lexicon.ActorIndex[row.Actor], demonym || owns, alias.Taken & Clitic.Preposition, Joined: (alias.Taken & Clitic.Conjunction) != 0 || (i > 0 && document.Word(i - 1) is "and")));
            return alias.End;
        }
        if (hits.Longest(i, MarkerClass.Obligation, MarkerClass.Permission) is { } modal)
        {
            words.Add(new PropositionWord(PropositionWordKind.Obligation, i, lexicon.Data.Markers[modal.Entry.Row].Class == MarkerClass.Permission ? PropositionWord.Permission : 0));
            // «يجب على»: the preposition says who has to.
            if (modal.End - i > 1 && document.Word(modal.End - 1) is PropositionRow.MustBe)
                words.Add(new PropositionWord(PropositionWordKind.Tie, modal.End - 1, (int)TieKind.To));
            return modal.End;
        }
        if (ties.Find(t => t.First == i && lexicon.Ties.KindOf(t) != TieKind.Praise && ((t.Taken & Clitic.Preposition) == 0 || lexicon.Ties.KindOf(t) == TieKind.Blow)) is { End: > 0 } tie)
        {
            if (lexicon.Ties.KindOf(tie) == TieKind.Blow)
                words.Add(new PropositionWord(PropositionWordKind.Plain, i, Polarity: -1));
            else
                words.Add(new PropositionWord(PropositionWordKind.Tie, i, (int)lexicon.Ties.KindOf(tie), Turn: hits.Longest(i, MarkerClass.Negation) is not null ? -1 : 0));
            return tie.End;
        }
        // «غير قانوني» is one word of judgement, «وقف إطلاق النار» one good.
        if (hits.Longest(i, EntryKind.Evaluative) is { } judgement && judgement.End - i > 1)
        {
            words.Add(Judgement(i, judgement) with { Turn = lexicon.Data.Evaluatives[judgement.Entry.Row].Polarity });
            return judgement.End;
        }
        if (hits.Longest(i, EntryKind.Family) is { } family && family.End - i > 1 && !Enumerable.Range(i, family.End - i).Any(t => hits.Is(t, EntryKind.Alias)))
        {
            words.Add(OfFamily(i, family.Entry.Row, family.Taken));
            // «sanctions on»: the preposition ties what comes next.
            return ties.Any(t => t.End == family.End && t.First > i) ? ties.Where(t => t.End == family.End && t.First > i).Min(t => t.First) : family.End;
        }
        if (hits.Longest(i, MarkerClass.Negation) is { } negation)
        {
            // «without conditions» denies nothing of the sentence.
            if (lexicon.Data.DeniesSentence(lexicon.Data.Markers[negation.Entry.Row]))
                words.Add(new PropositionWord(PropositionWordKind.Negation, i));
            return negation.End;
        }
        if (lexicon.IsFunction(readings[i]))
            return i + 1;
        words.Add(Plain(i));
        return i + 1;
    }

    private PropositionWord Judgement(int i, PhraseHit hit)
    {
        var polarity = lexicon.Data.Evaluatives[hit.Entry.Row].Polarity;
        return new PropositionWord(PropositionWordKind.Plain, i, Polarity: polarity, Turn: asks ? 0 : polarity, Judges: !asks);
    }

    private PropositionWord Plain(int i)
    {
        foreach (var reading in readings[i])
            if (lexicon.Families.Of(reading.Word) is { Length: > 0 } families)
                return OfFamily(i, families[0], reading.Taken);
        if (hits.Longest(i, EntryKind.Evaluative) is { } evaluative)
            return Judgement(i, evaluative);
        var cue = hits.Longest(i, EntryKind.Cue) is { } hit ? lexicon.Data.Cues[hit.Entry.Row].Polarity ?? 0 : 0;
        return new PropositionWord(PropositionWordKind.Plain, i, Polarity: cue);
    }

    private PropositionWord OfFamily(int i, int family, Clitic taken)
    {
        var prefix = taken & Clitic.Preposition;
        var (concept, polarity) = (lexicon.Families.ConceptOf(family), lexicon.Families.PolarityOf(family));
        var turns = lexicon.Families.Turning.Contains(concept) || (TokenSigns.IsLifting(lexicon, readings, i) && TokenSigns.IsBurden(lexicon, readings, 0, readings.Count));
        var rights = lexicon.Families.Rights.Contains(concept) ? polarity == 0 ? 1 : polarity : 0;
        // «by a ceasefire» says how: it undoes nothing more.
        var turn = turns ? (prefix & Clitic.PrepositionB) != 0 ? 0 : -1 : rights;
        if (!turns && rights == 0 && hits.Longest(i, EntryKind.Evaluative) is { } judged)
            return Judgement(i, judged) with { Prefix = prefix, Polarity = polarity, Concept = lexicon.Families.NameOf(concept) };
        return new PropositionWord(PropositionWordKind.Plain, i, Prefix: prefix, Polarity: polarity, Turn: turn, Concept: lexicon.Families.NameOf(concept));
    }
}
