namespace Stance;

/// <summary>How one article matches all issues, window by window: what <see cref="StanceContext"/> looks up for one (actor, issue).</summary>
internal sealed class IssueWindows
{
    /// <summary>Match of a sentence from which on the issue counts as being spoken of.</summary>
    public const float Touched = 0.45f;

    private readonly ArticleAnalysis analysis;
    private readonly IssueIndex index;
    private readonly IssueHits hits;
    private readonly sbyte[] operators;
    private readonly PerIssue?[] issues;
    private readonly IssueMarks?[] marks;
    private readonly (int First, int End)[] sentences;
    private readonly (int First, int End, int Sentence)[] statements;
    private readonly List<IssueMatch> matches = [];
    private readonly int[] takenUp;

    /// <summary>The windows that touch one issue.</summary>
    public sealed class PerIssue
    {
        /// <summary>For each statement, sentence, and sentence with the one before, the match there; -1 where there is none. Windows of the same words have the same match.</summary>
        public required int[] HereAt { get; init; }

        /// <inheritdoc cref="HereAt"/>
        public required int[] SentenceAt { get; init; }

        /// <inheritdoc cref="HereAt"/>
        public required int[] AroundAt { get; init; }

        public required IssueMatch[] Matches { get; init; }

        /// <summary>For each sentence, how long ago the issue was spoken of: 0 there itself, 20 at most.</summary>
        public required int[] Since { get; init; }

        /// <summary>For each statement with no word of the issue that takes up what was spoken of before, the statement where that was; -1 elsewhere. The match is that one's.</summary>
        public required int[] TakenFrom { get; init; }

        /// <summary>The most in a sentence; of <see cref="AllCore"/>, in the article as a whole.</summary>
        public float Best, Mass, Title, Anchor, Core, AllCore;

        public int SentencesTouched;

        /// <summary>How far it is beyond other issues (<see cref="BackgroundMatches.CompareArticle"/>).</summary>
        public float[] Neighbours { get; } = new float[BackgroundMatches.ArticleNames.Count];

        /// <summary>How far the article as a whole is about the issue (<see cref="IssuePresence"/>).</summary>
        public float[] Presence { get; } = new float[IssuePresence.Names.Count];
    }

    private IssueWindows(ArticleAnalysis analysis, IssueIndex index, sbyte[] operators, int[] takenUp)
    {
        (this.analysis, this.index, this.operators, this.takenUp) = (analysis, index, operators, takenUp);
        hits = index.Match(analysis.Document, analysis.Readings, analysis.Hits, analysis.Mentions);
        issues = new PerIssue?[index.Issues.Count];
        marks = new IssueMarks?[index.Issues.Count];
        sentences = new (int, int)[analysis.Document.Sentences.Count];
        statements = [.. analysis.Statements.Select(s => (s.First, s.End, s.Sentence))];
        Alignment = new PhraseAlignment(index, TokenSigns.Of(index.Lexicon, analysis.Document, analysis.Readings, analysis.Hits, analysis.Mentions));
    }

    public PhraseAlignment Alignment { get; }

    /// <summary>How the article matches the background; <c>null</c> where there is none.</summary>
    public BackgroundMatches? Background { get; private set; }

    public IEnumerable<int> Issues => Enumerable.Range(0, issues.Length).Where(i => issues[i] is not null);

    public PerIssue? Of(int issue) => issues[issue];

    /// <summary>What the words of an issue mark in the text; <c>null</c> where it touches none. Read when first asked for: most candidates never get so far.</summary>
    public IssueMarks? MarksOf(int issue) => issues[issue] is { } window ? marks[issue] ??= IssueMarks.Of(index, hits[issue], analysis, window, operators, takenUp) : null;

    public static IssueWindows Of(ArticleAnalysis analysis, StatementSignals[] signals, IssueIndex index, IssueMatcher matcher)
    {
        var windows = new IssueWindows(analysis, index, OperatorsOf(analysis, signals), TakenUp.Of(index.Lexicon, analysis, signals)).Matched(matcher);
        if (index.Background is { } background)
            windows.Background = new BackgroundMatches(background.Index == index ? windows : background.With(new IssueWindows(analysis, background.Index, windows.operators, windows.takenUp).Matched), analysis);
        windows.Know();
        return windows;
    }

    private IssueWindows Matched(IssueMatcher matcher)
    {
        for (var issue = 0; issue < issues.Length; issue++)
            if (!hits[issue].IsEmpty)
                issues[issue] = Match(issue, matcher);
        return this;
    }

    /// <summary>What is to be known of the article as a whole, for the issues that are asked about it.</summary>
    private void Know()
    {
        foreach (var issue in Issues)
        {
            var window = Of(issue)!;
            if (!PairExtractor.IsCandidate(window))
                continue;
            IssuePresence.Write(analysis, index, hits[issue], window, issue, window.Presence);
            Background?.CompareArticle(window, index.Twins[issue], window.Neighbours);
        }
    }

    private PerIssue? Match(int issue, IssueMatcher matcher)
    {
        matches.Clear();
        var found = hits[issue];
        var bySentence = OfSentences(issue, found, matcher);
        var around = Around(issue, found, matcher, bySentence);
        var here = OfStatements(issue, found, matcher, bySentence);
        if (matches.Count == 0)
            return null;
        var takenFrom = TakeUp(here);
        var window = new PerIssue { HereAt = here, SentenceAt = bySentence, AroundAt = around, Matches = [.. matches], Since = new int[sentences.Length], TakenFrom = takenFrom };
        Sum(window);
        if (matcher.Score(issue, found, [], out var whole))
            window.AllCore = whole.Core;
        return window;
    }

