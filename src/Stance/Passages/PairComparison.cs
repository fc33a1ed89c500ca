namespace Stance;

/// <summary>Dense features of a (passage, proposition): how far they say the same, and where they part.</summary>
internal static class PairComparison
{
    /// <summary>Names of the features, in order.</summary>
    public static readonly string[] Names =
    [
        "words left", "words right", "length ratio", "words shared", "stems shared", "keys shared", "left covered", "right covered", "content left covered", "content right covered", "letters", "common sequence", "inversions", "same first", "same last",
        "numbers left", "numbers right", "numbers shared", "numbers left only", "numbers right only", "states shared", "states left only", "states right only",
        "negations left", "negations right", "negation parity", "negation of shared", "sign left", "sign right", "sign product", "sign difference", "polarity left", "polarity right", "polarity product", "polarity difference",
        "unmatched sign left", "unmatched sign right", "unmatched sign product", "unmatched polarity left", "unmatched polarity right", "unmatched polarity product", "unmatched concept shared", "turns left", "turns right", "turn parity",
        "unmatched left", "unmatched right", "unmatched likeness", "questions left", "questions right", "hedges left", "hedges right", "quotes left", "quotes right", "proposition in passage", "contrast left", "contrast right", "causes left", "causes right",
    ];

    public static float[] Of(PassageReading left, PassageReading right)
    {
        var x = new float[Names.Length];
        var n = 0;
        PassageWord[] p = left.Words, q = right.Words;
        var (leftOnly, rightOnly) = PassageViews.Unmatched(left, right);
        Add(p.Length);
        Add(q.Length);
        Add((p.Length + 1f) / (q.Length + 1f));
        Add(Shared(w => w.Word));
        Add(Shared(w => w.Stem));
        Add(Shared(w => w.Key));
        Add(Covered(p, leftOnly, _ => 1));
        Add(Covered(q, rightOnly, _ => 1));
        Add(Covered(p, leftOnly, w => w.IsContent ? 1 : 0));
        Add(Covered(q, rightOnly, w => w.IsContent ? 1 : 0));
        Add(Letters(left.Text, right.Text));
        var (common, inversions) = Sequence(p, q);
        Add(common);
        Add(inversions);
        Add(p.Length > 0 && q.Length > 0 && p[0].Key == q[0].Key ? 1 : 0);
        Add(p.Length > 0 && q.Length > 0 && p[^1].Key == q[^1].Key ? 1 : 0);
        Sets([.. p.Where(w => w.IsNumber).Select(w => w.Word)], [.. q.Where(w => w.IsNumber).Select(w => w.Word)], counts: true);
        Sets(left.States, right.States, counts: false);
        int negationsLeft = p.Count(IsNegation), negationsRight = q.Count(IsNegation);
        Add(negationsLeft);
        Add(negationsRight);
        Add((negationsLeft + negationsRight) % 2);
        Add(q.Count(w => p.Any(v => v.Key == w.Key && v.Negated != w.Negated)));
        Compare(Sum(p, w => w.Negated ? -w.Sign : w.Sign), Sum(q, w => w.Negated ? -w.Sign : w.Sign), difference: true);
        Compare(Sum(p, w => w.Polarity), Sum(q, w => w.Polarity), difference: true);
        Compare(Sum(leftOnly, w => w.Negated ? -w.Sign : w.Sign), Sum(rightOnly, w => w.Negated ? -w.Sign : w.Sign), difference: false);
        Compare(Sum(leftOnly, w => w.Polarity), Sum(rightOnly, w => w.Polarity), difference: false);
        Add(leftOnly.Count(w => w.Concept >= 0 && rightOnly.Any(v => v.Concept == w.Concept)));
        int turnsLeft = p.Count(w => w.Turns), turnsRight = q.Count(w => w.Turns);
        Add(turnsLeft);
        Add(turnsRight);
        Add((turnsLeft + turnsRight) % 2);
        Add(leftOnly.Count(w => w.IsContent));
        Add(rightOnly.Count(w => w.IsContent));
        Add(Likeness(leftOnly, rightOnly));
        Two(r => r.Symbols.Count(s => s == "?"));
        Two(r => r.Words.Count(w => w.Marker is MarkerClass.Hedge or MarkerClass.Allegation));
        Two(r => r.Symbols.Count(s => s is "\"" or "\u00AB"));
        Add(right.Text.Length > 0 && left.Text.Contains(right.Text, StringComparison.Ordinal) ? 1 : 0);
        Two(r => r.Words.Count(w => w.Marker is MarkerClass.Contrast));
        Two(r => r.Words.Count(w => w.Marker is MarkerClass.Cause or MarkerClass.Purpose));
        return x;

        void Add(float value) => x[n++] = value;

        void Two(Func<PassageReading, int> count)
        {
            Add(count(left));
            Add(count(right));
        }

        float Shared(Func<PassageWord, string> form)
        {
            var (a, b) = (p.Select(form).ToHashSet(StringComparer.Ordinal), q.Select(form).ToHashSet(StringComparer.Ordinal));
            var both = a.Count(b.Contains);
            return a.Count + b.Count == 0 ? 0 : (float)both / (a.Count + b.Count - both);
        }

        void Sets(HashSet<string> a, HashSet<string> b, bool counts)
        {
            if (counts)
            {
                Add(a.Count);
                Add(b.Count);
            }
            Add(a.Count(b.Contains));
            Add(a.Count(v => !b.Contains(v)));
            Add(b.Count(v => !a.Contains(v)));
        }

        void Compare(float a, float b, bool difference)
        {
            Add(a);
            Add(b);
            Add(Math.Sign(a) * Math.Sign(b));
            if (difference)
                Add(a - b);
        }
    }

