namespace Stance;

/// <summary>The phrases found in a document, by the token at which they begin.</summary>
internal sealed class HitTable
{
    private readonly Lexicon lexicon;
    private readonly List<PhraseHit> hits;
    private readonly int[] first;

    /// <summary>Finds all phrases.</summary>
    /// <param name="lexicon">The phrases.</param>
    /// <param name="document">The text.</param>
    /// <param name="readings">What its tokens can be read as.</param>
    /// <param name="asWritten">Latin names count only where they are written as names: <c>US</c> and not <c>us</c>, <c>Turkey</c> and not <c>turkey</c>. For articles; a user's phrases may come without capitals.</param>
    public HitTable(Lexicon lexicon, TextDocument document, TokenReadings readings, bool asWritten = false)
    {
        this.lexicon = lexicon;
        hits = lexicon.Trie.Find(document, readings);
        // A name takes no pronoun: «قناة» is not Qatar's agency «قنا» with one.
        hits.RemoveAll(hit => (hit.LastTaken & Clitic.Suffix) != 0 && lexicon.Entry(hit.Payload).Kind is EntryKind.Alias or EntryKind.Town or EntryKind.Holder);
        if (asWritten && NameCase.IsMixed(document))
            hits.RemoveAll(hit => lexicon.Entry(hit.Payload) is { Kind: EntryKind.Alias or EntryKind.Holder } entry && !NameCase.IsWritten(lexicon, document, hit, entry));
        first = new int[document.Tokens.Count + 1];
        var h = 0;
        for (var i = 0; i < first.Length; i++)
        {
            while (h < hits.Count && hits[h].First < i)
                h++;
            first[i] = h;
        }
    }

    public List<PhraseHit> All => hits;

    public IEnumerable<PhraseHit> At(int token, EntryKind kind)
    {
        for (var h = first[token]; h < hits.Count && hits[h].First == token; h++)
            if (lexicon.Entry(hits[h].Payload).Kind == kind)
                yield return hits[h];
    }

    /// <summary>The longest phrase of a kind at a token, or <c>null</c>.</summary>
    public PhraseHit? Longest(int token, EntryKind kind)
    {
        for (var h = first[token]; h < hits.Count && hits[h].First == token; h++)
            if (lexicon.Entry(hits[h].Payload).Kind == kind)
                return hits[h];
        return null;
    }

    /// <summary>The longest phrase of a kind at a token whose row passes a test, or <c>null</c>.</summary>
    public PhraseHit? Longest(int token, EntryKind kind, Func<int, bool> row)
    {
        for (var h = first[token]; h < hits.Count && hits[h].First == token; h++)
        {
            var entry = lexicon.Entry(hits[h].Payload);
            if (entry.Kind == kind && row(entry.Row))
                return hits[h];
        }
        return null;
    }

    /// <summary>The longest phrase of a kind that ends just before a token, or <c>null</c>.</summary>
    public PhraseHit? LongestEndingAt(int end, EntryKind kind)
    {
        for (var start = Math.Max(0, end - 6); start < end; start++)
            for (var h = first[start]; h < hits.Count && hits[h].First == start; h++)
                if (hits[h].End == end && lexicon.Entry(hits[h].Payload).Kind == kind)
                    return hits[h];
        return null;
    }

    public bool Is(int token, EntryKind kind) => Longest(token, kind) is not null;
}
