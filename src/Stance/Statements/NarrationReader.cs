namespace Stance;

/// <summary>Reads stretches without a cue: a quotation that goes on, what the sentence's teller tells, or narration about the state named first.</summary>
internal sealed class NarrationReader(MarkedText text, SpeakerGroups groups, SourceFinder sources, SpeakerMemory memory)
{
    public Statement Read(SentenceLayout layout, int first, int end)
    {
        var quoted = layout.Quotes[first] || layout.Sentence.OpensInQuote;
        return new Statement
        {
            Sentence = layout.Index,
            First = first,
            End = end,
            Kind = quoted ? StatementKind.Direct : StatementKind.Narration,
            InQuote = quoted,
            Speakers = Speakers(layout, first, end, quoted),
            SpeakerIsNoState = quoted && memory.IsNoState,
        };
    }

    private List<Speaker> Speakers(SentenceLayout layout, int first, int end, bool quoted)
    {
        if (quoted && memory.Current.Count > 0)
            return SpeakerGroups.Downgrade(memory.Current, Attribution.Continued, 0.9f);
        if (layout.Teller.Speakers.Count > 0)
        {
            var told = SpeakerGroups.Downgrade(layout.Teller.Speakers, Attribution.Outer, 0.9f);
            SpeakerGroups.AddEmbedded(told, Topic(first, end, []), 0.5f);
            return told;
        }
        var speakers = Narrated(first, end);
        if (layout.Reporter >= 0)
            speakers = sources.WithReporter(layout.Reporter, speakers, told: true);
        if (end == layout.Sentence.EndToken)
            memory.GoOn(SpeakerGroups.Downgrade(memory.Current, Attribution.Carried, layout.IsTurn ? 0 : 0.6f));
        return speakers;
    }

    /// <summary>Who is the topic, and less surely who spoke before.</summary>
    private List<Speaker> Narrated(int first, int end)
    {
        var speakers = Topic(first, end, []);
        if (speakers.Count == 0)
            return SpeakerGroups.Downgrade(memory.Current, Attribution.Carried, 0.45f);
        var topics = speakers.Count;
        foreach (var carried in SpeakerGroups.Downgrade(memory.Current, Attribution.Carried, 0.3f))
            if (speakers.FindIndex(0, topics, p => p.Actor == carried.Actor) < 0)
                speakers.Add(carried);
        return speakers;
    }

    /// <summary>The first state named that is no mere place, with those joined to it.</summary>
    public List<Speaker> Topic(int first, int end, List<Speaker> otherwise)
    {
        for (var i = first; i < end; i++)
        {
            var k = text.MentionAt(i);
            if (k < 0)
                continue;
            i = text.Mentions[k].End - 1;
            if (!text.Mentions[k].IsState || text.Mentions[k].IsPlace || text.Mentions[k].AfterPreposition)
                continue;
            if (!text.IsDateline(text.Mentions[k]))
                return groups.Joined(k, Attribution.Topic, 0.6f);
            // Where nobody else is named, the place of a dateline is the best guess.
            otherwise = groups.Joined(k, Attribution.Topic, 0.4f);
        }
        return otherwise;
    }
}
