namespace Stance;

/// <summary>Finds who is named: names, offices with their state, people by the office they held on the article's day, and names that the article itself introduces.
/// Somebody who is named together with a state but does not speak for it (a party, an expert, a former minister) is kept as a mention without actor,
/// so that what they say is not given to the state.</summary>
internal sealed class MentionFinder
{
    private readonly MentionDraft draft;
    private readonly Surroundings around;
    private readonly NameMentions names;
    private readonly HolderMentions holders;
    private readonly OfficeMentions offices;

    private MentionFinder(MentionDraft draft)
    {
        this.draft = draft;
        around = new Surroundings(draft);
        names = new NameMentions(draft, around);
        holders = new HolderMentions(draft, around);
        offices = new OfficeMentions(draft, around, holders);
    }

    /// <summary>All mentions, ordered by first token, none overlapping another.</summary>
    public static List<Mention> Find(Lexicon lexicon, TextDocument document, TokenReadings readings, HitTable hits)
    {
        var draft = new MentionDraft(lexicon, document, readings, hits);
        var finder = new MentionFinder(draft);
        finder.FirstPass();
        finder.LearntPass();
        var mentions = draft.Mentions;
        mentions.Sort(static (a, b) => a.First.CompareTo(b.First));
        Coreference.Resolve(lexicon, document, hits, mentions, draft.Cover);
        mentions.Sort(static (a, b) => a.First.CompareTo(b.First));
        Ambiguity.Settle(lexicon, mentions, document);
        Dateline.Remove(mentions, document, hits);
        MarkLists(mentions, document, hits);
        return mentions;
    }

    private void FirstPass()
    {
        for (var i = 0; i < draft.Document.Tokens.Count;)
        {
            var end = At(i);
            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>Reads what begins at a token; returns where to go on.</summary>
    private int At(int i)
    {
        if (draft.Document.Tokens[i].Kind != TokenKind.Word)
            return i + 1;
        var fixedName = draft.Hits.Longest(i, NonStateKind.Fixed, NonStateKind.Dated);
        var alias = draft.LongestAlias(i);
        var office = draft.Hits.Longest(i, EntryKind.Office);
        var holder = draft.LongestHolder(i);
        var longest = Math.Max(Math.Max(End(alias), End(office)), End(holder));
        if (fixedName is { } f && f.End >= longest)
            return names.ReadFixed(f);
        if (office is { } o && o.End >= Math.Max(End(alias), End(holder)))
        {
            var after = offices.Read(o);
            if (after > 0)
                return after;
        }
        // «بكين» and «وبكين» are Beijing before they are «by Caine»: what needs fewer clitics taken off is the likelier reading.
        if (holder is { } h && (h.End > End(alias) || (h.End == End(alias) && !(alias!.Value.Taken != h.Taken && (alias.Value.Taken & h.Taken) == alias.Value.Taken))))
            return holders.Read(h, i);
        if (alias is { } a)
            return names.Read(a);
        return i + 1;
    }

    private static int End(PhraseHit? hit) => hit?.End ?? -1;

    /// <summary>The names that the article introduced, wherever no other mention stands.</summary>
    private void LearntPass()
    {
        for (var i = 0; i < draft.Document.Tokens.Count; i++)
        {
            if (draft.Cover[i] >= 0 || !draft.Document.Tokens[i].IsWord || draft.Learnt.At(i, draft.Cover) is not { } name)
                continue;
            draft.Add(new Mention
            {
                First = i,
                End = name.End,
                Actor = name.Actor,
                Kind = MentionKind.LearntName,
                Confidence = 0.9f,
                Office = name.Office,
                AfterPreposition = name.WithPreposition || around.IsAfterPreposition(i),
            });
            i = name.End - 1;
        }
    }

    /// <summary>Whether a mention begins with «و», and, and not with a letter of its own: «حذرت موسكو واشنطن», «استقبل الرئيس الفرنسي وزير الخارجية السعودي» are no lists.</summary>
    private static bool BeginsWithAnd(TextDocument document, HitTable hits, in Mention mention)
    {
        if (document.Word(mention.First) is not ['و', _, _, ..])
            return false;
        PhraseHit? longest = null;
        foreach (var kind in (ReadOnlySpan<EntryKind>)[EntryKind.Alias, EntryKind.Office, EntryKind.Holder])
            if (hits.Longest(mention.First, kind) is { } hit && !(longest?.End >= hit.End))
                longest = hit;
        // A name learnt from the article stands in no lexicon.
        return longest is not { } found || (found.Taken & Clitic.Conjunction) != 0;
    }

    /// <summary>«الولايات المتحدة وفرنسا وبريطانيا»: marks each mention that continues a list.</summary>
    private static void MarkLists(List<Mention> mentions, TextDocument document, HitTable hits)
    {
        for (var k = 1; k < mentions.Count; k++)
        {
            var previous = mentions[k - 1];
            var mention = mentions[k];
            // «Saudi Arabia, the United Arab Emirates»: the article belongs to the name.
            var gap = mention.First - (mention.First > previous.End && document.Word(mention.First - 1) is "the" ? 1 : 0) - previous.End;
            var starts = BeginsWithAnd(document, hits, mention);
            var between = gap == 1 ? document.Word(previous.End) : default;
            mention.JoinsPrevious = (gap == 0 && (starts || (mention.IsAttributive && previous.IsAttributive)))
                || (gap == 1 && (document.Tokens[previous.End].Kind == TokenKind.Comma || between is "و" or "and"))
                || (gap == 1 && starts && document.Tokens[previous.End].IsWord && between.Length > 2 && between[0] == 'و')
                || (gap == 2 && document.Tokens[previous.End].Kind == TokenKind.Comma && document.Word(previous.End + 1) is "and");
            // «ترامب، وبوتين» in a list, but «روسيا، قالت واشنطن» is none: a comma joins only like kinds, and what follows «the ministers of A».
            if (mention.JoinsPrevious && gap == 1 && document.Tokens[previous.End].Kind == TokenKind.Comma && mention.Kind != previous.Kind)
                mention.JoinsPrevious = (previous.Kind == MentionKind.Office && mention.Kind == MentionKind.Name && previous.End - previous.First > 2 && document.Word(previous.End - 2) is "of");
            mentions[k] = mention;
        }
        if (document.IsArabic)
            return;
        // An English list ends with «and»: «Despite objections from Turkey, Cyprus signed» is none.
        for (var k = 1; k < mentions.Count; k++)
        {
            var last = k;
            while (last < mentions.Count && mentions[last].JoinsPrevious)
                last++;
            if (last == k)
                continue;
            if (Before(mentions[last - 1]) is not "and")
                for (var m = k; m < last; m++)
                    if (Before(mentions[m]) is ",")
                        mentions[m] = mentions[m] with { JoinsPrevious = false };
            k = last;

            ReadOnlySpan<char> Before(in Mention mention)
            {
                var at = mention.First - 1;
                if (at > 0 && document.Word(at) is "the")
                    at--;
                return at < 0 ? default : document.Word(at);
            }
        }
    }
}
