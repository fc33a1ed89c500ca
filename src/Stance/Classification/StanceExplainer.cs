using System.Globalization;

namespace Stance;

/// <summary>Says why an article has, or has not, a stance of an actor on an issue. Costs many scorings of the pair: it is done when asked only.</summary>
internal sealed class StanceExplainer(StanceMachinery machinery, PairModel model, double threshold, ArticleAnalysis analysis, IssueIndex index, IssueWindows windows, PairExtractor extractor, List<PairSample> pairs, ActorLinks links)
{
    /// <summary>So many statements have their words looked at, and so many words are kept of each.</summary>
    private const int MostRead = 3, MostWords = 6;

    private const double LeastEffect = 0.02;

    public StanceExplanation Explain(int actor, int issue)
    {
        var group = pairs.Where(p => p.Second == issue).ToList();
        var place = group.FindIndex(p => p.First == actor);
        var dropped = place < 0;
        if (dropped)
            group.Insert(place = 0, extractor.Extract(actor, issue, evenIfEmpty: true)!);
        var pair = group[place];
        var explainer = new PairExplainer(model, PairPooling.Stances, group, place, links);
        var score = explainer.Score;
        var stance = score.StanceAt(model.NeutralThreshold);
        var probability = score.Probabilities.Of(stance);
        var (outcome, found, needed) = Outcome(actor, issue, pair, dropped, stance, probability);
        return new StanceExplanation
        {
            Actor = machinery.Lexicon.Catalog.Actors[actor],
            Issue = index.Issues[issue],
            Outcome = outcome,
            Why = Why(outcome, machinery.Lexicon.Catalog.Actors[actor].Code, index.Issues[issue].Id, stance, found, needed, analysis.Names(actor)),
            Stance = stance,
            Probability = probability,
            Probabilities = score.Probabilities,
            Found = found,
            Needed = needed,
            StanceReasons = explainer.Stance(),
            FavorReasons = explainer.Favor(),
            NeutralReasons = explainer.Neutral(),
            Statements = Statements(pair, explainer),
        };
    }

    /// <summary>The explanation where nothing is read.</summary>
    public static StanceExplanation NotRead(Actor actor, Issue issue) => new()
    {
        Actor = actor,
        Issue = issue,
        Outcome = StanceOutcome.NotRead,
        Why = Why(StanceOutcome.NotRead, actor.Code, issue.Id, StanceLabel.Favor, null, null, false),
        Stance = StanceLabel.Favor,
        Probability = 0,
        Probabilities = new StanceProbabilities(0, 0, 0, 1),
    };

    private (StanceOutcome, double? Found, double? Needed) Outcome(int actor, int issue, PairSample pair, bool dropped, StanceLabel stance, double probability)
    {
        if (!analysis.Actors().Contains(actor))
            return (StanceOutcome.ActorNotNamed, null, null);
        if (windows.Of(issue) is not { } window || !PairExtractor.IsCandidate(window))
            return (StanceOutcome.IssueNotTouched, windows.Of(issue)?.Best ?? 0, PairExtractor.FewestMatch);
        if (pair.Statements.Length == 0)
            return (StanceOutcome.NoStatement, null, null);
        if (dropped)
            return (StanceOutcome.Dropped, model.Gate.Trees.Score(pair.Gate), model.Gate.Threshold);
        return (probability < threshold ? StanceOutcome.Improbable : stance == StanceLabel.Neutral ? StanceOutcome.Neutral : StanceOutcome.Reported, probability, threshold);
    }

