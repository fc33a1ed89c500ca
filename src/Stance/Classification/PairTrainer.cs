using System.Runtime.ExceptionServices;

namespace Stance;

/// <summary>Trains the parts of a <see cref="PairModel"/>: statements first, then pairs over held-out statement scores, then calibration on held-out pair scores.</summary>
internal sealed class PairTrainer(PairPooling pooling, PairGate gate, bool mirrored, TrainingOptions options, bool keepRows, Action<string> step, CancellationToken cancellation)
{
    private static readonly TreeOptions SideTrees = new(60, 8, 60, 0.13);

    private const int MostNegativeRows = 24_000;

    /// <summary>How often the networks see each statement.</summary>
    private const int Epochs = 4;

    /// <summary>How many networks read a statement. There are ten times as many statements to tell evidence from than to tell sides from: the first are the surer, and the dearer.</summary>
    private const int EvidenceNetworks = 2, SideNetworks = 3;

    private static readonly SemaphoreSlim Cores = new(Environment.ProcessorCount);

    private readonly Random random = new(options.Seed);

    /// <summary>A model together with what it said of each sample while that sample was held out.</summary>
    public sealed record Result(PairModel Model, PairScore[] HeldOut);

    private readonly record struct RowModels(TreeEnsemble Evidence, SequenceScorer Roles, BlendedScorer Side, SequenceScorer SideRoles)
    {
        /// <summary>The mean of the trees and linear parts; of the networks, which cost more to ask than all else, the last, that of all samples.</summary>
        public static RowModels Mean(RowModels[] models) =>
            models[^1] with { Evidence = TreeEnsemble.Mean(Array.ConvertAll(models, m => m.Evidence)), Side = BlendedScorer.Mean(Array.ConvertAll(models, m => m.Side)) };
    }

    private readonly record struct PairModels(TreeEnsemble Stance, BlendedScorer Side, TreeEnsemble Neutral)
    {
        public static PairModels Mean(PairModels[] models) =>
            new(TreeEnsemble.Mean(Array.ConvertAll(models, m => m.Stance)), BlendedScorer.Mean(Array.ConvertAll(models, m => m.Side)), TreeEnsemble.Mean(Array.ConvertAll(models, m => m.Neutral)));
    }

