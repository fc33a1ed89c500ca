namespace Stance;

/// <summary>A word of an issue's phrases, met by a token.</summary>
/// <param name="Token">The token.</param>
/// <param name="Word">The word, among all of the index.</param>
/// <param name="Quality">How well they meet, in (0, 1].</param>
internal readonly record struct IssueHit(int Token, int Word, float Quality);

/// <summary>What the tokens of a document meet of each issue: flat, by issue, then by token.</summary>
internal sealed class IssueHits
{
    private readonly int[] first;
    private readonly IssueHit[] hits;

    private IssueHits(int[] first, IssueHit[] hits) => (this.first, this.hits) = (first, hits);

    /// <summary>The hits of an issue, by token.</summary>
    public ReadOnlySpan<IssueHit> this[int issue] => hits.AsSpan(first[issue], first[issue + 1] - first[issue]);

    /// <summary>The hits of an issue in a range of tokens.</summary>
    public ReadOnlySpan<IssueHit> Within(int issue, int firstToken, int endToken)
    {
        var all = this[issue];
        var from = FirstAt(all, firstToken);
        return all[from..FirstAt(all, endToken)];
    }

    /// <summary>Index of the first hit at or after a token.</summary>
    public static int FirstAt(ReadOnlySpan<IssueHit> hits, int token)
    {
        int low = 0, high = hits.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].Token < token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Collects hits token by token.</summary>
    internal sealed class Builder(int tokens, IssueIndex index)
    {
        private readonly List<IssueHit> found = new(tokens * 8);
        private readonly int[] slot = new int[index.Words.Length];
        private int token, start;

        public void Begin(int next) => (token, start) = (next, found.Count);

        /// <summary>Adds what a key of the token leads to; a word met before keeps its better quality.</summary>
        public void Add(ReadOnlySpan<IssueKeys.Posting> postings)
        {
            foreach (var (word, quality) in postings)
            {
                // The slot remembers where this token put the word; a stale slot fails the two tests.
                var at = slot[word];
                if (at >= start && at < found.Count && found[at].Word == word)
                {
                    if (quality > found[at].Quality)
                        found[at] = new IssueHit(token, word, quality);
                    continue;
                }
                slot[word] = found.Count;
                found.Add(new IssueHit(token, word, quality));
            }
        }

        public IssueHits Build()
        {
            var words = index.Words;
            var phrases = index.Phrases;
            var next = new int[index.Issues.Count + 2];
            foreach (var hit in found)
                next[phrases[words[hit.Word].Phrase].Issue + 2]++;
            for (var issue = 2; issue < next.Length; issue++)
                next[issue] += next[issue - 1];
            // Counted out, each issue's place moves on to where the next one begins.
            var hits = new IssueHit[found.Count];
            foreach (var hit in found)
                hits[next[phrases[words[hit.Word].Phrase].Issue + 1]++] = hit;
            return new IssueHits(next, hits);
        }
    }
}
