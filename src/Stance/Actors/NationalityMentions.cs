namespace Stance;

/// <summary>Mentions by a nationality, and whose it is: of the state, of a counterpart, or of a party, a paper, an expert …</summary>
internal sealed class NationalityMentions(MentionDraft draft, Surroundings around)
{
    private readonly Lexicon lexicon = draft.Lexicon;
    private readonly TextDocument document = draft.Document;
    private readonly HitTable hits = draft.Hits;
    private readonly LearntNames learnt = draft.Learnt;
    private readonly List<Mention> mentions = draft.Mentions;
    private readonly int[] cover = draft.Cover;
    private readonly ActorEvidence evidence = draft.Evidence;

    /// <summary>A nationality; returns where to go on.</summary>
    public int Read(PhraseHit hit, ActorAlias alias, int actor)
    {
        if (!document.IsArabic)
            return EnglishDemonym(hit, alias, actor);
        // «أفريقي», «خليجي», «أوروبي» are the bloc's only where the article is about the bloc.
        if (alias.Kind == AliasKind.DemonymWeak && !evidence.Supports(alias.Actor) && lexicon.Catalog.Actors[actor].Kind == ActorKind.Bloc)
            return hit.First + 1;
        // «وقال المصري إن …»: alone after a verb it is a surname; «وقال السويدي أولوف سكوغ» names a delegate.
        if ((hit.Taken & Clitic.Article) != 0 && hit.End - hit.First == 1 && document.Word(hit.First).EndsWith("ي") && hit.First > 0 && !(hit.End < document.Tokens.Count && learnt.IsNameWord(hit.End)) && document.Tokens[hit.First - 1].IsWord && hits.Is(hit.First - 1, EntryKind.Cue)
            && !around.HasArticle(hit.First - 1) && !hits.Is(hit.First - 1, EntryKind.Office) && document.Word(hit.First - 1) is "قال" or "وقال" or "فقال" or "اضاف" or "واضاف" or "اوضح" or "واوضح" or "اكد" or "واكد" or "ذكر" or "وذكر" or "تابع" or "وتابع" or "اشار" or "واشار" or "اعتبر" or "واعتبر")
        {
            draft.Add(new Mention { First = hit.First, End = hit.End, Actor = -1, Kind = MentionKind.Demonym, Confidence = 1 });
            return hit.End;
        }
        var head = HeadBefore(hit.First);
        var counterpart = head >= 0 && IsCounterpartWord(head);
        var nonState = (head >= 0 && around.IsNonStateWord(head)) || IsOfNonState(hit.First);
        var former = around.Former(hit.End, out var end);
        var isPerson = counterpart || nonState || (head >= 0 && IsPersonNoun(head));
        var who = nonState || former ? -1 : actor;
        if (isPerson && !former)
            end = learnt.Learn(hit.End, who, null, arabic: true);
        draft.Add(new Mention
        {
            First = counterpart ? head : hit.First,
            End = Math.Max(end, hit.End),
            Actor = who,
            Kind = counterpart ? MentionKind.Office : MentionKind.Demonym,
            Confidence = counterpart ? 0.95f : alias.Kind == AliasKind.DemonymWeak ? 0.3f : 0.6f,
            AfterPreposition = (hit.Taken & Clitic.Preposition) != 0 || (head >= 0 && around.IsAfterPreposition(head)),
            IsAttributive = !counterpart && head >= 0,
            IsCounterpart = counterpart,
        });
        return Math.Max(end, hit.End);
    }

    private int EnglishDemonym(PhraseHit hit, ActorAlias alias, int actor)
    {
        var next = hit.End;
        var nonState = around.IsNonStateHead(hit.First - 1);
        for (var i = next; i < Math.Min(next + 3, document.Tokens.Count) && document.Tokens[i].IsWord; i++)
        {
            // «Russian foreign ministry»: the office that follows takes the nationality with it.
            if (hits.Longest(i, EntryKind.Office) is not null)
                return hit.End;
            if (around.IsNonStateWord(i))
            {
                nonState = true;
                break;
            }
            if (hits.Is(i, EntryKind.Cue))
                break;
        }
        draft.Add(new Mention
        {
            First = hit.First,
            End = hit.End,
            Actor = nonState ? -1 : actor,
            Kind = MentionKind.Demonym,
            Confidence = alias.Kind == AliasKind.DemonymWeak ? 0.3f : 0.6f,
            IsAttributive = alias.Kind == AliasKind.Demonym,
            AfterPreposition = around.IsAfterPreposition(hit),
        });
        return hit.End;
    }