    private static string Why(StanceOutcome outcome, string actor, string issue, StanceLabel stance, double? found, double? needed, bool doubtful)
    {
        string Of(double? figure) => (figure ?? 0).ToString("0.00", CultureInfo.InvariantCulture);
        var label = stance switch { StanceLabel.Favor => "favor", StanceLabel.Against => "against", _ => "neutral" };
        return outcome switch
        {
            StanceOutcome.NotRead => "No stance: the article has no words, or is in a language that is not read.",
            StanceOutcome.ActorNotNamed => doubtful ? $"No stance: {actor} is named by a doubtful form only." : $"No stance: {actor} is not named.",
            StanceOutcome.IssueNotTouched => $"No stance: no sentence touches {issue}; the best matches it to {Of(found)}, {Of(needed)} is needed.",
            StanceOutcome.NoStatement => $"No stance: no statement brings {actor} and {issue} together.",
            StanceOutcome.Dropped => $"No stance: the first quick look dropped the pair at log-odds {Of(found)}, {Of(needed)} is needed.",
            StanceOutcome.Improbable => $"No stance: the likeliest, {label}, has probability {Of(found)}, {Of(needed)} is needed.",
            StanceOutcome.Neutral => $"{actor} is neutral: it addresses {issue} without taking a side (probability {Of(found)}, {Of(needed)} is needed).",
            _ => $"{actor} is {(stance == StanceLabel.Favor ? "in favor" : "against")} (probability {Of(found)}, {Of(needed)} is needed).",
        };
    }

    private List<StatementExplanation> Statements(PairSample pair, PairExplainer explainer)
    {
        var statements = new List<StatementExplanation>();
        foreach (var row in Enumerable.Range(0, pair.Rows.Count).OrderByDescending(r => explainer.Row(r).Evidence).ThenBy(r => r))
        {
            var statement = analysis.Statements[pair.Statements[row]];
            var (evidence, side) = explainer.Row(row);
            var (stance, favor) = explainer.Added(row);
            var speaker = Speaker(statement, pair.First);
            statements.Add(new StatementExplanation
            {
                Span = Place(statement.First, statement.End),
                Text = analysis.Document.Original(statement.First, statement.End),
                Speaker = speaker is { } by ? machinery.Lexicon.Catalog.Actors[by.Actor] : null,
                SpeakerName = speaker is { } named ? analysis.Document.Original(analysis.Mentions[named.Mention].First, analysis.Mentions[named.Mention].End) : null,
                SpeakerConfidence = speaker?.Confidence ?? 0,
                SpeakerFound = speaker is { } found ? InWords(found.How) : null,
                EvidenceProbability = evidence,
                Side = side,
                StanceLogOdds = stance,
                FavorLogOdds = favor,
                EvidenceReasons = explainer.Evidence(row),
                Words = statements.Count < MostRead ? Words(statement, explainer.Tokens(row)) : [],
            });
        }
        return statements;
    }

    private List<TokenEffect> Words(Statement statement, List<(int Token, double Evidence, double Favor)> tokens) =>
        [.. tokens.Where(t => Size(t) >= LeastEffect).OrderByDescending(Size).ThenBy(t => t.Token).Take(MostWords)
            .Select(t => (At: statement.First + t.Token, t.Evidence, t.Favor)).Select(t => new TokenEffect(Place(t.At, t.At + 1), analysis.Document.Original(t.At, t.At + 1), t.Evidence, t.Favor))];

    private static double Size((int Token, double Evidence, double Favor) token) => Math.Max(Math.Abs(token.Evidence), Math.Abs(token.Favor));

    /// <summary>A place in the text; none in the headline.</summary>
    private TextSpan? Place(int first, int end) => analysis.Document.ToBody(first, end) is { Start: >= 0 } span ? span : null;

    private static Speaker? Speaker(Statement statement, int actor)
    {
        foreach (var speaker in statement.Speakers)
            if (speaker.Actor == actor)
                return speaker;
        return statement.Speakers.Count > 0 ? statement.Speakers[0] : null;
    }

    private static string InWords(Attribution how) => how switch
    {
        Attribution.Subject => "subject of the statement",
        Attribution.Continued => "goes on from the statement before",
        Attribution.Carried => "spoke last",
        Attribution.Outer => "speaker of the statement around it",
        Attribution.Embedded => "somebody reports it",
        _ => "named first",
    };
}
