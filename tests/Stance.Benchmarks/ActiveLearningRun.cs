using System.Diagnostics;

namespace Stance.Benchmarks;

/// <summary>Labels chosen against labels drawn by lot: learning curves on the shipped corpus, whose labels are hidden until an article is chosen. Run from the repository's root.</summary>
internal static class ActiveLearningRun
{
    private const int Start = 150, Rounds = 5, Batch = 50;

    /// <summary>Small trees and no disturbed copies: a model trains in seconds.</summary>
    private static readonly TrainingOptions Quick = new() { Folds = 2, RowTrees = 30, PairTrees = 30, Noise = false };

    private static readonly (string Name, Func<StanceAnalyzer, List<Article>, LabelledCorpus, int, IEnumerable<string>> Choose)[] Ways =
    [
        ("random", (_, pool, _, seed) => { var ids = pool.Select(a => a.Id).Order(StringComparer.Ordinal).ToArray(); new Random(seed).Shuffle(ids); return ids.Take(Batch); }),
        ("uncertainty", (analyzer, pool, known, _) => Suggest(analyzer, pool, known, new() { Count = Batch, Coverage = 0, Diversity = 0 })),
        ("suggest", (analyzer, pool, known, _) => Suggest(analyzer, pool, known, new() { Count = Batch })),
    ];

    private static IEnumerable<string> Suggest(StanceAnalyzer analyzer, List<Article> pool, LabelledCorpus known, SuggestionOptions options) => LabelSuggestions.Choose(analyzer, pool, known, options).Select(s => s.Article.Id);

    /// <summary>Trains on 150 articles of the train split, five times labels 50 more, and scores each model on the test split; for each way of choosing, from the same start.</summary>
    /// <param name="seeds">Number of starts.</param>
    public static int Run(int seeds)
    {
        var corpus = LabelledCorpus.Read("training-data");
        LabelledCorpus train = corpus.OfSplit("train"), test = corpus.OfSplit("test");
        var watch = Stopwatch.StartNew();
        var curves = new Dictionary<(string Way, int Seed), List<(int Labels, double Triples, double Pairs)>>();
        for (var seed = 1; seed <= seeds; seed++)
        {
            var ids = train.Articles.Select(a => a.Article.Id).Order(StringComparer.Ordinal).ToArray();
            new Random(seed).Shuffle(ids);
            var start = ids.Take(Start).ToHashSet(StringComparer.Ordinal);
            StanceModel? first = null;
            foreach (var (name, choose) in Ways)
            {
                var known = new HashSet<string>(start, StringComparer.Ordinal);
                var curve = curves[(name, seed)] = [];
                for (var round = 0; ; round++)
                {
                    var labelled = train.Where(a => known.Contains(a.Article.Id));
                    // All ways begin with the same model.
                    var model = round == 0 ? first ??= new StanceTrainer(Quick with { Seed = seed }).Train(labelled) : new StanceTrainer(Quick with { Seed = seed }).Train(labelled);
                    var analyzer = new StanceAnalyzer(model, corpus.Issues);
                    var report = StanceEvaluator.Evaluate(analyzer, test);
                    curve.Add((labelled.Articles.Sum(a => a.Stances.Count), report.Triples.F1.Value, report.Pairs.F1.Value));
                    Console.Error.WriteLine(FormattableString.Invariant($"seed {seed}, {name}, {known.Count} articles, {curve[^1].Labels} labels: triple F1 {curve[^1].Triples:F3}, pair F1 {curve[^1].Pairs:F3} ({watch.Elapsed.TotalMinutes:F1} min)"));
                    if (round == Rounds)
                        break;
                    known.UnionWith(choose(analyzer, [.. train.Articles.Where(a => !known.Contains(a.Article.Id)).Select(a => a.Article)], labelled, seed * 100 + round));
                }
            }
        }
        Print(curves, seeds);
        Console.WriteLine(FormattableString.Invariant($"\n{watch.Elapsed.TotalMinutes:F1} minutes"));
        return 0;
    }

    private static void Print(Dictionary<(string Way, int Seed), List<(int Labels, double Triples, double Pairs)>> curves, int seeds)
    {
        Console.WriteLine($"| seed | way | {string.Join(" | ", Enumerable.Range(0, Rounds + 1).Select(r => $"{Start + r * Batch}"))} | area, triple F1 | area, pair F1 | labels |");
        Console.WriteLine($"| ---: | --- |{string.Concat(Enumerable.Repeat(" ---: |", Rounds + 4))}");
        for (var seed = 1; seed <= seeds; seed++)
            foreach (var (name, _) in Ways)
                Console.WriteLine($"| {seed} | {name} | {Row(curves[(name, seed)])} |");
        foreach (var (name, _) in Ways)
        {
            var all = Enumerable.Range(1, seeds).Select(s => curves[(name, s)]).ToList();
            Console.WriteLine($"| mean | {name} | {Row([.. Enumerable.Range(0, Rounds + 1).Select(r => ((int)all.Average(c => c[r].Labels), all.Average(c => c[r].Triples), all.Average(c => c[r].Pairs)))])} |");
        }

        static string Row(List<(int Labels, double Triples, double Pairs)> curve) => FormattableString.Invariant(
            $"{string.Join(" | ", curve.Select(p => p.Triples.ToString("F3", System.Globalization.CultureInfo.InvariantCulture)))} | {Area(curve, p => p.Triples):F4} | {Area(curve, p => p.Pairs):F4} | {curve[^1].Labels}");
    }

    /// <summary>Area under a curve by trapezoids over the width of it: the mean height.</summary>
    private static double Area<T>(List<T> curve, Func<T, double> height) => Enumerable.Range(1, curve.Count - 1).Average(i => (height(curve[i - 1]) + height(curve[i])) / 2);
}
