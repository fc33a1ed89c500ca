using System.Diagnostics;

namespace Stance.Benchmarks;

/// <summary>Stances of passages on two public data sets, trained on their own train parts and scored on their test parts, beside stock ML.NET pipelines. Run from the repository's root.</summary>
internal static class PassageRun
{
    private static string Shared => Path.Combine(Environment.GetEnvironmentVariable("STANCE_SHARED") ?? "../shared", "external");

    /// <summary>Runs on one set, or on both.</summary>
    public static int Run(string[] args)
    {
        foreach (var set in args is [var one, ..] ? new[] { one } : ["ans", "arabicstancex"])
        {
            var (train, test) = (Read(set, "train"), Read(set, "test"));
            Console.WriteLine($"\n{set}: {train.Count} pairs to train on, {test.Count} to test on");
            HeldOut(train, out var models);
            Console.WriteLine("\nThe rows of Stance are read out of one training, which fits linear models and trees together: its seconds stand with each of them. Those of the others are of their own training and prediction.");
            Console.WriteLine("\n| on the test part | accuracy | macro-F1 | favor/against F1 | F1 favor | F1 against | F1 neutral | ECE | s |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            foreach (var (name, model, seconds) in models)
                Print(name, PassageEvaluator.Evaluate(model, test), seconds, calibrated: true);
            foreach (var (name, learner) in StockPassages.Learners)
            {
                var watch = Stopwatch.StartNew();
                var predicted = StockPassages.Predict(learner, train, test);
                Print(name, PassageEvaluator.Score([.. test.Select(t => t.Stance)], predicted), watch.Elapsed.TotalSeconds, calibrated: false);
            }
        }
        return 0;
    }

    /// <summary>What cross-validation on the train part says of each view, each learner and the weighing: no choice is made on the test part.</summary>
    private static void HeldOut(List<LabelledPassage> train, out List<(string Name, PassageStanceModel Model, double Seconds)> models)
    {
        Console.WriteLine("\n| held out, on the train part | accuracy | macro-F1 | favor/against F1 |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        models = [];
        var watch = Stopwatch.StartNew();
        var options = new PassageTrainingOptions();
        var fitted = new PassageStanceTrainer(options).Fit(train, new Progress(), default);
        var seconds = watch.Elapsed.TotalSeconds;
        StanceLabel[] gold = [.. train.Select(t => t.Stance)];
        string[] views = ["view of words, linear", "view of letters, linear", "view of the pair, linear"];
        for (var v = 0; v < views.Length; v++)
            Print(views[v], fitted.Result.Dense.Select(d => Best([.. d.Skip(PairComparison.Names.Length + v * PassageScorer.Stances).Take(PassageScorer.Stances).Select(x => (double)x)])));
        foreach (var (name, learner, comparison) in new[] { ("all views, linear", PassageLearner.Linear, true), ("all views, trees", PassageLearner.Trees, true), ("all views, both", PassageLearner.Both, true), ("all views without the comparison, both", PassageLearner.Both, false) })
        {
            var fitting = new PassageFitting(options with { Learner = learner }, [], [], [.. gold.Select(g => (int)g)], fitted.Parts.Folds, _ => { });
            var (scores, stage) = fitting.HeldOutStage(comparison ? fitted.Result.Dense : [.. fitted.Result.Dense.Select(d => (float[])[.. new float[PairComparison.Names.Length], .. d[PairComparison.Names.Length..]])]);
            Print(name + ", most probable", scores.Select(s => Best(stage.Calibrated(s))));
            Print(name + ", weighed", scores.Select(s => stage.Decide(stage.Calibrated(s))));
            if (comparison)
                models.Add(($"Stance, {learner.ToString().ToLowerInvariant()}", new PassageStanceModel(new PassageManifest(), LanguageData.Shipped, fitted.Targets, fitted.Result.Scorer with { Stage = stage }), seconds));
        }
        models.Add(("Stance, both, most probable", new PassageStanceModel(new PassageManifest(), LanguageData.Shipped, fitted.Targets, fitted.Result.Scorer with { Stage = fitted.Result.Scorer.Stage with { Weights = [1, 1, 1] } }), seconds));

        void Print(string name, IEnumerable<StanceLabel> predicted)
        {
            var figures = PassageFigures.Of(gold, [.. predicted]);
            Console.WriteLine(FormattableString.Invariant($"| {name} | {figures.Accuracy:F3} | {figures.MacroF1:F3} | {figures.FavorAgainstF1:F3} |"));
        }
    }

    private sealed class Progress : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Console.Error.WriteLine(FormattableString.Invariant($"{value.Elapsed.TotalSeconds,6:F1} s  {value.Phase}"));
    }

    private static StanceLabel Best(double[] scores) => (StanceLabel)Array.IndexOf(scores, scores.Max());

    private static void Print(string name, PassageReport r, double seconds, bool calibrated) => Console.WriteLine(FormattableString.Invariant(
        $"| {name} | {r.Accuracy} | {r.MacroF1} | {r.FavorAgainstF1} | {string.Join(" | ", Enum.GetValues<StanceLabel>().Select(s => r.PerClass[s].F1.Value.ToString("F3", System.Globalization.CultureInfo.InvariantCulture)))} | {(calibrated ? r.CalibrationError.ToString() : "")} | {seconds:F0} |"));

    private static List<LabelledPassage> Read(string set, string part) => [.. set switch
    {
        "ans" => LabelledPassages.Read(Path.Combine(Shared, "ans", part + ".csv"), new PassageColumns { Passage = "s2", Proposition = "s1" }),
        "arabicstancex" => LabelledPassages.Read(Path.Combine(Shared, "arabicstancex", "all.csv"), new PassageColumns { Passage = "text", Proposition = "topic", Where = ("split", part) }),
        _ => throw new ArgumentException($"'{set}' is no data set of this run; allowed: ans, arabicstancex"),
    }];
}
