using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace Stance.Benchmarks;

/// <summary>Linear model, FastTree and LightGBM on the tasks of statements and of pairs, on held-out parts that share no issue or article (the folds of training). Run from the repository's root.</summary>
internal static class LearnerRun
{
    private const int MostOthers = 20_000;

    private static readonly TreeOptions Trees = new(60, 16, 20, 0.13);

    /// <summary>One row of a task: its vector, class and fold.</summary>
    private readonly record struct Row(float[] Features, bool Label, int Fold);

    /// <summary>A learner: fits some rows and scores others.</summary>
    private delegate double[] Learner(IReadOnlyList<Row> known, IReadOnlyList<Row> heldOut);

    private static readonly (string Name, Learner Fit)[] Learners = [("linear (SDCA)", Linear), ("FastTree", FastTree), ("LightGBM", LightGbm)];

    /// <summary>Fits on the train split, with the folds and samples of training.</summary>
    /// <param name="arguments">The largest number of articles; none: all.</param>
    public static int Run(string[] arguments)
    {
        var train = BenchmarkArticles.Corpus.OfSplit("train");
        if (arguments.Length > 0)
            train = LabelledCorpus.Of(train.Articles.Take(int.Parse(arguments[0], CultureInfo.InvariantCulture)), train.Issues);
        var options = new TrainingOptions { Noise = false };
        var samples = new StanceTrainer(options).Fit(train, null, default).Set.Stances;
        Console.WriteLine($"{train.Articles.Count} articles, {samples.Count} candidates, {options.Folds} parts that share no issue");
        Console.WriteLine("| task | rows | positive | learner | AUC | average precision | best F1 | seconds |");
        Console.WriteLine("| --- | ---: | ---: | --- | ---: | ---: | ---: | ---: |");
        var schema = StanceFeatures.Schema;
        var statements = samples.SelectMany(s => Enumerable.Range(0, s.Rows.Count).Select(r => (Sample: s, Row: s.Rows[r].ToArray(), Evidence: s.IsEvidence[r]))).ToList();
        Report("is a statement evidence", Drawn([.. statements.Select(s => new Row(schema.Fold(s.Row), s.Evidence, s.Sample.Fold))]));
        var sided = statements.Where(s => s.Evidence && s.Sample.Label is (PairLabel.Favor or PairLabel.Against)).ToList();
        Report("side of a statement", [.. sided.Select(s => new Row(s.Row, s.Sample.Label == PairLabel.Favor, s.Sample.Fold))]);
        var pooled = Pooled(samples, options.Folds);
        var pooling = PairPooling.Stances;
        Report("has a pair a stance", Drawn([.. samples.Select((s, i) => new Row(pooling.Even(pooled[i]), s.Label != PairLabel.None, s.Fold))]));
        Report("side of a pair", [.. samples.Select((s, i) => (s, i)).Where(p => p.s.Label is PairLabel.Favor or PairLabel.Against).Select(p => new Row(pooling.Sides(pooled[p.i]).ToArray(), p.s.Label == PairLabel.Favor, p.s.Fold))]);
        return 0;
    }

    /// <summary>All positive rows and, of many others, some by lot.</summary>
    private static List<Row> Drawn(List<Row> rows)
    {
        var lot = new Random(1);
        var share = MostOthers / (double)Math.Max(1, rows.Count(r => !r.Label));
        return [.. rows.Where(r => r.Label || lot.NextDouble() < share)];
    }

    /// <summary>The features of pairs, pooled over statement scores of models that had not seen their fold.</summary>
    private static float[][] Pooled(List<PairSample> samples, int folds)
    {
        var (pooling, pooled) = (PairPooling.Stances, new float[samples.Count][]);
        for (var fold = 0; fold < folds; fold++)
        {
            var known = samples.Where(s => s.Fold != fold).SelectMany(s => Enumerable.Range(0, s.Rows.Count).Select(r => (Sample: s, Row: s.Rows[r].ToArray(), Evidence: s.IsEvidence[r]))).ToList();
            var drawn = Drawn([.. known.Select(k => new Row(pooling.EvenRow(k.Row), k.Evidence, 0))]);
            var sided = known.Where(k => k.Evidence && k.Sample.Label is (PairLabel.Favor or PairLabel.Against)).ToList();
            var model = new PairModel
            {
                Mirrored = true,
                RowEvidence = MlNet.Trees([.. drawn.Select(d => d.Features)], [.. drawn.Select(d => d.Label)], null, Trees, 1),
                RowEvidenceRoles = SequenceScorer.None(false),
                RowSide = BlendedScorer.Fit([.. sided.Select(s => s.Row)], [.. sided.Select(s => s.Sample.Label == PairLabel.Favor)], [.. sided.Select(_ => 1f)], pooling.RowSchema, true, Trees, 1),
                RowSideRoles = SequenceScorer.None(true),
                Pair = new TreeEnsemble.Builder().Build(0),
                PairSide = BlendedScorer.None(pooling.SideSchema, true),
                PairNeutral = new TreeEnsemble.Builder().Build(0),
            };
            Parallel.For(0, samples.Count, i =>
            {
                if (samples[i].Fold == fold)
                    pooled[i] = pooling.Pool(samples[i], model.RowScores(samples[i], pooling));
            });
        }
        return pooled;
    }

