namespace Stance;

/// <summary>All phrases of a catalogue in one language, by the keys of their words. A word has several keys: itself, its family, its concept, its skeleton, or the state it
/// names; a token meets it by the best key that both have.</summary>
internal sealed class IssueIndex
{
    private const float Exact = 1, SameFamily = 0.95f, SameConcept = 0.7f, SameSkeleton = 0.6f;

    private readonly record struct Posting(int Word, float Quality);

    private readonly Lexicon lexicon;
    private readonly Dictionary<int, List<Posting>> byWord = [], byFamily = [], byConcept = [], byActor = [];
    private readonly Dictionary<string, List<Posting>> bySkeleton = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Posting>>.AlternateLookup<ReadOnlySpan<char>> skeletonLookup;
    private readonly List<IssuePhrase> phrases = [];
    private readonly List<int> phraseOfWord = [];
    private readonly List<int> distinctOfWord = [];
    private readonly List<sbyte> operatorOfWord = [];
    private readonly List<sbyte> turnOfWord = [];
    private readonly List<sbyte> blameOfWord = [];
    private readonly List<int> operatorOfPhrase = [];
    private readonly float[][] orientations;
    private readonly float[][] anchors;
    private readonly int[] firstDistinct;

    public IssueIndex(Lexicon lexicon, IReadOnlyList<Issue> issues, string language, WordWeights weights)
    {
        (this.lexicon, Issues, Language) = (lexicon, issues, language);
        skeletonLookup = bySkeleton.GetAlternateLookup<ReadOnlySpan<char>>();
        PhrasesOfIssue = new (int, int)[issues.Count];
        PropositionSign = new float[issues.Count];
        PropositionStates = new int[issues.Count][];
        PropositionPolarity = new float[issues.Count];
        IsAccusation = new bool[issues.Count];
        FirstState = new int[issues.Count];
        orientations = new float[issues.Count][];
        anchors = new float[issues.Count][];
        firstDistinct = new int[issues.Count];
        PropositionPhrase = new int[issues.Count];
        for (var i = 0; i < issues.Count; i++)
        {
            var start = phrases.Count;
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
            PhrasesOfIssue[i] = (start, phrases.Count);
            firstDistinct[i] = DistinctCount;
            DistinctCount += distinct.Count;
            orientations[i] = Orientations(start, distinct.Count);
            anchors[i] = Anchors(start, distinct.Count);
            (PropositionSign[i], PropositionPolarity[i], PropositionStates[i], FirstState[i], IsAccusation[i]) = proposition is null ? PropositionReading.None : PropositionReading.Of(lexicon, proposition, language);
        }
    }

    public Lexicon Lexicon => lexicon;

    public IReadOnlyList<Issue> Issues { get; }

    public string Language { get; }

    public List<IssuePhrase> Phrases => phrases;

    public int WordCount => phraseOfWord.Count;

    public (int First, int End)[] PhrasesOfIssue { get; }

    /// <summary>Parity of negation in each proposition: -1 where it denies, 1 else.</summary>
    public float[] PropositionSign { get; }

    /// <summary>Whether each proposition's words, its states and modal apart, build and help (1) or end and harm (-1); 0 where neither prevails.</summary>
    public float[] PropositionPolarity { get; }

    /// <summary>The states that each proposition names.</summary>
    public int[][] PropositionStates { get; }

    /// <summary>The phrase that is each issue's proposition; -1 where it has none in this language.</summary>
    public int[] PropositionPhrase { get; }

    /// <summary>Number of distinct words of all issues.</summary>
    public int DistinctCount { get; private set; }

    /// <summary>Where an issue's distinct words begin among those of all issues.</summary>
    public int FirstDistinct(int issue) => firstDistinct[issue];

    /// <summary>The state that each proposition names first: of an accusation, the accused; -1 where it names none.</summary>
    public int[] FirstState { get; }

    public int PhraseOf(int word) => phraseOfWord[word];

    /// <summary>Number of the distinct word, within its issue, that a phrase word is an instance of.</summary>
    public int DistinctOf(int word) => distinctOfWord[word];

