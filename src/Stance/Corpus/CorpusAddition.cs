namespace Stance;

/// <summary>What deserves a look where articles are added to a corpus.</summary>
public enum AdditionKind
{
    /// <summary>An article of the same id, or of the very same text, is there: the added one takes its place.</summary>
    Replaced,

    /// <summary>Another article has much the same wording; both are kept.</summary>
    NearDuplicate,

    /// <summary>Two copies of an article, or an article and the one it replaces, disagree on a pair; the added label is taken.</summary>
    Contradiction,

    /// <summary>What is added stands in the articles to be tested on, or speaks of an issue that is kept unseen: figures measured there are no longer of articles never seen.</summary>
    Leakage,

    /// <summary>The labels are a model's own, nobody has looked at them (<c>"reviewed": false</c>).</summary>
    Unreviewed,
}

/// <summary>One finding.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Article">Id of the added article.</param>
/// <param name="Message">What was found, in words.</param>
public sealed record AdditionFinding(AdditionKind Kind, string Article, string Message);

/// <summary>A corpus with newly labelled articles added to it.</summary>
/// <param name="Corpus">The articles of the earlier corpus that are not replaced, in their order, then the added ones. What each is labelled for does not change: on issues that only the other corpus defines it is unknown.</param>
/// <param name="Findings">What deserves a look, in the order of the added articles.</param>
public sealed record CorpusAddition(LabelledCorpus Corpus, IReadOnlyList<AdditionFinding> Findings)
{
    private const double CopyShare = 0.5;

    /// <summary>Adds articles.</summary>
    /// <param name="earlier">The corpus there is.</param>
    /// <param name="added">Newly labelled articles, or earlier ones with their labels corrected.</param>
    /// <param name="heldOut">Articles that are tested on and must not be trained on; <c>null</c>: none beside those of the splits <c>test</c> and <c>test-unseen</c> in what is <paramref name="added"/>.</param>
    public static CorpusAddition Of(LabelledCorpus earlier, LabelledCorpus added, LabelledCorpus? heldOut = null)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(added);
        var byId = earlier.Articles.ToDictionary(a => a.Article.Id, StringComparer.Ordinal);
        var byText = earlier.Articles.GroupBy(a => a.Article.Text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var findings = new List<AdditionFinding>();
        var replaced = new HashSet<string>(StringComparer.Ordinal);
        foreach (var labelled in added.Articles)
        {
            var id = labelled.Article.Id;
            if ((byId.GetValueOrDefault(id) ?? byText.GetValueOrDefault(labelled.Article.Text)) is { } old)
            {
                replaced.Add(old.Article.Id);
                findings.Add(new AdditionFinding(AdditionKind.Replaced, id, old.Article.Id == id ? $"article '{id}' is in the corpus already; the added one takes its place" : $"article '{id}' has the text of '{old.Article.Id}'; the added one takes its place"));
                Contradict(labelled, old, findings);
            }
            if (labelled.Split is "test" or "test-unseen")
                findings.Add(new AdditionFinding(AdditionKind.Leakage, id, $"article '{id}' is of split '{labelled.Split}', which is kept to test on"));
            if (ReviewFields.IsUnreviewed(labelled.Article))
                findings.Add(new AdditionFinding(AdditionKind.Unreviewed, id, $"article '{id}' says \"reviewed\": false: its labels are a model's guesses"));
        }
        Compare(added.Articles, [.. earlier.Articles.Where(a => !replaced.Contains(a.Article.Id))], heldOut?.Articles ?? [], findings);
        var order = added.Articles.Select((a, i) => (a.Article.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        return new CorpusAddition(earlier.Without(replaced).With(added), [.. findings.OrderBy(f => order[f.Article])]);
    }

    /// <summary>Copies among the added articles, and of them in the two other lists.</summary>
    private static void Compare(IReadOnlyList<LabelledArticle> added, IReadOnlyList<LabelledArticle> earlier, IReadOnlyList<LabelledArticle> heldOut, List<AdditionFinding> findings)
    {
        LabelledArticle[] all = [.. earlier, .. added, .. heldOut];
        var (first, end) = (earlier.Count, earlier.Count + added.Count);
        foreach (var (a, b, share) in NearDuplicates.Pairs([.. all.Select(l => l.Article.Text)], CopyShare))
        {
            // The later of the two is the one that is added, unless its fellow is to be tested on.
            var (one, other) = b >= end ? (a, b) : (b, a);
            if (one < first || one >= end)
                continue;
            var (id, wording) = (all[one].Article.Id, FormattableString.Invariant($"article '{all[one].Article.Id}' shares {100 * share:F0} % of its wording with '{all[other].Article.Id}'"));
            if (other >= end)
                findings.Add(new AdditionFinding(AdditionKind.Leakage, id, wording + ", which is kept to test on"));
            else
            {
                findings.Add(new AdditionFinding(AdditionKind.NearDuplicate, id, wording));
                Contradict(all[one], all[other], findings);
            }
        }
        var unseen = heldOut.Where(a => a.Split == "test-unseen").SelectMany(a => a.Stances).Select(s => s.Issue).ToHashSet(StringComparer.Ordinal);
        foreach (var labelled in added)
            foreach (var issue in labelled.Stances.Select(s => s.Issue).Distinct(StringComparer.Ordinal).Where(unseen.Contains))
                findings.Add(new AdditionFinding(AdditionKind.Leakage, labelled.Article.Id, $"article '{labelled.Article.Id}' has a label on issue '{issue}', which is kept unseen"));
    }

    private static void Contradict(LabelledArticle labelled, LabelledArticle old, List<AdditionFinding> findings)
    {
        var before = old.Stances.ToDictionary(s => (s.Actor, s.Issue), s => s.Stance);
        void Found(string actor, string issue, string now, string then) =>
            findings.Add(new AdditionFinding(AdditionKind.Contradiction, labelled.Article.Id, $"{actor} on '{issue}' is {now} in article '{labelled.Article.Id}' and {then} in '{old.Article.Id}' of the corpus"));
        foreach (var stance in labelled.Stances)
        {
            if (before.Remove((stance.Actor, stance.Issue), out var then) && then != stance.Stance)
                Found(stance.Actor, stance.Issue, LabelledJson.NameOf(stance.Stance), LabelledJson.NameOf(then));
            else if (!old.Stances.Any(s => s.Actor == stance.Actor && s.Issue == stance.Issue) && old.IsKnown(stance.Actor, stance.Issue))
                Found(stance.Actor, stance.Issue, LabelledJson.NameOf(stance.Stance), LabelledJson.NoStance);
        }
        foreach (var ((actor, issue), then) in before)
            if (labelled.IsKnown(actor, issue))
                Found(actor, issue, LabelledJson.NoStance, LabelledJson.NameOf(then));
    }
}
