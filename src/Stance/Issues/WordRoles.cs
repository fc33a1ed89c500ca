namespace Stance;

/// <summary>What an issue's phrases teach of its words: which way each points, and by which the issue is known.</summary>
/// <param name="phrases">All phrases; the issue's are the last.</param>
/// <param name="words">Their words, numbered within their issue.</param>
/// <param name="operators">Sign of each word that turns what it governs; 0 of the others.</param>
/// <param name="start">The issue's first phrase.</param>
/// <param name="undoing">Words that undo or refuse what they govern: of «stop the pipeline» the pipeline points the other way, even where that is the proposition itself. <c>null</c> where the proposition accuses: what it says of deeds is said to
/// have been done.</param>
/// <param name="pointless">Words that point nowhere: «must».</param>
internal sealed class WordRoles(List<IssuePhrase> phrases, List<IssueWord> words, List<sbyte> operators, int start, HashSet<int>? undoing, HashSet<int> pointless)
{
    private const int AnchorsOfIssue = 5;

    /// <summary>How much each distinct word is what the issue is known by. Anchors: the few informative words that come back in its phrases share 1 among them, the others have 0. Cores: all words share 1.</summary>
    public (float[] Anchors, float[] Cores) Anchors(int distinct)
    {
        var scores = new float[distinct];
        for (var p = start; p < phrases.Count; p++)
        {
            for (var k = 0; k < phrases[p].Length; k++)
            {
                var word = phrases[p].FirstWord + k;
                // Words that turn others (reject, support) stand in the phrases of every issue.
                if (!words[word].IsState && (operators[word] == 0 || phrases[p].Group is PhraseGroup.Topic or PhraseGroup.Name))
                    scores[words[word].Distinct] += words[word].Weight * (phrases[p].Group is PhraseGroup.Topic or PhraseGroup.Name or PhraseGroup.Proposition ? 1.5f : 1);
            }
        }
        var best = Enumerable.Range(0, distinct).OrderByDescending(d => scores[d]).ThenBy(d => d).Take(AnchorsOfIssue).ToArray();
        var sum = best.Sum(d => scores[d]);
        var shares = new float[distinct];
        foreach (var d in best)
            shares[d] = sum > 0 ? scores[d] / sum : 0;
        var all = scores.Sum();
        return (shares, Array.ConvertAll(scores, s => all > 0 ? s / all : 0));
    }

    private bool Undoes(int word) => undoing?.Contains(word) == true;

    /// <summary>Learns from an issue's phrases which way each of its words points. A phrase has a side, and its operators (reject, lift, not, unjust) a sign; of «reject the sanctions», an against phrase,
    /// the sanctions point to favor, as they do in «impose the sanctions», a favor phrase.</summary>
    public float[] Orientations(int distinct)
    {
        var content = new bool[distinct];
        for (var p = start; p < phrases.Count; p++)
            if (phrases[p].Group is PhraseGroup.Topic or PhraseGroup.Proposition or PhraseGroup.Name)
                for (var k = 0; k < phrases[p].Length; k++)
                    content[words[phrases[p].FirstWord + k].Distinct] |= phrases[p].Group == PhraseGroup.Topic || !Undoes(phrases[p].FirstWord + k);
        var sums = new float[distinct];
        var counts = new float[distinct];
        for (var p = start; p < phrases.Count; p++)
        {
            var phrase = phrases[p];
            if (phrase.Group is PhraseGroup.Topic or PhraseGroup.Name)
                continue;
            var sign = (phrase.Group == PhraseGroup.Against ? -1f : 1f) * phrases[p].Negation;
            for (var k = 0; k < phrase.Length; k++)
            {
                var word = phrase.FirstWord + k;
                if (!content[words[word].Distinct])
                    sign *= Undoes(word) ? -1 : operators[word] != 0 ? operators[word] : 1;
            }
            var weight = phrase.Group == PhraseGroup.Proposition ? 2 : 1;
            for (var k = 0; k < phrase.Length; k++)
            {
                var word = phrase.FirstWord + k;
                var number = words[word].Distinct;
                if (words[word].IsState || pointless.Contains(word) || (!content[number] && (operators[word] != 0 || Undoes(word))))
                    continue;
                sums[number] += sign * weight;
                counts[number] += weight;
            }
        }
        for (var d = 0; d < distinct; d++)
            sums[d] = counts[d] == 0 ? 0 : sums[d] / (counts[d] + 0.5f);
        return sums;
    }
}