    /// <summary>The sign with which a phrase word turns what it governs; 0 where it does not.</summary>
    public int OperatorOf(int word, bool accusation) => turnOfWord[word] != 0 ? turnOfWord[word] : accusation ? 0 : blameOfWord[word];

    /// <summary>Whether the proposition accuses: it holds somebody to have done ill, and asks for nothing. Who condemns the deed then says that it was done.</summary>
    public bool[] IsAccusation { get; }

    /// <summary>Parity of the negation within a phrase.</summary>
    public int NegationOf(int phrase) => operatorOfPhrase[phrase];

    /// <summary>Which way a word of the issue points: 1 where speaking well of it is to favor the proposition, -1 where it is to be against it.</summary>
    public float OrientationOf(int word) => orientations[phrases[phraseOfWord[word]].Issue][distinctOfWord[word]];

    /// <summary>How much a word is what the issue is known by: the few informative words that come back in its phrases share 1 among them, the others have 0.</summary>
    public float AnchorOf(int issue, int distinct) => anchors[issue][distinct];

    private const int AnchorsOfIssue = 5;

    private float[] Anchors(int start, int distinct)
    {
        var scores = new float[distinct];
        for (var p = start; p < phrases.Count; p++)
        {
            for (var k = 0; k < phrases[p].Words.Length; k++)
            {
                var word = phrases[p].FirstWord + k;
                // Words that turn others (reject, support) stand in the phrases of every issue.
                if (!phrases[p].Words[k].IsState && (operatorOfWord[word] == 0 || phrases[p].Group is PhraseGroup.Topic or PhraseGroup.Name))
                    scores[distinctOfWord[word]] += phrases[p].Words[k].Weight * (phrases[p].Group is PhraseGroup.Topic or PhraseGroup.Name or PhraseGroup.Proposition ? 1.5f : 1);
            }
        }
        var best = Enumerable.Range(0, distinct).OrderByDescending(d => scores[d]).ThenBy(d => d).Take(AnchorsOfIssue).ToArray();
        var sum = best.Sum(d => scores[d]);
        var shares = new float[distinct];
        foreach (var d in best)
            shares[d] = sum > 0 ? scores[d] / sum : 0;
        return shares;
    }

    /// <summary>Learns from an issue's phrases which way each of its words points. A phrase has a side, and its operators (reject, lift, not, unjust) a sign; of «reject the sanctions», an against phrase,
    /// the sanctions point to favor, as they do in «impose the sanctions», a favor phrase.</summary>
    private float[] Orientations(int start, int distinct)
    {
        var content = new bool[distinct];
        for (var p = start; p < phrases.Count; p++)
            if (phrases[p].Group is PhraseGroup.Topic or PhraseGroup.Proposition or PhraseGroup.Name)
                for (var k = 0; k < phrases[p].Words.Length; k++)
                    content[distinctOfWord[phrases[p].FirstWord + k]] = true;
        var sums = new float[distinct];
        var counts = new float[distinct];
        for (var p = start; p < phrases.Count; p++)
        {
            var phrase = phrases[p];
            if (phrase.Group is PhraseGroup.Topic or PhraseGroup.Name)
                continue;
            var sign = (phrase.Group == PhraseGroup.Against ? -1f : 1f) * operatorOfPhrase[p];
            for (var k = 0; k < phrase.Words.Length; k++)
            {
                var word = phrase.FirstWord + k;
                if (!content[distinctOfWord[word]] && operatorOfWord[word] != 0)
                    sign *= operatorOfWord[word];
            }
            var weight = phrase.Group == PhraseGroup.Proposition ? 2 : 1;
            for (var k = 0; k < phrase.Words.Length; k++)
            {
                var word = phrase.FirstWord + k;
                var number = distinctOfWord[word];
                if (phrase.Words[k].IsState || (!content[number] && operatorOfWord[word] != 0))
                    continue;
                sums[number] += sign * weight;
                counts[number] += weight;
            }
        }
        for (var d = 0; d < distinct; d++)
            sums[d] = counts[d] == 0 ? 0 : sums[d] / (counts[d] + 0.5f);
        return sums;
    }

