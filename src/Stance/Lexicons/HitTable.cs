using System.Collections;

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
        hits.RemoveAll(hit => (hit.LastTaken & Clitic.Suffix) != 0 && hit.Entry.Kind is EntryKind.Alias or EntryKind.Town or EntryKind.Holder);
        if (document.IsArabic)
            hits.RemoveAll(hit => IsOtherAlef(document, hit));
        if (asWritten && NameCase.IsMixed(document))
            hits.RemoveAll(hit => hit.Entry is { Kind: EntryKind.Alias or EntryKind.Holder } entry && !NameCase.IsWritten(lexicon, document, hit, entry));
        first = new int[document.Tokens.Count + 1];
        var h = 0;
        for (var i = 0; i < first.Length; i++)
        {
            while (h < hits.Count && hits[h].First < i)
                h++;
            first[i] = h;
        }
    }

    /// <summary>«ألا تشتري» (that not) and «إلا» (except) are one word once folded: the alef as it is written parts them, and where it is bare the verb that follows.</summary>
    private bool IsOtherAlef(TextDocument document, PhraseHit hit)
    {
        if (hit.Entry.Kind != EntryKind.Marker || hit.End - hit.First != 1 || document.Word(hit.First) is not ("الا" or "والا"))
            return false;
        var kind = lexicon.Data.Markers[hit.Entry.Row].Class;
        if (kind is not (MarkerClass.Negation or MarkerClass.Contrast))
            return false;
        var written = document.Text.Original[document.Text.ToOriginal(document.Tokens[hit.First].Start)..];
        if (written[0] == 'و')
            written = written[1..].TrimStart('\u064E');
        var next = hit.End < document.Tokens.Count && document.Tokens[hit.End].IsWord ? document.Word(hit.End) : default;
        var negates = written[0] == 'أ' ? next is not ("وهو" or "وهي" or "وهم") : written[0] != 'إ' && next.Length > 3 && next[0] is 'ي' or 'ت' or 'ن';
        return negates != (kind == MarkerClass.Negation);
    }

    public List<PhraseHit> All => hits;

    /// <summary>The phrases of a kind at a token, the longest first.</summary>
    public HitsOfKind At(int token, EntryKind kind) => new(hits, first[token], token, kind);

    /// <summary>The longest phrase of a kind at a token, or <c>null</c>.</summary>
    public PhraseHit? Longest(int token, EntryKind kind)
    {
        for (var h = first[token]; h < hits.Count && hits[h].First == token; h++)
            if (hits[h].Entry.Kind == kind)
                return hits[h];
        return null;
    }

    /// <summary>The longest marker of one of some classes at a token, or <c>null</c>.</summary>
    public PhraseHit? Longest(int token, params ReadOnlySpan<MarkerClass> classes)
    {
        foreach (var hit in At(token, EntryKind.Marker))
        {
            var found = lexicon.Data.Markers[hit.Entry.Row].Class;
            if (classes.Contains(found))
                return hit;
            if (found == MarkerClass.Affirmation && classes.Contains(MarkerClass.Negation))
                return null;
        }
        return null;
    }

    /// <summary>The longest word or name at a token that says in one of some ways that somebody is not the state, or <c>null</c>.</summary>
    public PhraseHit? Longest(int token, params ReadOnlySpan<NonStateKind> kinds)
    {
        foreach (var hit in At(token, EntryKind.NonState))
            if (kinds.Contains(lexicon.Offices.NonStates[hit.Entry.Row].Kind))
                return hit;
        return null;
    }

    /// <summary>The longest phrase of a kind that ends just before a token, or <c>null</c>.</summary>
    public PhraseHit? LongestEndingAt(int end, EntryKind kind)
    {
        for (var start = Math.Max(0, end - 6); start < end; start++)
            for (var h = first[start]; h < hits.Count && hits[h].First == start; h++)
                if (hits[h].End == end && hits[h].Entry.Kind == kind)
                    return hits[h];
        return null;
    }

    public bool Is(int token, EntryKind kind) => Longest(token, kind) is not null;
}

/// <summary>The phrases of one kind at one token, the longest first.</summary>
internal readonly struct HitsOfKind(List<PhraseHit> hits, int from, int token, EntryKind kind) : IEnumerable<PhraseHit>
{
    public Enumerator GetEnumerator() => new(hits, from, token, kind);

    IEnumerator<PhraseHit> IEnumerable<PhraseHit>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal struct Enumerator(List<PhraseHit> hits, int from, int token, EntryKind kind) : IEnumerator<PhraseHit>
    {
        private int at = from - 1;

        public readonly PhraseHit Current => hits[at];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            while (++at < hits.Count && hits[at].First == token)
                if (hits[at].Entry.Kind == kind)
                    return true;
            return false;
        }

        public readonly void Dispose()
        {
        }

        public void Reset() => at = from - 1;
    }
}
