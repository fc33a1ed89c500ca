namespace Stance;

/// <summary>Finds who is named: names, offices with their state, people by the office they held on the article's day, and names that the article itself introduces.
/// Somebody who is named together with a state but does not speak for it (a party, an expert, a former minister) is kept as a mention without actor,
/// so that what they say is not given to the state.</summary>
internal sealed class MentionFinder
{
    private readonly Lexicon lexicon;
    private readonly TextDocument document;
    private readonly TokenReadings readings;
    private readonly HitTable hits;
    private readonly LearntNames learnt;
    private readonly List<Mention> mentions = [];
    private readonly int[] cover;
    private readonly ActorEvidence evidence;

    private MentionFinder(Lexicon lexicon, TextDocument document, TokenReadings readings, HitTable hits)
    {
        (this.lexicon, this.document, this.readings, this.hits) = (lexicon, document, readings, hits);
        evidence = ActorEvidence.Of(lexicon, document, hits);
        learnt = new LearntNames(lexicon, document, readings, hits);
        cover = new int[document.Tokens.Count];
        Array.Fill(cover, -1);
    }

    /// <summary>All mentions, ordered by first token, none overlapping another.</summary>
    public static List<Mention> Find(Lexicon lexicon, TextDocument document, TokenReadings readings, HitTable hits)
    {
        var finder = new MentionFinder(lexicon, document, readings, hits);
        finder.FirstPass();
        finder.LearntPass();
        finder.mentions.Sort(static (a, b) => a.First.CompareTo(b.First));
        Coreference.Resolve(lexicon, document, hits, finder.mentions, finder.cover);
        finder.mentions.Sort(static (a, b) => a.First.CompareTo(b.First));
        Ambiguity.Settle(lexicon, finder.mentions, document);
        Dateline.Remove(finder.mentions, document);
        finder.MarkLists();
        return finder.mentions;
    }

