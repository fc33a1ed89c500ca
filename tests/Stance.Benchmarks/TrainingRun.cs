using System.Diagnostics;

namespace Stance.Benchmarks;

/// <summary>Training on the shipped corpus, once: seconds and peak memory.</summary>
internal static class TrainingRun
{
    public static int Run()
    {
        var corpus = BenchmarkArticles.Corpus;
        var watch = Stopwatch.StartNew();
        var model = new StanceTrainer().Train(corpus);
        var seconds = watch.Elapsed.TotalSeconds;
        using var stream = new MemoryStream();
        model.Save(stream);
        Console.WriteLine($"trained on {corpus.Articles.Count} articles, {model.Manifest.StanceLabels} stances in {seconds:F1} s; peak working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:F0} MB; model {stream.Length / 1048576.0:F2} MB");
        watch.Restart();
        stream.Position = 0;
        var analyzer = new StanceAnalyzer(StanceModel.Load(stream));
        Console.WriteLine($"model loaded and analyzer built in {watch.Elapsed.TotalMilliseconds:F0} ms ({analyzer.Issues.Count} issues)");
        return 0;
    }
}
