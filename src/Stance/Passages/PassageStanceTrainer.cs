using System.Diagnostics;
using System.Reflection;

namespace Stance;

/// <summary>Trains models that say which stance a passage takes toward a proposition, on labelled pairs.</summary>
/// <param name="options">How; <c>null</c>: the defaults.</param>
public sealed class PassageStanceTrainer(PassageTrainingOptions? options = null)
{
    private readonly PassageTrainingOptions options = options ?? new();

    /// <summary>Trains a model.</summary>
    /// <param name="pairs">Labelled passages; at least as many as <see cref="PassageTrainingOptions.Folds"/>, with two different stances or more.</param>
    /// <param name="progress">Told of each step.</param>
    /// <param name="cancellation">Stops between steps; nothing is left behind.</param>
    /// <exception cref="ArgumentException">Too few pairs, all of one stance, or one passage that has more than three quarters of them: then no part can be held out.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public PassageStanceModel Train(IReadOnlyList<LabelledPassage> pairs, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        var fitted = Fit(pairs, progress, cancellation);
        var scorer = fitted.Result.Scorer;
        var figures = PassageFigures.Of([.. pairs.Select(p => p.Stance)], [.. fitted.Result.HeldOut.Select(p => scorer.Stage.Decide(p))]);
        var manifest = new PassageManifest
        {
            LibraryVersion = typeof(PassageStanceTrainer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "",
            FeatureSchema = PassageModelFile.SchemaHash,
            LexiconHash = LanguageData.Shipped.Hash,
            Pairs = pairs.Count,
            Propositions = pairs.Select(p => p.Proposition).Distinct(StringComparer.Ordinal).Count(),
            Targets = fitted.Targets.Length,
            CorpusHash = LabelledPassages.Hash(pairs),
            SharedPropositions = fitted.Parts.SharePropositions,
            Options = options,
            Packages = MlNet.Versions,
            Metrics = new SortedDictionary<string, double>(StringComparer.Ordinal) { ["accuracy"] = figures.Accuracy, ["macro-F1"] = figures.MacroF1, ["favor/against F1"] = figures.FavorAgainstF1 },
        };
        return new PassageStanceModel(manifest, LanguageData.Shipped, fitted.Targets, scorer);
    }

    internal sealed record Fitted(PassageFitting.Result Result, string[] Targets, PassageParts Parts);

    internal Fitted Fit(IReadOnlyList<LabelledPassage> pairs, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        options.Check();
        if (pairs.Count < options.Folds || pairs.Select(p => p.Stance).Distinct().Count() < 2)
            throw new ArgumentException($"found {pairs.Count} pairs with {pairs.Select(p => p.Stance).Distinct().Count()} different stances; allowed: at least {options.Folds} pairs, with at least 2", nameof(pairs));
        var watch = Stopwatch.StartNew();
        var (done, steps) = (0, 3 + 2 * options.Folds);
        void Step(string phase)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new TrainingProgress(phase, done++, steps, watch.Elapsed));
        }
        // What cannot be parted is refused before the work.
        var parts = Parts(pairs, options);
        Step("features");
        var reader = new PassageReader(new Lexicon(ActorCatalog.Default, LanguageData.Shipped));
        var targets = Targets(pairs, options);
        var extractor = new PassageExtractor(reader, targets);
        var features = new PassageExtractor.Features[pairs.Count];
        Parallel.For(0, pairs.Count, i => features[i] = extractor.Of(pairs[i].Passage, pairs[i].Proposition));
        var result = new PassageFitting(options, [.. features.Select(f => f.Views)], [.. features.Select(f => f.Comparison)], [.. pairs.Select(p => (int)p.Stance)], parts.Folds, Step).Fit();
        return new Fitted(result, targets, parts);
    }

    /// <summary>The propositions, folded, that have pairs enough to be learnt apart.</summary>
    private static string[] Targets(IReadOnlyList<LabelledPassage> pairs, PassageTrainingOptions options) =>
        [.. pairs.GroupBy(p => NormalizedText.Fold(p.Proposition), StringComparer.Ordinal).Where(g => g.Count() >= options.FewestPerTarget).Select(g => g.Key).Order(StringComparer.Ordinal)];

    /// <summary>Parts to hold out in turn.</summary>
    /// <exception cref="ArgumentException">The pairs cannot be parted.</exception>
    internal static PassageParts Parts(IReadOnlyList<LabelledPassage> pairs, PassageTrainingOptions options) => PassageParts.Of(pairs, Targets(pairs, options).ToHashSet(StringComparer.Ordinal), options.Folds, options.Seed);
}
