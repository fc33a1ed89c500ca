namespace Stance;

/// <summary>Scores stretches of a document against every issue that they touch. One instance a thread: it keeps its work arrays.</summary>
internal sealed class IssueMatcher(IssueIndex index)
{
    public IssueIndex Index => index;

    private readonly float[] quality = new float[index.WordCount];
    private readonly int[] at = new int[index.WordCount];
    private readonly List<int> touchedWords = [];
    private readonly bool[] phraseTouched = new bool[index.Phrases.Count];
    private readonly List<int> touchedPhrases = [];
    private readonly int[] slotOfIssue = NewSlots(index.Issues.Count);
    private readonly float[] distinctMass = new float[index.DistinctCount];
    private readonly float[] distinctAnchor = new float[index.DistinctCount];
    private readonly List<int> touchedDistinct = [];

    private static int[] NewSlots(int n)
    {
        var slots = new int[n];
        Array.Fill(slots, -1);
        return slots;
    }

    /// <summary>Matches of the tokens in one or two ranges, an entry for each issue touched by a word that names no state.</summary>
    public List<IssueMatch> Score(TokenMatches matches, int first, int end, int first2 = 0, int end2 = 0)
    {
        for (var i = first; i < end; i++)
            Touch(matches, i);
        for (var i = first2; i < end2; i++)
            Touch(matches, i);
        var result = new List<IssueMatch>();
        foreach (var p in touchedPhrases)
            ScorePhrase(index.Phrases[p], result);
        AddMass(result);
        for (var r = 0; r < result.Count; r++)
        {
            var match = result[r];
            match.States = States(match.Issue);
            result[r] = match;
            slotOfIssue[match.Issue] = -1;
        }
        foreach (var word in touchedWords)
            quality[word] = 0;
        foreach (var p in touchedPhrases)
            phraseTouched[p] = false;
        touchedWords.Clear();
        touchedPhrases.Clear();
        return result;
    }

    private void Touch(TokenMatches matches, int token)
    {
        var words = matches.Words(token);
        var qualities = matches.Qualities(token);
        for (var k = 0; k < words.Length; k++)
        {
            var word = words[k];
            if (quality[word] == 0)
            {
                touchedWords.Add(word);
                var phrase = index.PhraseOf(word);
                if (!phraseTouched[phrase])
                {
                    phraseTouched[phrase] = true;
                    touchedPhrases.Add(phrase);
                }
            }
            if (qualities[k] > quality[word])
            {
                quality[word] = qualities[k];
                at[word] = token;
            }
        }
    }

    private void ScorePhrase(IssuePhrase phrase, List<IssueMatch> result)
    {
        float content = 0, state = 0;
        int first = int.MaxValue, last = -1;
        for (var k = 0; k < phrase.Words.Length; k++)
        {
            var word = phrase.FirstWord + k;
            if (quality[word] == 0)
                continue;
            if (phrase.Words[k].IsState)
            {
                state += phrase.Words[k].Weight * quality[word];
                continue;
            }
            content += phrase.Words[k].Weight * quality[word];
            first = Math.Min(first, at[word]);
            last = Math.Max(last, at[word]);
        }
        float share;
        if (phrase.ContentWeight == 0)
        {
            // A phrase of nothing but states («إيران والسعودية») counts only when all of them are there, and then not much.
            if (state < phrase.StateWeight * 0.99f)
                return;
            share = 0.5f;
        }
        else if (content == 0)
            return;
        else
        {
            share = content / phrase.ContentWeight;
            if (phrase.StateWeight > 0)
                share *= 0.75f + 0.25f * (state / phrase.StateWeight);
            // Words far apart are hardly one phrase.
            if (last - first > 12)
                share *= 0.85f;
        }
        if (slotOfIssue[phrase.Issue] < 0)
        {
            slotOfIssue[phrase.Issue] = result.Count;
            result.Add(new IssueMatch { Issue = phrase.Issue, FavorAt = -1, AgainstAt = -1, At = -1 });
        }
        var match = result[slotOfIssue[phrase.Issue]];
        if (last >= 0)
        {
            match.At = match.At < 0 ? first : Math.Min(match.At, first);
            match.MatchEnd = Math.Max(match.MatchEnd, last + 1);
        }
        switch (phrase.Group)
        {
            case PhraseGroup.Favor when share > match.Favor: (match.Favor, match.FavorAt) = (share, first); break;
            case PhraseGroup.Against when share > match.Against: (match.Against, match.AgainstAt) = (share, first); break;
            case PhraseGroup.Proposition when share > match.Proposition: match.Proposition = share; break;
            case PhraseGroup.Topic or PhraseGroup.Name when share > match.Topic: match.Topic = share; break;
        }
        result[slotOfIssue[phrase.Issue]] = match;
    }

    /// <summary>Weight of the distinct content words matched anywhere in each issue's definition, and the share of its anchors.</summary>
    private void AddMass(List<IssueMatch> result)
    {
        foreach (var word in touchedWords)
        {
            var phrase = index.Phrases[index.PhraseOf(word)];
            var part = phrase.Words[word - phrase.FirstWord];
            if (part.IsState || slotOfIssue[phrase.Issue] < 0)
                continue;
            var distinct = index.FirstDistinct(phrase.Issue) + index.DistinctOf(word);
            var mass = quality[word] * part.Weight;
            var anchor = quality[word] * index.AnchorOf(phrase.Issue, index.DistinctOf(word));
            if (distinctMass[distinct] == 0)
                touchedDistinct.Add(distinct);
            ref var match = ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(result)[slotOfIssue[phrase.Issue]];
            if (mass > distinctMass[distinct])
            {
                match.Mass += mass - distinctMass[distinct];
                distinctMass[distinct] = mass;
            }
            if (anchor > distinctAnchor[distinct])
            {
                match.Anchor += anchor - distinctAnchor[distinct];
                distinctAnchor[distinct] = anchor;
            }
        }
        foreach (var distinct in touchedDistinct)
            (distinctMass[distinct], distinctAnchor[distinct]) = (0, 0);
        touchedDistinct.Clear();
    }

    /// <summary>Share of the states named by the proposition that were matched; 1 where it names none.</summary>
    private float States(int issue)
    {
        var number = index.PropositionPhrase[issue];
        if (number < 0 || index.Phrases[number].StateWeight == 0)
            return 1;
        var phrase = index.Phrases[number];
        float found = 0;
        for (var k = 0; k < phrase.Words.Length; k++)
            if (phrase.Words[k].IsState && quality[phrase.FirstWord + k] > 0)
                found += phrase.Words[k].Weight;
        return found / phrase.StateWeight;
    }
}
