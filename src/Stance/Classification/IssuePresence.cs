namespace Stance;

/// <summary>How far an article as a whole is about an issue, whoever speaks: which share of what the issue is known by it has anywhere, and whether the states that the proposition names are those that it speaks of where it touches
/// the issue. «American troops should leave Syria» matches an article on their leaving Iraq in every word but one.</summary>
internal static class IssuePresence
{
    private const int Words = 0, ExactWords = 1, ExactAnchors = 2, LeadWords = 3, Proposition = 4, NamedShare = 5, NamedWhereTouched = 6, NamedSpokenOf = 7, OtherSpokenOf = 8, NamedInLead = 9, LeadShare = 10, TouchedShare = 11;

    /// <summary>Names of the values, in the order of their numbers.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["issue's words in the article", "issue's words in the article, exact", "anchors in the article, exact", "issue's words in the lead", "proposition's best match", "rarest named state among mentions", "rarest named state where touched",
            "rarest named state spoken of where touched", "other state spoken of where touched", "named states in the lead", "share of the lead that is the issue's", "share of sentences that touch the issue"];

    private const float Exact = 0.9f;

    /// <summary>Sentences of the beginning, headline included, that count as the lead.</summary>
    private const int LeadSentences = 3;

    /// <summary>Fills in one value for each of <see cref="Names"/>.</summary>
    public static void Write(ArticleAnalysis analysis, IssueIndex index, ReadOnlySpan<IssueHit> hits, IssueWindows.PerIssue window, int issue, Span<float> x)
    {
        var sentences = analysis.Document.Sentences;
        var leadEnd = sentences.Count == 0 ? 0 : sentences[Math.Min(LeadSentences, sentences.Count) - 1].EndToken;
        var met = new Dictionary<int, (float Any, float Lead, float Core, float Anchor)>();
        var leadTokens = 0;
        var lastLead = -1;
        foreach (var (token, word, quality) in hits)
        {
            ref readonly var w = ref index.Words[word];
            if (w.IsState)
                continue;
            var before = met.GetValueOrDefault(w.Distinct);
            met[w.Distinct] = (Math.Max(before.Any, quality), token < leadEnd ? Math.Max(before.Lead, quality) : before.Lead, w.Core, w.Anchor);
            if (token < leadEnd && token != lastLead && quality >= 0.6f && w.Weight > 1.5f)
                (leadTokens, lastLead) = (leadTokens + 1, token);
        }
        x[Words] = window.AllCore;
        foreach (var (any, lead, core, anchor) in met.Values)
        {
            if (any >= Exact)
            {
                x[ExactWords] += core;
                x[ExactAnchors] += anchor;
            }
            x[LeadWords] += core * lead;
        }
        foreach (ref readonly var match in window.Matches.AsSpan())
            x[Proposition] = Math.Max(x[Proposition], match.Proposition);
        States(analysis, index.PropositionStates[issue], window, leadEnd, x);
        var content = 0;
        for (var i = 0; i < leadEnd; i++)
            if (analysis.Document.Tokens[i].Kind == TokenKind.Word && !index.Lexicon.IsFunction(analysis.Readings[i]))
                content++;
        x[LeadShare] = content == 0 ? 0 : (float)leadTokens / content;
        x[TouchedShare] = sentences.Count == 0 ? 0 : (float)window.SentencesTouched / sentences.Count;
    }

    private static void States(ArticleAnalysis analysis, int[] named, IssueWindows.PerIssue window, int leadEnd, Span<float> x)
    {
        var counts = new Dictionary<int, (int All, int Touched, int Spoken, int Lead, int LastTouched, int LastSpoken)>();
        var sentence = 0;
        var most = 0;
        foreach (var mention in analysis.Mentions)
        {
            if (!mention.IsState)
                continue;
            while (sentence < analysis.Document.Sentences.Count - 1 && analysis.Document.Sentences[sentence].EndToken <= mention.First)
                sentence++;
            var (all, touched, spoken, lead, lastTouched, lastSpoken) = counts.TryGetValue(mention.Actor, out var c) ? c : (0, 0, 0, 0, -1, -1);
            all++;
            if (mention.First < leadEnd) lead++;
            if (window.SentenceAt[sentence] >= 0 && window.Matches[window.SentenceAt[sentence]].Best >= IssueWindows.Touched)
            {
                if (lastTouched != sentence) (touched, lastTouched) = (touched + 1, sentence);
                if (lastSpoken != sentence && (mention.IsPlace || mention.IsAttributive || mention.AfterPreposition)) (spoken, lastSpoken) = (spoken + 1, sentence);
            }
            counts[mention.Actor] = (all, touched, spoken, lead, lastTouched, lastSpoken);
            most = Math.Max(most, all);
        }
        var of = Math.Max(1, window.SentencesTouched);
        x[NamedShare] = x[NamedWhereTouched] = x[NamedSpokenOf] = x[NamedInLead] = 1;
        foreach (var state in named)
        {
            var c = counts.GetValueOrDefault(state);
            x[NamedShare] = Math.Min(x[NamedShare], (float)c.All / Math.Max(1, most));
            x[NamedWhereTouched] = Math.Min(x[NamedWhereTouched], (float)c.Touched / of);
            x[NamedSpokenOf] = Math.Min(x[NamedSpokenOf], (float)c.Spoken / of);
            x[NamedInLead] = Math.Min(x[NamedInLead], Math.Min(1, c.Lead));
        }
        foreach (var (state, c) in counts)
            if (Array.IndexOf(named, state) < 0)
                x[OtherSpokenOf] = Math.Max(x[OtherSpokenOf], (float)c.Spoken / of);
    }
}
