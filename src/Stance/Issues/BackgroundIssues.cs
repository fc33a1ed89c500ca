using System.Collections.Concurrent;

namespace Stance;

/// <summary>The issues that a model was trained on, as the background against which an asked one is told: where an article speaks of a neighbouring matter, it takes no stance on this one, however many words the two share. They lie in the
/// model, so that the answer for one issue never depends on which others are asked.</summary>
internal sealed class BackgroundIssues(IssueIndex index)
{
    /// <summary>Likeness from which on two definitions are of the same issue. Of the shipped catalogue and 24 of its issues defined anew, the same are alike by .66 to .95; of its own neighbours seven are by .65 to .74, the others by less and mostly below .5; the likest only counts.</summary>
    private const double Same = 0.65;

    /// <summary>The same for a definition without phrases, which has fewer words to be alike in — .4 in nineteen of twenty, neighbours .37 at most in as many — and for one with the same id.</summary>
    private const double SameAtLeast = 0.4;

    private readonly Dictionary<string, double>?[] vectors = new Dictionary<string, double>?[index.Issues.Count];
    private readonly ConcurrentBag<IssueMatcher> matchers = [];

    public IssueIndex Index => index;

    /// <summary>Number, in the background, of the issue that an asked one is itself; -1 where it is none of them. It is known by its definition; the id helps where the two differ much.</summary>
    public int Twin(IssueIndex asked, int issue)
    {
        var own = Vector(asked, issue);
        var (likest, likeness) = (-1, asked.HasPhrases(issue) ? Same : SameAtLeast);
        for (var b = 0; b < index.Issues.Count; b++)
        {
            var like = Cosine(own, vectors[b] ??= Vector(index, b));
            if (like >= SameAtLeast && index.Issues[b].Id == asked.Issues[issue].Id)
                return b;
            if (like > likeness)
                (likest, likeness) = (b, like);
        }
        return likest;
    }

    /// <summary>Does something with a matcher of the background.</summary>
    public T With<T>(Func<IssueMatcher, T> what)
    {
        if (!matchers.TryTake(out var matcher))
            matcher = new IssueMatcher(index);
        var result = what(matcher);
        matchers.Add(matcher);
        return result;
    }

    private static Dictionary<string, double> Vector(IssueIndex index, int issue)
    {
        var vector = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (ref readonly var phrase in index.Phrases.AsSpan())
        {
            if (phrase.Issue != issue)
                continue;
            for (var w = phrase.FirstWord; w < phrase.FirstWord + phrase.Length; w++)
            {
                // A state weighs as much as a word of middling rarity: «leave Syria» and «leave Iraq» are two issues.
                var weight = (index.Words[w].IsState ? 2.5 : index.Words[w].Weight) * (phrase.Group is PhraseGroup.Topic or PhraseGroup.Name or PhraseGroup.Proposition ? 1.5 : 1);
                vector[index.KeyOf(w)] = vector.GetValueOrDefault(index.KeyOf(w)) + weight;
            }
        }
        return vector;
    }

    private static double Cosine(Dictionary<string, double> a, Dictionary<string, double> b)
    {
        var dot = a.Sum(p => p.Value * b.GetValueOrDefault(p.Key));
        return dot == 0 ? 0 : dot / Math.Sqrt(a.Values.Sum(v => v * v) * b.Values.Sum(v => v * v));
    }
}
