using System.Runtime.InteropServices;

namespace Stance;

/// <summary>One occurrence of a phrase: the tokens it covers, half-open, its payload, and the clitics before its first word.</summary>
internal readonly record struct PhraseHit(int First, int End, int Payload, Clitic Taken, Clitic LastTaken)
{
    public LexiconEntry Entry => LexiconEntry.Of(Payload);
}

/// <summary>All phrases of all lexicons in one automaton over words, so that one pass over the tokens finds names, offices, cues, markers and
/// multi-word family members together. Words, not characters: a token then matches by any of its readings, with no check of boundaries.</summary>
internal sealed class PhraseTrie(Vocabulary vocabulary)
{
    private const int Root = 0;

    // Most words begin no phrase and most phrases go no further: both are known without a look into the table of children.
    private readonly Dictionary<long, int> children = [];
    private readonly List<int> roots = [];
    private readonly List<Node> nodes = [new()];

    private sealed class Node
    {
        public bool HasChildren { get; set; }

        public List<int> Payloads { get; } = [];
    }

    public Vocabulary Vocabulary => vocabulary;

    /// <summary>Adds a phrase, given as it is written; returns the number of its words, 0 where it has none.</summary>
    public int Add(string phrase, int payload)
    {
        var text = NormalizedText.Of(phrase);
        int node = Root, words = 0;
        foreach (var token in Tokenizer.Tokenize(text))
        {
            if (token.Kind is not (TokenKind.Word or TokenKind.Number))
                continue;
            node = Child(node, vocabulary.Add(text.Chars[token.Start..token.End].ToString()));
            words++;
        }
        if (words == 0)
            return 0;
        if (!nodes[node].Payloads.Contains(payload))
            nodes[node].Payloads.Add(payload);
        return words;
    }

    private int Child(int node, int word)
    {
        if (Next(node, word) is not Root and var known)
            return known;
        var child = nodes.Count;
        nodes.Add(new());
        nodes[node].HasChildren = true;
        if (node != Root)
            children[Key(node, word)] = child;
        else
        {
            while (roots.Count <= word)
                roots.Add(Root);
            roots[word] = child;
        }
        return child;
    }

    /// <summary>The node that a word leads to; <see cref="Root"/> where it leads nowhere.</summary>
    private int Next(int node, int word) =>
        node == Root ? word < roots.Count ? roots[word] : Root : nodes[node].HasChildren && children.TryGetValue(Key(node, word), out var child) ? child : Root;

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;

    /// <summary>Every phrase in the document, ordered by first token, then the longer first.</summary>
    public List<PhraseHit> Find(TextDocument document, TokenReadings readings)
    {
        var hits = new List<PhraseHit>(document.Tokens.Count / 2);
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            var before = hits.Count;
            foreach (var reading in readings[i])
                if (Next(Root, reading.Word) is not Root and var node)
                    Extend(document, readings, hits, node, i, i + 1, reading.Taken, reading.Taken);
            if (hits.Count - before > 1)
                CollectionsMarshal.AsSpan(hits)[before..].Sort(static (a, b) => a.End != b.End ? b.End.CompareTo(a.End) : a.Taken.CompareTo(b.Taken));
        }
        return hits;
    }

    /// <summary>The longest phrase of a kind whose first word stands at one token and whose others stand together further on: «عبّر الوزير عن»; <c>null</c> where there is none.</summary>
    /// <param name="document">The text.</param>
    /// <param name="readings">What its tokens can be read as.</param>
    /// <param name="first">Token of the first word.</param>
    /// <param name="rest">Token of the second.</param>
    /// <param name="kind">Kind of phrase.</param>
    public PhraseHit? Parted(TextDocument document, TokenReadings readings, int first, int rest, EntryKind kind)
    {
        var hits = new List<PhraseHit>();
        foreach (var reading in readings[first])
        {
            var node = Next(Root, reading.Word);
            if (node == Root || !nodes[node].HasChildren)
                continue;
            foreach (var second in readings[rest])
                if (Next(node, second.Word) is not Root and var child)
                    Extend(document, readings, hits, child, first, rest + 1, reading.Taken, second.Taken);
        }
        PhraseHit? longest = null;
        foreach (var hit in hits)
            if (hit.Entry.Kind == kind && (longest is null || hit.End > longest.Value.End))
                longest = hit;
        return longest;
    }

    private void Extend(TextDocument document, TokenReadings readings, List<PhraseHit> hits, int node, int first, int end, Clitic taken, Clitic lastTaken)
    {
        foreach (var payload in nodes[node].Payloads)
            hits.Add(new PhraseHit(first, end, payload, taken, lastTaken));
        if (!nodes[node].HasChildren)
            return;
        var next = end;
        // «بن-غفير», Ben-Gvir, U.S.-led: a dash glued on both sides does not part a phrase; nor does the point of an abbreviation.
        if (next + 1 < document.Tokens.Count && document.Tokens[next].Kind is TokenKind.Dash or TokenKind.Stop
            && document.Tokens[next].Start == document.Tokens[next - 1].End && document.Tokens[next].End == document.Tokens[next + 1].Start)
            next++;
        if (next >= document.Tokens.Count || end - first > 9)
            return;
        foreach (var reading in readings[next])
            if (Next(node, reading.Word) is not Root and var child)
                Extend(document, readings, hits, child, first, next + 1, taken, reading.Taken);
    }
}
