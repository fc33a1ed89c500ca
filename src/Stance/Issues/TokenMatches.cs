namespace Stance;

/// <summary>For every token of a document, the phrase words that it meets and how well: flat arrays, built in one pass.</summary>
internal sealed class TokenMatches
{
    private readonly int[] first;
    private readonly int[] words;
    private readonly float[] qualities;

    private TokenMatches(int[] first, int[] words, float[] qualities) => (this.first, this.words, this.qualities) = (first, words, qualities);

    public ReadOnlySpan<int> Words(int token) => words.AsSpan(first[token], first[token + 1] - first[token]);

    public ReadOnlySpan<float> Qualities(int token) => qualities.AsSpan(first[token], first[token + 1] - first[token]);

    internal sealed class Builder(int tokens, int wordCount)
    {
        private readonly int[] first = new int[tokens + 1];
        private readonly List<int> words = new(tokens * 4);
        private readonly List<float> qualities = new(tokens * 4);
        private readonly int[] slot = new int[wordCount];
        private int token = -1, start;

        public void Begin(int next)
        {
            for (var i = token + 1; i <= next; i++)
                first[i] = words.Count;
            (token, start) = (next, words.Count);
        }

        public void Add(int word, float quality)
        {
            // The slot remembers where this token put the word; a stale slot fails the two tests.
            var at = slot[word];
            if (at >= start && at < words.Count && words[at] == word)
            {
                if (quality > qualities[at])
                    qualities[at] = quality;
                return;
            }
            slot[word] = words.Count;
            words.Add(word);
            qualities.Add(quality);
        }

        public TokenMatches Build()
        {
            for (var i = token + 1; i < first.Length; i++)
                first[i] = words.Count;
            return new TokenMatches(first, [.. words], [.. qualities]);
        }
    }
}
