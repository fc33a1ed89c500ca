using System.Diagnostics;
using System.Reflection;

namespace Stance;

/// <summary>Trains models on labelled articles.</summary>
/// <param name="options">How; <c>null</c>: the defaults.</param>
public sealed class StanceTrainer(TrainingOptions? options = null)
{
    private readonly TrainingOptions options = options ?? new();

    /// <summary>Trains a model on the calling thread and the thread pool.</summary>
    /// <param name="corpus">Labelled articles with their issues; at least two articles with stances.</param>
    /// <param name="progress">Told of each step when it begins, one after the other, with the seconds so far; from the threads that train.</param>
    /// <param name="cancellation">Stops training within a second, whatever its phase; nothing is left behind.</param>
    /// <exception cref="ArgumentException">The corpus has fewer than two articles with stances.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public StanceModel Train(LabelledCorpus corpus, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default) => Fit(corpus, progress, cancellation, keepRows: false).Model;

    /// <summary>Trains a model on the thread pool; the calling thread is free at once.</summary>
    /// <param name="corpus">Labelled articles with their issues; at least two articles with stances.</param>
    /// <param name="progress">Told of each step when it begins, as in <see cref="Train"/>.</param>
    /// <param name="cancellation">Stops training within a second, whatever its phase; the task is cancelled once no thread of it runs any more, and nothing is left behind.</param>
    /// <returns>The model; faulted and cancelled as <see cref="Train"/> throws.</returns>
    public Task<StanceModel> TrainAsync(LabelledCorpus corpus, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        return Task.Run(() => Train(corpus, progress, cancellation), cancellation);
    }

