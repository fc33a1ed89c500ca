namespace Stance;

/// <summary>Mentions by an office: a minister, a ministry, an army with the state they belong to, and the names that come with them.</summary>
internal sealed class OfficeMentions(MentionDraft draft, Surroundings around, HolderMentions holders)
{
    private readonly Lexicon lexicon = draft.Lexicon;
    private readonly OfficeState states = new(draft, around);
    private readonly TextDocument document = draft.Document;
    private readonly HitTable hits = draft.Hits;
    private readonly LearntNames learnt = draft.Learnt;

    /// <summary>An office with its state, before («الوزير الروسي») or after it (Russian Foreign Minister); 0 where no state is near.</summary>
    public int Read(PhraseHit office)
    {
        var row = lexicon.Offices.Offices[office.Entry.Row];
        var state = states.Of(office, row.Office);
        var nonState = around.IsNonStateHead(office.First - 1) || (state is { } owner && IsWithinFixedName(office.First, owner.First, owner.End));
        if (state is not { } s)
        {
            // «الرئيس دونالد ترامب»: the holder's name tells the state.
            var at = around.SkipHonorifics(office.End);
            if (row.Kind == OfficeKind.Person && draft.LongestHolder(at) is { } holder && !nonState)
                return holders.Read(holder, office.First, row.Office);
            return 0;
        }
        var first = Math.Min(office.First, s.First);
        var end = Math.Max(office.End, s.End);
        var former = around.Former(end, out var afterFormer) || around.IsFormerBefore(first);
        end = afterFormer;
        var actor = nonState || former || s.IsNonState ? -1 : s.Actor;
        if (row.Kind == OfficeKind.Person)
        {
            var nameEnd = learnt.Learn(end, actor, row.Office, document.IsArabic);
            // «ريكس تيلرسون، وزير الخارجية الأميركي»: the name before an apposition.
            if (nameEnd == end)
                learnt.LearnBefore(first, actor, row.Office);
            // «السفيرة الأميركية لدى الأمم المتحدة نيكي هيلي»: the post stands before the name.
            if (nameEnd == end && document.IsArabic && end + 1 < document.Tokens.Count && document.Word(end) is "لدي" or "في" or "الي" && draft.LongestAlias(end + 1) is { } post)
                learnt.Learn(post.End, actor, row.Office, arabic: true);
            end = nameEnd;
        }
        draft.Add(new Mention
        {
            First = first,
            End = end,
            Actor = actor,
            Kind = MentionKind.Office,
            Confidence = 0.95f,
            Office = row.Office,
            AfterPreposition = around.IsAfterPreposition(office) || around.IsAfterPreposition(first),
            IsCounterpart = false,
        });
        // «الولايات المتحدة» inside «سفير الولايات المتحدة لدى سوريا»: the post's place is no second speaker.
        return end;
    }

    /// <summary>Whether the fixed name of a group ends with an office's state: «رئيس المجلس الوطني السوري» heads the council.</summary>
    private bool IsWithinFixedName(int first, int state, int end)
    {
        for (var i = first + 1; i < state; i++)
            if (hits.Longest(i, NonStateKind.Fixed) is { } group && group.End >= end)
                return true;
        return false;
    }
}
