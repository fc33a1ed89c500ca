namespace Stance;

/// <summary>All phrases of a catalogue in one language and what is asked of their words.</summary>
internal sealed class IssueIndex
{
    private readonly Lexicon lexicon;
    private readonly IssueKeys keys;
    private readonly List<IssuePhrase> phrases = [];
    private readonly List<IssueWord> words = [];
    private readonly List<string> keyOfWord = [];
    private readonly List<sbyte> operatorOfWord = [];
    private readonly List<sbyte> turnOfWord = [];
    private readonly List<sbyte> blameOfWord = [];
    private readonly HashSet<int> undoingWords = [], pointless = [];

    public IssueIndex(Lexicon lexicon, IReadOnlyList<Issue> issues, string language, WordWeights weights)
    {
        (this.lexicon, Issues, Language) = (lexicon, issues, language);
        keys = new IssueKeys(lexicon);
        PropositionSign = new float[issues.Count];
        PropositionStates = new int[issues.Count][];
        PropositionParts = new float[issues.Count][];
        PropositionPolarity = new float[issues.Count];
        IsAccusation = new bool[issues.Count];
        FirstState = new int[issues.Count];
        PropositionPhrase = new int[issues.Count];
        for (var i = 0; i < issues.Count; i++)
        {
            int start = phrases.Count, firstWord = words.Count;
            var issue = issues[i];
            var distinct = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var phrase in issue.Topic.GetValueOrDefault(language) ?? [])
                Add(i, PhraseGroup.Topic, phrase, weights, distinct);
            foreach (var phrase in issue.Favor.GetValueOrDefault(language) ?? [])
                Add(i, PhraseGroup.Favor, phrase, weights, distinct);
            foreach (var phrase in issue.Against.GetValueOrDefault(language) ?? [])
                Add(i, PhraseGroup.Against, phrase, weights, distinct);
            PropositionPhrase[i] = -1;
            if (issue.Proposition.TryGetValue(language, out var proposition))
            {
                var number = phrases.Count;
                Add(i, PhraseGroup.Proposition, proposition, weights, distinct);
                PropositionPhrase[i] = phrases.Count > number ? number : -1;
            }
            if (issue.Name.TryGetValue(language, out var name))
                Add(i, PhraseGroup.Name, name, weights, distinct);
            var reading = proposition is null ? PropositionReading.None : PropositionReading.Of(lexicon, proposition, language);
            var roles = new WordRoles(phrases, words, operatorOfWord, start, reading.Accuses ? null : undoingWords, pointless);
            float[] orientations = roles.Orientations(distinct.Count);
            var (anchors, cores) = roles.Anchors(distinct.Count);
            for (var w = firstWord; w < words.Count; w++)
                words[w] = words[w] with { Distinct = DistinctCount + words[w].Distinct, Orientation = orientations[words[w].Distinct], Anchor = anchors[words[w].Distinct], Core = cores[words[w].Distinct] };
            DistinctCount += distinct.Count;
            (PropositionSign[i], PropositionPolarity[i], PropositionStates[i], PropositionParts[i], FirstState[i], IsAccusation[i]) = reading;
        }
        (Phrases, Words) = ([.. phrases], [.. words]);
    }

    public Lexicon Lexicon => lexicon;

    public IReadOnlyList<Issue> Issues { get; }

    public string Language { get; }

    public IssuePhrase[] Phrases { get; }

    /// <summary>The words of all phrases, phrase by phrase.</summary>
    public IssueWord[] Words { get; }

    /// <summary>Parity of negation in each proposition: -1 where it denies, 1 else.</summary>
    public float[] PropositionSign { get; }

    /// <summary>Whether each proposition's words, its states and modal apart, build and help (1) or end and harm (-1); 0 where neither prevails.</summary>
    public float[] PropositionPolarity { get; }

    /// <summary>The states that each proposition names.</summary>
    public int[][] PropositionStates { get; }

    /// <summary>For each of those, its part in the proposition: 1 where that is to its good, -1 where to its harm, 0 where unknown; odd under negation.</summary>
    public float[][] PropositionParts { get; }

    /// <summary>The phrase that is each issue's proposition; -1 where it has none in this language.</summary>
    public int[] PropositionPhrase { get; }

    /// <summary>Number of distinct words of all issues.</summary>
    public int DistinctCount { get; private set; }

    /// <summary>The state that each proposition names first: of an accusation, the accused; -1 where it names none.</summary>
    public int[] FirstState { get; }

    /// <summary>By what a phrase word is compared with those of other issues.</summary>
    public string KeyOf(int word) => keyOfWord[word];

    /// <summary>Whether an issue has phrases beside proposition and name.</summary>
    public bool HasPhrases(int issue) => Array.Exists(Phrases, p => p.Issue == issue && p.Group is PhraseGroup.Topic or PhraseGroup.Favor or PhraseGroup.Against);

    /// <summary>The background against which its issues are told; <c>null</c>: none.</summary>
    public BackgroundIssues? Background { get; private set; }

    /// <summary>Of each issue, its number in the background, where it is one of those; -1 else.</summary>
    public int[] Twins { get; private set; } = [];

    /// <summary>Sets its issues against a background.</summary>
    public void Against(BackgroundIssues background) => (Background, Twins) = (background, [.. Enumerable.Range(0, Issues.Count).Select(i => background.Index == this ? i : background.Twin(this, i))]);

    /// <summary>The sign with which a phrase word turns what it governs; 0 where it does not.</summary>
    public int OperatorOf(int word, bool accusation) => turnOfWord[word] != 0 ? turnOfWord[word] : accusation ? 0 : blameOfWord[word];

    /// <summary>Whether the proposition accuses: it holds somebody to have done ill, and asks for nothing. Who condemns the deed then says that it was done.</summary>
    public bool[] IsAccusation { get; }

    /// <summary>The words of this index that a document meets, by issue.</summary>
    public IssueHits Match(TextDocument document, TokenReadings readings, HitTable hits, List<Mention> mentions)
    {
        var builder = new IssueHits.Builder(document.Tokens.Count, this);
        keys.Match(document, readings, hits, mentions, builder);
        return builder.Build();
    }

    /// <summary>The sign of a word that turns what it governs: a cue, a deed that builds or ends, a judgement; 0 where it has none.</summary>
    private sbyte OperatorSign(TokenReadings readings, HitTable hits, int token)
    {
        if (hits.Longest(token, EntryKind.Cue) is { } cue && lexicon.Data.Cues[cue.Entry.Row].Polarity is { } polarity && polarity != 0)
            return (sbyte)polarity;
        if (hits.Longest(token, EntryKind.Evaluative) is { } evaluative)
            return (sbyte)lexicon.Data.Evaluatives[evaluative.Entry.Row].Polarity;
        foreach (var reading in readings[token])
            if (lexicon.Families.Of(reading.Word) is { Length: > 0 } families)
                return (sbyte)lexicon.Families.PolarityOf(families[0]);
        return 0;
    }

    private void Add(int issue, PhraseGroup group, string phrase, WordWeights weights, Dictionary<string, int> distinct)
    {
        var document = TextDocument.Of(new Article { Text = phrase, Language = Language });
        var readings = TokenReadings.Of(document, lexicon.Vocabulary);
        var hits = new HitTable(lexicon, document, readings);
        var signs = TokenSigns.Of(lexicon, document, readings, hits, []);
        var first = words.Count;
        var undone = false;
        double contentWeight = 0, stateWeight = 0;
        var negation = 1;
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            if (document.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number))
                continue;
            if (hits.Longest(i, MarkerClass.Negation, MarkerClass.Impossibility, MarkerClass.Allegation) is { } denial)
            {
                if (lexicon.Data.DeniesSentence(lexicon.Data.Markers[denial.Entry.Row]))
                    negation = -negation;
                i = denial.End - 1;
                continue;
            }
            var isState = false;
            var actors = hits.At(i, EntryKind.Alias).Select(h => lexicon.Catalog.Aliases[h.Entry.Row])
                .Where(a => a.Kind is not (AliasKind.NameWeak or AliasKind.CapitalWeak or AliasKind.DemonymWeak)).ToList();
            var length = 1;
            if (hits.Longest(i, EntryKind.Alias) is { } alias && actors.Count > 0)
            {
                isState = true;
                length = alias.End - alias.First;
            }
            else if (hits.Longest(i, EntryKind.Family) is { } family && family.End - family.First > 1)
                length = family.End - family.First;
            else if (lexicon.IsFunction(readings[i]))
                continue;
            var baseForm = BaseForm(document, i, length);
            var weight = isState ? 1 : weights.Of(baseForm);
            var word = words.Count;
            var distinctKey = isState ? "actor:" + actors[0].Actor : baseForm;
            if (!distinct.TryGetValue(distinctKey, out var number))
                distinct[distinctKey] = number = distinct.Count;
            turnOfWord.Add(isState ? (sbyte)0 : signs.Attitudes[i] != 0 ? signs.Attitudes[i] : signs.Deeds[i]);
            blameOfWord.Add(isState ? (sbyte)0 : signs.Blames[i]);
            // «يجب», must: it belongs to no issue.
            if (!isState && group == PhraseGroup.Proposition && hits.Longest(i, MarkerClass.Obligation) is not null)
                pointless.Add(word);
            // «stop the operation and withdraw»: what is tied on undoes the same once more.
            if (!isState && (signs.Deeds[i] < 0 || signs.Attitudes[i] < 0) && !(undone && lexicon.IsConjoined(document, i)))
            {
                undoingWords.Add(word);
                undone = true;
            }
            operatorOfWord.Add(isState ? (sbyte)0 : OperatorSign(readings, hits, i));
            keyOfWord.Add(isState ? distinctKey : baseForm.Length > 5 ? baseForm[..5] : baseForm);
            words.Add(new IssueWord(phrases.Count, number, weight, isState, 0, 0, 0));
            if (isState) stateWeight += weight;
            else contentWeight += weight;
            if (isState)
                foreach (var code in actors.Select(a => a.Actor).Distinct())
                    keys.AddState(lexicon.ActorIndex[code], word);
            else
                keys.Add(document, readings, hits, i, length, baseForm, word);
            i += length - 1;
        }
        if (words.Count > first)
            phrases.Add(new IssuePhrase(issue, group, first, words.Count - first, (float)contentWeight, (float)stateWeight, negation));
    }

    /// <summary>A word as it enters the index: without the article and a preposition before it.</summary>
    private static string BaseForm(TextDocument document, int token, int length)
    {
        if (length > 1)
            return string.Join(' ', Enumerable.Range(token, length).Select(i => document.Word(i).ToString()));
        return BaseForm(document.Word(token));
    }

    public static string BaseForm(ReadOnlySpan<char> word)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["وال", "بال", "كال", "فال", "ال", "لل"])
            if (word.StartsWith(prefix) && word.Length - prefix.Length >= 3)
                return word[prefix.Length..].ToString();
        return word.ToString();
    }
}
