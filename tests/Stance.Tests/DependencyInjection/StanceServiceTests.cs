using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stance.Extensions.DependencyInjection;

namespace Stance.Tests;

public sealed class StanceServiceTests : IDisposable
{
    private readonly StanceTool folder = new();

    /// <summary>Another model of the same corpus: quick, and of other probabilities.</summary>
    private static readonly Lazy<StanceModel> Second = new(() => new StanceTrainer(TrainedModel.Options with { Noise = false, RowTrees = 2, PairTrees = 2 }).Train(LabelledCorpus.Of(TrainedModel.Corpus.Articles.Where(a => a.Stances.Count > 0).Take(12), TrainedModel.Corpus.Issues)));

    private static readonly List<LabelledArticle> Labelled = [.. TrainedModel.Corpus.Articles.Where(a => a.Stances.Count > 0).Take(4)];

    private static readonly List<Article> Articles = Labelled.ConvertAll(a => a.Article);

    private string ModelPath => Path.Combine(folder.Folder, "model.zip");

    private string IssuesPath => Path.Combine(folder.Folder, "issues.json");

    /// <summary>The issues that the articles speak of and no others: a request is quick.</summary>
    public StanceServiceTests()
    {
        var asked = Labelled.SelectMany(a => a.Stances).Select(s => s.Issue).ToHashSet();
        using var all = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.Repository, "training-data", "issues.json")));
        folder.Write("issues.json", $"[{string.Join(",\n", all.RootElement.EnumerateArray().Where(i => asked.Contains(i.GetProperty("id").GetString()!)).Select(i => i.GetRawText()))}]");
    }

    public void Dispose() => folder.Dispose();

    private ServiceProvider Services(bool reload, List<string>? log = null)
    {
        var services = new ServiceCollection();
        if (log is not null)
            services.AddLogging(b => b.AddProvider(new ListLog(log)));
        services.AddStance(o =>
        {
            (o.ModelPath, o.IssuesPath, o.MinProbability, o.ReloadOnChange, o.SettleTime) = (ModelPath, IssuesPath, 0.05, reload, TimeSpan.FromMilliseconds(5));
        });
        return services.BuildServiceProvider();
    }

    private List<string> Answers(StanceModel model)
    {
        var analyzer = new StanceAnalyzer(model, IssueCatalog.Read(IssuesPath), options: new() { MinProbability = 0.05 });
        return Articles.ConvertAll(a => analyzer.Analyze(a).ToJson());
    }

    private static byte[] Bytes(StanceModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    private static async Task Until(Func<bool> holds, string what)
    {
        for (var watch = Stopwatch.StartNew(); !holds(); await Task.Delay(20))
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), what);
    }

    [Fact]
    public async Task A_hundred_swaps_under_eight_threads_break_nothing_and_every_answer_is_wholly_one_model_s()
    {
        StanceModel[] models = [TrainedModel.Model, Second.Value];
        var expected = models.Select(Answers).ToArray();
        Assert.True(expected[0].Zip(expected[1]).All(p => p.First != p.Second), "two models that answer alike prove nothing");
        models[0].Save(ModelPath);
        byte[] first = File.ReadAllBytes(ModelPath), second = Bytes(models[1]);
        using var services = Services(reload: true);
        var service = services.GetRequiredService<StanceService>();
        using var stop = new CancellationTokenSource();
        var (failures, seen) = (new ConcurrentQueue<string>(), new int[2]);
        var threads = Enumerable.Range(0, 8).Select(t => new Thread(() =>
        {
            for (var i = t; !stop.IsCancellationRequested; i++)
            {
                try
                {
                    var answer = service.Analyze(Articles[i % Articles.Count]).ToJson();
                    var by = Array.FindIndex(expected, e => e[i % Articles.Count] == answer);
                    if (by < 0)
                        failures.Enqueue("an answer of neither model: " + answer);
                    else
                        Interlocked.Increment(ref seen[by]);
                    // Requests come and go; threads that never rest would starve the swaps.
                    Thread.Sleep(20);
                }
                catch (Exception e)
                {
                    failures.Enqueue(e.ToString());
                }
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        try
        {
            for (var swap = 1; swap <= 100; swap++)
            {
                // As Save does it; most are so close that one reading answers for several. Every seventh is waited for, so that either model is in use for a while.
                TextFile.Write(ModelPath, stream => stream.Write(swap % 2 == 0 ? first : second));
                if (swap % 7 == 0)
                    Assert.True(service.Reload());
            }
            await Until(() => seen.Min() > 0, $"answers by the first model: {seen[0]}, by the second: {seen[1]}");
        }
        finally
        {
            await stop.CancelAsync();
            threads.ForEach(t => t.Join());
        }
        Assert.Empty(failures);
        Assert.True(service.Reload());
        Assert.Equal(expected[0], Articles.ConvertAll(a => service.Analyze(a).ToJson()));
    }

    [Fact]
    public async Task A_changed_file_is_taken_up_and_a_damaged_one_is_not()
    {
        TrainedModel.Model.Save(ModelPath);
        var log = new List<string>();
        using var services = Services(reload: true, log);
        var service = services.GetRequiredService<StanceService>();
        var first = service.Current;
        Assert.Same(first, services.GetRequiredService<StanceAnalyzer>());
        Second.Value.Save(ModelPath);
        await Until(() => service.Current != first, "the new file was not taken up");
        Assert.Equal(Second.Value.Manifest.CorpusHash, services.GetRequiredService<StanceAnalyzer>().Model.Manifest.CorpusHash);
        var second = service.Current;
        folder.Write("model.zip", "no model"u8.ToArray());
        Assert.False(service.Reload());
        Assert.Same(second, service.Current);
        lock (log)
            Assert.Contains(log, l => l.StartsWith("Error: Model ", StringComparison.Ordinal) && l.Contains("not a zip file", StringComparison.Ordinal));
        Assert.Equal(Articles.Count, service.Analyze(Articles).Count());
    }

    [Fact]
    public void A_service_does_not_start_with_bad_files()
    {
        folder.Write("model.zip", "no model"u8.ToArray());
        using var services = Services(reload: true);
        Assert.Contains("not a zip file", Assert.Throws<FormatException>(services.GetRequiredService<StanceService>).Message);
        File.Delete(ModelPath);
        Assert.ThrowsAny<IOException>(services.GetRequiredService<StanceService>);
    }

    [Fact]
    public void Articles_are_traced_and_counted()
    {
        TrainedModel.Model.Save(ModelPath);
        using var services = Services(reload: false);
        var service = services.GetRequiredService<StanceService>();
        var (activities, counts) = (new ConcurrentQueue<Activity>(), new ConcurrentDictionary<string, double>());
        using var listener = new ActivityListener { ShouldListenTo = s => s.Name == StanceTelemetry.Name, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData, ActivityStopped = activities.Enqueue };
        ActivitySource.AddActivityListener(listener);
        using var meters = new MeterListener { InstrumentPublished = (i, l) => { if (i.Meter.Name == StanceTelemetry.Name) l.EnableMeasurementEvents(i); } };
        meters.SetMeasurementEventCallback<long>((i, v, _, _) => counts.AddOrUpdate(i.Name, v, (_, old) => old + v));
        meters.SetMeasurementEventCallback<double>((i, v, _, _) => counts.AddOrUpdate(i.Name, v, (_, old) => old + v));
        meters.Start();
        var article = Articles[0] with { Id = $"traced {Guid.NewGuid()}" };
        var result = service.Analyze(article);
        var activity = Assert.Single(activities, a => article.Id.Equals(a.GetTagItem("stance.article")));
        Assert.Equal(("stance.analyze", result.Language, result.Stances.Count), (activity.OperationName, activity.GetTagItem("stance.language"), activity.GetTagItem("stance.stances")));
        // Other tests may run beside: at least what this one did.
        Assert.True(counts["stance.articles"] >= 1 && counts["stance.stances"] >= result.Stances.Count && counts["stance.analyze.duration"] > 0);
    }

    private sealed class ListLog(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
                lines.Add($"{logLevel}: {formatter(state, exception)} {exception?.Message}");
        }

        public void Dispose()
        {
        }
    }
}
