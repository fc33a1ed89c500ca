namespace Stance;

/// <summary>What the words of one issue mark in an article, token by token.</summary>
internal sealed class IssueMarks
{
    private IssueMarks(int tokens, int sentences, int statements) =>
        (Touches, Orientation, Sentences, TakenUp) = (new Touch[tokens], new float[tokens], new (float, float, float)[sentences], new float?[statements]);

    /// <summary>For each token, which phrases of the issue it is matched by.</summary>
    public Touch[] Touches { get; }

    /// <summary>For each token, which way the issue's word that it matches points, in [-1, 1].</summary>
    public float[] Orientation { get; }

    /// <summary>For each sentence that the issue touches: mean orientation of the issue's words, sum of the signs of the other words, words of favor phrases only less words of against phrases only.</summary>
    public (float Orientation, float Operators, float Distinct)[] Sentences { get; }

    /// <summary>For each statement that takes up what was spoken of before, which way that points; <c>null</c> elsewhere.</summary>
    public float?[] TakenUp { get; }

    /// <summary>Words of phrases with a side, by token, met well enough to count as shared.</summary>
    public List<IssueHit> Sided { get; } = [];

    /// <summary>Reads the marks of an issue.</summary>
    /// <param name="index">The issue's index.</param>
    /// <param name="hits">Its hits.</param>
    /// <param name="analysis">The article.</param>
    /// <param name="window">What of it touches the issue.</param>
    /// <param name="operators">For each token, the sign with which it turns what stands around it.</param>
    /// <param name="takenUp">For each statement the token that stands for what was spoken of before; -1 where none does.</param>
    public static IssueMarks Of(IssueIndex index, ReadOnlySpan<IssueHit> hits, ArticleAnalysis analysis, IssueWindows.PerIssue window, sbyte[] operators, int[] takenUp)
    {
        var (document, sentenceAt) = (analysis.Document, window.SentenceAt);
        var marks = new IssueMarks(document.Tokens.Count, sentenceAt.Length, window.TakenFrom.Length);
        foreach (var hit in hits)
            marks.Mark(index, hit);
        for (var t = 0; t < sentenceAt.Length; t++)
            if (sentenceAt[t] >= 0)
                marks.Sentences[t] = marks.Sum(document.Sentences[t], operators);
        for (var s = 0; s < window.TakenFrom.Length; s++)
            if (window.TakenFrom[s] is >= 0 and var from)
                marks.TakeUp(s, takenUp[s], from, analysis.Statements[from]);
        return marks;
    }

    /// <summary>The pronoun points where what it stands for does.</summary>
    private void TakeUp(int s, int token, int from, Statement spoken)
    {
        float sum = 0;
        var count = 0;
        for (var i = spoken.First; i < spoken.End && TakenUp[from] is null; i++)
            if (Orientation[i] != 0)
            {
                sum += Orientation[i];
                count++;
            }
        TakenUp[s] = TakenUp[from] ?? (count == 0 ? 0 : sum / count);
        if (Orientation[token] == 0)
            Orientation[token] = TakenUp[s]!.Value;
    }

    /// <summary>Which phrases of the issue a token is matched by: 1 favor only, -1 against only, 2 both or its topic, 0 none.</summary>
    public int SideOf(int token) => (Touches[token] & ~Touch.Any) switch
    {
        Touch.None => 0,
        Touch.Favor => 1,
        Touch.Against => -1,
        _ => 2,
    };

    private void Mark(IssueIndex index, IssueHit hit)
    {
        ref readonly var word = ref index.Words[hit.Word];
        var group = index.Phrases[word.Phrase].Group;
        if (hit.Quality >= PhraseAlignment.SureQuality && group is PhraseGroup.Favor or PhraseGroup.Against or PhraseGroup.Proposition)
            Sided.Add(hit);
        if (word.IsState)
            return;
        Touches[hit.Token] |= Touch.Any;
        if (hit.Quality < 0.65f || word.Weight < 1)
            return;
        Touches[hit.Token] |= group switch { PhraseGroup.Favor => Touch.Favor, PhraseGroup.Against => Touch.Against, _ => Touch.Topic };
        if (Math.Abs(word.Orientation) > Math.Abs(Orientation[hit.Token]))
            Orientation[hit.Token] = word.Orientation;
    }

    private (float Orientation, float Operators, float Distinct) Sum(Sentence sentence, sbyte[] operators)
    {
        float sum = 0, signs = 0, distinct = 0;
        var count = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var sides = Touches[i] & ~Touch.Any;
            if (sides == Touch.Favor) distinct++;
            else if (sides == Touch.Against) distinct--;
            if (Orientation[i] != 0)
            {
                sum += Orientation[i];
                count++;
            }
            else
                signs += operators[i];
        }
        return (count == 0 ? 0 : sum / count, signs, distinct);
    }
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