    private static void Report(string task, List<Row> rows)
    {
        foreach (var (name, fit) in Learners)
        {
            var watch = Stopwatch.StartNew();
            var scored = new List<(double Score, bool Label)>();
            foreach (var fold in rows.Select(r => r.Fold).Distinct().Order())
            {
                List<Row> heldOut = [.. rows.Where(r => r.Fold == fold)];
                // Scores of different parts are compared by their log-odds.
                scored.AddRange(fit([.. rows.Where(r => r.Fold != fold)], heldOut).Zip(heldOut, (score, row) => (score, row.Label)));
            }
            var (area, precision, f1) = Figures(scored);
            Console.WriteLine(FormattableString.Invariant($"| {task} | {rows.Count} | {rows.Count(r => r.Label)} | {name} | {area:F3} | {precision:F3} | {f1:F3} | {watch.Elapsed.TotalSeconds:F1} |"));
        }
    }

    /// <summary>Area under the ROC curve (ties in the order found), average precision, and the best F1 of any threshold.</summary>
    private static (double Area, double Precision, double F1) Figures(List<(double Score, bool Label)> scored)
    {
        var ranked = scored.OrderByDescending(s => s.Score).ToList();
        var positives = ranked.Count(s => s.Label);
        double area = 0, precision = 0, best = 0;
        var right = 0;
        for (var n = 0; n < ranked.Count; n++)
        {
            if (!ranked[n].Label)
            {
                area += right;
                continue;
            }
            right++;
            precision += (double)right / (n + 1);
            best = Math.Max(best, 2.0 * right / (n + 1 + positives));
        }
        return (area / Math.Max(1, (double)positives * (ranked.Count - positives)), precision / Math.Max(1, positives), best);
    }

    private static double[] FastTree(IReadOnlyList<Row> known, IReadOnlyList<Row> heldOut)
    {
        var trees = MlNet.Trees([.. known.Select(r => r.Features)], [.. known.Select(r => r.Label)], null, Trees, 1);
        return [.. heldOut.Select(r => trees.Score(r.Features))];
    }

    /// <summary>Each feature by its standard deviation, clamped, as the model's own linear parts have it.</summary>
    private static double[] Linear(IReadOnlyList<Row> known, IReadOnlyList<Row> heldOut)
    {
        var width = known[0].Features.Length;
        float[] scale = [.. Enumerable.Range(0, width).Select(f => 1 / (MathF.Sqrt(known.Average(r => r.Features[f] * r.Features[f])) + 1e-3f))];
        int[] indices = [.. Enumerable.Range(0, width)];
        float[] Scaled(Row row) => [.. row.Features.Select((v, f) => Math.Clamp(v * scale[f], -4, 4))];
        var model = MlNet.Linear([.. known.Select(r => new SparseRow(indices, Scaled(r)))], [.. known.Select(r => r.Label)], null, width, 1e-3, 1);
        return [.. heldOut.Select(r => model.Score(Scaled(r)))];
    }

    private sealed class Input
    {
        public bool Label { get; set; }

        public float[] Features { get; set; } = [];
    }

    private sealed class Output
    {
        public float Score { get; set; }
    }

    private static double[] LightGbm(IReadOnlyList<Row> known, IReadOnlyList<Row> heldOut)
    {
        var ml = new MLContext(1);
        var schema = SchemaDefinition.Create(typeof(Input));
        schema[nameof(Input.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, known[0].Features.Length);
        IDataView View(IEnumerable<Row> rows) => ml.Data.LoadFromEnumerable(rows.Select(r => new Input { Features = r.Features, Label = r.Label }), schema);
        var model = ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            NumberOfIterations = Trees.Trees,
            NumberOfLeaves = Trees.Leaves,
            MinimumExampleCountPerLeaf = Trees.FewestPerLeaf,
            LearningRate = Trees.LearningRate,
            NumberOfThreads = 1,
            Seed = 1,
        }).Fit(View(known));
        return [.. ml.Data.CreateEnumerable<Output>(model.Transform(View(heldOut)), reuseRowObject: false).Select(o => (double)o.Score)];
    }
}