    private int[] OfSentences(int issue, ReadOnlySpan<IssueHit> found, IssueMatcher matcher)
    {
        var at = new int[sentences.Length];
        var next = 0;
        for (var t = 0; t < at.Length; t++)
        {
            var sentence = analysis.Document.Sentences[t];
            while (next < found.Length && found[next].Token < sentence.FirstToken)
                next++;
            var first = next;
            while (next < found.Length && found[next].Token < sentence.EndToken)
                next++;
            sentences[t] = (first, next);
            at[t] = Slot(issue, matcher, found[first..next], []);
        }
        return at;
    }

    /// <summary>Each sentence with the one before. Where one of them has no word of the issue, it is the other's match.</summary>
    private int[] Around(int issue, ReadOnlySpan<IssueHit> found, IssueMatcher matcher, int[] bySentence)
    {
        var at = new int[sentences.Length];
        for (var t = 0; t < at.Length; t++)
        {
            var (before, here) = (t == 0 ? default : sentences[t - 1], sentences[t]);
            at[t] = t == 0 ? -1
                : before.First == before.End ? bySentence[t]
                : here.First == here.End ? bySentence[t - 1]
                : Slot(issue, matcher, found[before.First..before.End], found[here.First..here.End]);
        }
        return at;
    }

    private int[] OfStatements(int issue, ReadOnlySpan<IssueHit> found, IssueMatcher matcher, int[] bySentence)
    {
        var at = new int[statements.Length];
        for (var s = 0; s < at.Length; s++)
        {
            var (firstToken, endToken, sentence) = statements[s];
            var (first, end) = sentences[sentence];
            while (first < end && found[first].Token < firstToken)
                first++;
            while (end > first && found[end - 1].Token >= endToken)
                end--;
            at[s] = (first, end) == sentences[sentence] ? bySentence[sentence] : Slot(issue, matcher, found[first..end], []);
        }
        return at;
    }

    /// <summary>A statement that takes up what was spoken of has the match of the last one before that spoke of the issue, in its sentence or the one before.</summary>
    private int[] TakeUp(int[] here)
    {
        var from = new int[here.Length];
        Array.Fill(from, -1);
        for (var s = 1; s < here.Length; s++)
        {
            if (here[s] >= 0 || takenUp[s] < 0)
                continue;
            var last = s - 1;
            while (last >= 0 && here[last] < 0 && statements[last].Sentence >= statements[s].Sentence - 1)
                last--;
            if (last < 0 || here[last] < 0 || statements[last].Sentence < statements[s].Sentence - 1 || matches[here[last]].Best < Touched)
                continue;
            var match = matches[here[last]];
            (match.At, match.FavorAt, match.AgainstAt) = (takenUp[s], match.FavorAt < 0 ? -1 : takenUp[s], match.AgainstAt < 0 ? -1 : takenUp[s]);
            matches.Add(match);
            (here[s], from[s]) = (matches.Count - 1, last);
        }
        return from;
    }

    private int Slot(int issue, IssueMatcher matcher, ReadOnlySpan<IssueHit> first, ReadOnlySpan<IssueHit> second)
    {
        if (!matcher.Score(issue, first, second, out var match))
            return -1;
        matches.Add(match);
        return matches.Count - 1;
    }

    private void Sum(PerIssue window)
    {
        var since = 20;
        for (var t = 0; t < sentences.Length; t++)
        {
            var sentence = analysis.Document.Sentences[t];
            ref readonly var match = ref window.SentenceAt[t] < 0 ? ref NoMatch : ref window.Matches[window.SentenceAt[t]];
            var best = match.Best;
            window.Best = Math.Max(window.Best, best);
            window.Mass = Math.Max(window.Mass, match.Mass);
            window.Anchor = Math.Max(window.Anchor, match.Anchor);
            window.Core = Math.Max(window.Core, match.Core);
            if (sentence.IsTitle)
                window.Title = Math.Max(window.Title, best);
            if (best >= Touched)
                window.SentencesTouched++;
            since = best >= Touched ? 0 : Math.Min(20, since + (sentence.IsHeading ? 3 : 1));
            window.Since[t] = since;
        }
    }

    /// <summary>For each token, the sign with which it turns what stands around it, negation counted in.</summary>
    private static sbyte[] OperatorsOf(ArticleAnalysis analysis, StatementSignals[] signals)
    {
        var operators = new sbyte[analysis.Document.Tokens.Count];
        for (var s = 0; s < signals.Length; s++)
        {
            var statement = analysis.Statements[s];
            for (var i = statement.First; i < statement.End; i++)
                operators[i] = i == statement.Cue ? (sbyte)(signals[s].IsOpen ? 0 : signals[s].CueSign) : (sbyte)(signals[s].Operators[i - statement.First] * signals[s].Parity[i - statement.First]);
        }
        return operators;
    }

    internal static ref readonly IssueMatch NoMatch => ref NoneBox[0];

    private static readonly IssueMatch[] NoneBox = [new() { FavorAt = -1, AgainstAt = -1, At = -1 }];
}