    /// <summary>The noun that a nationality modifies: the nearest word before it that is neither a nationality nor an adjective of the same phrase; -1 where none.</summary>
    private int HeadBefore(int token)
    {
        for (var i = token - 1; i >= Math.Max(0, token - 4); i--)
        {
            if (document.Tokens[i].Kind != TokenKind.Word)
                return -1;
            // «يندد به الفلسطينيون».
            if (document.Word(i) is "به" or "بها" or "له" or "لها" or "عليه" or "عليها" or "منه" or "منها" or "عنه" or "عنها" or "فيه" or "فيها" or "اليه" or "اليها" or "ذلك" or "بذلك")
                return -1;
            if (hits.Longest(i, EntryKind.Alias) is { } alias && draft.AliasOf(alias).Kind is AliasKind.Demonym)
                continue;
            // «القيادي المعارض السوري», «المبعوث الخاص الأميركي»: adjectives agree in the article; the first word of the run is the head.
            if (i > 0 && document.Tokens[i - 1].IsWord && around.HasArticle(i) && around.HasArticle(i - 1) && !around.IsNonStateWord(i) && !hits.Is(i - 1, EntryKind.Cue))
                continue;
            return i;
        }
        return -1;
    }

    /// <summary>Whether a nationality belongs to a party, a paper, an expert … further before it: «خبير عسكري روسي», «صحيفة نيويورك تايمز الأمريكية», «موقع واللا الإسرائيلي».</summary>
    private bool IsOfNonState(int token)
    {
        if (around.HasArticle(token) && token > 1 && document.Tokens[token - 1].IsQuote && cover[token - 2] is >= 0 and var quoted && mentions[quoted] is { Actor: -1, Kind: MentionKind.Name })
            return true;
        if (token == 0 || !(document.Tokens[token - 1].IsWord || document.Tokens[token - 1].IsQuote))
            return false;
        // A nationality in the article agrees with the proper name of a paper, company or group before it, be it in quotation marks.
        if (around.HasArticle(token) && cover[token - 1] is >= 0 and var k && mentions[k] is { Actor: -1, Kind: MentionKind.Name } && mentions[k].End == token)
            return true;
        if (!around.HasArticle(token))
            return document.Word(token - 1).EndsWith("ي") && token > 1 && document.Tokens[token - 2].IsWord && !around.HasArticle(token - 1) && !hits.Is(token - 1, EntryKind.Alias)
                && !hits.Is(token - 1, EntryKind.Office) && around.IsNonStateWord(token - 2);
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
            if (i < token - 1 && (around.IsNonStateWord(i) || hits.Longest(i, NonStateKind.Titled) is not null))
                return true;
            if (hits.Is(i, EntryKind.Alias) || (!inTitle && (around.IsOrdinaryWord(i) || hits.Is(i, EntryKind.Office))))
                return false;
        }
        return false;
    }

    private bool IsCounterpartWord(int token) => document.Word(token) is var w && (w.StartsWith("نظير") || w.StartsWith("ونظير") || w.StartsWith("لنظير") || w.StartsWith("بنظير") || w.StartsWith("كنظير")) && w.Length <= 9;

    private static readonly WordSet PersonNouns = ["المسوول", "مسوول", "السيناتور", "النايب", "الدبلوماسي", "دبلوماسي", "القايد", "قايد", "الضابط", "المتحدث", "الناطق", "المندوب", "السفير", "المبعوث", "الوزير"];

    private bool IsPersonNoun(int token) => PersonNouns.Contains(document.Word(token));
}
