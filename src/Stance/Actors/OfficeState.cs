namespace Stance;

/// <summary>Finds the state that an office belongs to: after it («وزير الخارجية الروسي»), or on either side in English.</summary>
internal sealed class OfficeState(MentionDraft draft, Surroundings around)
{
    private readonly Lexicon lexicon = draft.Lexicon;
    private readonly TextDocument document = draft.Document;
    private readonly HitTable hits = draft.Hits;
    private readonly TokenReadings readings = draft.Readings;
    private readonly List<Mention> mentions = draft.Mentions;

    /// <summary>A state found beside an office.</summary>
    /// <param name="First">First token.</param>
    /// <param name="End">One past the last.</param>
    /// <param name="Actor">Its index.</param>
    /// <param name="IsNonState">Whether a party, a paper, a court … of the state has the office.</param>
    public readonly record struct StateHit(int First, int End, int Actor, bool IsNonState);

    /// <summary>The state of an office, or <c>null</c>.</summary>
    public StateHit? Of(PhraseHit office, string id) => document.IsArabic ? StateAfter(office, id) : StateAround(office);

    /// <summary>Offices that are held abroad: «في» after them says where, not whose.</summary>
    private static bool IsHeldAbroad(string office) => office is "ambassador" or "embassy" or "un-ambassador" or "envoy" or "delegation";

    /// <summary>Offices that a town has too: «شرطة كركوك» is Iraq's.</summary>
    private static bool IsLocal(string office) => office is "police" or "armed-forces" or "army-chief" or "authorities" or "interior-minister" or "ministry-interior";

    /// <summary>The state that an Arabic office belongs to: a nationality or name within the next few words, before any verb or mark.</summary>
    private StateHit? StateAfter(PhraseHit office, string id)
    {
        var from = office.End;
        // «قواته», «وزيرها»: whose it is, the pronoun says. It also bars «مسؤولية» from being somebody responsible.
        if ((office.LastTaken & Clitic.Suffix) != 0)
            return null;
        var nonState = false;
        var where = false;
        for (var i = from; i < Math.Min(from + 5, document.Tokens.Count); i++)
        {
            var token = document.Tokens[i];
            if (token.Kind is not (TokenKind.Word or TokenKind.Dash))
                return null;
            if (token.Kind == TokenKind.Dash)
                continue;
            if (hits.Longest(i, NonStateKind.Fixed, NonStateKind.Group) is { } group && (group.LastTaken & Clitic.Suffix) == 0 && !(draft.LongestAlias(i) is { } longer && longer.End > group.End))
                nonState = true;
            if (draft.LongestAlias(i) is { } alias)
            {
                var kind = draft.AliasOf(alias);
                // «وزيرة الشؤون الأفريقية»: the affairs are African, not the minister.
                if (document.Word(i - 1).EndsWith("شوون") && kind.Kind is AliasKind.Demonym or AliasKind.DemonymWeak && around.HasArticle(i - 1))
                {
                    i = alias.End - 1;
                    continue;
                }
                if (kind.Kind is AliasKind.Demonym or AliasKind.DemonymPlural or AliasKind.DemonymWeak or AliasKind.Name or AliasKind.NameWeak or AliasKind.Organ)
                {
                    // «واتهم الرئيس إيران»: with its article an office of one word has a nationality, and no name.
                    if (i == from && office.End - office.First == 1 && around.HasArticle(office.First) && kind.Kind is AliasKind.Name or AliasKind.NameWeak && alias.Taken == Clitic.None)
                        return null;
                    // «وزير الخارجية بجمهورية مصر العربية».
                    if (i == from && alias.Taken == Clitic.PrepositionB && alias.End - alias.First > 1 && !IsHeldAbroad(id))
                        return new StateHit(i, alias.End, lexicon.ActorIndex[kind.Actor], nonState);
                    // «وزير الخارجية إلى موسكو»: a name after a preposition other than «في» belongs to another phrase.
                    if ((alias.Taken & Clitic.Preposition) != 0 && kind.Kind is not (AliasKind.Demonym or AliasKind.DemonymWeak))
                        return null;
                    if ((alias.Taken & Clitic.Conjunction) != 0)
                        return null;
                    return new StateHit(i, alias.End, lexicon.ActorIndex[kind.Actor], nonState);
                }
                return null;
            }
            if (IsLocal(id) && hits.Longest(i, EntryKind.Town) is { } town && (town.Taken & (Clitic.Conjunction | Clitic.PrepositionL)) == 0)
                return new StateHit(i, town.End, lexicon.ActorIndex[draft.AliasOf(town).Actor], nonState);
            // «الرئيس ماكرون إيطاليا»: the holder tells the state.
            if (draft.LongestHolder(i) is not null && (i > from || !around.IsOrdinaryWord(i)))
                return null;
            if (hits.Longest(i, EntryKind.Office) is { } further)
            {
                // «وحملت الوزارة الحكومة الإسرائيلية المسؤولية»: two bodies side by side, each with its article.
                if (i == from && document.Word(office.First) is "الوزاره" or "الحكومه" or "الرياسه" or "الخارجيه" && around.HasArticle(i))
                    return null;
                // «الملك أهدى كتابا لرئيس غانا»: another office, which something is done to.
                if (i > from && (further.Taken & Clitic.Preposition) != 0)
                    return null;
                continue;
            }
            if (around.IsFunctionPreposition(i))
            {
                // «الحكومة في دمشق» goes on; other prepositions end the phrase, and «القوات في شمال سوريا» are anybody's.
                where = document.Word(i).SequenceEqual("في");
                if (!where && !document.Word(i).SequenceEqual("باسم"))
                    return null;
                // «الوزراء الأربعة الأحوال في تشاد»: with words between it is their topic.
                if (where && i > from && i + 1 < document.Tokens.Count && !hits.Is(i - 1, EntryKind.Office) && draft.LongestAlias(i + 1) is { } place && draft.AliasOf(place).Kind is AliasKind.Name or AliasKind.NameWeak)
                    return null;
                // «الجهود الدبلوماسية في سوريا» are anybody's.
                if (where && (IsHeldAbroad(id) || id == "diplomacy" || id == "armed-forces" && document.Word(office.End - 1).EndsWith("قوات")))
                    return null;
                continue;
            }
            if (where && IsDirection(i))
                return null;
            if (IsEndOfPhrase(i) || IsComplement(i) || (hits.Is(i, EntryKind.Cue) && (i > from || !around.HasArticle(i) && IsFinite(i))))
                return null;
        }
        return null;
    }

