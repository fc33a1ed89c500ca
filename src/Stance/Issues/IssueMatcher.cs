namespace Stance;

/// <summary>Scores stretches of a document against the issues that they touch. One instance a thread: it keeps its work arrays.</summary>
internal sealed class IssueMatcher(IssueIndex index)
{
    public IssueIndex Index => index;

    private readonly float[] quality = new float[index.Words.Length];
    private readonly int[] at = new int[index.Words.Length];
    private readonly List<int> touchedWords = [];
    private readonly int[] wordsOfPhrase = new int[index.Phrases.Length];
    private readonly List<int> touchedPhrases = [];
    private readonly float[] distinctMass = new float[index.DistinctCount];
    private readonly float[] distinctAnchor = new float[index.DistinctCount];

    /// <summary>Matches of a range of tokens, an entry for each issue touched by a word that names no state.</summary>
    public List<IssueMatch> Score(IssueHits hits, int first, int end)
    {
        var matches = new List<IssueMatch>();
        for (var issue = 0; issue < index.Issues.Count; issue++)
            if (Score(issue, hits.Within(issue, first, end), [], out var match))
                matches.Add(match);
        return matches;
    }

    /// <summary>The match of one issue with a stretch of text, or with two taken together.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="hits">Its hits in the stretch.</param>
    /// <param name="more">Its hits in a second one.</param>
    /// <param name="match">The match.</param>
    /// <returns>Whether any phrase of the issue is touched.</returns>
    public bool Score(int issue, ReadOnlySpan<IssueHit> hits, ReadOnlySpan<IssueHit> more, out IssueMatch match)
    {
        match = new IssueMatch { Issue = issue, FavorAt = -1, AgainstAt = -1, At = -1 };
        if (hits.IsEmpty && more.IsEmpty)
            return false;
        Touch(hits);
        Touch(more);
        var isMatched = false;
        foreach (var number in touchedPhrases)
        {
            isMatched |= Add(index.Phrases[number], wordsOfPhrase[number], ref match);
            wordsOfPhrase[number] = 0;
        }
        touchedPhrases.Clear();
        if (isMatched)
        {
            AddMass(ref match);
            match.States = States(issue);
            match.Best = Math.Max(Math.Max(match.Topic, match.Proposition), Math.Max(match.Favor, match.Against));
        }
        foreach (var word in touchedWords)
            quality[word] = 0;
        touchedWords.Clear();
        return isMatched;
    }

    private void Touch(ReadOnlySpan<IssueHit> hits)
    {
        var words = index.Words;
        foreach (var (token, word, met) in hits)
        {
            if (quality[word] == 0)
            {
                touchedWords.Add(word);
                if (wordsOfPhrase[words[word].Phrase]++ == 0)
                    touchedPhrases.Add(words[word].Phrase);
            }
            if (met > quality[word])
                (quality[word], at[word]) = (met, token);
        }
    }

    /// <summary>Counts a phrase in, so many words of which were met; <c>false</c> where that is too little.</summary>
    private bool Add(in IssuePhrase phrase, int met, ref IssueMatch match)
    {
        float content = 0, state = 0;
        int first = int.MaxValue, last = -1;
        var words = index.Words;
        for (var word = phrase.FirstWord; met > 0; word++)
        {
            if (quality[word] == 0)
                continue;
            met--;
            if (words[word].IsState)
            {
                state += words[word].Weight * quality[word];
                continue;
            }
            content += words[word].Weight * quality[word];
            first = Math.Min(first, at[word]);
            last = Math.Max(last, at[word]);
        }
        float share;
        if (phrase.ContentWeight == 0)
        {
            // A phrase of nothing but states («إيران والسعودية») counts only when all of them are there, and then not much.
            if (state < phrase.StateWeight * 0.99f)
                return false;
            share = 0.5f;
        }
        else if (content == 0)
            return false;
        else
        {
            share = content / phrase.ContentWeight;
            if (phrase.StateWeight > 0)
                share *= 0.75f + 0.25f * (state / phrase.StateWeight);
            // Words far apart are hardly one phrase.
            if (last - first > 12)
                share *= 0.85f;
        }
        if (last < 0)
            first = -1;
        else
            match.At = match.At < 0 ? first : Math.Min(match.At, first);
        switch (phrase.Group)
        {
            case PhraseGroup.Favor when share > match.Favor: (match.Favor, match.FavorAt) = (share, first); break;
            case PhraseGroup.Against when share > match.Against: (match.Against, match.AgainstAt) = (share, first); break;
            case PhraseGroup.Proposition when share > match.Proposition: match.Proposition = share; break;
            case PhraseGroup.Topic or PhraseGroup.Name when share > match.Topic: match.Topic = share; break;
        }
        return true;
    }

    /// <summary>Weight of the distinct content words matched anywhere in the issue's definition, and the share of its anchors.</summary>
    private void AddMass(ref IssueMatch match)
    {
        var words = index.Words;
        foreach (var touched in touchedWords)
        {
            ref readonly var word = ref words[touched];
            if (word.IsState)
                continue;
            var mass = quality[touched] * word.Weight;
            var anchor = quality[touched] * word.Anchor;
            if (mass > distinctMass[word.Distinct])
            {
                match.Mass += mass - distinctMass[word.Distinct];
                match.Core += (mass - distinctMass[word.Distinct]) / word.Weight * word.Core;
                distinctMass[word.Distinct] = mass;
            }
            if (anchor > distinctAnchor[word.Distinct])
            {
                match.Anchor += anchor - distinctAnchor[word.Distinct];
                distinctAnchor[word.Distinct] = anchor;
            }
        }
        foreach (var touched in touchedWords)
            distinctMass[words[touched].Distinct] = distinctAnchor[words[touched].Distinct] = 0;
    }

    /// <summary>Share of the states named by the proposition that were matched; 1 where it names none.</summary>
    private float States(int issue)
    {
        var number = index.PropositionPhrase[issue];
        if (number < 0 || index.Phrases[number].StateWeight == 0)
            return 1;
        ref readonly var phrase = ref index.Phrases[number];
        float found = 0;
        for (var word = phrase.FirstWord; word < phrase.FirstWord + phrase.Length; word++)
            if (index.Words[word].IsState && quality[word] > 0)
                found += index.Words[word].Weight;
        return found / phrase.StateWeight;
    }
}