    /// <summary>Trains an earlier model's corpus and newly labelled articles together, anew: what comes out is the model that <see cref="Train"/> makes of both, with this trainer's options.</summary>
    /// <param name="earlier">The earlier model; it holds a reference to its corpus, not the articles.</param>
    /// <param name="added">Newly labelled articles, or earlier ones with their labels corrected, which take the place of those of the same id or text. On issues outside an article's <see cref="LabelledArticle.LabelledIssues"/> its pairs are unknown, never negative.</param>
    /// <param name="corpus">The earlier model's corpus; <c>null</c>: read again from <see cref="ModelManifest.Sources"/>. Its hash has to be the manifest's.</param>
    /// <param name="heldOut">Articles that are kept to test on, against which what is added is checked; <c>null</c>: none.</param>
    /// <param name="folder">Where the sources' relative paths are looked for if they are not below the working directory, as the model's own folder; <c>null</c>: nowhere else.</param>
    /// <param name="progress">Told of each step.</param>
    /// <param name="cancellation">Stops training within a second; nothing is left behind.</param>
    /// <exception cref="ArgumentException">The corpus is not the one that the model was trained on, or the model does not say where that lies and none is given.</exception>
    /// <exception cref="IOException">A source is gone.</exception>
    /// <exception cref="FormatException">A source has changed since.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public RetrainedModel Retrain(StanceModel earlier, LabelledCorpus added, LabelledCorpus? corpus = null, LabelledCorpus? heldOut = null, string? folder = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        var addition = CorpusAddition.Of(CorpusOf(earlier, corpus, folder), added, heldOut);
        return new RetrainedModel(Train(addition.Corpus, progress, cancellation), addition);
    }

    /// <summary>The corpus of a model.</summary>
    internal static LabelledCorpus CorpusOf(StanceModel model, LabelledCorpus? given, string? folder)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (given is null && model.Manifest.Sources.Count == 0)
            throw new ArgumentException("the model does not say where its corpus lies; allowed: such a model together with its corpus", nameof(given));
        var corpus = given ?? LabelledCorpus.Restore(model.Manifest.Sources, folder);
        return corpus.Hash == model.Manifest.CorpusHash ? corpus
            : throw new ArgumentException($"the corpus has hash {corpus.Hash[..12]}… and {corpus.Articles.Count} articles; allowed: the {model.Manifest.Articles} articles with hash {model.Manifest.CorpusHash[..Math.Min(12, model.Manifest.CorpusHash.Length)]}… that the model was trained on", nameof(given));
    }

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
        var weights = TrainingSet.CountWords(corpus, cancellation);
        var lexicon = new Lexicon(ActorCatalog.Default, data);
        var labelled = corpus.Articles.SelectMany(a => a.Stances).Select(s => s.Issue).ToHashSet(StringComparer.Ordinal);
        Issue[] background = [.. corpus.Issues.Where(i => labelled.Contains(i.Id))];
        var (set, cleanStances, cleanSentiments, gates) = Build(corpus, lexicon, weights, background, Step, cancellation);
        var sentiments = new PairTrainer(SentimentExtractor.Pooling, gates.Sentiments, false, options, keepRows, p => Step("sentiments: " + p), cancellation).Train(set.Sentiments, cleanSentiments, set.SentimentsMissed);
        var links = Links(corpus.Articles.Count, set.Sentiments, sentiments.HeldOut);
        var stances = new PairTrainer(PairPooling.Stances, gates.Stances, options.Mask?.NoMirror != true, options, keepRows, p => Step("stances: " + p), cancellation).Train(set.Stances, cleanStances, set.StancesMissed, options.Mask?.NoSecondLook == true ? null : links);
        var metrics = HeldOutMetrics.Of(set, stances, sentiments);
        var manifest = new ModelManifest
        {
            LibraryVersion = typeof(StanceTrainer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "",
            FeatureSchema = ModelFile.SchemaHash,
            LexiconHash = data.Hash,
            CorpusHash = corpus.Hash,
            Sources = corpus.Sources,
            Articles = corpus.Articles.Count,
            StanceLabels = corpus.Articles.Sum(a => a.Stances.Count),
            Issues = corpus.Articles.SelectMany(a => a.Stances).Select(s => s.Issue).Distinct(StringComparer.Ordinal).Count(),
            Options = options,
            Packages = MlNet.Versions,
            Metrics = metrics,
            Threshold = stances.Model.Threshold,
            SentimentThreshold = sentiments.Model.Threshold,
        };
        return new Fitted(new StanceModel(manifest, data, weights, background, stances.Model, sentiments.Model), set, cleanStances, stances.HeldOut, sentiments.HeldOut);
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

    private (TrainingSet Set, int Stances, int Sentiments, TrainingSet.Gates Gates) Build(LabelledCorpus corpus, Lexicon lexicon, Dictionary<string, WordWeights> weights, Issue[] background, Action<string> step, CancellationToken cancellation)
    {
        var folds = options.Mask?.NoIssueFolds == true ? new FittingFolds(TrainingFolds.ByArticle(corpus, options.Folds, options.Seed), null) : TrainingFolds.ForFitting(corpus, options.Folds, options.Seed);
        var labelled = corpus.Articles.Select(LabelledSpans.Of).ToList();
        var machinery = new StanceMachinery(lexicon, corpus.Issues, weights, background);
        step("candidates");
        var open = new TrainingSet.Gates(PairGate.Open, PairGate.Open, Rows: false);
        var cheap = TrainingSet.Collect(options, labelled.Count, (part, a) => part.Add(machinery, labelled[a], a, folds, open, augmentation: false), cancellation);
        var gates = new TrainingSet.Gates(PairGate.Fit(cheap.Stances, options, cancellation), PairGate.Fit(cheap.Sentiments, options, cancellation), Rows: true);
        step("features");
        var set = TrainingSet.Collect(options, labelled.Count, (part, a) => part.Add(machinery, labelled[a], a, folds, gates, augmentation: false), cancellation);
        var (stances, sentiments) = (set.Stances.Count, set.Sentiments.Count);
        if (!options.Noise)
            return (set, stances, sentiments, gates);
        cancellation.ThrowIfCancellationRequested();
        var random = new Random(options.Seed);
        StanceMachinery[] hidden = [.. Enumerable.Range(0, 3).Select(_ => new StanceMachinery(lexicon, corpus.Issues.Select(i => HidePhrases(i, random)), weights, background))];
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

/// <summary>A model trained again, and what was found about the articles that were added.</summary>
/// <param name="Model">The new model.</param>
/// <param name="Addition">The corpus that it was trained on, and what deserves a look there.</param>
public sealed record RetrainedModel(StanceModel Model, CorpusAddition Addition);
