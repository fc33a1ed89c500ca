namespace Stance;

/// <summary>One (actor, issue) in one article: what the features of its statements look up.</summary>
internal readonly struct StanceContext(Lexicon lexicon, ArticleAnalysis analysis, StatementSignals[] signals, IssueIndex index, IssueWindows windows, int actor, int issue)
{
    private readonly IssueWindows.PerIssue? window = windows.Of(issue);

    public Lexicon Lexicon => lexicon;

    public ArticleAnalysis Analysis => analysis;

    public StatementSignals[] Signals => signals;

    public int Actor { get; init; } = actor;

    public float PropositionSign => index.PropositionSign[issue];

    /// <summary>Side of the proposition's predicate: 1 where it builds, -1 where it ends or harms, odd under negation.</summary>
    public float PredicateSide => index.PropositionSign[issue] * index.PropositionPolarity[issue];

    /// <summary>The proposition accuses (<see cref="IssueIndex.IsAccusation"/>).</summary>
    public bool IssueAccuses => index.IsAccusation[issue];

    /// <summary>The actor is the state that the proposition names first.</summary>
    public bool IssueIsAboutActor => index.FirstState[issue] == Actor;

    /// <summary>The state that the proposition accuses; -1 where it accuses none.</summary>
    public int Accused => index.IsAccusation[issue] ? index.FirstState[issue] : -1;

    /// <summary>The states that the proposition names.</summary>
    public int[] PropositionStates => index.PropositionStates[issue];

    /// <summary>Of each of them, its part in the proposition (<see cref="Stance.PropositionParts"/>), odd under negation.</summary>
    public float[] PropositionParts => index.PropositionParts[issue];

    /// <summary>The part of an actor: 1 where the proposition is to its good, -1 where to its harm, 0 where it does not name it or does not tell.</summary>
    public float PartOf(int actor) => Array.IndexOf(index.PropositionStates[issue], actor) is >= 0 and var k ? index.PropositionParts[issue][k] : 0;

    public bool IssueNamesActor => Array.IndexOf(index.PropositionStates[issue], Actor) >= 0;

    /// <summary>Share of the proposition's states that the article names; 1 where the proposition names none.</summary>
    public float StatesPresent
    {
        get
        {
            var states = index.PropositionStates[issue];
            if (states.Length == 0)
                return 1;
            var present = 0;
            foreach (var state in states)
                if (analysis.Names(state))
                    present++;
            return (float)present / states.Length;
        }
    }

    public float BestInArticle => window?.Best ?? 0;

    public float MostMass => window?.Mass ?? 0;

    public float MostAnchor => window?.Anchor ?? 0;

    public int SentencesTouched => window?.SentencesTouched ?? 0;

    /// <summary>How far the article as a whole is about the issue (<see cref="IssuePresence"/>).</summary>
    public ReadOnlySpan<float> Presence => window is null ? new float[IssuePresence.Names.Count] : window.Presence;

    /// <summary>How far the article matches the issue beyond others (<see cref="BackgroundMatches.CompareArticle"/>).</summary>
    public ReadOnlySpan<float> Neighbours => window is null ? new float[BackgroundMatches.ArticleNames.Count] : window.Neighbours;

    /// <summary>How far a statement matches the issue beyond others (<see cref="BackgroundMatches.CompareStatement"/>).</summary>
    public void BeyondNeighbours(int s, Span<float> x) =>
        windows.Background?.CompareStatement(s, analysis.Statements[s].Sentence, Here(s), Sentence(analysis.Statements[s].Sentence), index.Twins[issue], x);

    public float TitleMatch => window?.Title ?? 0;

    public ref readonly IssueMatch Here(int statement) => ref At(window?.HereAt[statement] ?? -1);

    public ref readonly IssueMatch Sentence(int sentence) => ref At(window?.SentenceAt[sentence] ?? -1);

    public ref readonly IssueMatch Around(int sentence)
    {
        var slot = window?.AroundAt[sentence] ?? -1;
        return ref At(slot >= 0 ? slot : window?.SentenceAt[sentence] ?? -1);
    }

    public int SinceMatch(int sentence) => window?.Since[sentence] ?? 20;

    private ref readonly IssueMatch At(int slot) => ref slot < 0 ? ref IssueWindows.NoMatch : ref window!.Matches[slot];

    /// <summary>What the issue's words mark in the text; <c>null</c> where it touches none.</summary>
    public IssueMarks? Marks => windows.MarksOf(issue);

    /// <summary>Whether a token is matched by an informative word of the issue.</summary>
    public bool TouchesIssue(int token) => Marks is { } marks && token >= 0 && token < marks.Touches.Length && marks.Touches[token] != Touch.None;

    /// <summary>Mean orientation of the issue's words in a sentence, sum of the signs of its other words, and its words of favor phrases only less those of against phrases only.</summary>
    public (float Orientation, float Operators, float Distinct) OrientationOfSentence(int sentence) => Marks?.Sentences[sentence] ?? default;

    public int FirstMention(int token) => analysis.FirstMention(token);

    /// <summary>How a statement leans on the issue (<see cref="PhraseAlignment.Read"/>). It is read from mark to mark: where a statement begins after the verb that governs it, the verb belongs to it here.</summary>
    public float Lean(int s, Span<float> leans)
    {
        leans.Clear();
        if (Marks is not { } marks)
            return 0;
        var statement = analysis.Statements[s];
        var sentence = analysis.Document.Sentences[statement.Sentence];
        int first = statement.First, end = statement.End;
        while (first > Math.Max(sentence.FirstToken, statement.First - MostBefore) && !IsMark(first - 1))
            first--;
        while (end < Math.Min(sentence.EndToken, statement.End + MostAfter) && !IsMark(end - 1))
            end++;
        var cue = new PhraseAlignment.CueSign(statement.Cue, (signals[s].IsOpen ? 1 : signals[s].CueSign) * signals[s].OuterSign, signals[s].IsOpen);
        return windows.Alignment.Read(issue, marks.Sided, first, end, cue, leans);
    }

    private const int MostBefore = 10, MostAfter = 8;

    private bool IsMark(int token) => analysis.Document.Tokens[token].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Colon;

    /// <summary>How a sentence leans on the issue.</summary>
    public void LeanOfSentence(int sentence, Span<float> leans)
    {
        leans.Clear();
        if (Marks is not { } marks)
            return;
        var span = analysis.Document.Sentences[sentence];
        windows.Alignment.Read(issue, marks.Sided, span.FirstToken, span.EndToken, PhraseAlignment.CueSign.None, leans);
    }
}
