namespace Stance;

/// <summary>Scores the stances of passages against gold ones.</summary>
public static class PassageEvaluator
{
    private const int Resamples = 300;

    /// <summary>Classifies labelled pairs and scores the result; intervals by bootstrap over pairs.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pairs">The pairs, at least one.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static PassageReport Evaluate(PassageStanceModel model, IReadOnlyList<LabelledPassage> pairs, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Score([.. pairs.Select(p => p.Stance)], [.. pairs.AsParallel().AsOrdered().Select(p => model.Classify(p.Passage, p.Proposition))], seed);
    }

    /// <summary>Trains on all parts but one and scores that one, for each part in turn; parts share no passage and, where the pairs can be parted so (<see cref="PassageReport.SharedPropositions"/>), no proposition that is no target of its own.</summary>
    /// <param name="pairs">The labelled pairs.</param>
    /// <param name="folds">Number of parts, at least 2.</param>
    /// <param name="options">How to train; <c>null</c>: the defaults.</param>
    /// <param name="progress">Told of each step of each training.</param>
    /// <param name="cancellation">Stops between steps.</param>
    /// <exception cref="ArgumentException">The pairs cannot be parted, or what is left of them cannot be trained on.</exception>
    public static PassageReport CrossValidate(IReadOnlyList<LabelledPassage> pairs, int folds = 5, PassageTrainingOptions? options = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        options ??= new();
        var (parts, shared) = PassageStanceTrainer.Parts(pairs, options with { Folds = folds });
        var (gold, predicted) = (new List<StanceLabel>(), new List<PassageStance>());
        foreach (var k in parts.Distinct().Order())
        {
            var model = new PassageStanceTrainer(options).Train([.. pairs.Where((_, i) => parts[i] != k)], progress, cancellation);
            foreach (var pair in pairs.Where((_, i) => parts[i] == k))
            {
                gold.Add(pair.Stance);
                predicted.Add(model.Classify(pair.Passage, pair.Proposition));
            }
        }
        return Score(gold, predicted, options.Seed) with { SharedPropositions = shared };
    }

    /// <summary>Scores predictions.</summary>
    /// <param name="gold">The gold stances, at least one.</param>
    /// <param name="predicted">A prediction for each, in the same order.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <exception cref="ArgumentException">The two have different lengths, or none.</exception>
    public static PassageReport Score(IReadOnlyList<StanceLabel> gold, IReadOnlyList<PassageStance> predicted, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        if (gold.Count != predicted.Count || gold.Count == 0)
            throw new ArgumentException($"found {predicted.Count} predictions for {gold.Count} pairs; allowed: one for each, at least one", nameof(predicted));
        var point = Figures(Enumerable.Range(0, gold.Count));
        var random = new Random(seed);
        var drawn = Enumerable.Range(0, Resamples).Select(_ => Figures(Enumerable.Range(0, gold.Count).Select(_ => random.Next(gold.Count)))).ToArray();
        return new PassageReport
        {
            Pairs = gold.Count,
            Accuracy = Of(f => f.Figures.Accuracy),
            MacroF1 = Of(f => f.Figures.MacroF1),
            FavorAgainstF1 = Of(f => f.Figures.FavorAgainstF1),
            PerClass = Enum.GetValues<StanceLabel>().ToDictionary(s => s, s => (Of(f => f.Figures.PerClass[(int)s]), gold.Count(g => g == s))),
            CalibrationError = Of(f => f.Error),
        };

        (PassageFigures Figures, double Error) Figures(IEnumerable<int> sample)
        {
            int[] rows = [.. sample];
            return (PassageFigures.Of([.. rows.Select(i => gold[i])], [.. rows.Select(i => predicted[i].Stance)]), Error(rows));
        }

        double Error(int[] rows)
        {
            var bins = new (double Sum, int Right, int Count)[10];
            foreach (var i in rows)
            {
                var best = Enum.GetValues<StanceLabel>().MaxBy(predicted[i].Of);
                ref var bin = ref bins[Math.Min(9, (int)(predicted[i].Of(best) * 10))];
                bin = (bin.Sum + predicted[i].Of(best), bin.Right + (gold[i] == best ? 1 : 0), bin.Count + 1);
            }
            return bins.Sum(b => Math.Abs(b.Sum - b.Right)) / rows.Length;
        }

        Estimate Of(Func<(PassageFigures Figures, double Error), double> figure) => Estimate.Of(figure(point), [.. drawn.Select(figure)]);
    }
}
