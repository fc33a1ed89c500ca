using System.Collections.Concurrent;

namespace Stance;

/// <summary>How articles are analysed. Immutable; change with <c>with</c>.</summary>
public sealed record AnalyzerOptions
{
    /// <summary>Report a stance or sentiment from this calibrated probability on, in [0, 1]; <c>null</c>: the model's own thresholds, chosen in training for the best F1 (for stances not below <see cref="TrainingOptions.LowestThreshold"/>). Higher is more precise and finds less.</summary>
    public double? MinProbability { get; init; }

    /// <summary>Threads for many articles, at least 1. Default: one a core.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>Reads articles and says which state takes which stance on which issue. Immutable and thread-safe; build one and keep it.</summary>
public sealed class StanceAnalyzer
{
    private readonly StanceMachinery machinery;
    private readonly AnalyzerOptions options;
    private readonly ConcurrentDictionary<IssueIndex, ConcurrentBag<IssueMatcher>> matchers = new();

    /// <summary>An analyzer.</summary>
    /// <param name="model">The model; <c>null</c>: the shipped one.</param>
    /// <param name="issues">The issues to look for; <c>null</c>: the shipped catalogue.</param>
    /// <param name="actors">The actors to look for; <c>null</c>: the shipped catalogue.</param>
    /// <param name="options">How; <c>null</c>: the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A probability outside [0, 1], or fewer than one thread.</exception>
    public StanceAnalyzer(StanceModel? model = null, IssueCatalog? issues = null, ActorCatalog? actors = null, AnalyzerOptions? options = null)
    {
        this.options = options ?? new();
        if (this.options.MinProbability is { } p && p is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(options), p, "minimum probability; allowed: 0 to 1");
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.Threads, 1);
        (Model, Issues, Actors) = (model ?? StanceModel.Default, issues ?? IssueCatalog.Default, actors ?? ActorCatalog.Default);
        machinery = new StanceMachinery(new Lexicon(Actors, Model.Data), Issues, Model.Weights, Model.Background);
    }

    /// <summary>The shipped model, issues and actors.</summary>
    public static StanceAnalyzer Default => Shared.Value;

    private static readonly Lazy<StanceAnalyzer> Shared = new(() => new StanceAnalyzer());

    internal AnalyzerOptions Options => options;

    /// <summary>The model in use.</summary>
    public StanceModel Model { get; }

    /// <summary>The issues looked for.</summary>
    public IssueCatalog Issues { get; }

    /// <summary>The actors looked for.</summary>
    public ActorCatalog Actors { get; }

    /// <summary>What one article says.</summary>
    /// <param name="article">The article.</param>
    public ArticleStances Analyze(Article article) => Analyze(article, []);

    /// <summary>What one article says, and an answer for each asked pair.</summary>
    /// <param name="article">The article.</param>
    /// <param name="pairs">Pairs of an actor's code and an issue's id; each comes back in <see cref="ArticleStances.Pairs"/> with all probabilities, in the order asked.</param>
    /// <exception cref="ArgumentException">An actor or issue that this analyzer does not know.</exception>
    public ArticleStances Analyze(Article article, IEnumerable<(string Actor, string Issue)> pairs)
    {
        ArgumentNullException.ThrowIfNull(article);
        var asked = pairs.Select(Number).ToList();
        var document = ArticleAnalysis.Of(machinery.Lexicon, article);
        return With(document, scorer => Result(article, document, scorer, asked));
    }

    private ArticleStances Result(Article article, ArticleAnalysis document, ArticleScorer? scorer, List<(int Actor, int Issue)> asked)
    {
        if (scorer is null)
            return new ArticleStances
            {
                Article = article,
                Language = document.Document.Language,
                Stances = [],
                Sentiments = [],
                Reason = document.Document.Tokens.Any(t => t.IsWord) ? EmptyReason.UnsupportedLanguage : EmptyReason.NoText,
                Pairs = [.. asked.Select(p => Answer(p, null))],
            };
        var stances = scorer.Stances();
        var mentions = scorer.Mentions();
        return new ArticleStances
        {
            Article = article,
            Language = document.Document.Language,
            Stances = stances,
            Sentiments = scorer.Sentiments(),
            Mentions = mentions,
            Pairs = [.. asked.Select(p => Answer(p, scorer))],
            Reason = stances.Count > 0 ? EmptyReason.NotEmpty : mentions.Count == 0 ? EmptyReason.NoActor : !scorer.TouchesAnIssue ? EmptyReason.NoIssue : EmptyReason.NoStance,
        };
    }

    /// <summary>Does something with the scores of an article; without any where it is not read.</summary>
    private T With<T>(ArticleAnalysis document, Func<ArticleScorer?, T> what)
    {
        if (document.Document.Tokens.Count == 0 || machinery.IndexOf(document.Document.Language) is not { } index)
            return what(null);
        var bag = matchers.GetOrAdd(index, static _ => []);
        if (!bag.TryTake(out var matcher))
            matcher = new IssueMatcher(index);
        var result = what(new ArticleScorer(machinery, Model, options, document, index, matcher));
        bag.Add(matcher);
        return result;
    }

