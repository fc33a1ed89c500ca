namespace Stance;

/// <summary>How well the windows of one article match the issues of the background: the best few of each window, which is what an asked issue has to be beyond.</summary>
internal sealed class BackgroundMatches
{
    /// <summary>The greatest value and the second: one of them is not the asked issue's own twin.</summary>
    private struct Best()
    {
        private float first, second;
        private int issue = -1;

        public void Add(int of, float value)
        {
            if (value > first)
                (first, second, issue) = (value, first, of);
            else if (value > second)
                second = value;
        }

        public readonly float Beside(int twin) => issue == twin ? second : first;
    }

    /// <summary>The best by the weight of words, by the share of the core, by match.</summary>
    private struct Window()
    {
        private Best mass = new(), core = new(), match = new(), named = new();

        public void Add(in IssueMatch of)
        {
            mass.Add(of.Issue, of.Mass);
            core.Add(of.Issue, of.Core);
            match.Add(of.Issue, of.Best);
            named.Add(of.Issue, WithStates(of));
        }

        public readonly void Compare(in IssueMatch own, int twin, Span<float> x)
        {
            x[0] = Math.Clamp(own.Mass - mass.Beside(twin), -MostWords, MostWords);
            x[1] = own.Core - core.Beside(twin);
            x[2] = own.Best - match.Beside(twin);
            x[3] = WithStates(own) - named.Beside(twin);
        }
    }

    private const float MostWords = 20;

    /// <summary>A match counted less where states that the proposition names are not there: «American troops should leave Syria» and their leaving Iraq have all other words in common.</summary>
    private static float WithStates(in IssueMatch match) => match.Best * (0.4f + 0.6f * match.States);

    private readonly Window[] sentences, statements;
    private Best mass = new(), core = new(), touched = new(), allCore = new(), named = new();

    /// <summary>Names of what <see cref="CompareStatement"/> fills in.</summary>
    public static IReadOnlyList<string> StatementNames { get; } =
        ["words beyond a neighbour's in the sentence", "core beyond a neighbour's in the sentence", "match beyond a neighbour's in the sentence", "match with states beyond a neighbour's in the sentence", "words beyond a neighbour's", "core beyond a neighbour's", "match beyond a neighbour's", "match with states beyond a neighbour's"];

    /// <summary>Names of what <see cref="CompareArticle"/> fills in.</summary>
    public static IReadOnlyList<string> ArticleNames { get; } = ["most words beyond a neighbour's", "most core beyond a neighbour's", "sentences beyond a neighbour's", "all core beyond a neighbour's", "best match with states beyond a neighbour's"];

    /// <summary>Reads the windows of the background's issues.</summary>
    /// <param name="windows">The windows, of the background's index.</param>
    /// <param name="analysis">The article.</param>
    public BackgroundMatches(IssueWindows windows, ArticleAnalysis analysis)
    {
        sentences = new Window[analysis.Document.Sentences.Count];
        statements = new Window[analysis.Statements.Count];
        Array.Fill(sentences, new Window());
        Array.Fill(statements, new Window());
        foreach (var issue in windows.Issues)
        {
            var window = windows.Of(issue)!;
            named.Add(issue, BestWithStates(window));
            for (var t = 0; t < sentences.Length; t++)
                if (window.SentenceAt[t] >= 0)
                    sentences[t].Add(window.Matches[window.SentenceAt[t]]);
            for (var s = 0; s < statements.Length; s++)
                if (window.HereAt[s] >= 0)
                    statements[s].Add(window.Matches[window.HereAt[s]]);
            mass.Add(issue, window.Mass);
            core.Add(issue, window.Core);
            touched.Add(issue, window.SentencesTouched);
            allCore.Add(issue, window.AllCore);
        }
    }

    private static float BestWithStates(IssueWindows.PerIssue window)
    {
        var best = 0f;
        foreach (ref readonly var match in window.Matches.AsSpan())
            best = Math.Max(best, WithStates(match));
        return best;
    }

    /// <summary>How far a statement and its sentence match an issue beyond the best of its neighbours.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="here">The issue's match in the statement.</param>
    /// <param name="whole">The issue's match in the sentence.</param>
    /// <param name="twin">The issue itself in the background, or -1.</param>
    /// <param name="x">One value for each of <see cref="StatementNames"/>.</param>
    public void CompareStatement(int statement, int sentence, in IssueMatch here, in IssueMatch whole, int twin, Span<float> x)
    {
        sentences[sentence].Compare(whole, twin, x);
        statements[statement].Compare(here, twin, x[4..]);
    }

    /// <summary>How far the article matches an issue beyond its neighbours, each value beyond that of whichever has most.</summary>
    /// <param name="window">The issue's windows.</param>
    /// <param name="twin">The issue itself in the background, or -1.</param>
    /// <param name="x">One value for each of <see cref="ArticleNames"/>.</param>
    public void CompareArticle(IssueWindows.PerIssue window, int twin, Span<float> x)
    {
        x[0] = Math.Clamp(window.Mass - mass.Beside(twin), -MostWords, MostWords);
        x[1] = window.Core - core.Beside(twin);
        x[2] = window.SentencesTouched - touched.Beside(twin);
        x[3] = window.AllCore - allCore.Beside(twin);
        x[4] = BestWithStates(window) - named.Beside(twin);
    }
}
