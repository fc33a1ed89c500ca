namespace Stance;

/// <summary>Finds the capital or country from which a clause reports, where it tells whose unnamed official or ministry speaks.</summary>
internal sealed class ReportingPlaces(MarkedText text)
{
    /// <summary>The capital or country from which a clause reports, at its head: «ومن أنقرة أعلنت …»; -1 where there is none.</summary>
    public int Arabic(int verb, Sentence sentence)
    {
        for (var i = verb - 1; i >= Math.Max(sentence.FirstToken, verb - 4); i--)
        {
            // «وفي بروكسل، قالت»: a comma may set the place off.
            if (!text.Tokens[i].IsWord && !(text.Tokens[i].Kind == TokenKind.Comma && i == verb - 1))
                return -1;
            if (text.MentionAt(i) is not (>= 0 and var k))
                continue;
            var place = text.Mentions[k].First - 1;
            var heads = place >= sentence.FirstToken && text.Word(place) is "في" or "من" or "وفي" or "ومن"
                && (place == sentence.FirstToken || text.Word(place)[0] == 'و' || !text.Tokens[place - 1].IsWord);
            return heads && text.Mentions[k].IsState && text.Mentions[k].Kind is MentionKind.Capital or MentionKind.Name ? k : -1;
        }
        return -1;
    }

    /// <summary>«In Berlin a spokeswoman said», «From Damascus, a ministry source said»: the place at the head of a clause; -1 where there is none.</summary>
    public int English(int verb, int first)
    {
        if (first + 1 < verb && text.Word(first) is "and" or "but")
            first++;
        return first + 1 < verb && text.Word(first) is "in" or "from" && text.MentionAt(first + 1) is >= 0 and var k && text.Mentions[k].IsState && text.Mentions[k].Kind is MentionKind.Capital or MentionKind.Name ? k : -1;
    }
}
