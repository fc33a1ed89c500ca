namespace Stance;

/// <summary>Mentions by the name of somebody who held an office on the article's day.</summary>
internal sealed class HolderMentions(MentionDraft draft, Surroundings around)
{
    private readonly Lexicon lexicon = draft.Lexicon;
    private readonly TextDocument document = draft.Document;
    private readonly HitTable hits = draft.Hits;
    private readonly LearntNames learnt = draft.Learnt;
    private readonly List<Mention> mentions = draft.Mentions;
    private readonly int[] cover = draft.Cover;
    private readonly ActorEvidence evidence = draft.Evidence;

    /// <summary>Somebody who holds or held an office; returns where to go on.</summary>
    /// <param name="hit">The name.</param>
    /// <param name="first">Where the mention begins: at the name, or at an office before it.</param>
    /// <param name="office">That office, if any.</param>
    public int Read(PhraseHit hit, int first, string? office = null)
    {
        var words = hit.End - hit.First;
        // «المبارك» is not مبارك, nor «كبرى» like Berri: a name takes no article, and a lone one no «ك».
        if ((hit.Taken & Clitic.Article) != 0 || (words == 1 && (hit.Taken & Clitic.PrepositionK) != 0))
            return hit.First + 1;
        var candidates = hits.At(hit.First, EntryKind.Holder).Where(h => h.End == hit.End)
            .Select(h => lexicon.Catalog.Holders[h.Entry.Row]).ToList();
        var published = document.Article.Published;
        // «Iran's Amir Abdollahian»: the article itself says whose he is, whatever the list of holders says of that day.
        if (Possessor(first) is >= 0 and var possessor && words > 1 && !around.IsFormerBefore(first))
        {
            var owner = mentions[possessor].Actor;
            learnt.Register(hit.First, hit.End, owner, office);
            var start = mentions[possessor].First;
            mentions.RemoveAt(possessor);
            draft.Add(new Mention { First = start, End = hit.End, Actor = owner, Kind = MentionKind.Holder, Confidence = 0.9f, Office = office, AfterPreposition = around.IsAfterPreposition(start) });
            return hit.End;
        }
        var former = around.Former(hit.End, out _) || around.IsFormerBefore(first) || (office is not null && around.IsFormerBefore(hit.First));
        var fitting = published is { } day ? candidates.Where(h => h.Held(day)).ToList() : candidates;
        if (former || fitting.Count == 0)
        {
            // Known, but not in office: whatever he says is his own. A lone surname of somebody else's era is no mention at all.
            if (words > 1 || former)
            {
                learnt.Register(hit.First, hit.End, -1, null);
                draft.Add(new Mention { First = first, End = hit.End, Actor = -1, Kind = MentionKind.Holder, Confidence = 1, Office = office });
            }
            return hit.End;
        }
        // A lone short name that is also an ordinary word needs an office before it or its full name elsewhere;
        // one that officials of two states share («المالكي»), something else of the state.
        if (words == 1 && office is null && (around.IsOrdinaryWord(hit.First) || IsOfAnother(hit) || IsBareGivenName(hit, fitting) || IsStray(hit, fitting) || (!fitting.Exists(h => IsProminent(h.Office) && (published is not null || evidence.Of(h.Actor) > 0)) && IsSurnameOfAnother(hit, candidates))
            || (fitting.Select(h => h.Actor).Distinct().Skip(1).Any() && !fitting.Exists(h => evidence.Of(h.Actor) > 0))))
            return hit.First + 1;
        if (around.IsNonStateHead(first - 1))
        {
            draft.Add(new Mention { First = first, End = hit.End, Actor = -1, Kind = MentionKind.Holder, Confidence = 1, Office = office });
            return hit.End;
        }
        var codes = fitting.Select(h => h.Actor).Distinct().ToList();
        var code = codes.Count == 1 ? codes[0] : codes.MaxBy(c => mentions.Exists(m => m.Actor == lexicon.ActorIndex[c]) ? int.MaxValue : evidence.Of(c))!;
        var holder = fitting.First(h => h.Actor == code);
        var actor = lexicon.ActorIndex[code];
        if (words > 1)
            learnt.Register(hit.First, hit.End, actor, office ?? holder.Office);
        draft.Add(new Mention
        {
            First = first,
            End = hit.End,
            Actor = actor,
            Kind = MentionKind.Holder,
            Confidence = words > 1 || office is not null ? 0.95f : 0.8f,
            Office = office ?? holder.Office,
            AfterPreposition = around.IsAfterPreposition(hit) || around.IsAfterPreposition(first),
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
        && (around.IsUnknownCapitalised(hit.First - 1) || (cover[hit.First - 1] < 0 && around.IsCapital(hit.First - 1) && hits.Is(hit.First - 1, EntryKind.Alias)));

    /// <summary>Whether a lone word is only the given name of the officials who fit, none of whom the article names in full: not every Bashar is the president.</summary>
    private bool IsBareGivenName(PhraseHit hit, List<OfficeHolder> fitting) =>
        document.IsArabic && lexicon.IsCommonGivenName(document.Word(hit.First)) && fitting.TrueForAll(h => NormalizedText.Fold(h.ArabicName) is var name && name.Contains(' ') && document.Word(hit.First).EndsWith(name.AsSpan(0, name.IndexOf(' '))) && !hits.All.Exists(other =>
            other.End - other.First > 1 && other.Entry is { Kind: EntryKind.Holder } entry && lexicon.Catalog.Holders[entry.Row] == h));

    /// <summary>Offices whose holders go by their surname alone from the first line on.</summary>
    private static bool IsProminent(string office) => office is "head-of-state" or "head-of-government" or "foreign-minister" or "crown-prince" or "supreme-leader" or "secretary-general" or "high-representative" or "commission-president";

    /// <summary>Whether a lone surname is likely somebody else's, or no name: the article names nothing else of the state, and the office is none whose holder needs no introduction; or the word stands as an adjective or after «son of».</summary>
    private bool IsStray(PhraseHit hit, List<OfficeHolder> fitting)
    {
        if (fitting.Exists(h => evidence.Of(h.Actor) > 0))
            return false;
        // «حث لافروف الطرفين», «زاخاروفا: …»: who speaks under a surname alone is known by it.
        var speaks = !IsSurnameOfAnother(hit, fitting) && hit.End < document.Tokens.Count
            && (document.Tokens[hit.End].Kind == TokenKind.Colon || (hit.First > 0 && hits.Is(hit.First - 1, EntryKind.Cue) && (around.HasArticle(hit.End) || !learnt.IsNameWord(hit.End))));
        if (!speaks && !fitting.Exists(h => IsProminent(h.Office) && h.Office != "foreign-minister"))
            return true;
        return document.IsArabic && hit.First > 0 && (document.Word(hit.First - 1) is "ولد" or "بن" or "ابن" or "بنت" or "ابو" or "ال" || (around.HasArticle(hit.First) && around.HasArticle(hit.First - 1)));
    }

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
}
