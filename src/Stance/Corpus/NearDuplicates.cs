namespace Stance;

/// <summary>Finds articles that are one text in slightly different copies, by the share of their 5-word shingles that they have in common (Broder 1997, with bottom-k sketches).</summary>
internal static class NearDuplicates
{
    private const int Shingle = 5, Sketch = 128, Keys = 12;

    /// <summary>For each text the index of the text that stands for its group: the first of them in an order that does not depend on the order given.</summary>
    /// <param name="texts">Id and text of each article.</param>
    /// <param name="share">Resemblance from which on two texts are copies, in (0, 1].</param>
    public static int[] Groups(IReadOnlyList<(string Id, string Text)> texts, double share = 0.8)
    {
        var sketches = texts.Select(t => SketchOf(t.Text)).ToArray();
        var parent = Enumerable.Range(0, texts.Count).ToArray();
        foreach (var (a, b, _) in Similar(sketches, share))
            parent[Root(b)] = Root(a);
        var representative = new Dictionary<int, int>();
        for (var i = 0; i < texts.Count; i++)
        {
            var root = Root(i);
            if (!representative.TryGetValue(root, out var best) || Compare(texts[i], texts[best]) < 0)
                representative[root] = i;
        }
        return [.. Enumerable.Range(0, texts.Count).Select(i => representative[Root(i)])];

        int Root(int i)
        {
            while (parent[i] != i)
                i = parent[i] = parent[parent[i]];
            return i;
        }
    }

    /// <summary>All pairs that resemble one another at least so much, with their resemblance.</summary>
    public static IEnumerable<(int A, int B, double Share)> Pairs(IReadOnlyList<string> texts, double share) => Similar([.. texts.Select(SketchOf)], share);

    private static int Compare((string Id, string Text) a, (string Id, string Text) b) =>
        string.CompareOrdinal(a.Id, b.Id) is not 0 and var order ? order : string.CompareOrdinal(a.Text, b.Text);

    private static IEnumerable<(int A, int B, double Share)> Similar(ulong[][] sketches, double share)
    {
        // Copies share nearly all of their smallest hashes: an index over a few of them finds every candidate.
        var index = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < sketches.Length; i++)
        {
            var candidates = new HashSet<int>();
            foreach (var key in sketches[i].AsSpan(0, Math.Min(Keys, sketches[i].Length)))
            {
                if (!index.TryGetValue(key, out var list))
                    index[key] = list = [];
                candidates.UnionWith(list);
                list.Add(i);
            }
            foreach (var other in candidates.Order())
                if (Resemblance(sketches[other], sketches[i]) is var found && found >= share)
                    yield return (other, i, found);
        }
    }

    /// <summary>Estimated Jaccard similarity: the share of the smallest hashes of the union that both have.</summary>
    private static double Resemblance(ulong[] a, ulong[] b)
    {
        int i = 0, j = 0, both = 0, union = 0;
        while (union < Sketch && (i < a.Length || j < b.Length))
        {
            union++;
            if (j >= b.Length || (i < a.Length && a[i] < b[j]))
                i++;
            else if (i >= a.Length || b[j] < a[i])
                j++;
            else
            {
                both++;
                i++;
                j++;
            }
        }
        return union == 0 ? 0 : (double)both / union;
    }

    private static ulong[] SketchOf(string text)
    {
        var normal = NormalizedText.Of(text);
        var words = Tokenizer.Tokenize(normal).Where(t => t.Kind is TokenKind.Word or TokenKind.Number).Select(t => Hash(normal.Chars[t.Start..t.End])).ToArray();
        var shingles = new SortedSet<ulong>();
        // A text of fewer words is one shingle.
        for (var i = 0; i < Math.Max(Math.Min(words.Length, 1), words.Length - Shingle + 1); i++)
        {
            var hash = 14695981039346656037UL;
            for (var k = i; k < Math.Min(i + Shingle, words.Length); k++)
                hash = Mix(hash ^ words[k]);
            shingles.Add(hash);
        }
        return [.. shingles.Take(Sketch)];
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
            hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
