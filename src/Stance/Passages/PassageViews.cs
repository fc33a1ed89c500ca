using System.Globalization;

namespace Stance;

/// <summary>The sparse views of a (passage, proposition): its words, its letters, and the pair of both. Each has a linear learner of its own.</summary>
internal static class PassageViews
{
    /// <summary>Changes with what the features are: weights of another version fit them not.</summary>
    public const int Version = 2;

    public const int Count = 3;

    /// <summary>Unmatched words of each side that are paired with one another.</summary>
    private const int MostUnmatched = 14;

    /// <summary>The views.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="proposition">The proposition.</param>
    /// <param name="target">Name of the proposition where the training passages have it often: its features then come once for all propositions and once for it alone (Daumé 2007); <c>null</c>: only for all.</param>
    public static SparseRow[] Of(PassageReading passage, PassageReading proposition, string? target) =>
        [OfWords(passage, proposition, target), OfLetters(passage, proposition, target), OfPair(passage, proposition)];

    /// <summary>A number in the name of a feature: its hash must not depend on how a culture writes a minus.</summary>
    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Signs(PassageWord word) => Text(word.Sign) + "/" + Text(word.Polarity);

    private static SparseRow OfWords(PassageReading passage, PassageReading proposition, string? target)
    {
        var features = new HashedFeatures();
        var own = target is null ? 0 : HashedFeatures.Hash("target:" + target);
        void Add(ulong hash)
        {
            features.Add(hash);
            if (target is not null)
                features.Add(hash * 31 ^ own);
        }
        Side("p", passage);
        if (target is null)
            Side("q", proposition);
        else
            features.Add(own);
        return features.Row();

        void Side(string side, PassageReading text)
        {
            var (word, stem, key, bigram, stems, skip) = (Seed("w"), Seed("s"), Seed("k"), Seed("ww"), Seed("ss"), Seed("s_s"));
            for (var i = 0; i < text.Words.Length; i++)
            {
                var w = text.Words[i];
                Add(HashedFeatures.Hash(word, w.Word));
                Add(HashedFeatures.Hash(stem, w.Stem));
                Add(HashedFeatures.Hash(key, w.Key));
                if (w.Negated)
                    Add(HashedFeatures.Hash(Seed("not"), w.Stem));
                if (w.Concept >= 0)
                    Add(Seed($"concept {Text(w.Concept)} {w.Negated}"));
                if (w.Sign != 0)
                    Add(Seed($"sign {Text(w.Negated ? -w.Sign : w.Sign)}"));
                if (w.Marker is { } marker)
                    Add(Seed($"marker {marker}"));
                if (w.Cue is { } cue)
                    Add(Seed($"cue {cue} {w.Negated}"));
                if (i > 0)
                {
                    Add(HashedFeatures.Hash(HashedFeatures.Hash(bigram, text.Words[i - 1].Word), w.Word));
                    Add(HashedFeatures.Hash(HashedFeatures.Hash(stems, text.Words[i - 1].Stem), w.Stem));
                }
                if (i > 1)
                    Add(HashedFeatures.Hash(HashedFeatures.Hash(skip, text.Words[i - 2].Stem), w.Stem));
            }
            foreach (var tag in text.Tags)
                Add(HashedFeatures.Hash(Seed("tag"), tag));
            foreach (var symbol in text.Symbols)
                Add(HashedFeatures.Hash(Seed("symbol"), symbol));
            Add(Seed($"length {Text(int.Log2(text.Words.Length + 1))}"));
            if (text.Words.Length > 0)
            {
                Add(HashedFeatures.Hash(Seed("first"), text.Words[0].Stem));
                Add(HashedFeatures.Hash(Seed("last"), text.Words[^1].Stem));
            }

            ulong Seed(string kind) => HashedFeatures.Hash(side + kind);
        }
    }

    private static SparseRow OfLetters(PassageReading passage, PassageReading proposition, string? target)
    {
        var features = new HashedFeatures();
        var own = target is null ? 0 : HashedFeatures.Hash("target:" + target);
        Side("p", passage.Text);
        if (target is null)
            Side("q", proposition.Text);
        return features.Row();

        void Side(string side, string text)
        {
            var seed = HashedFeatures.Hash(side);
            text = " " + (text.Length > 2000 ? text[..2000] : text).Replace('\n', ' ') + " ";
            for (var n = 3; n <= 5; n++)
                for (var i = 0; i + n <= text.Length; i++)
                {
                    var hash = HashedFeatures.Hash(seed, text.AsSpan(i, n));
                    features.Add(hash);
                    if (target is not null)
                        features.Add(hash * 31 ^ own);
                }
        }
    }

    private static SparseRow OfPair(PassageReading passage, PassageReading proposition)
    {
        var features = new HashedFeatures();
        var (left, right) = Unmatched(passage, proposition);
        var matched = proposition.Words.Where(q => passage.Words.Any(p => p.Key == q.Key)).ToList();
        foreach (var (side, words) in new[] { ("left", left), ("right", right), ("both", matched) })
        {
            foreach (var w in words)
            {
                Add(side, "word", w.Word);
                Add(side, "key", w.Key);
                if (w.Concept >= 0)
                    Add(side, "concept", Text(w.Concept));
                if (w.Cue is { } cue)
                    Add(side, "cue", cue);
                if (w.Marker is { } marker)
                    Add(side, "marker", marker.ToString());
                if (w.Sign != 0 || w.Polarity != 0)
                    Add(side, "sign", Signs(w));
            }
            for (var i = 1; i < words.Count; i++)
                Add(side, "bigram", words[i - 1].Key + " " + words[i].Key);
        }
        foreach (var p in left.Where(w => w.IsContent).Take(MostUnmatched))
            foreach (var q in right.Where(w => w.IsContent).Take(MostUnmatched))
            {
                Both("key", p.Key, q.Key);
                if (p.Concept >= 0 && q.Concept >= 0)
                    Both("concept", Text(p.Concept), Text(q.Concept));
                if (p.Cue is { } a && q.Cue is { } b)
                    Both("cue", a, b);
                if ((p.Polarity != 0 || p.Sign != 0) && (q.Polarity != 0 || q.Sign != 0))
                    Both("sign", Signs(p), Signs(q));
            }
        return features.Row();

        void Add(string side, string kind, string value) => features.Add(HashedFeatures.Hash(HashedFeatures.Hash(HashedFeatures.Hash(side), kind), value));
        // The order does not matter: what turns «ارتفاع» into «انخفاض» turns it back.
        void Both(string kind, string a, string b)
        {
            var (first, second) = string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
            features.Add(HashedFeatures.Hash(HashedFeatures.Hash(HashedFeatures.Hash("pair " + kind), first), second));
        }
    }

    /// <summary>The words of each side that the other side has in none of their forms.</summary>
    public static (List<PassageWord> Left, List<PassageWord> Right) Unmatched(PassageReading left, PassageReading right)
    {
        return (Rest(left, right), Rest(right, left));

        static List<PassageWord> Rest(PassageReading of, PassageReading other)
        {
            var keys = other.Words.Select(w => w.Key).Concat(other.Words.Select(w => w.Stem)).ToHashSet(StringComparer.Ordinal);
            var families = other.Words.Where(w => w.Family >= 0).Select(w => w.Family).ToHashSet();
            return [.. of.Words.Where(w => !keys.Contains(w.Key) && !keys.Contains(w.Stem) && !(w.Family >= 0 && families.Contains(w.Family)))];
        }
    }
}
