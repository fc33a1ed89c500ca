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

    private MentionFinder(Lexicon lexicon, TextDocument document, TokenReadings readings, HitTable hits)
    {
        (this.lexicon, this.document, this.readings, this.hits) = (lexicon, document, readings, hits);
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
        var alias = hits.Longest(i, EntryKind.Alias);
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
        // «بكين» is a capital before it is «by Caine»: what needs no clitic taken off is the likelier reading.
        if (holder is { } h && (h.End > End(alias) || (h.End == End(alias) && ((h.Taken & Clitic.Preposition) == 0 || (alias!.Value.Taken & Clitic.Preposition) != 0))))
            return HolderMention(h, i);
        if (alias is { } a)
            return AliasMention(a);
        return i + 1;
    }

    private static int End(PhraseHit? hit) => hit?.End ?? -1;

    private int FixedName(PhraseHit hit)
    {
        var row = lexicon.Offices.NonStates[lexicon.Entry(hit.Payload).Row];
        var rules = row.Kind == NonStateKind.Dated && document.Article.Published >= row.From;
        Add(new Mention
        {
            First = hit.First, End = hit.End, Actor = rules ? lexicon.ActorIndex[row.Code!] : -1, Kind = MentionKind.Name,
            Confidence = rules ? 0.8f : 1, AfterPreposition = IsAfterPreposition(hit),
        });
        return hit.End;
    }

    // ---- Offices -------------------------------------------------------------------------------------------------

    /// <summary>An office with its state, before («الوزير الروسي») or after it (Russian Foreign Minister); 0 where no state is near.</summary>
    private int OfficeMention(PhraseHit office)
    {
        var row = lexicon.Offices.Offices[lexicon.Entry(office.Payload).Row];
        var state = document.IsArabic ? StateAfter(office.End) : StateAround(office);
        var nonState = IsNonStateHead(office.First - 1);
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
            First = first, End = end, Actor = actor, Kind = kind, Confidence = 0.95f, Office = row.Office,
            AfterPreposition = IsAfterPreposition(office) || IsAfterPreposition(first), IsCounterpart = false,
        });
        // «الولايات المتحدة» inside «سفير الولايات المتحدة لدى سوريا»: the post's place is no second speaker.
        return end;
    }

    private readonly record struct StateHit(int First, int End, int Actor, bool IsNonState);

    /// <summary>The state that an Arabic office belongs to: a nationality or name within the next few words, before any verb or mark.</summary>
    private StateHit? StateAfter(int from)
    {
        var nonState = false;
        for (var i = from; i < Math.Min(from + 5, document.Tokens.Count); i++)
        {
            var token = document.Tokens[i];
            if (token.Kind is not (TokenKind.Word or TokenKind.Dash))
                return null;
            if (token.Kind == TokenKind.Dash)
                continue;
            if (hits.Longest(i, EntryKind.NonState, row => lexicon.Offices.NonStates[row].Kind is NonStateKind.Fixed or NonStateKind.Group) is { } group && End(hits.Longest(i, EntryKind.Alias)) <= group.End)
                nonState = true;
            if (hits.Longest(i, EntryKind.Alias) is { } alias)
            {
                var kind = lexicon.Catalog.Aliases[lexicon.Entry(alias.Payload).Row];
                if (kind.Kind is AliasKind.Demonym or AliasKind.DemonymPlural or AliasKind.DemonymWeak or AliasKind.Name or AliasKind.NameWeak or AliasKind.Organ)
                {
                    // «وزير الخارجية إلى موسكو»: a name after a preposition other than «في» belongs to another phrase.
                    if ((alias.Taken & Clitic.Preposition) != 0 && kind.Kind is not (AliasKind.Demonym or AliasKind.DemonymWeak))
                        return null;
                    if ((alias.Taken & Clitic.Conjunction) != 0)
                        return null;
                    return new StateHit(i, alias.End, lexicon.ActorIndex[kind.Actor], nonState);
                }
                return null;
            }
            if (i > from && LongestHolder(i) is not null)
                return null;
            if (IsFunctionPreposition(i) && !hits.Is(i, EntryKind.Office))
            {
                // «الحكومة في دمشق» goes on; other prepositions end the phrase.
                if (!document.Word(i).SequenceEqual("في") && !document.Word(i).SequenceEqual("لدي") && !document.Word(i).SequenceEqual("باسم"))
                    return null;
                if (document.Word(i).SequenceEqual("لدي"))
                    return null;
            }
            if (hits.Is(i, EntryKind.Cue) && !hits.Is(i, EntryKind.Office) && i > from)
                return null;
        }
        return null;
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
            if (hits.LongestEndingAt(i + 1, EntryKind.Alias) is { } before)
            {
                var alias = lexicon.Catalog.Aliases[lexicon.Entry(before.Payload).Row];
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
            if (next < document.Tokens.Count && hits.Longest(next, EntryKind.Alias) is { } after)
            {
                var alias = lexicon.Catalog.Aliases[lexicon.Entry(after.Payload).Row];
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
        // A lone short name that is also an ordinary word needs an office before it or its full name elsewhere.
        if (words == 1 && office is null && IsOrdinaryWord(hit.First))
            return hit.First + 1;
        if (IsNonStateHead(first - 1))
        {
            Add(new Mention { First = first, End = hit.End, Actor = -1, Kind = MentionKind.Holder, Confidence = 1, Office = office });
            return hit.End;
        }
        var codes = fitting.Select(h => h.Actor).Distinct().ToList();
        var code = codes.Count == 1 ? codes[0] : codes.FirstOrDefault(c => mentions.Any(m => m.Actor == lexicon.ActorIndex[c])) ?? codes[0];
        var holder = fitting.First(h => h.Actor == code);
        var actor = lexicon.ActorIndex[code];
        if (words > 1)
            learnt.Register(hit.First, hit.End, actor, office ?? holder.Office);
        Add(new Mention
        {
            First = first, End = hit.End, Actor = actor, Kind = MentionKind.Holder, Confidence = words > 1 || office is not null ? 0.95f : 0.8f,
            Office = office ?? holder.Office, AfterPreposition = IsAfterPreposition(hit) || IsAfterPreposition(first),
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
        var alias = lexicon.Catalog.Aliases[lexicon.Entry(hit.Payload).Row];
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
                Add(new Mention
                {
                    First = hit.First, End = hit.End, Actor = actor, Kind = MentionKind.Capital, AfterPreposition = preposition,
                    IsPlace = IsPlace(hit), Confidence = alias.Kind == AliasKind.CapitalWeak ? 0.5f : IsPlace(hit) ? 0.5f : 0.9f,
                });
                return hit.End;
            default:
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
                    First = hit.First, End = hit.End, Actor = actor,
                    Kind = alias.Kind is AliasKind.Seat or AliasKind.Agency or AliasKind.Organ or AliasKind.Council ? MentionKind.Seat : MentionKind.Name,
                    AfterPreposition = preposition, IsPlace = IsPlace(hit),
                    Confidence = alias.Kind switch { AliasKind.NameWeak => 0.5f, AliasKind.Council => 0.4f, AliasKind.Agency => 0.7f, _ => IsPlace(hit) ? 0.7f : 1 },
                });
                return hit.End;
        }
    }

    private int DemonymMention(PhraseHit hit, ActorAlias alias, int actor)
    {
        if (!document.IsArabic)
            return EnglishDemonym(hit, alias, actor);
        // «تركي الفيصل», «تركي بن»: a given name.
        if (IsGivenName(hit))
            return hit.First + 1;
        var head = HeadBefore(hit.First);
        var counterpart = head >= 0 && IsCounterpartWord(head);
        var nonState = head >= 0 && IsNonStateWord(head);
        var former = Former(hit.End, out var end);
        var isPerson = counterpart || nonState || (head >= 0 && IsPersonNoun(head));
        var who = nonState || former ? -1 : actor;
        if (isPerson && !former)
            end = learnt.Learn(hit.End, who, null, arabic: true);
        Add(new Mention
        {
            First = counterpart ? head : hit.First, End = Math.Max(end, hit.End), Actor = who,
            Kind = counterpart ? MentionKind.Office : MentionKind.Demonym,
            Confidence = counterpart ? 0.95f : alias.Kind == AliasKind.DemonymWeak ? 0.3f : 0.6f,
            AfterPreposition = (hit.Taken & Clitic.Preposition) != 0 || (head >= 0 && IsAfterPreposition(head)),
            IsAttributive = !counterpart && head >= 0, IsCounterpart = counterpart,
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
            First = hit.First, End = hit.End, Actor = nonState ? -1 : actor, Kind = MentionKind.Demonym, Confidence = alias.Kind == AliasKind.DemonymWeak ? 0.3f : 0.6f,
            IsAttributive = alias.Kind == AliasKind.Demonym, AfterPreposition = IsAfterPreposition(hit),
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
            if (hits.Longest(i, EntryKind.Alias) is { } alias && lexicon.Catalog.Aliases[lexicon.Entry(alias.Payload).Row].Kind is AliasKind.Demonym)
                continue;
            // «القيادي المعارض السوري», «المبعوث الخاص الأميركي»: adjectives agree in the article; the first word of the run is the head.
            if (i > 0 && document.Tokens[i - 1].IsWord && HasArticle(i) && HasArticle(i - 1) && !IsNonStateWord(i) && !hits.Is(i - 1, EntryKind.Cue))
                continue;
            return i;
        }
        return -1;
    }

    private bool HasArticle(int token) => document.Word(token) is { Length: > 3 } word && (word.StartsWith("ال") || word.StartsWith("وال") || word.StartsWith("بال") || word.StartsWith("لل"));

    private bool IsCounterpartWord(int token) => document.Word(token) is var w && (w.StartsWith("نظير") || w.StartsWith("ونظير") || w.StartsWith("لنظير") || w.StartsWith("بنظير") || w.StartsWith("كنظير")) && w.Length <= 9;

    private static readonly HashSet<string> PersonNouns = ["المسوول", "مسوول", "السيناتور", "النايب", "الدبلوماسي", "دبلوماسي", "القايد", "قايد", "الضابط", "المتحدث", "الناطق", "المندوب", "السفير", "المبعوث", "الوزير"];

    private bool IsPersonNoun(int token) => PersonNouns.Contains(document.Word(token).ToString());

    private bool IsNonStateWord(int token) =>
        hits.Longest(token, EntryKind.NonState, row => lexicon.Offices.NonStates[row].Kind is NonStateKind.Group or NonStateKind.Fixed) is not null
        && !hits.Is(token, EntryKind.Office);

    /// <summary>Whether the noun directly before a name is a party, a paper, a court … of that state.</summary>
    private bool IsNonStateHead(int token) => token >= 0 && document.Tokens[token].IsWord && IsNonStateWord(token) && document.IsArabic;

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
            else if (!document.Tokens[i].IsWord)
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
                First = i, End = name.End, Actor = name.Actor, Kind = MentionKind.LearntName, Confidence = 0.9f, Office = name.Office,
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
