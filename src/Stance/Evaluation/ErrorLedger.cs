namespace Stance;

/// <summary>The stage at fault for an error.</summary>
public enum ErrorKind
{
    /// <summary>Missed: the actor is not among those found in the article.</summary>
    ActorNotFound,

    /// <summary>Missed: no sentence matches the issue well enough to ask about it.</summary>
    IssueNotMatched,

    /// <summary>Missed: actor and issue were found, but no statement brings them together.</summary>
    StatementNotFound,

    /// <summary>Missed: the statements that hold the evidence are given to other speakers only.</summary>
    SpeakerMissed,

    /// <summary>Missed: the statement was found and its speaker is right, but the classifier thought a stance too improbable.</summary>
    StanceMissed,

    /// <summary>False alarm: the evidence is another actor's stance on the same issue.</summary>
    WrongSpeaker,

    /// <summary>False alarm: nobody takes a stance on this issue in the article.</summary>
    IssueFalselyMatched,

    /// <summary>False alarm: others take a stance on the issue, this actor does not.</summary>
    NoStanceTaken,

    /// <summary>The pair is right, the stance is not.</summary>
    WrongStance,

    /// <summary>The triple is right, but no passage given overlaps a gold one.</summary>
    EvidenceOff,
}

/// <summary>One error: a label that was missed, a false alarm, or a wrong stance.</summary>
/// <param name="Kind">The stage at fault.</param>
/// <param name="Article">Id of the article.</param>
/// <param name="Actor">Code of the actor.</param>
/// <param name="Issue">Id of the issue.</param>
/// <param name="Gold">The gold stance, or <c>null</c> for a false alarm.</param>
/// <param name="Predicted">The predicted stance, or <c>null</c> for a miss.</param>
/// <param name="Probability">Probability of the predicted stance, or of the gold stance for a miss; 0 where it was never scored.</param>
/// <param name="Evidence">The gold passage, or the predicted one for a false alarm.</param>
public sealed record StanceError(ErrorKind Kind, string Article, string Actor, string Issue, StanceLabel? Gold, StanceLabel? Predicted, double Probability, string Evidence);

/// <summary>Sorts every miss and false alarm by the stage at fault: work begins at the top of this list.</summary>
public static class ErrorLedger
{
    /// <summary>The errors of an analyzer on labelled articles, in the order of the articles.</summary>
    /// <param name="analyzer">The analyzer.</param>
    /// <param name="corpus">The labelled articles.</param>
    public static IReadOnlyList<StanceError> Of(StanceAnalyzer analyzer, LabelledCorpus corpus)
    {
        var predictions = StanceEvaluator.Predict(analyzer, corpus.Articles);
        return [.. corpus.Articles.Zip(predictions, (gold, predicted) => Of(analyzer, gold, predicted)).SelectMany(e => e)];
    }

    internal static IEnumerable<StanceError> Of(StanceAnalyzer analyzer, LabelledArticle gold, ArticleStances predicted)
    {
        var found = predicted.Stances.ToDictionary(s => (s.Actor.Code, s.Issue.Id));
        var answers = predicted.Pairs.ToDictionary(s => (s.Actor.Code, s.Issue.Id));
        foreach (var label in gold.Stances)
        {
            var spans = EvidencePlaces.In(gold.Article.Text, label.Evidence, label.Spans);
            var quote = label.Evidence.Count > 0 ? label.Evidence[0] : "";
            if (!found.TryGetValue((label.Actor, label.Issue), out var stance))
                yield return new StanceError(StageOf(analyzer, gold.Article, label, spans), gold.Article.Id, label.Actor, label.Issue, label.Stance, null,
                    answers.TryGetValue((label.Actor, label.Issue), out var answer) ? answer.Probabilities.Of(label.Stance) : 0, quote);
            else if (stance.Stance != label.Stance)
                yield return new StanceError(ErrorKind.WrongStance, gold.Article.Id, label.Actor, label.Issue, label.Stance, stance.Stance, stance.Probability, quote);
            else if (spans.Count > 0 && !stance.Evidence.Any(e => spans.Any(e.Span.Overlaps)))
                yield return new StanceError(ErrorKind.EvidenceOff, gold.Article.Id, label.Actor, label.Issue, label.Stance, stance.Stance, stance.Probability, quote);
        }
        var labelled = gold.Stances.Select(s => (s.Actor, s.Issue)).ToHashSet();
        foreach (var stance in predicted.Stances)
        {
            if (labelled.Contains((stance.Actor.Code, stance.Issue.Id)) || !gold.IsKnown(stance.Actor.Code, stance.Issue.Id))
                continue;
            var others = gold.Stances.Where(s => s.Issue == stance.Issue.Id).ToList();
            var kind = others.Count == 0 ? ErrorKind.IssueFalselyMatched
                : stance.Evidence.Count > 0 && others.Any(o => Shares(gold.Article.Text, o, stance.Evidence[0])) ? ErrorKind.WrongSpeaker
                : ErrorKind.NoStanceTaken;
            yield return new StanceError(kind, gold.Article.Id, stance.Actor.Code, stance.Issue.Id, null, stance.Stance, stance.Probability, stance.Evidence.Count > 0 ? stance.Evidence[0].Text : "");
        }
    }

    /// <summary>Whether a passage is evidence of a label: by its recorded place, else by its words.</summary>
    private static bool Shares(string text, GoldStance label, Evidence passage) => label.Spans is not null ? EvidencePlaces.In(text, label.Evidence, label.Spans).Exists(passage.Span.Overlaps)
        : label.Evidence.Any(q => passage.Text.Contains(q, StringComparison.Ordinal) || q.Contains(passage.Text, StringComparison.Ordinal));

    /// <summary>An issue or actor outside the analyzer's catalogues is never found: that is their stage's fault.</summary>
    private static ErrorKind StageOf(StanceAnalyzer analyzer, Article article, GoldStance label, List<TextSpan> evidence) =>
        analyzer.Actors.Find(label.Actor) is null ? ErrorKind.ActorNotFound
        : analyzer.Issues.Find(label.Issue) is null ? ErrorKind.IssueNotMatched
        : analyzer.StageOf(article, label.Actor, label.Issue, evidence);
}
