namespace Stance;

/// <summary>A pair that is labelled, or that one of two models reports, with who has it right.</summary>
/// <param name="Change">The pair.</param>
/// <param name="OldSide">It is labelled, and the old model's most probable stance is the label.</param>
/// <param name="NewSide">The same of the new model.</param>
internal readonly record struct ComparedPair(PairChange Change, bool OldSide, bool NewSide)
{
    public bool OldIsRight => Change.Old == Change.Gold;

    public bool NewIsRight => Change.New == Change.Gold;

    /// <summary>The pairs of an article: labelled ones in their order, then those that a model reports without a label.</summary>
    public static IEnumerable<ComparedPair> Of(LabelledArticle gold, ArticleStances older, ArticleStances newer)
    {
        var (a, b) = (Reported(gold, older), Reported(gold, newer));
        var (answersOfOld, answersOfNew) = (Answers(older), Answers(newer));
        var labelled = new HashSet<(string, string)>();
        foreach (var label in gold.Stances)
        {
            var pair = (label.Actor, label.Issue);
            labelled.Add(pair);
            var (ofOld, ofNew) = (a.GetValueOrDefault(pair), b.GetValueOrDefault(pair));
            var (answerOfOld, answerOfNew) = (answersOfOld.GetValueOrDefault(pair), answersOfNew.GetValueOrDefault(pair));
            yield return new ComparedPair(
                new PairChange(gold.Article.Id, label.Actor, label.Issue, label.Stance, ofOld?.Stance, ofNew?.Stance, ofOld?.Probability ?? answerOfOld?.Probabilities.Of(label.Stance) ?? 0,
                    ofNew?.Probability ?? answerOfNew?.Probabilities.Of(label.Stance) ?? 0, label.Evidence.Count > 0 ? label.Evidence[0] : ""),
                answerOfOld?.Stance == label.Stance, answerOfNew?.Stance == label.Stance);
        }
        foreach (var pair in a.Keys.Concat(b.Keys).Distinct().Where(p => !labelled.Contains(p)).Order())
        {
            var (ofOld, ofNew) = (a.GetValueOrDefault(pair), b.GetValueOrDefault(pair));
            yield return new ComparedPair(new PairChange(gold.Article.Id, pair.Actor, pair.Issue, null, ofOld?.Stance, ofNew?.Stance, ofOld?.Probability ?? 0, ofNew?.Probability ?? 0,
                (ofNew ?? ofOld)!.Evidence is [var first, ..] ? first.Text : ""), false, false);
        }
    }

    private static Dictionary<(string Actor, string Issue), ActorStance> Reported(LabelledArticle gold, ArticleStances result) =>
        result.Stances.Where(gold.IsJudged).ToDictionary(s => (s.Actor.Code, s.Issue.Id));

    private static Dictionary<(string Actor, string Issue), ActorStance> Answers(ArticleStances result) => result.Pairs.ToDictionary(s => (s.Actor.Code, s.Issue.Id));
}