    /// <summary>Why an article has, or has not, a stance of an actor on an issue: what spoke for and against, feature by feature and statement by statement. Costs some twenty times an analysis; nothing where it is not asked for.</summary>
    /// <param name="article">The article.</param>
    /// <param name="actorCode">The actor's code.</param>
    /// <param name="issueId">The issue's id.</param>
    /// <remarks>Contributions along the paths of trees: Saabas 2014; see <see cref="StanceReasons"/>. They tell how the model came to its answer, not what is true.</remarks>
    /// <exception cref="ArgumentException">An actor or issue that this analyzer does not know.</exception>
    /// <example><code>
    /// var why = StanceAnalyzer.Default.Explain(article, "RUS", "syria-chemical-responsibility");
    /// Console.WriteLine(why.Why);
    /// foreach (var reason in why.FavorReasons!.Against(3))
    ///     Console.WriteLine($"{reason.Feature}: {reason.LogOdds:F1}");
    /// </code></example>
    public StanceExplanation Explain(Article article, string actorCode, string issueId) => Explain(article, [(actorCode, issueId)])[0];

    /// <summary>The same for many pairs of one article, in the order asked.</summary>
    /// <param name="article">The article.</param>
    /// <param name="pairs">Pairs of an actor's code and an issue's id.</param>
    /// <exception cref="ArgumentException">An actor or issue that this analyzer does not know.</exception>
    public IReadOnlyList<StanceExplanation> Explain(Article article, IEnumerable<(string Actor, string Issue)> pairs)
    {
        ArgumentNullException.ThrowIfNull(article);
        var asked = pairs.Select(Number).ToList();
        if (asked.Count == 0)
            return [];
        return With(ArticleAnalysis.Of(machinery.Lexicon, article), scorer =>
            asked.ConvertAll(p => scorer?.Explain(p.Actor, p.Issue) ?? StanceExplainer.NotRead(machinery.Lexicon.Catalog.Actors[p.Actor], machinery.Issues[p.Issue])));
    }

    /// <summary>What many articles say, in their order, analysed on several threads while the results are taken.</summary>
    /// <param name="articles">The articles; read as they are needed.</param>
    /// <param name="cancellation">Stops between articles.</param>
    public IEnumerable<ArticleStances> Analyze(IEnumerable<Article> articles, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return articles.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Min(options.Threads, 512)).WithCancellation(cancellation).WithMergeOptions(ParallelMergeOptions.AutoBuffered).Select(Analyze);
    }

    /// <summary>Who says or does what in an article; nothing where it is in a language that is not read.</summary>
    internal IReadOnlyList<MarkedStatement> StatementsOf(Article article)
    {
        var analysis = ArticleAnalysis.Of(machinery.Lexicon, article);
        return machinery.IndexOf(analysis.Document.Language) is null ? [] : MarkedStatement.Of(analysis, machinery.Lexicon.Catalog);
    }

    /// <summary>The stage at which a labelled pair was lost.</summary>
    internal ErrorKind StageOf(Article article, string actorCode, string issueId, IReadOnlyList<TextSpan> evidence)
    {
        var (actor, issue) = Number((actorCode, issueId));
        var analysis = ArticleAnalysis.Of(machinery.Lexicon, article);
        if (machinery.IndexOf(analysis.Document.Language) is not { } index)
            return ErrorKind.IssueNotMatched;
        if (!analysis.Actors().Contains(actor))
            return ErrorKind.ActorNotFound;
        var windows = IssueWindows.Of(analysis, StatementSignals.Of(machinery.Lexicon, analysis), index, new IssueMatcher(index));
        if (windows.Of(issue) is not { } window || !PairExtractor.IsCandidate(window))
            return ErrorKind.IssueNotMatched;
        if (new PairExtractor(machinery.Lexicon, analysis, StatementSignals.Of(machinery.Lexicon, analysis), index, windows).Extract(actor, issue) is not { } pair)
            return ErrorKind.StatementNotFound;
        var holding = analysis.Statements.Where(s => evidence.Any(analysis.Document.ToBody(s.First, s.End).Overlaps)).ToList();
        if (!pair.Statements.Any(s => holding.Contains(analysis.Statements[s])))
            return ErrorKind.StatementNotFound;
        return holding.Any(s => s.Speakers.Any(p => p.Actor == actor)) ? ErrorKind.StanceMissed : ErrorKind.SpeakerMissed;
    }

    private (int Actor, int Issue) Number((string Actor, string Issue) pair)
    {
        if (!machinery.Lexicon.ActorIndex.TryGetValue(pair.Actor, out var actor))
            throw new ArgumentException($"actor '{pair.Actor}' is not known; allowed: a code of the analyzer's actor catalogue", nameof(pair));
        if (!machinery.IssueNumber.TryGetValue(pair.Issue, out var issue))
            throw new ArgumentException($"issue '{pair.Issue}' is not known; allowed: an id of the analyzer's issue catalogue", nameof(pair));
        return (actor, issue);
    }

    private ActorStance Answer((int Actor, int Issue) pair, ArticleScorer? scorer) =>
        scorer?.Answer(pair.Actor, pair.Issue)
        ?? new ActorStance
        {
            Actor = machinery.Lexicon.Catalog.Actors[pair.Actor],
            Issue = machinery.Issues[pair.Issue],
            Stance = StanceLabel.Favor,
            Probability = 0,
            Probabilities = new StanceProbabilities(0, 0, 0, 1),
            Evidence = [],
        };
}
