namespace Stance;

/// <summary>A disturbed copy of one article, or of two joined.</summary>
/// <param name="Article">The copy with its labels.</param>
/// <param name="First">Number of the article; the copy is held out with it.</param>
/// <param name="Second">Number of the article joined to it, or -1.</param>
internal readonly record struct TrainingCopy(LabelledSpans Article, int First, int Second);

/// <summary>Makes the disturbed copies that training sees beside the articles as they are.</summary>
internal static class TrainingCopies
{
    private const int MostTries = 40;

    /// <summary>Copies in which every article occurs once: two by two, as round-ups and long web pages join reports, where a partner of the same fold is found by lot.</summary>
    public static List<TrainingCopy> Of(IReadOnlyList<LabelledSpans> labelled, FittingFolds folds, Random random)
    {
        var copies = new List<TrainingCopy>();
        var used = new bool[labelled.Count];
        for (var first = 0; first < labelled.Count; first++)
        {
            if (used[first])
                continue;
            used[first] = true;
            var other = labelled[random.Next(labelled.Count)].Article;
            var title = other.Language == labelled[first].Article.Language && other.Id != labelled[first].Article.Id ? other.Title ?? "" : "";
            var second = -1;
            for (var tries = 0; tries < MostTries && second < 0; tries++)
                if (random.Next(labelled.Count) is var partner && !used[partner] && folds.OfArticle(partner) == folds.OfArticle(first) && labelled[first].CanJoin(labelled[partner]))
                    second = partner;
            var copy = labelled[first];
            if (second >= 0)
            {
                used[second] = true;
                copy = random.Next(2) == 0 ? copy.Joined(labelled[second]) : labelled[second].Joined(copy);
            }
            copies.Add(new TrainingCopy(copy.Disturbed(title, random), first, second));
        }
        return copies;
    }
}
