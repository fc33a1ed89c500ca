namespace Stance;

/// <summary>How one article matches all issues, window by window: what <see cref="StanceContext"/> looks up for one (actor, issue).</summary>
internal sealed class IssueWindows
{
    private static readonly IssueMatch None = new() { FavorAt = -1, AgainstAt = -1, At = -1 };

    private readonly Dictionary<int, PerIssue> issues = [];

    /// <summary>The windows that touch one issue.</summary>
    public sealed class PerIssue(int statements, int sentences, int tokens)
    {
        /// <summary>For each token, which phrases of the issue it is matched by.</summary>
        public readonly Touch[] Touches = new Touch[tokens];

        /// <summary>For each token, which way the issue's word that it matches points, in [-1, 1].</summary>
        public readonly float[] Orientation = new float[tokens];

        public readonly int[] HereAt = Filled(statements), SentenceAt = Filled(sentences), AroundAt = Filled(sentences);
        public readonly List<IssueMatch> Matches = [];
        /// <summary>For each sentence: mean orientation of the issue's words, sum of the signs of the other words, words of favor phrases only less words of against phrases only.</summary>
        public readonly (float Orientation, float Operators, float Distinct)[] SentenceSides = new (float, float, float)[sentences];

        /// <summary>Words of phrases with a side, by token.</summary>
        public readonly List<PhraseAlignment.Hit> Hits = [];

        public float Best, Mass, Title, Anchor;
        public int SentencesTouched;
        public int[] Since = [];

        private static int[] Filled(int n)
        {
            var slots = new int[n];
            Array.Fill(slots, -1);
            return slots;
        }

        public IssueMatch At(int slot) => slot < 0 ? None : Matches[slot];
    }

    /// <summary>Match of a sentence from which on the issue counts as being spoken of.</summary>
    public const float Touched = 0.45f;

    private IssueWindows(TokenMatches tokens, PhraseAlignment alignment) => (Tokens, Alignment) = (tokens, alignment);

    public TokenMatches Tokens { get; }

    public PhraseAlignment Alignment { get; }

    public IEnumerable<int> Issues => issues.Keys;

    public PerIssue? Of(int issue) => issues.GetValueOrDefault(issue);

    public static IssueWindows Of(ArticleAnalysis analysis, StatementSignals[] signals, IssueIndex index, IssueMatcher matcher)
    {
        var document = analysis.Document;
        var tokens = index.Match(document, analysis.Readings, analysis.Hits, analysis.Mentions);
        var windows = new IssueWindows(tokens, new PhraseAlignment(index, TokenSigns.Of(index.Lexicon, analysis.Document, analysis.Readings, analysis.Hits, analysis.Mentions)));
        var sentences = document.Sentences;
        for (var t = 0; t < sentences.Count; t++)
        {
            foreach (var match in matcher.Score(tokens, sentences[t].FirstToken, sentences[t].EndToken))
            {
                var issue = windows.Get(match.Issue, analysis);
                issue.SentenceAt[t] = issue.Matches.Count;
                issue.Matches.Add(match);
                issue.Best = Math.Max(issue.Best, match.Best);
                issue.Mass = Math.Max(issue.Mass, match.Mass);
                issue.Anchor = Math.Max(issue.Anchor, match.Anchor);
                if (match.Best >= Touched)
                    issue.SentencesTouched++;
                if (sentences[t].IsTitle)
                    issue.Title = Math.Max(issue.Title, match.Best);
            }
            if (t == 0)
                continue;
            foreach (var match in matcher.Score(tokens, sentences[t - 1].FirstToken, sentences[t - 1].EndToken, sentences[t].FirstToken, sentences[t].EndToken))
            {
                var issue = windows.Get(match.Issue, analysis);
                issue.AroundAt[t] = issue.Matches.Count;
                issue.Matches.Add(match);
            }
        }
        for (var s = 0; s < analysis.Statements.Count; s++)
        {
            var statement = analysis.Statements[s];
            foreach (var match in matcher.Score(tokens, statement.First, statement.End))
            {
                var issue = windows.Get(match.Issue, analysis);
                issue.HereAt[s] = issue.Matches.Count;
                issue.Matches.Add(match);
            }
        }
        windows.MarkTokens(index, document.Tokens.Count);
        windows.SumSides(document.Sentences, OperatorsOf(analysis, signals));
        foreach (var issue in windows.issues.Values)
        {
            issue.Since = new int[sentences.Count];
            var since = 20;
            for (var t = 0; t < sentences.Count; t++)
            {
                since = issue.SentenceAt[t] >= 0 && issue.Matches[issue.SentenceAt[t]].Best >= Touched ? 0 : Math.Min(20, since + (sentences[t].IsHeading ? 3 : 1));
                issue.Since[t] = since;
            }
        }
        return windows;
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

    private void SumSides(List<Sentence> sentences, sbyte[] operators)
    {
        foreach (var issue in issues.Values)
        {
            for (var t = 0; t < sentences.Count; t++)
            {
                if (issue.SentenceAt[t] < 0)
                    continue;
                float sum = 0, signs = 0, distinct = 0;
                var count = 0;
                for (var i = sentences[t].FirstToken; i < sentences[t].EndToken; i++)
                {
                    var sides = issue.Touches[i] & ~Touch.Any;
                    if (sides == Touch.Favor) distinct++;
                    else if (sides == Touch.Against) distinct--;
                    if (issue.Orientation[i] != 0)
                    {
                        sum += issue.Orientation[i];
                        count++;
                    }
                    else
                        signs += operators[i];
                }
                issue.SentenceSides[t] = (count == 0 ? 0 : sum / count, signs, distinct);
            }
        }
    }

    private void MarkTokens(IssueIndex index, int tokens)
    {
        for (var token = 0; token < tokens; token++)
        {
            var words = Tokens.Words(token);
            var qualities = Tokens.Qualities(token);
            for (var k = 0; k < words.Length; k++)
            {
                var phrase = index.Phrases[index.PhraseOf(words[k])];
                var word = phrase.Words[words[k] - phrase.FirstWord];
                if (!issues.TryGetValue(phrase.Issue, out var issue))
                    continue;
                if (qualities[k] >= PhraseAlignment.SureQuality && phrase.Group is PhraseGroup.Favor or PhraseGroup.Against or PhraseGroup.Proposition)
                    issue.Hits.Add(new PhraseAlignment.Hit(token, words[k], qualities[k]));
                if (word.IsState)
                    continue;
                ref var touch = ref issue.Touches[token];
                touch |= Touch.Any;
                if (qualities[k] < 0.65f || word.Weight < 1)
                    continue;
                touch |= phrase.Group switch { PhraseGroup.Favor => Touch.Favor, PhraseGroup.Against => Touch.Against, _ => Touch.Topic };
                var orientation = index.OrientationOf(words[k]);
                if (Math.Abs(orientation) > Math.Abs(issue.Orientation[token]))
                    issue.Orientation[token] = orientation;
            }
        }
    }

    private PerIssue Get(int issue, ArticleAnalysis analysis)
    {
        if (!issues.TryGetValue(issue, out var windows))
            issues[issue] = windows = new PerIssue(analysis.Statements.Count, analysis.Document.Sentences.Count, analysis.Document.Tokens.Count);
        return windows;
    }

    internal static ref readonly IssueMatch NoMatch => ref NoneBox[0];

    private static readonly IssueMatch[] NoneBox = [None];
}

/// <summary>By which phrases of an issue a token is matched.</summary>
[Flags]
internal enum Touch : byte
{
    None = 0,
    Any = 1,
    Favor = 2,
    Against = 4,
    Topic = 8,
}