    private static readonly WordSet Directions = ["شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي"];

    private bool IsDirection(int token) => Directions.Contains(document.Word(token));

    private static readonly WordSet EndsOfPhrase = ["ان", "بان", "انه", "انها", "بانه", "بانها", "الذي", "التي", "الذين", "لن", "لم", "لا", "ما", "قد", "كان", "كانت", "حيث", "بعد", "قبل", "خلال", "اليوم", "امس", "غدا", "كما", "ثم", "او", "ام", "خاصه", "وخاصه", "خصوصا", "وخصوصا"];

    private bool IsEndOfPhrase(int token) => EndsOfPhrase.Contains(document.Word(token));

    /// <summary>Whether a cue is a verb by its form: «الوزارة أبلغت السفير» is a sentence, «وزارة إعلان» could be a name.</summary>
    private bool IsFinite(int token) => document.Word(token) is { Length: > 3 } word && (word[^1] is 'ت' or 'ه' || word.EndsWith("ها") || word.EndsWith("هم") || word[0] is 'ي' or 'ت' or 'س');

    /// <summary>Whether a word is a known noun after «ل»: «دعمه لبقاء اليونان» goes on to something else.</summary>
    private bool IsComplement(int token)
    {
        var complement = false;
        foreach (var reading in readings[token])
        {
            if (reading.Taken == Clitic.None && lexicon.Knows(reading.Word))
                return false;
            complement |= reading.Taken == Clitic.PrepositionL && lexicon.ContentWords.Contains(reading.Word);
        }
        return complement && document.Word(token)[0] == 'ل';
    }

    /// <summary>The state of an English office: «Russian Foreign Minister», «Foreign Minister of Russia», «France's foreign minister».</summary>
    private StateHit? StateAround(PhraseHit office)
    {
        var i = office.First - 1;
        var possessive = i >= 0 && document.Word(i).SequenceEqual("'s");
        if (possessive)
            i--;
        // «the Russian deputy foreign minister»: one word may stand between.
        for (var back = 0; back < 2 && i >= 0; back++, i--)
        {
            if (draft.LongestAliasEndingAt(i + 1) is { } before)
            {
                var alias = draft.AliasOf(before);
                if (alias.Kind is AliasKind.Demonym or AliasKind.DemonymPlural or AliasKind.DemonymWeak or AliasKind.Name or AliasKind.Organ or AliasKind.NameWeak || (possessive && back == 0 && alias.Kind == AliasKind.Capital))
                {
                    mentions.RemoveAll(m => m.First >= before.First && m.First < office.First);
                    return new StateHit(before.First, office.End, lexicon.ActorIndex[alias.Actor], around.IsNonStateHead(before.First - 1));
                }
                return null;
            }
            if (document.Tokens[i].Kind != TokenKind.Word || hits.Is(i, EntryKind.Cue))
                break;
        }
        var next = office.End;
        if (next < document.Tokens.Count && document.Word(next) is "of" or "for" or "in")
        {
            next++;
            if (next < document.Tokens.Count && document.Word(next).SequenceEqual("the"))
                next++;
            if (next < document.Tokens.Count && draft.LongestAlias(next) is { } after)
            {
                var alias = draft.AliasOf(after);
                if (alias.Kind is AliasKind.Name or AliasKind.NameWeak or AliasKind.Organ)
                    return new StateHit(office.First, after.End, lexicon.ActorIndex[alias.Actor], false);
            }
        }
        return null;
    }
}