    private void FirstPass()
    {
        for (var i = 0; i < document.Tokens.Count;)
        {
            var end = At(i);
            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>Reads what begins at a token; returns where to go on.</summary>
    private int At(int i)
    {
        if (document.Tokens[i].Kind != TokenKind.Word)
            return i + 1;
        var fixedName = hits.Longest(i, EntryKind.NonState, row => lexicon.Offices.NonStates[row].Kind is NonStateKind.Fixed or NonStateKind.Dated);
        var alias = LongestAlias(i);
        var office = hits.Longest(i, EntryKind.Office);
        var holder = LongestHolder(i);
        var longest = Math.Max(Math.Max(End(alias), End(office)), End(holder));
        if (fixedName is { } f && f.End >= longest)
            return FixedName(f);
        if (office is { } o && o.End >= Math.Max(End(alias), End(holder)))
        {
            var after = OfficeMention(o);
            if (after > 0)
                return after;
        }
        // «بكين» and «وبكين» are Beijing before they are «by Caine»: what needs fewer clitics taken off is the likelier reading.
        if (holder is { } h && (h.End > End(alias) || (h.End == End(alias) && !(alias!.Value.Taken != h.Taken && (alias.Value.Taken & h.Taken) == alias.Value.Taken))))
            return HolderMention(h, i);
        if (alias is { } a)
            return AliasMention(a);
        return i + 1;
    }

    private static int End(PhraseHit? hit) => hit?.End ?? -1;

    private ActorAlias AliasOf(PhraseHit hit) => lexicon.Catalog.Aliases[lexicon.Entry(hit.Payload).Row];

    /// <summary>The longest name at a token. Of a form that several actors share, the reading whose actor the article names otherwise; where it names none, the first of the lexicon.</summary>
    private PhraseHit? LongestAlias(int i)
    {
        PhraseHit? best = null;
        foreach (var hit in hits.At(i, EntryKind.Alias))
        {
            if (best is { } b && hit.End < b.End)
                break;
            if (best is not { } chosen || (hit.Taken == chosen.Taken && IsBetterNamed(hit, chosen)))
                best = hit;
        }
        return best;
    }

    /// <summary>Whether another reading of a shared form fits better. «المملكة» is Saudi Arabia unless the article is about Morocco: that takes more than a passing mention.</summary>
    private bool IsBetterNamed(PhraseHit hit, PhraseHit than) =>
        evidence.Of(AliasOf(than).Actor) == 0 && evidence.Of(AliasOf(hit).Actor) >= (lexicon.Sharers(lexicon.Entry(hit.Payload).Row) > 2 ? 3 : 1);

    /// <summary>The longest name that ends just before a token.</summary>
    private PhraseHit? LongestAliasEndingAt(int end)
    {
        for (var start = Math.Max(0, end - 6); start < end; start++)
            if (LongestAlias(start) is { } hit && hit.End == end)
                return hit;
        return null;
    }

    private int FixedName(PhraseHit hit)
    {
        var row = lexicon.Offices.NonStates[lexicon.Entry(hit.Payload).Row];
        var rules = row.Kind == NonStateKind.Dated && document.Article.Published >= row.From;
        Add(new Mention
        {
            First = hit.First,
            End = hit.End,
            Actor = rules ? lexicon.ActorIndex[row.Code!] : -1,
            Kind = MentionKind.Name,
            Confidence = rules ? 0.8f : 1,
            AfterPreposition = IsAfterPreposition(hit),
        });
        return hit.End;
    }

    // ---- Offices -------------------------------------------------------------------------------------------------

    /// <summary>An office with its state, before («الوزير الروسي») or after it (Russian Foreign Minister); 0 where no state is near.</summary>
    private int OfficeMention(PhraseHit office)
    {
        var row = lexicon.Offices.Offices[lexicon.Entry(office.Payload).Row];
        var state = !document.IsArabic ? StateAround(office) : StateAfter(office, row.Office);
        var nonState = IsNonStateHead(office.First - 1) || (state is { } owner && IsWithinFixedName(office.First, owner.First, owner.End));
        if (state is not { } s)
        {
            // «الرئيس دونالد ترامب»: the holder's name tells the state.
            var at = SkipHonorifics(office.End);
            if (row.Kind == OfficeKind.Person && LongestHolder(at) is { } holder && !nonState)
                return HolderMention(holder, office.First, row.Office);
            return 0;
        }
        var first = Math.Min(office.First, s.First);
        var end = Math.Max(office.End, s.End);
        var former = Former(end, out var afterFormer) || IsFormerBefore(first);
        end = afterFormer;
        var actor = nonState || former || s.IsNonState ? -1 : s.Actor;
        var kind = MentionKind.Office;
        if (row.Kind == OfficeKind.Person)
        {
            var nameEnd = learnt.Learn(end, actor, row.Office, document.IsArabic);
            // «ريكس تيلرسون، وزير الخارجية الأميركي»: the name before an apposition.
            if (nameEnd == end)
                learnt.LearnBefore(first, actor, row.Office);
            end = nameEnd;
        }
        Add(new Mention
        {
            First = first,
            End = end,
            Actor = actor,
            Kind = kind,
            Confidence = 0.95f,
            Office = row.Office,
            AfterPreposition = IsAfterPreposition(office) || IsAfterPreposition(first),
            IsCounterpart = false,
        });
        // «الولايات المتحدة» inside «سفير الولايات المتحدة لدى سوريا»: the post's place is no second speaker.
        return end;
    }

    /// <summary>Whether the fixed name of a group ends with an office's state: «رئيس المجلس الوطني السوري» heads the council.</summary>
    private bool IsWithinFixedName(int first, int state, int end)
    {
        for (var i = first + 1; i < state; i++)
            if (hits.Longest(i, EntryKind.NonState, row => lexicon.Offices.NonStates[row].Kind == NonStateKind.Fixed) is { } group && group.End >= end)
                return true;
        return false;
    }

    private readonly record struct StateHit(int First, int End, int Actor, bool IsNonState);

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
            if (hits.Longest(i, EntryKind.NonState, row => lexicon.Offices.NonStates[row].Kind is NonStateKind.Fixed or NonStateKind.Group) is { } group && (group.LastTaken & Clitic.Suffix) == 0 && End(LongestAlias(i)) <= group.End)
                nonState = true;
            if (LongestAlias(i) is { } alias)
            {
                var kind = AliasOf(alias);
                // «وزيرة الشؤون الأفريقية»: the affairs are African, not the minister.
                if (document.Word(i - 1).EndsWith("شوون") && kind.Kind is AliasKind.Demonym or AliasKind.DemonymWeak && HasArticle(i - 1))
                {
                    i = alias.End - 1;
                    continue;
                }
                if (kind.Kind is AliasKind.Demonym or AliasKind.DemonymPlural or AliasKind.DemonymWeak or AliasKind.Name or AliasKind.NameWeak or AliasKind.Organ)
                {
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
                return new StateHit(i, town.End, lexicon.ActorIndex[AliasOf(town).Actor], nonState);
            // «الرئيس ماكرون إيطاليا»: the holder tells the state.
            if (LongestHolder(i) is not null && (i > from || !IsOrdinaryWord(i)))
                return null;
            if (hits.Longest(i, EntryKind.Office) is { } further)
            {
                // «الملك أهدى كتابا لرئيس غانا»: another office, which something is done to.
                if (i > from && (further.Taken & Clitic.Preposition) != 0)
                    return null;
                continue;
            }
            if (IsFunctionPreposition(i))
            {
                // «الحكومة في دمشق» goes on; other prepositions end the phrase, and «القوات في شمال سوريا» are anybody's.
                where = document.Word(i).SequenceEqual("في");
                if (!where && !document.Word(i).SequenceEqual("باسم"))
                    return null;
                // «الوزراء الأربعة الأحوال في تشاد»: with words between it is their topic.
                if (where && i > from && i + 1 < document.Tokens.Count && !hits.Is(i - 1, EntryKind.Office) && LongestAlias(i + 1) is { } place && AliasOf(place).Kind is AliasKind.Name or AliasKind.NameWeak)
                    return null;
                if (where && (IsHeldAbroad(id) || id == "armed-forces" && document.Word(office.End - 1).EndsWith("قوات")))
                    return null;
                continue;
            }
            if (where && IsDirection(i))
                return null;
            if (IsEndOfPhrase(i) || IsComplement(i) || (hits.Is(i, EntryKind.Cue) && (i > from || !HasArticle(i) && IsFinite(i))))
                return null;
        }
        return null;
    }

    private static readonly HashSet<string> Directions = ["شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي"];

    private bool IsDirection(int token) => Directions.Contains(document.Word(token).ToString());

    private static readonly HashSet<string> EndsOfPhrase = ["ان", "بان", "انه", "انها", "بانه", "بانها", "الذي", "التي", "الذين", "لن", "لم", "لا", "ما", "قد", "كان", "كانت", "حيث", "بعد", "قبل", "خلال", "اليوم", "امس", "غدا", "كما", "ثم", "او", "ام", "خاصه", "وخاصه", "خصوصا", "وخصوصا"];

    private bool IsEndOfPhrase(int token) => EndsOfPhrase.Contains(document.Word(token).ToString());

    /// <summary>Whether a cue is a verb by its form: «الوزارة أبلغت السفير» is a sentence, «وزارة إعلان» could be a name.</summary>
    private bool IsFinite(int token) => document.Word(token) is { Length: > 3 } word && (word[^1] is 'ت' or 'ه' || word.EndsWith("ها") || word.EndsWith("هم") || word[0] is 'ي' or 'ت' or 'س');

    /// <summary>Whether a word is a known noun after «ل»: «دعمه لبقاء اليونان» goes on to something else.</summary>
    private bool IsComplement(int token)
    {
        var complement = false;
        foreach (var reading in readings[token])
        {
            if (reading.Taken == Clitic.None)
                return false;
            complement |= reading.Taken == Clitic.PrepositionL && lexicon.ContentWords.Contains(reading.Word);
        }
        return complement && document.Word(token)[0] == 'ل';
    }

    /// <summary>The state of an English office: «Russian Foreign Minister», «Foreign Minister of Russia», «France's foreign minister».</summary>
    private StateHit? StateAround(PhraseHit office)
    {
        var i = office.First - 1;
        if (i >= 0 && document.Word(i).SequenceEqual("'s"))
            i--;
        // «the Russian deputy foreign minister»: one word may stand between.
        for (var back = 0; back < 2 && i >= 0; back++, i--)
        {
            if (LongestAliasEndingAt(i + 1) is { } before)
            {
                var alias = AliasOf(before);
                if (alias.Kind is AliasKind.Demonym or AliasKind.DemonymPlural or AliasKind.DemonymWeak or AliasKind.Name or AliasKind.Organ or AliasKind.NameWeak)
                {
                    mentions.RemoveAll(m => m.First >= before.First && m.First < office.First);
                    return new StateHit(before.First, office.End, lexicon.ActorIndex[alias.Actor], IsNonStateHead(before.First - 1));
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
            if (next < document.Tokens.Count && LongestAlias(next) is { } after)
            {
                var alias = AliasOf(after);
                if (alias.Kind is AliasKind.Name or AliasKind.NameWeak or AliasKind.Organ)
                    return new StateHit(office.First, after.End, lexicon.ActorIndex[alias.Actor], false);
            }
        }
        return null;
    }

    // ---- Holders -------------------------------------------------------------------------------------------------

    private PhraseHit? LongestHolder(int i) => i < document.Tokens.Count ? hits.Longest(i, EntryKind.Holder) : null;

    private int HolderMention(PhraseHit hit, int first, string? office = null)
    {
        var words = hit.End - hit.First;
        // «المبارك» is not مبارك, nor «كبرى» like Berri: a name takes no article, and a lone one no «ك».
        if ((hit.Taken & Clitic.Article) != 0 || (words == 1 && (hit.Taken & Clitic.PrepositionK) != 0))
            return hit.First + 1;
        var candidates = hits.At(hit.First, EntryKind.Holder).Where(h => h.End == hit.End)
            .Select(h => lexicon.Catalog.Holders[lexicon.Entry(h.Payload).Row]).ToList();
        var published = document.Article.Published;
        // «Iran's Amir Abdollahian»: the article itself says whose he is, whatever the list of holders says of that day.
        if (Possessor(first) is >= 0 and var possessor && words > 1 && !IsFormerBefore(first))
        {
            var owner = mentions[possessor].Actor;
            learnt.Register(hit.First, hit.End, owner, office);
            var start = mentions[possessor].First;
            mentions.RemoveAt(possessor);
            Add(new Mention { First = start, End = hit.End, Actor = owner, Kind = MentionKind.Holder, Confidence = 0.9f, Office = office, AfterPreposition = IsAfterPreposition(start) });
            return hit.End;
        }
        var former = Former(hit.End, out _) || IsFormerBefore(first) || (office is not null && IsFormerBefore(hit.First));
        var fitting = published is { } day ? candidates.Where(h => h.Held(day)).ToList() : candidates;
        if (former || fitting.Count == 0)
        {
            // Known, but not in office: whatever he says is his own. A lone surname of somebody else's era is no mention at all.
            if (words > 1 || former)
            {
                learnt.Register(hit.First, hit.End, -1, null);
                Add(new Mention { First = first, End = hit.End, Actor = -1, Kind = MentionKind.Holder, Confidence = 1, Office = office });
            }
            return hit.End;
        }
        // A lone short name that is also an ordinary word needs an office before it or its full name elsewhere;
        // one that officials of two states share («المالكي»), something else of the state.
        if (words == 1 && office is null && (IsOrdinaryWord(hit.First) || IsOfAnother(hit) || IsBareGivenName(hit, fitting) || (!fitting.Exists(h => IsProminent(h.Office) && (published is not null || evidence.Of(h.Actor) > 0)) && IsSurnameOfAnother(hit, candidates))
            || (fitting.Select(h => h.Actor).Distinct().Skip(1).Any() && !fitting.Exists(h => evidence.Of(h.Actor) > 0))))
            return hit.First + 1;
        if (IsNonStateHead(first - 1))
        {
            Add(new Mention { First = first, End = hit.End, Actor = -1, Kind = MentionKind.Holder, Confidence = 1, Office = office });
            return hit.End;
        }
        var codes = fitting.Select(h => h.Actor).Distinct().ToList();
        var code = codes.Count == 1 ? codes[0] : codes.MaxBy(c => mentions.Exists(m => m.Actor == lexicon.ActorIndex[c]) ? int.MaxValue : evidence.Of(c))!;
        var holder = fitting.First(h => h.Actor == code);
        var actor = lexicon.ActorIndex[code];
        if (words > 1)
            learnt.Register(hit.First, hit.End, actor, office ?? holder.Office);
        Add(new Mention
        {
            First = first,
            End = hit.End,
            Actor = actor,
            Kind = MentionKind.Holder,
            Confidence = words > 1 || office is not null ? 0.95f : 0.8f,
            Office = office ?? holder.Office,
            AfterPreposition = IsAfterPreposition(hit) || IsAfterPreposition(first),
        });
        return hit.End;
    }

    /// <summary>The state named in the genitive right before a token: «Iran's»; -1 where there is none. It is the last mention found.</summary>
    private int Possessor(int token)
    {
        if (document.IsArabic || token < 2 || !document.Word(token - 1).SequenceEqual("'s") || mentions.Count == 0)
            return -1;
        var last = mentions[^1];
        return last.IsState && last.End == token - 1 && last.Kind is MentionKind.Name or MentionKind.Capital ? mentions.Count - 1 : -1;
    }

    /// <summary>Whether an English surname follows a first name that is none of the holder's: Chad Smith is not every Smith.</summary>
    private bool IsOfAnother(PhraseHit hit) =>
        !document.IsArabic && hit.First > 0 && document.Tokens[hit.First - 1].Kind == TokenKind.Word
        && (IsUnknownCapitalised(hit.First - 1) || (cover[hit.First - 1] < 0 && IsCapital(hit.First - 1) && hits.Is(hit.First - 1, EntryKind.Alias)));

    /// <summary>Whether a lone word is only the given name of the officials who fit, none of whom the article names in full: not every Bashar is the president.</summary>
    private bool IsBareGivenName(PhraseHit hit, List<OfficeHolder> fitting) =>
        document.IsArabic && lexicon.IsCommonGivenName(document.Word(hit.First)) && fitting.TrueForAll(h => NormalizedText.Fold(h.ArabicName) is var name && name.Contains(' ') && document.Word(hit.First).EndsWith(name.AsSpan(0, name.IndexOf(' '))) && !hits.All.Exists(other =>
            other.End - other.First > 1 && lexicon.Entry(other.Payload) is { Kind: EntryKind.Holder } entry && lexicon.Catalog.Holders[entry.Row] == h));

    /// <summary>Offices whose holders go by their surname alone from the first line on.</summary>
    private static bool IsProminent(string office) => office is "head-of-state" or "head-of-government" or "foreign-minister" or "crown-prince" or "supreme-leader" or "secretary-general" or "high-representative" or "commission-president";

    /// <summary>Whether the article gives the surname to somebody else: «رامي عباس» early on makes «عباس» no official of that name.</summary>
    private bool IsSurnameOfAnother(PhraseHit hit, List<OfficeHolder> candidates)
    {
        if (!document.IsArabic)
            return false;
        var surname = document.Word(hit.First);
        var other = false;
        for (var i = 1; i < document.Tokens.Count; i++)
        {
            if (!document.Word(i).SequenceEqual(surname) || !document.Tokens[i - 1].IsWord)
                continue;
            if (hits.LongestEndingAt(i + 1, EntryKind.Holder) is { } whole && whole.End - whole.First > 1)
                return false;
            if (hits.Is(i - 1, EntryKind.Office))
                return false;
            other |= learnt.IsNameWord(i - 1) && !hits.Is(i - 1, EntryKind.Cue) && document.Word(i - 1)[0] is not ('ي' or 'ت' or 'و' or 'ل' or 'ب')
                // «فرنسوا هولاند» is a spelling, «رامي عباس» another man.
                && !candidates.Exists(h => NormalizedText.Fold(h.ArabicName)[0] == document.Word(i - 1)[0]);
        }
        return other;
    }

    /// <summary>A Latin word in a capital that no lexicon knows, beside another without a mark between: part of a proper name.</summary>
    private bool IsUnknownCapitalised(int token)
    {
        if (token < 0 || token >= document.Tokens.Count || document.Tokens[token].Kind != TokenKind.Word)
            return false;
        var word = document.Word(token);
        return word[0] < '\u0250' && word.Length > 1 && IsCapital(token) && !hits.Is(token, EntryKind.Alias) && !hits.Is(token, EntryKind.Office) && !hits.Is(token, EntryKind.NonState)
            && !hits.Is(token, EntryKind.Marker) && !IsOrdinaryWord(token) && !EnglishDirections.Contains(word.ToString());
    }

    private bool IsCapital(int token) => char.IsUpper(document.Text.Original[document.Text.ToOriginal(document.Tokens[token].Start)]);

    private static readonly HashSet<string> EnglishDirections = ["northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "greater", "upper", "lower", "mainland", "downtown"];

    private bool IsOrdinaryWord(int token)
    {
        foreach (var reading in readings[token])
            if (lexicon.ContentWords.Contains(reading.Word) && reading.Taken == Clitic.None)
                return true;
        return document.Tokens[token].Length < 3;
    }

    // ---- Names and nationalities ---------------------------------------------------------------------------------

    private int AliasMention(PhraseHit hit)
    {
        var alias = AliasOf(hit);
        var actor = lexicon.ActorIndex[alias.Actor];
        var preposition = IsAfterPreposition(hit);
        switch (alias.Kind)
        {
            case AliasKind.Demonym or AliasKind.DemonymPlural or AliasKind.DemonymWeak:
                return DemonymMention(hit, alias, actor);
            case AliasKind.Capital or AliasKind.CapitalWeak:
                if ((hit.Taken & Clitic.Article) != 0)
                    return hit.First + 1;
                if (alias.Kind == AliasKind.CapitalWeak && IsOrdinaryWord(hit.First) && hit.End - hit.First == 1)
                    return hit.First + 1;
                if (IsInProperName(hit) || IsTitleInQuotes(hit) || IsPlaceOfEvent(hit))
                    return hit.End;
                Add(new Mention
                {
                    First = hit.First,
                    End = hit.End,
                    Actor = actor,
                    Kind = MentionKind.Capital,
                    AfterPreposition = preposition,
                    IsPlace = IsPlace(hit),
                    Confidence = alias.Kind == AliasKind.CapitalWeak ? 0.5f : IsPlace(hit) ? 0.5f : 0.9f,
                });
                return hit.End;
            default:
                if (alias.Kind == AliasKind.Agency && (hit.Taken & Clitic.PrepositionK) != 0)
                    return hit.First + 1;
                if (alias.Kind == AliasKind.NameWeak && (document.IsArabic ? IsUnsupported(hit, alias) : IsInProperName(hit)))
                    return hit.End;
                if (!document.IsArabic && alias.Kind == AliasKind.Name && IsAbbreviation(hit) && IsNonStateWithin(hit.End))
                {
                    Add(new Mention { First = hit.First, End = hit.End, Actor = -1, Kind = MentionKind.Name, Confidence = 1, AfterPreposition = preposition });
                    return hit.End;
                }
                // «الأمم المتحدة» is a name with its article; «الفرنسا» is none: a name without the article must not take one.
                if ((hit.Taken & Clitic.Article) != 0 && hit.End - hit.First == 1 && document.IsArabic && alias.Kind is not AliasKind.Seat)
                    return hit.First + 1;
                if (IsNonStateHead(hit.First - 1) && alias.Kind is AliasKind.Name or AliasKind.NameWeak)
                {
                    Add(new Mention { First = hit.First, End = hit.End, Actor = -1, Kind = MentionKind.Name, Confidence = 1, AfterPreposition = preposition });
                    return hit.End;
                }
                Add(new Mention
                {
                    First = hit.First,
                    End = hit.End,
                    Actor = actor,
                    Kind = alias.Kind is AliasKind.Seat or AliasKind.Agency or AliasKind.Organ or AliasKind.Council ? MentionKind.Seat : MentionKind.Name,
                    AfterPreposition = preposition,
                    IsPlace = IsPlace(hit),
                    Confidence = alias.Kind switch { AliasKind.NameWeak when !IsUsualName(alias) => 0.5f, AliasKind.Council => 0.4f, AliasKind.Agency => 0.7f, _ => IsPlace(hit) ? 0.7f : 1 },
                });
                return hit.End;
        }
    }

    /// <summary>Whether an English name stands within somebody's or something's name: Jordan Pickford, Jack London, Paris Saint-Germain.</summary>
    private bool IsInProperName(PhraseHit hit) =>
        !document.IsArabic && hit.End - hit.First == 1
        && (IsUnknownCapitalised(hit.First - 1) || IsUnknownCapitalised(hit.End));

    /// <summary>A capital alone between quotation marks is a newspaper or a club: قال لـ«الرياض».</summary>
    private bool IsTitleInQuotes(PhraseHit hit) =>
        document.IsArabic && hit.First > 0 && hit.End < document.Tokens.Count && document.Tokens[hit.First - 1].IsQuote && document.Tokens[hit.End].IsQuote;

    /// <summary>Whether a capital only says where something took place: «مؤتمر روما», «اتفاق باريس».</summary>
    private bool IsPlaceOfEvent(PhraseHit hit) =>
        hit.Taken == Clitic.None && hit.First > 0 && document.Tokens[hit.First - 1].IsWord
        && hits.Longest(hit.First - 1, EntryKind.NonState, row => lexicon.Offices.NonStates[row].Kind == NonStateKind.Event) is { } noun && (noun.LastTaken & (Clitic.Suffix | Clitic.Article)) == 0 && noun.End == hit.First;

    /// <summary>Whether a risky Arabic form («الاحتلال», «الجامعة», «الشرعية») stands in an article that names its actor by no better one.</summary>
    private bool IsUnsupported(PhraseHit hit, ActorAlias alias) => !lexicon.IsShared(lexicon.Entry(hit.Payload).Row) && !IsUsualName(alias) && !evidence.Supports(alias.Actor);

    private bool IsUsualName(ActorAlias alias) => lexicon.Catalog.Actors[lexicon.ActorIndex[alias.Actor]] is var actor && (alias.Form == actor.EnglishName || alias.Form == actor.ArabicName);

    /// <summary>Whether a name is written in capitals only: US, UN, U.K.</summary>
    private bool IsAbbreviation(PhraseHit hit) => document.Tokens[hit.End - 1].Length <= 6 && (char.IsUpper(document.Text.Original[document.Text.ToOriginal(document.Tokens[hit.End - 1].End - 1)]) || document.Word(hit.End - 1).EndsWith("."));

    /// <summary>Whether a party, court, paper … follows within two words: US Supreme Court.</summary>
    private bool IsNonStateWithin(int next)
    {
        for (var i = next; i < Math.Min(next + 3, document.Tokens.Count) && document.Tokens[i].IsWord; i++)
        {
            if (hits.Is(i, EntryKind.Office) || hits.Is(i, EntryKind.Cue) || IsFunctionPreposition(i))
                return false;
            if (IsNonStateWord(i))
                return true;
        }
        return false;
    }

    private int DemonymMention(PhraseHit hit, ActorAlias alias, int actor)
    {
        if (!document.IsArabic)
            return EnglishDemonym(hit, alias, actor);
        // «أفريقي», «خليجي», «أوروبي» are the bloc's only where the article is about the bloc.
        if (alias.Kind == AliasKind.DemonymWeak && !evidence.Supports(alias.Actor) && lexicon.Catalog.Actors[actor].Kind == ActorKind.Bloc)
            return hit.First + 1;
        // «تركي الفيصل», «تركي بن»: a given name.
        if (IsGivenName(hit))
            return hit.First + 1;
        // «وقال المصري إن …»: alone after a verb it is a surname; «وقال السويدي أولوف سكوغ» names a delegate.
        if ((hit.Taken & Clitic.Article) != 0 && hit.End - hit.First == 1 && document.Word(hit.First).EndsWith("ي") && hit.First > 0 && !(hit.End < document.Tokens.Count && learnt.IsNameWord(hit.End)) && document.Tokens[hit.First - 1].IsWord && hits.Is(hit.First - 1, EntryKind.Cue)
            && !HasArticle(hit.First - 1) && !hits.Is(hit.First - 1, EntryKind.Office) && document.Word(hit.First - 1) is "قال" or "وقال" or "فقال" or "اضاف" or "واضاف" or "اوضح" or "واوضح" or "اكد" or "واكد" or "ذكر" or "وذكر" or "تابع" or "وتابع" or "اشار" or "واشار" or "اعتبر" or "واعتبر")
        {
            Add(new Mention { First = hit.First, End = hit.End, Actor = -1, Kind = MentionKind.Demonym, Confidence = 1 });
            return hit.End;
        }
        var head = HeadBefore(hit.First);
        var counterpart = head >= 0 && IsCounterpartWord(head);
        var nonState = (head >= 0 && IsNonStateWord(head)) || IsOfNonState(hit.First);
        var former = Former(hit.End, out var end);
        var isPerson = counterpart || nonState || (head >= 0 && IsPersonNoun(head));
        var who = nonState || former ? -1 : actor;
        if (isPerson && !former)
            end = learnt.Learn(hit.End, who, null, arabic: true);
        Add(new Mention
        {
            First = counterpart ? head : hit.First,
            End = Math.Max(end, hit.End),
            Actor = who,
            Kind = counterpart ? MentionKind.Office : MentionKind.Demonym,
            Confidence = counterpart ? 0.95f : alias.Kind == AliasKind.DemonymWeak ? 0.3f : 0.6f,
            AfterPreposition = (hit.Taken & Clitic.Preposition) != 0 || (head >= 0 && IsAfterPreposition(head)),
            IsAttributive = !counterpart && head >= 0,
            IsCounterpart = counterpart,
        });
        return Math.Max(end, hit.End);
    }

    private int EnglishDemonym(PhraseHit hit, ActorAlias alias, int actor)
    {
        var next = hit.End;
        var nonState = IsNonStateHead(hit.First - 1);
        for (var i = next; i < Math.Min(next + 3, document.Tokens.Count) && document.Tokens[i].IsWord; i++)
        {
            // «Russian foreign ministry»: the office that follows takes the nationality with it.
            if (hits.Longest(i, EntryKind.Office) is not null)
                return hit.End;
            if (IsNonStateWord(i))
            {
                nonState = true;
                break;
            }
            if (hits.Is(i, EntryKind.Cue))
                break;
        }
        Add(new Mention
        {
            First = hit.First,
            End = hit.End,
            Actor = nonState ? -1 : actor,
            Kind = MentionKind.Demonym,
            Confidence = alias.Kind == AliasKind.DemonymWeak ? 0.3f : 0.6f,
            IsAttributive = alias.Kind == AliasKind.Demonym,
            AfterPreposition = IsAfterPreposition(hit),
        });
        return hit.End;
    }

    private bool IsGivenName(PhraseHit hit)
    {
        if (hit.Taken != Clitic.None && hit.Taken != Clitic.Conjunction || !document.Word(hit.First).EndsWith("تركي") || hit.End >= document.Tokens.Count)
            return false;
        var next = document.Word(hit.End);
        return next is "بن" or "ال" or "ابن" || next.StartsWith("الفيصل") || next.StartsWith("الدخيل") || next.StartsWith("الحمد") || next.StartsWith("المالكي");
    }

    /// <summary>The noun that a nationality modifies: the nearest word before it that is neither a nationality nor an adjective of the same phrase; -1 where none.</summary>
    private int HeadBefore(int token)
    {
        for (var i = token - 1; i >= Math.Max(0, token - 4); i--)
        {
            if (document.Tokens[i].Kind != TokenKind.Word)
                return -1;
            if (hits.Longest(i, EntryKind.Alias) is { } alias && AliasOf(alias).Kind is AliasKind.Demonym)
                continue;
            // «القيادي المعارض السوري», «المبعوث الخاص الأميركي»: adjectives agree in the article; the first word of the run is the head.
            if (i > 0 && document.Tokens[i - 1].IsWord && HasArticle(i) && HasArticle(i - 1) && !IsNonStateWord(i) && !hits.Is(i - 1, EntryKind.Cue))
                continue;
            return i;
        }
        return -1;
    }

    /// <summary>Whether a nationality belongs to a party, a paper, an expert … further before it: «خبير عسكري روسي», «صحيفة نيويورك تايمز الأمريكية», «موقع واللا الإسرائيلي».</summary>
    private bool IsOfNonState(int token)
    {
        if (HasArticle(token) && token > 1 && document.Tokens[token - 1].IsQuote && cover[token - 2] is >= 0 and var quoted && mentions[quoted] is { Actor: -1, Kind: MentionKind.Name })
            return true;
        if (token == 0 || !(document.Tokens[token - 1].IsWord || document.Tokens[token - 1].IsQuote))
            return false;
        // A nationality in the article agrees with the proper name of a paper, company or group before it, be it in quotation marks.
        if (HasArticle(token) && cover[token - 1] is >= 0 and var k && mentions[k] is { Actor: -1, Kind: MentionKind.Name } && mentions[k].End == token)
            return true;
        if (!HasArticle(token))
            return document.Word(token - 1).EndsWith("ي") && token > 1 && document.Tokens[token - 2].IsWord && !HasArticle(token - 1) && !hits.Is(token - 1, EntryKind.Alias)
                && !hits.Is(token - 1, EntryKind.Office) && IsNonStateWord(token - 2);
        var inTitle = false;
        for (var i = token - 1; i >= Math.Max(0, token - 6); i--)
        {
            if (document.Tokens[i].IsQuote)
            {
                inTitle = !inTitle;
                continue;
            }
            if (!document.Tokens[i].IsWord || cover[i] >= 0)
                return false;
            if (i < token - 1 && (IsNonStateWord(i) || hits.Longest(i, EntryKind.NonState, row => lexicon.Offices.NonStates[row].Kind == NonStateKind.Titled) is not null))
                return true;
            if (hits.Is(i, EntryKind.Alias) || (!inTitle && (IsOrdinaryWord(i) || hits.Is(i, EntryKind.Office))))
                return false;
        }
        return false;
    }

    private bool HasArticle(int token) => document.Word(token) is { Length: > 3 } word && (word.StartsWith("ال") || word.StartsWith("وال") || word.StartsWith("بال") || word.StartsWith("لل"));

    private bool IsCounterpartWord(int token) => document.Word(token) is var w && (w.StartsWith("نظير") || w.StartsWith("ونظير") || w.StartsWith("لنظير") || w.StartsWith("بنظير") || w.StartsWith("كنظير")) && w.Length <= 9;

    private static readonly HashSet<string> PersonNouns = ["المسوول", "مسوول", "السيناتور", "النايب", "الدبلوماسي", "دبلوماسي", "القايد", "قايد", "الضابط", "المتحدث", "الناطق", "المندوب", "السفير", "المبعوث", "الوزير"];

    private bool IsPersonNoun(int token) => PersonNouns.Contains(document.Word(token).ToString());

    private bool IsNonStateWord(int token) =>
        hits.Longest(token, EntryKind.NonState, row => lexicon.Offices.NonStates[row].Kind is NonStateKind.Group or NonStateKind.Fixed) is { } hit
        // «محافظة» is no «محافظ» of hers.
        && (hit.LastTaken & Clitic.Suffix) == 0 && !hits.Is(token, EntryKind.Office);

    /// <summary>Whether the noun directly before a name is a party, a paper, a court … of that state.</summary>
    private bool IsNonStateHead(int token) =>
        token >= 0 && document.IsArabic && document.Tokens[token].IsWord && IsNonStateWord(token)
        // «وطالب سولانا»: demanded, not a student.
        && !hits.Is(token, EntryKind.Cue);

    // ---- Small tests ---------------------------------------------------------------------------------------------

    private bool Former(int token, out int end)
    {
        end = token;
        if (token < document.Tokens.Count && hits.Longest(token, EntryKind.NonState, row => lexicon.Offices.NonStates[row].Kind == NonStateKind.Former) is { } former)
        {
            end = former.End;
            return true;
        }
        return false;
    }

    private bool IsFormerBefore(int token)
    {
        for (var i = token - 1; i >= Math.Max(0, token - 2); i--)
            if (document.Tokens[i].IsWord && hits.Longest(i, EntryKind.NonState, row => lexicon.Offices.NonStates[row].Kind == NonStateKind.Former) is not null)
                return true;
            else if (document.Tokens[i].Kind != TokenKind.Dash && !document.Tokens[i].IsWord)
                return false;
        return false;
    }

    private int SkipHonorifics(int token)
    {
        while (token < document.Tokens.Count && (hits.Longest(token, EntryKind.Marker, row => lexicon.Data.Markers[row].Class == MarkerClass.Honorific) is not null))
            token++;
        return token;
    }

    private static readonly HashSet<string> Prepositions =
        ["في", "من", "الي", "علي", "عن", "مع", "ضد", "لدي", "بين", "نحو", "تجاه", "حيال", "حول", "داخل", "خارج", "عبر", "ضمن", "باتجاه", "ازاء", "قرب", "بشان",
         "in", "of", "to", "from", "with", "against", "on", "at", "for", "toward", "towards", "over", "between", "near", "into", "inside", "about"];

    private static readonly HashSet<string> PlacePrepositions = ["في", "داخل", "الي", "من", "قرب", "عبر", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "in", "from", "to", "into", "near", "inside", "across"];

    private bool IsFunctionPreposition(int token) => Prepositions.Contains(document.Word(token).ToString());

    private bool IsAfterPreposition(PhraseHit hit) => (hit.Taken & Clitic.Preposition) != 0 || IsAfterPreposition(hit.First);

    private bool IsAfterPreposition(int first)
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
        return Prepositions.Contains(word.ToString()) || (word.Length > 2 && word[0] is 'و' or 'ف' && Prepositions.Contains(word[1..].ToString()))
            || (word.SequenceEqual("the") && first > 1 && document.Tokens[first - 2].IsWord && Prepositions.Contains(document.Word(first - 2).ToString()));
    }

    private bool IsPlace(PhraseHit hit) =>
        (hit.Taken & Clitic.PrepositionB) != 0
        || (hit.First > 0 && document.Tokens[hit.First - 1].IsWord && PlacePrepositions.Contains(document.Word(hit.First - 1).ToString()));

    // ---- Second pass ---------------------------------------------------------------------------------------------

    private void LearntPass()
    {
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            if (cover[i] >= 0 || !document.Tokens[i].IsWord || learnt.At(i, cover) is not { } name)
                continue;
            Add(new Mention
            {
                First = i,
                End = name.End,
                Actor = name.Actor,
                Kind = MentionKind.LearntName,
                Confidence = 0.9f,
                Office = name.Office,
                AfterPreposition = name.WithPreposition || IsAfterPreposition(i),
            });
            i = name.End - 1;
        }
    }

    /// <summary>«الولايات المتحدة وفرنسا وبريطانيا»: marks each mention that continues a list.</summary>
    private void MarkLists()
    {
        for (var k = 1; k < mentions.Count; k++)
        {
            var previous = mentions[k - 1];
            var mention = mentions[k];
            var gap = mention.First - previous.End;
            var starts = document.Word(mention.First)[0] == 'و' && document.Word(mention.First).Length > 2;
            var between = gap == 1 ? document.Word(previous.End) : default;
            mention.JoinsPrevious = (gap == 0 && (starts || (mention.IsAttributive && previous.IsAttributive)))
                || (gap == 1 && (document.Tokens[previous.End].Kind == TokenKind.Comma || between is "و" or "and"))
                || (gap == 1 && starts && document.Tokens[previous.End].IsWord && between.Length > 2 && between[0] == 'و')
                || (gap == 2 && document.Tokens[previous.End].Kind == TokenKind.Comma && document.Word(previous.End + 1) is "and");
            // «ترامب، وبوتين» in a list, but «روسيا، قالت واشنطن» is none: a comma joins only like kinds.
            if (mention.JoinsPrevious && gap == 1 && document.Tokens[previous.End].Kind == TokenKind.Comma && mention.Kind != previous.Kind)
                mention.JoinsPrevious = starts && mention.Kind == previous.Kind;
            mentions[k] = mention;
        }
    }

    private void Add(Mention mention)
    {
        for (var i = mention.First; i < mention.End; i++)
            cover[i] = mentions.Count;
        mentions.Add(mention);
    }
}