    /// <summary>The sign of a word that turns what it governs: a cue, a deed that builds or ends, a judgement; 0 where it has none.</summary>
    private sbyte OperatorSign(TokenReadings readings, HitTable hits, int token)
    {
        if (hits.Longest(token, EntryKind.Cue) is { } cue && lexicon.Data.Cues[lexicon.Entry(cue.Payload).Row].Polarity is { } polarity && polarity != 0)
            return (sbyte)polarity;
        if (hits.Longest(token, EntryKind.Evaluative) is { } evaluative)
            return (sbyte)lexicon.Data.Evaluatives[lexicon.Entry(evaluative.Payload).Row].Polarity;
        foreach (var reading in readings[token])
            if (lexicon.Families.Of(reading.Word) is { Count: > 0 } families)
                return (sbyte)lexicon.Families.PolarityOf(families[0]);
        return 0;
    }

    private void Add(int issue, PhraseGroup group, string phrase, WordWeights weights, Dictionary<string, int> distinct)
    {
        var document = TextDocument.Of(new Article { Text = phrase, Language = Language });
        var readings = TokenReadings.Of(document, lexicon.Vocabulary);
        var hits = new HitTable(lexicon, document, readings);
        var words = new List<PhraseWord>();
        var signs = TokenSigns.Of(lexicon, document, readings, hits, []);
        var first = phraseOfWord.Count;
        var negation = 1;
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            if (document.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number))
                continue;
            if (hits.Longest(i, EntryKind.Marker, row => lexicon.Data.Markers[row].Class is MarkerClass.Negation or MarkerClass.Impossibility or MarkerClass.Allegation) is { } denial)
            {
                negation = -negation;
                i = denial.End - 1;
                continue;
            }
            var isState = false;
            var actors = hits.At(i, EntryKind.Alias).Select(h => lexicon.Catalog.Aliases[lexicon.Entry(h.Payload).Row])
                .Where(a => a.Kind is not (AliasKind.NameWeak or AliasKind.CapitalWeak or AliasKind.DemonymWeak)).ToList();
            var length = 1;
            if (hits.Longest(i, EntryKind.Alias) is { } alias && actors.Count > 0)
            {
                isState = true;
                length = alias.End - alias.First;
            }
            else if (hits.Longest(i, EntryKind.Family) is { } family && family.End - family.First > 1)
                length = family.End - family.First;
            else if (IsFunction(readings, i))
                continue;
            var baseForm = BaseForm(document, i, length);
            var weight = isState ? 1 : weights.Of(baseForm);
            var word = phraseOfWord.Count;
            phraseOfWord.Add(phrases.Count);
            var distinctKey = isState ? "actor:" + actors[0].Actor : baseForm;
            if (!distinct.TryGetValue(distinctKey, out var number))
                distinct[distinctKey] = number = distinct.Count;
            distinctOfWord.Add(number);
            turnOfWord.Add(isState ? (sbyte)0 : signs.Attitudes[i] != 0 ? signs.Attitudes[i] : signs.Deeds[i]);
            blameOfWord.Add(isState ? (sbyte)0 : signs.Blames[i]);
            operatorOfWord.Add(isState ? (sbyte)0 : OperatorSign(readings, hits, i));
            words.Add(new PhraseWord(weight, isState));
            if (isState)
                foreach (var code in actors.Select(a => a.Actor).Distinct())
                    Post(byActor, lexicon.ActorIndex[code], word, Exact);
            else
                AddKeys(document, readings, hits, i, length, baseForm, word);
            i += length - 1;
        }
        if (words.Count == 0)
            return;
        operatorOfPhrase.Add(negation);
        phrases.Add(new IssuePhrase(issue, group, first, [.. words], words.Where(w => !w.IsState).Sum(w => w.Weight), words.Where(w => w.IsState).Sum(w => w.Weight)));
    }

    private void AddKeys(TextDocument document, TokenReadings readings, HitTable hits, int token, int length, string baseForm, int word)
    {
        if (length == 1)
            Post(byWord, lexicon.Vocabulary.Add(baseForm), word, Exact);
        var families = new HashSet<int>();
        if (length > 1)
            families.UnionWith(hits.At(token, EntryKind.Family).Where(h => h.End == token + length).Select(h => lexicon.Entry(h.Payload).Row));
        else
            foreach (var reading in readings[token])
                if ((reading.Taken & (Clitic.PrepositionB | Clitic.PrepositionK | Clitic.Future)) == 0)
                    families.UnionWith(lexicon.Families.Of(reading.Word));
        foreach (var family in families)
        {
            Post(byFamily, family, word, SameFamily);
            Post(byConcept, lexicon.Families.ConceptOf(family), word, SameConcept);
        }
        if (length == 1)
        {
            Span<char> key = stackalloc char[32];
            var n = Skeleton.Write(baseForm, key);
            if (n > 0)
            {
                var skeleton = key[..n].ToString();
                if (!bySkeleton.TryGetValue(skeleton, out var list))
                    bySkeleton[skeleton] = list = [];
                list.Add(new Posting(word, SameSkeleton));
            }
        }
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

    private bool IsFunction(TokenReadings readings, int token)
    {
        foreach (var reading in readings[token])
            if (reading.Taken is Clitic.None or Clitic.Conjunction && lexicon.FunctionWords.Contains(reading.Word))
                return true;
        return false;
    }

    private static void Post(Dictionary<int, List<Posting>> index, int key, int word, float quality)
    {
        if (!index.TryGetValue(key, out var list))
            index[key] = list = [];
        list.Add(new Posting(word, quality));
    }

    /// <summary>For every token of a document, the phrase words that it meets, each with the best quality.</summary>
    public TokenMatches Match(TextDocument document, TokenReadings readings, HitTable hits, List<Mention> mentions)
    {
        var builder = new TokenMatches.Builder(document.Tokens.Count, WordCount);
        Span<char> key = stackalloc char[32];
        var m = 0;
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            builder.Begin(i);
            if (document.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number))
                continue;
            while (m < mentions.Count && mentions[m].End <= i)
                m++;
            if (m < mentions.Count && mentions[m].First == i && mentions[m].Actor >= 0)
                AddAll(builder, byActor, mentions[m].Actor, 1);
            foreach (var reading in readings[i])
            {
                if (byWord.TryGetValue(reading.Word, out var exact))
                    foreach (var posting in exact)
                        builder.Add(posting.Word, posting.Quality);
                if ((reading.Taken & Clitic.PrepositionK) != 0)
                    continue;
                foreach (var family in lexicon.Families.Of(reading.Word))
                {
                    AddAll(builder, byFamily, family, 1);
                    AddAll(builder, byConcept, lexicon.Families.ConceptOf(family), 1);
                }
            }
            foreach (var hit in hits.At(i, EntryKind.Family))
            {
                var family = lexicon.Entry(hit.Payload).Row;
                AddAll(builder, byFamily, family, 1);
                AddAll(builder, byConcept, lexicon.Families.ConceptOf(family), 1);
            }
            // A weak key for words that no lexicon knows.
            if (!KnownFamily(readings, i))
            {
                var n = Skeleton.Write(Stem(document.Word(i)), key);
                if (n > 0 && skeletonLookup.TryGetValue(key[..n], out var list))
                    foreach (var posting in list)
                        builder.Add(posting.Word, posting.Quality);
            }
        }
        return builder.Build();
    }

    private bool KnownFamily(TokenReadings readings, int token)
    {
        foreach (var reading in readings[token])
            if (lexicon.Families.Of(reading.Word).Count > 0 && reading.Taken is Clitic.None or Clitic.Article or Clitic.Conjunction)
                return true;
        return false;
    }

    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        if (word[0] < '\u0600')
            return word;
        if (word[0] is 'و' or 'ف' && word.Length >= 5)
            word = word[1..];
        if (word.StartsWith("ال") && word.Length >= 5)
            return word[2..];
        if (word.StartsWith("لل") && word.Length >= 5)
            return word[2..];
        if (word[0] is 'ب' or 'ك' && word.Length >= 6 && word[1..].StartsWith("ال"))
            return word[3..];
        if (word[0] == 'س' && word.Length >= 5 && word[1] is 'ي' or 'ت')
            return word[1..];
        return word;
    }

    private static void AddAll(TokenMatches.Builder builder, Dictionary<int, List<Posting>> index, int key, float factor)
    {
        if (index.TryGetValue(key, out var list))
            foreach (var posting in list)
                builder.Add(posting.Word, posting.Quality * factor);
    }
}
