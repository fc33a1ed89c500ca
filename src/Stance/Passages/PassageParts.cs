namespace Stance;

/// <summary>Parts of labelled pairs, each to be held out in turn.</summary>
/// <param name="Folds">The part of each pair, from 0. Where the pairs fall into few groups, some parts are empty.</param>
/// <param name="SharePropositions">No part shares a passage with another but, as the pairs hang together too closely, some share a proposition that is no target of its own.</param>
internal sealed record PassageParts(int[] Folds, bool SharePropositions)
{
    /// <summary>The largest part, as a share of all pairs: what is learnt from less than the rest says little of the part.</summary>
    private const double Largest = 0.75;

    /// <summary>Parts such that no passage, and no proposition that is no target of its own, lies in two of them; where that leaves a part too large, such that no passage does.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="targets">Propositions, folded, that may lie in several parts.</param>
    /// <param name="folds">Number of parts.</param>
    /// <param name="seed">Seed of the lot.</param>
    /// <exception cref="ArgumentException">One passage has so many of the pairs that they cannot be parted; the message says which groups there are.</exception>
    public static PassageParts Of(IReadOnlyList<LabelledPassage> pairs, IReadOnlyCollection<string> targets, int folds, int seed)
    {
        if (pairs.Count == 0)
            throw new ArgumentException("found no pairs; allowed: at least one", nameof(pairs));
        string[] passages = [.. pairs.Select(p => "p" + NormalizedText.Fold(p.Passage))];
        // A target joins nothing.
        string?[] propositions = [.. pairs.Select(p => NormalizedText.Fold(p.Proposition)).Select(p => targets.Contains(p) ? null : "q" + p)];
        var (apart, byPassage) = (Groups(passages, propositions), Groups(passages, new string?[passages.Length]));
        var tried = new[] { new PassageParts(Deal(apart, pairs.Count, folds, seed), false), new PassageParts(Deal(byPassage, pairs.Count, folds, seed), true) };
        return tried.FirstOrDefault(p => p.Fits() && p.LeavesTwoStances(pairs)) ?? tried.FirstOrDefault(p => p.Fits())
            ?? throw new ArgumentException($"found {pairs.Count} pairs that cannot be parted: {Say(apart)} of pairs that share a passage or proposition, {Say(byPassage)} that share a passage, the largest by '{Short(pairs[byPassage.MaxBy(g => g.Count)![0]].Passage)}'; "
                + "allowed: groups of which none has more than three quarters of the pairs", nameof(pairs));

        static string Say(List<List<int>> groups) => $"{groups.Count} group{(groups.Count == 1 ? "" : "s")} (the largest has {groups.Max(g => g.Count)})";
        static string Short(string text) => text.Length <= 60 ? text : text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)] + "…";
    }

    private bool Fits() => Folds.GroupBy(f => f).Max(g => g.Count()) <= Folds.Length * Largest;

    /// <summary>Whatever part is held out, the rest has two stances, where the pairs have.</summary>
    private bool LeavesTwoStances(IReadOnlyList<LabelledPassage> pairs)
    {
        var needed = Math.Min(2, pairs.Select(p => p.Stance).Distinct().Count());
        return Folds.Distinct().All(fold => pairs.Where((_, i) => Folds[i] != fold).Select(p => p.Stance).Distinct().Count() >= needed);
    }

    /// <summary>Pairs that one key, or a chain of keys, holds together.</summary>
    private static List<List<int>> Groups(string[] passages, string?[] propositions)
    {
        var parent = Enumerable.Range(0, passages.Length).ToArray();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < passages.Length; i++)
        {
            Join(passages[i], i);
            if (propositions[i] is { } proposition)
                Join(proposition, i);
        }
        return [.. Enumerable.Range(0, passages.Length).GroupBy(Root).Select(g => g.ToList())];

        int Root(int i)
        {
            while (parent[i] != i)
                i = parent[i] = parent[parent[i]];
            return i;
        }

        void Join(string key, int i)
        {
            if (first.TryGetValue(key, out var other))
                parent[Root(i)] = Root(other);
            else
                first[key] = i;
        }
    }

    /// <summary>The largest groups first, each to the smallest part; equals by lot.</summary>
    private static int[] Deal(List<List<int>> groups, int pairs, int folds, int seed)
    {
        var lot = new Random(seed);
        var (parts, sizes) = (new int[pairs], new int[folds]);
        foreach (var (group, _) in groups.Select(g => (Members: g, Lot: lot.Next())).OrderByDescending(g => g.Members.Count).ThenBy(g => g.Lot))
        {
            var part = Array.IndexOf(sizes, sizes.Min());
            sizes[part] += group.Count;
            foreach (var member in group)
                parts[member] = part;
        }
        return parts;
    }
}