    /// <param name="samples">All samples, disturbed copies included.</param>
    /// <param name="clean">How many of the first ones are not disturbed.</param>
    /// <param name="missed">Labelled pairs without a candidate: they count as missed when the threshold is chosen.</param>
    /// <param name="links">For each article, how its actors stand to each other, held out; <c>null</c>: every pair is looked at alone.</param>
    public Result Train(IReadOnlyList<PairSample> samples, int clean, int missed, IReadOnlyList<ActorLinks>? links = null)
    {
        var kept = Sample(samples);
        // The fits of the parts and of the whole know nothing of one another: each has a core of its own, which is better used so than by one fit on all.
        var rowFits = Fits("statements", fold => FitRows(samples, kept, fold));
        var rowModels = Array.ConvertAll(rowFits, fit => Assemble(fit, default));
        var rows = new RowScores[samples.Count];
        var features = new float[samples.Count][];
        Parallel.For(0, samples.Count, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            rows[i] = rowModels[samples[i].Fold].RowScores(samples[i], pooling);
            features[i] = pooling.Pool(samples[i], rows[i]);
            // Pooled, a statement is asked no more than how likely it is evidence.
            rows[i] = new RowScores(rows[i].Evidence, [], [], []);
        });
        if (!keepRows)
            foreach (var sample in samples)
                sample.DropRows();
        var pairModels = Fits("pairs", fold => FitPairs(samples, features, kept, fold));
        var (stance, side, neutral) = (new double[clean], new double[clean], new double[clean]);
        Parallel.For(0, clean, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            var fit = pairModels[samples[i].Fold];
            var even = pooling.Even(features[i]);
            stance[i] = fit.Stance.Score(even);
            side[i] = fit.Side.Score(pooling.Sides(features[i]), pooling.SideSchema);
            neutral[i] = fit.Neutral.Score(even);
        });
        // What is pooled is looked at by the models of the parts too: they cost little, are there anyhow, and their mean errs less than the last alone (Breiman 1996).
        var model = Assemble(RowModels.Mean(rowFits), PairModels.Mean(pairModels));
        // Disturbed copies hold a choice of the candidates only: what comes now is that of the articles as they are.
        var undisturbed = new ArraySegment<PairSample>([.. samples.Take(clean)]);
        if (links is not null)
        {
            step("together");
            (var joint, stance, side) = JointModel.Fit(undisturbed, PairCalibration.OnlyLong(undisturbed), JointMember.Of(undisturbed, stance, side, rows), links, options, cancellation);
            model = model with { Joint = joint };
        }
        step("calibration");
        return PairCalibration.Fit(model, undisturbed, stance, side, neutral, rows, missed, options, cancellation);
    }

    /// <summary>One fit without each part, and last one on all.</summary>
    private T[] Fits<T>(string what, Func<int, T> fit)
    {
        var fits = new T[options.Folds + 1];
        SideBySide([.. Enumerable.Range(0, fits.Length).Select(n => (Action)(() =>
        {
            step(n < options.Folds ? $"{what}, part {n + 1} of {options.Folds}" : $"{what}, all");
            fits[n] = fit(n < options.Folds ? n : -1);
        }))]);
        return fits;
    }

    private PairModel Assemble(RowModels rows, PairModels pairs)
    {
        var none = new TreeEnsemble.Builder().Build(0);
        return new PairModel
        {
            Gate = gate,
            Mirrored = mirrored,
            RowEvidence = rows.Evidence ?? none,
            RowEvidenceRoles = rows.Roles ?? SequenceScorer.None(false),
            RowSide = rows.Side ?? BlendedScorer.None(pooling.RowSchema, mirrored),
            RowSideRoles = rows.SideRoles ?? SequenceScorer.None(mirrored),
            Pair = pairs.Stance ?? none,
            PairSide = pairs.Side ?? BlendedScorer.None(pooling.SideSchema, mirrored),
            PairNeutral = pairs.Neutral ?? none,
        };
    }

    /// <summary>Which samples are trained on: all labelled ones, and of the others the hard ones first — those with the most statements that bear on the pair — up to a multiple.</summary>
    private bool[] Sample(IReadOnlyList<PairSample> samples)
    {
        var kept = new bool[samples.Count];
        var byArticle = samples.Select((s, i) => (s, i)).GroupBy(p => p.s.Article);
        foreach (var article in byArticle)
        {
            var positives = 0;
            var negatives = new List<int>();
            foreach (var (s, i) in article)
            {
                if (s.Label != PairLabel.None)
                {
                    positives++;
                    kept[i] = true;
                }
                else
                    negatives.Add(i);
            }
            var quota = Math.Max(10, positives * options.NegativesPerPositive);
            if (negatives.Count <= quota)
            {
                foreach (var i in negatives)
                    kept[i] = true;
                continue;
            }
            // Two thirds the hardest, one third at random, so that easy ones are known too.
            var hardness = negatives.ToDictionary(i => i, i => Hardness(samples[i]));
            negatives.Sort((a, b) => hardness[b] != hardness[a] ? hardness[b].CompareTo(hardness[a]) : a.CompareTo(b));
            for (var k = 0; k < quota * 2 / 3; k++)
                kept[negatives[k]] = true;
            for (var k = quota * 2 / 3; k < quota; k++)
                kept[negatives[random.Next(quota * 2 / 3, negatives.Count)]] = true;
        }
        return kept;
    }

    /// <summary>The gate's score: what it can hardly tell from a labelled pair is hard.</summary>
    private double Hardness(PairSample sample) => gate.Trees.Score(sample.Gate);

    // ---- Statements ----------------------------------------------------------------------------------------------

    private RowModels FitRows(IReadOnlyList<PairSample> samples, bool[] kept, int heldOut)
    {
        var rows = new List<float[]>();
        var roles = new List<RoleSequence>();
        var labels = new List<bool>();
        var weights = new List<float>();
        var sideRows = new List<float[]>();
        var sideRoles = new List<RoleSequence>();
        var sideLabels = new List<bool>();
        var sideWeights = new List<float>();
        // Rows without evidence are many: beyond a number they are drawn by lot, and those drawn weigh for the others.
        var negatives = 0;
        for (var i = 0; i < samples.Count; i++)
            if (kept[i] && samples[i].Fold != heldOut)
                negatives += samples[i].IsEvidence.Count(e => !e);
        var share = Math.Min(1f, (float)MostNegativeRows / Math.Max(1, negatives));
        var lot = new Random(options.Seed + heldOut);
        for (var i = 0; i < samples.Count; i++)
        {
            var sample = samples[i];
            if (!kept[i] || sample.Fold == heldOut)
                continue;
            for (var r = 0; r < sample.Rows.Count; r++)
            {
                if (!sample.IsEvidence[r] && share < 1 && lot.NextSingle() >= share)
                    continue;
                rows.Add(pooling.EvenRow(sample.Rows[r]));
                roles.Add(sample.Sequence(r));
                labels.Add(sample.IsEvidence[r]);
                weights.Add(sample.IsEvidence[r] ? 2 * sample.Weight : 1 / share);
                if (!sample.IsEvidence[r] || sample.Label is not (PairLabel.Favor or PairLabel.Against))
                    continue;
                sideRows.Add(sample.Rows[r].ToArray());
                sideRoles.Add(sample.Sequence(r));
                sideLabels.Add(sample.Label == PairLabel.Favor);
                sideWeights.Add(sample.Weight);
            }
        }
        var trees = new TreeOptions(options.RowTrees, options.Leaves, 20, 0.2);
        var (evidence, byRoles, side, sideByRoles) = (default(TreeEnsemble)!, SequenceScorer.None(false), default(BlendedScorer)!, SequenceScorer.None(mirrored));
        var sequences = options.Mask?.NoSequences != true;
        Together(
            () => evidence = MlNet.Trees(rows, labels, weights, trees, options.Seed, cancellation),
            () => byRoles = sequences ? SequenceTrainer.Fit(roles, labels, weights, false, EvidenceNetworks, Epochs, options.Seed, cancellation) : byRoles,
            () => side = BlendedScorer.Fit(sideRows, sideLabels, sideWeights, pooling.RowSchema, mirrored, SideTrees with { Trees = options.RowTrees, LearningRate = 0.2 }, options.Seed, options.Mask, cancellation),
            () => sideByRoles = sequences ? SequenceTrainer.Fit(sideRoles, sideLabels, sideWeights, mirrored, SideNetworks, Epochs, options.Seed, cancellation) : sideByRoles);
        return new RowModels(evidence, byRoles, side, sideByRoles);
    }

    // ---- Pairs ---------------------------------------------------------------------------------------------------

    private PairModels FitPairs(IReadOnlyList<PairSample> samples, float[][] features, bool[] kept, int heldOut)
    {
        var rows = new List<float[]>();
        var labels = new List<bool>();
        var neutralRows = new List<float[]>();
        var neutralLabels = new List<bool>();
        var sideRows = new List<float[]>();
        var sideLabels = new List<bool>();
        List<float> weights = [], neutralWeights = [], sideWeights = [];
        for (var i = 0; i < samples.Count; i++)
        {
            if (!kept[i] || samples[i].Fold == heldOut)
                continue;
            var label = samples[i].Label;
            var even = pooling.Even(features[i]);
            rows.Add(even);
            labels.Add(label != PairLabel.None);
            weights.Add(samples[i].Weight);
            if (label == PairLabel.None)
                continue;
            neutralWeights.Add(samples[i].Weight);
            neutralRows.Add(even);
            neutralLabels.Add(label == PairLabel.Neutral);
            if (label == PairLabel.Neutral)
                continue;
            sideRows.Add(pooling.Sides(features[i]).ToArray());
            sideLabels.Add(label == PairLabel.Favor);
            sideWeights.Add(samples[i].Weight);
        }
        var trees = new TreeOptions(options.PairTrees, options.Leaves, 20, 0.11);
        var (stance, side, neutral) = (default(TreeEnsemble)!, default(BlendedScorer)!, default(TreeEnsemble)!);
        Together(
            () => stance = MlNet.Trees(rows, labels, weights, trees, options.Seed + 1, cancellation),
            () => side = BlendedScorer.Fit(sideRows, sideLabels, sideWeights, pooling.SideSchema, mirrored, SideTrees with { Trees = 50 }, options.Seed + 2, options.Mask, cancellation),
            () => neutral = MlNet.Trees(neutralRows, neutralLabels, neutralWeights, trees with { Trees = options.PairTrees / 2, Leaves = 8 }, options.Seed + 3, cancellation));
        return new PairModels(stance, side, neutral);
    }

    /// <summary>The learners of one fit side by side, so that a core that is done with its fits helps with the last. Of all fits no more learn at a time than there are cores: each has to be waited for when training is
    /// cancelled.</summary>
    private void Together(params Action[] learners) => SideBySide(Array.ConvertAll(learners, learn => (Action)(() =>
    {
        Cores.Wait(cancellation);
        try
        {
            learn();
        }
        finally
        {
            Cores.Release();
        }
    })));

    /// <summary>Each on a thread of its own. Most of them wait for a core, and ML.NET needs threads of the pool: were those that wait taken from it, a busy machine, which adds to its pool slowly, would hardly get on.</summary>
    private void SideBySide(Action[] actions)
    {
        try
        {
            Task.WaitAll(Array.ConvertAll(actions, action => Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)), CancellationToken.None);
        }
        catch (AggregateException e)
        {
            cancellation.ThrowIfCancellationRequested();
            ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
        }
    }
}