    private static bool IsNegation(PassageWord word) => word.Marker is MarkerClass.Negation or MarkerClass.Impossibility;

    private static float Sum(IEnumerable<PassageWord> words, Func<PassageWord, int> value) => words.Sum(value);

    private static float Covered(PassageWord[] words, List<PassageWord> rest, Func<PassageWord, float> weight)
    {
        var all = words.Sum(weight);
        return all == 0 ? 0 : 1 - rest.Sum(weight) / all;
    }

    /// <summary>Cosine of the counts of letters by threes.</summary>
    private static float Letters(string left, string right)
    {
        var (a, b) = (Count(left), Count(right));
        double dot = a.Sum(g => g.Value * (double)b.GetValueOrDefault(g.Key)), norm = Math.Sqrt(a.Values.Sum(v => (double)v * v) * b.Values.Sum(v => (double)v * v));
        return norm == 0 ? 0 : (float)(dot / norm);

        static Dictionary<string, int> Count(string text)
        {
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i + 3 <= Math.Min(text.Length, 2000); i++)
                counts[text.Substring(i, 3)] = counts.GetValueOrDefault(text.Substring(i, 3)) + 1;
            return counts;
        }
    }

    /// <summary>The longest common subsequence of keys as a share of the shorter side, and the share of matched words that stand in another order.</summary>
    private static (float Common, float Inversions) Sequence(PassageWord[] p, PassageWord[] q)
    {
        if (p.Length == 0 || q.Length == 0)
            return (0, 0);
        int[] row = new int[q.Length + 1];
        foreach (var word in p)
        {
            var diagonal = 0;
            for (var j = 1; j <= q.Length; j++)
                (diagonal, row[j]) = (row[j], word.Key == q[j - 1].Key ? diagonal + 1 : Math.Max(row[j], row[j - 1]));
        }
        var keys = q.Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
        var matched = p.Count(w => keys.Contains(w.Key));
        return ((float)row[^1] / Math.Min(p.Length, q.Length), matched == 0 ? 0 : Math.Max(0, 1 - (float)row[^1] / matched));
    }

    /// <summary>For each unmatched word of the right the share of letters by twos that its likest of the left has, on average: spelling variants and kin that no key joins.</summary>
    private static float Likeness(List<PassageWord> left, List<PassageWord> right)
    {
        if (right.Count == 0)
            return 1;
        return right.Average(w => left.Count == 0 ? 0 : left.Max(v => Dice(v.Stem, w.Stem)));

        static float Dice(string a, string b)
        {
            if (a.Length < 2 || b.Length < 2)
                return 0;
            var shared = 0;
            for (var i = 0; i + 2 <= a.Length; i++)
                if (b.AsSpan().IndexOf(a.AsSpan(i, 2)) >= 0)
                    shared++;
            return 2f * shared / (a.Length + b.Length - 2);
        }
    }
}
