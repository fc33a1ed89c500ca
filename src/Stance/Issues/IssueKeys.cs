using System.Runtime.InteropServices;

namespace Stance;

/// <summary>The words of a catalogue's phrases by their keys. A word has several: itself, its family, its concept, its skeleton, or the state it names; a token meets it by the best key that both have.</summary>
internal sealed class IssueKeys(Lexicon lexicon)
{
    private const float Exact = 1, SameFamily = 0.95f, SameConcept = 0.7f, SameSkeleton = 0.6f;

    /// <summary>A word that a key leads to, and how well whoever has the key meets it.</summary>
    public readonly record struct Posting(int Word, float Quality);

    /// <summary>Postings by a small number.</summary>
    private sealed class Postings
    {
        private readonly List<List<Posting>?> lists = [];

        public ReadOnlySpan<Posting> this[int key] => key < lists.Count ? CollectionsMarshal.AsSpan(lists[key]) : default;

        public void Add(int key, int word, float quality)
        {
            while (lists.Count <= key)
                lists.Add(null);
            (lists[key] ??= []).Add(new Posting(word, quality));
        }
    }

    private readonly Postings byWord = new(), byFamily = new(), byConcept = new(), byActor = new();
    private readonly Dictionary<string, List<Posting>> bySkeleton = new(StringComparer.Ordinal);

    /// <summary>Enters a state's name.</summary>
    public void AddState(int actor, int word) => byActor.Add(actor, word, Exact);

    /// <summary>Enters a word, or a fixed expression of several, of a phrase.</summary>
    public void Add(TextDocument document, TokenReadings readings, HitTable hits, int token, int length, string baseForm, int word)
    {
        if (length == 1)
            byWord.Add(lexicon.Vocabulary.Add(baseForm), word, Exact);
        var families = new HashSet<int>();
        if (length > 1)
            families.UnionWith(hits.At(token, EntryKind.Family).Where(h => h.End == token + length).Select(h => h.Entry.Row));
        else
            foreach (var reading in readings[token])
                if ((reading.Taken & (Clitic.PrepositionB | Clitic.PrepositionK | Clitic.Future)) == 0)
                    families.UnionWith(lexicon.Families.Of(reading.Word).ToArray());
        foreach (var family in families)
        {
            byFamily.Add(family, word, SameFamily);
            byConcept.Add(lexicon.Families.ConceptOf(family), word, SameConcept);
        }
        if (length == 1)
        {
            Span<char> key = stackalloc char[32];
            var n = Skeleton.Write(baseForm, key);
            if (n > 0)
            {
                var skeleton = key[..n].ToString();
                if (!bySkeleton.TryGetValue(skeleton, out var list))
                    bySkeleton[skeleton] = list = [];
                list.Add(new Posting(word, SameSkeleton));
            }
        }
    }

    /// <summary>For every token of a document, the phrase words that it meets, each with the best quality.</summary>
    public void Match(TextDocument document, TokenReadings readings, HitTable hits, List<Mention> mentions, IssueHits.Builder builder)
    {
        Span<char> key = stackalloc char[32];
        var skeletonLookup = bySkeleton.GetAlternateLookup<ReadOnlySpan<char>>();
        var m = 0;
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            builder.Begin(i);
            if (document.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number))
                continue;
            while (m < mentions.Count && mentions[m].End <= i)
                m++;
            if (m < mentions.Count && mentions[m].First == i && mentions[m].Actor >= 0)
                builder.Add(byActor[mentions[m].Actor]);
            foreach (var reading in readings[i])
            {
                builder.Add(byWord[reading.Word]);
                if ((reading.Taken & Clitic.PrepositionK) != 0)
                    continue;
                foreach (var family in lexicon.Families.Of(reading.Word))
                {
                    builder.Add(byFamily[family]);
                    builder.Add(byConcept[lexicon.Families.ConceptOf(family)]);
                }
            }
            foreach (var hit in hits.At(i, EntryKind.Family))
            {
                var family = hit.Entry.Row;
                builder.Add(byFamily[family]);
                builder.Add(byConcept[lexicon.Families.ConceptOf(family)]);
            }
            // A weak key for words that no lexicon knows.
            if (!KnownFamily(readings, i))
            {
                var n = Skeleton.Write(Stem(document.Word(i)), key);
                if (n > 0 && skeletonLookup.TryGetValue(key[..n], out var list))
                    builder.Add(CollectionsMarshal.AsSpan(list));
            }
        }
    }

    private bool KnownFamily(TokenReadings readings, int token)
    {
        foreach (var reading in readings[token])
            if (lexicon.Families.Of(reading.Word).Length > 0 && reading.Taken is Clitic.None or Clitic.Article or Clitic.Conjunction)
                return true;
        return false;
    }

    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        if (word[0] < '\u0600')
            return word;
        if (word[0] is 'و' or 'ف' && word.Length >= 5)
            word = word[1..];
        if (word.StartsWith("ال") && word.Length >= 5)
            return word[2..];
        if (word.StartsWith("لل") && word.Length >= 5)
            return word[2..];
        if (word[0] is 'ب' or 'ك' && word.Length >= 6 && word[1..].StartsWith("ال"))
            return word[3..];
        if (word[0] == 'س' && word.Length >= 5 && word[1] is 'ي' or 'ت')
            return word[1..];
        return word;
    }
}
