using System.Diagnostics;
using System.Reflection;

namespace Stance;

/// <summary>Trains models on labelled articles.</summary>
/// <param name="options">How; <c>null</c>: the defaults.</param>
public sealed class StanceTrainer(TrainingOptions? options = null)
{
    private readonly TrainingOptions options = options ?? new();

    /// <summary>Trains a model.</summary>
    /// <param name="corpus">Labelled articles with their issues; at least two articles with stances.</param>
    /// <param name="progress">Told of each step.</param>
    /// <param name="cancellation">Stops training; nothing is left behind.</param>
    /// <exception cref="ArgumentException">The corpus has fewer than two articles with stances.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public StanceModel Train(LabelledCorpus corpus, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default) => Fit(corpus, progress, cancellation, keepRows: false).Model;

    /// <summary>A model with its predictions on held-out parts of the corpus.</summary>
    internal sealed record Fitted(StanceModel Model, TrainingSet Set, int CleanStances, PairScore[] HeldOut, PairScore[] SentimentsHeldOut);

    internal Fitted Fit(LabelledCorpus corpus, IProgress<TrainingProgress>? progress, CancellationToken cancellation, LanguageData? languageData = null, bool keepRows = true)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        options.Check();
        if (corpus.Articles.Count(a => a.Stances.Count > 0) < 2)
            throw new ArgumentException($"the corpus has {corpus.Articles.Count(a => a.Stances.Count > 0)} articles with stances; allowed: at least 2", nameof(corpus));
        var watch = Stopwatch.StartNew();
        var steps = 4 + 2 * (options.Folds * 2 + 3);
        var done = 0;
        void Step(string phase)
        {
            // Fits run side by side: their steps are told one after the other, and none once training is cancelled.
            lock (watch)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new TrainingProgress(phase, done++, steps, watch.Elapsed));
            }
        }
        Step("words");
        var data = languageData ?? LanguageData.Shipped;
        var weights = TrainingSet.CountWords(corpus);
        var lexicon = new Lexicon(ActorCatalog.Default, data);
        var (set, cleanStances, cleanSentiments, gates) = Build(corpus, lexicon, weights, Step, cancellation);
        var sentiments = new PairTrainer(SentimentExtractor.Pooling, gates.Sentiments, false, options, keepRows, p => Step("sentiments: " + p), cancellation).Train(set.Sentiments, cleanSentiments, set.SentimentsMissed);
        var links = Links(corpus.Articles.Count, set.Sentiments, sentiments.HeldOut);
        var stances = new PairTrainer(PairPooling.Stances, gates.Stances, true, options, keepRows, p => Step("stances: " + p), cancellation).Train(set.Stances, cleanStances, set.StancesMissed, links);
        var metrics = HeldOutMetrics.Of(set, stances, sentiments);
        var manifest = new ModelManifest
        {
            LibraryVersion = typeof(StanceTrainer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "",
            FeatureSchema = ModelFile.SchemaHash,
            LexiconHash = data.Hash,
            CorpusHash = corpus.Hash,
            Articles = corpus.Articles.Count,
            StanceLabels = corpus.Articles.Sum(a => a.Stances.Count),
            Issues = corpus.Articles.SelectMany(a => a.Stances).Select(s => s.Issue).Distinct(StringComparer.Ordinal).Count(),
            Options = options,
            Packages = MlNet.Versions,
            Metrics = metrics,
            Threshold = stances.Model.Threshold,
            SentimentThreshold = sentiments.Model.Threshold,
        };
        return new Fitted(new StanceModel(manifest, data, weights, stances.Model, sentiments.Model), set, cleanStances, stances.HeldOut, sentiments.HeldOut);
    }

    /// <summary>For each article, how its actors stand to each other by scores of a model that had not seen it.</summary>
    private static ActorLinks[] Links(int articles, List<PairSample> sentiments, PairScore[] heldOut)
    {
        var links = new ActorLinks[articles];
        for (var a = 0; a < articles; a++)
            links[a] = new ActorLinks();
        for (var i = 0; i < heldOut.Length; i++)
            links[sentiments[i].Article].Add(sentiments[i].First, sentiments[i].Second, heldOut[i].Probabilities);
        return links;
    }

    private (TrainingSet Set, int Stances, int Sentiments, TrainingSet.Gates Gates) Build(LabelledCorpus corpus, Lexicon lexicon, Dictionary<string, WordWeights> weights, Action<string> step, CancellationToken cancellation)
    {
        var folds = TrainingFolds.ForFitting(corpus, options.Folds, options.Seed);
        var labelled = corpus.Articles.Select(LabelledSpans.Of).ToList();
        var machinery = new StanceMachinery(lexicon, corpus.Issues, weights);
        step("candidates");
        var open = new TrainingSet.Gates(PairGate.Open, PairGate.Open, Rows: false);
        var cheap = TrainingSet.Collect(options, labelled.Count, (part, a) => part.Add(machinery, labelled[a], a, folds, open, augmentation: false), cancellation);
        var gates = new TrainingSet.Gates(PairGate.Fit(cheap.Stances, options), PairGate.Fit(cheap.Sentiments, options), Rows: true);
        step("features");
        var set = TrainingSet.Collect(options, labelled.Count, (part, a) => part.Add(machinery, labelled[a], a, folds, gates, augmentation: false), cancellation);
        var (stances, sentiments) = (set.Stances.Count, set.Sentiments.Count);
        if (!options.Noise)
            return (set, stances, sentiments, gates);
        var random = new Random(options.Seed);
        StanceMachinery[] hidden = [.. Enumerable.Range(0, 3).Select(_ => new StanceMachinery(lexicon, corpus.Issues.Select(i => HidePhrases(i, random)), weights))];
        var copies = TrainingCopies.Of(labelled, folds, random);
        set.Add(TrainingSet.Collect(options, copies.Count, (part, c) => part.Add(hidden[c % hidden.Length], copies[c].Article, copies[c].First, folds, gates, augmentation: true), cancellation));
        return (set, stances, sentiments, gates);
    }

    /// <summary>The issue as a user in a hurry would define it: some phrases are missing.</summary>
    private Issue HidePhrases(Issue issue, Random random)
    {
        var sides = random.NextDouble() < options.PhraseDropout;
        return issue with
        {
            Topic = Some(issue.Topic, 0.7),
            Favor = sides ? Issue.NoPhrases : Some(issue.Favor, 0.7),
            Against = sides ? Issue.NoPhrases : Some(issue.Against, 0.7),
        };

        Dictionary<string, IReadOnlyList<string>> Some(IReadOnlyDictionary<string, IReadOnlyList<string>> phrases, double share) =>
            phrases.OrderBy(p => p.Key, StringComparer.Ordinal).ToDictionary(p => p.Key, p => (IReadOnlyList<string>)[.. p.Value.Where(_ => random.NextDouble() < share)], StringComparer.Ordinal);
    }
}
