namespace Stance;

/// <summary>Scores the candidates of one article and turns scores into results with evidence.</summary>
internal sealed class ArticleScorer
{
    private const int MostEvidence = 3;

    private readonly StanceMachinery machinery;
    private readonly StanceModel model;
    private readonly AnalyzerOptions options;
    private readonly ArticleAnalysis analysis;
    private readonly IssueIndex index;
    private readonly StatementSignals[] signals;
    private readonly IssueWindows windows;
    private readonly PairExtractor extractor;
    private readonly List<PairSample> pairs, tones;
    private readonly PairScore[] scores, toneScores;
    private readonly ActorLinks links = new();

    public ArticleScorer(StanceMachinery machinery, StanceModel model, AnalyzerOptions options, ArticleAnalysis analysis, IssueIndex index, IssueMatcher matcher)
    {
        (this.machinery, this.model, this.options, this.analysis, this.index) = (machinery, model, options, analysis, index);
        signals = StatementSignals.Of(machinery.Lexicon, analysis);
        windows = IssueWindows.Of(analysis, signals, index, matcher);
        var roles = new RoleReader(machinery.Lexicon, analysis, signals);
        extractor = new PairExtractor(machinery.Lexicon, analysis, signals, index, windows, roles);
        tones = new SentimentExtractor(machinery.Lexicon, analysis, signals, roles).Candidates(model.Sentiments.Gate);
        toneScores = model.Sentiments.Score(tones, SentimentExtractor.Pooling, ActorLinks.None);
        for (var i = 0; i < tones.Count; i++)
            links.Add(tones[i].First, tones[i].Second, toneScores[i].Probabilities);
        pairs = extractor.Candidates(model.Stances.Gate);
        scores = model.Stances.Score(pairs, PairPooling.Stances, links);
    }

    public bool TouchesAnIssue => windows.Issues.Any(i => PairExtractor.IsCandidate(windows.Of(i)!));

    public List<ActorStance> Stances()
    {
        var stances = new List<ActorStance>();
        for (var i = 0; i < pairs.Count; i++)
        {
            var (pair, score) = (pairs[i], scores[i]);
            var stance = score.StanceAt(model.Stances.NeutralThreshold);
            var probability = score.Probabilities.Of(stance);
            if (probability >= (options.MinProbability ?? model.Stances.Threshold))
                stances.Add(Result(pair, score, stance, probability));
        }
        stances.Sort(static (a, b) => a.Probability != b.Probability ? b.Probability.CompareTo(a.Probability)
            : string.CompareOrdinal(a.Actor.Code, b.Actor.Code) is not 0 and var order ? order : string.CompareOrdinal(a.Issue.Id, b.Issue.Id));
        return stances;
    }

    /// <summary>The answer for one pair, whatever its probability.</summary>
    public ActorStance? Answer(int actor, int issue)
    {
        var at = pairs.FindIndex(p => p.First == actor && p.Second == issue);
        if ((at >= 0 ? pairs[at] : extractor.Extract(actor, issue, evenIfEmpty: true)) is not { } pair)
            return null;
        var score = at >= 0 ? scores[at] : model.Stances.Score([pair, .. pairs.Where(p => p.Second == issue)], PairPooling.Stances, links)[0];
        var stance = score.Probabilities.Best;
        return Result(pair, score, stance, score.Probabilities.Of(stance));
    }

    /// <summary>Why a pair has, or has not, a stance.</summary>
    public StanceExplanation Explain(int actor, int issue) =>
        new StanceExplainer(machinery, model.Stances, options.MinProbability ?? model.Stances.Threshold, analysis, index, windows, extractor, pairs, links).Explain(actor, issue);

    private ActorStance Result(PairSample pair, PairScore score, StanceLabel stance, double probability)
    {
        var (evidence, best) = Evidence(pair, score.RowScores);
        return new ActorStance
        {
            Actor = machinery.Lexicon.Catalog.Actors[pair.First],
            Issue = index.Issues[pair.Second],
            Stance = stance,
            Probability = probability,
            Probabilities = score.Probabilities,
            Evidence = evidence,
            Speaker = best < 0 ? null : Speaker(analysis.Statements[best], pair.First),
        };
    }

    public List<ActorSentiment> Sentiments()
    {
        var sentiments = new List<ActorSentiment>();
        for (var i = 0; i < tones.Count; i++)
        {
            var (pair, score) = (tones[i], toneScores[i]);
            var tone = score.StanceAt(model.Sentiments.NeutralThreshold);
            var probability = score.Probabilities.Of(tone);
            if (probability < (options.MinProbability ?? model.Sentiments.Threshold))
                continue;
            sentiments.Add(new ActorSentiment
            {
                Source = machinery.Lexicon.Catalog.Actors[pair.First],
                Target = machinery.Lexicon.Catalog.Actors[pair.Second],
                Sentiment = tone switch { StanceLabel.Favor => SentimentLabel.Positive, StanceLabel.Against => SentimentLabel.Negative, _ => SentimentLabel.Neutral },
                Probability = probability,
                Evidence = Evidence(pair, score.RowScores).Evidence,
            });
        }
        sentiments.Sort(static (a, b) => a.Probability != b.Probability ? b.Probability.CompareTo(a.Probability)
            : string.CompareOrdinal(a.Source.Code, b.Source.Code) is not 0 and var order ? order : string.CompareOrdinal(a.Target.Code, b.Target.Code));
        return sentiments;
    }

    public List<ActorMention> Mentions()
    {
        var mentions = new List<ActorMention>();
        foreach (var mention in analysis.Mentions)
        {
            if (!mention.IsState || mention.Confidence < 0.3f)
                continue;
            var span = analysis.Document.ToBody(mention.First, mention.End);
            if (span.Start >= 0)
                mentions.Add(new ActorMention(machinery.Lexicon.Catalog.Actors[mention.Actor], span, mention.Kind, analysis.Document.Original(mention.First, mention.End)));
        }
        return mentions;
    }

    /// <summary>The sentences of the statements that are most likely evidence, the strongest first, and the statement of the first.</summary>
    private (List<Evidence> Evidence, int Best) Evidence(PairSample pair, double[] scores)
    {
        var order = Enumerable.Range(0, scores.Length).OrderByDescending(r => scores[r]).ThenBy(r => r).ToList();
        var evidence = new List<Evidence>();
        var best = -1;
        foreach (var r in order)
        {
            var statement = analysis.Statements[pair.Statements[r]];
            var span = Passage(statement);
            // The headline is no part of the text that evidence is quoted from.
            if (span.Start < 0)
                continue;
            if (best >= 0 && scores[r] < Math.Max(0.2, 0.4 * scores[order[0]]))
                break;
            if (evidence.Any(e => e.Span.Overlaps(span)))
                continue;
            evidence.Add(new Evidence(span, span.Of(analysis.Document.Article.Text)));
            if (best < 0) best = pair.Statements[r];
            if (evidence.Count == MostEvidence)
                break;
        }
        if (evidence.Count == 0 && Lead() is { } lead)
            evidence.Add(lead);
        return (evidence, best);
    }

    /// <summary>The first sentence of the text: what stands in for evidence that is in the headline only.</summary>
    private Evidence? Lead()
    {
        foreach (var sentence in analysis.Document.Sentences)
        {
            if (sentence.IsTitle || sentence.EndToken <= sentence.FirstToken)
                continue;
            var span = analysis.Document.ToBody(sentence.FirstToken, sentence.EndToken);
            if (span.Start >= 0)
                return new Evidence(span, span.Of(analysis.Document.Article.Text));
        }
        return null;
    }

    /// <summary>The sentence of a statement; of a very long sentence the statement itself.</summary>
    private TextSpan Passage(Statement statement)
    {
        var sentence = analysis.Document.Sentences[statement.Sentence];
        return sentence.EndToken - sentence.FirstToken <= 60
            ? analysis.Document.ToBody(sentence.FirstToken, sentence.EndToken)
            : analysis.Document.ToBody(statement.First, statement.End);
    }

    private string? Speaker(Statement statement, int actor)
    {
        foreach (var speaker in statement.Speakers)
            if (speaker.Actor == actor)
                return analysis.Document.Original(analysis.Mentions[speaker.Mention].First, analysis.Mentions[speaker.Mention].End);
        for (var k = analysis.FirstMention(statement.First); k < analysis.Mentions.Count && analysis.Mentions[k].First < statement.End; k++)
            if (analysis.Mentions[k].Actor == actor)
                return analysis.Document.Original(analysis.Mentions[k].First, analysis.Mentions[k].End);
        return null;
    }
}
