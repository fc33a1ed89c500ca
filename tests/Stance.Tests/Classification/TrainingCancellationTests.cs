using System.Diagnostics;

namespace Stance.Tests;

/// <summary>Whoever stops training is answered within a second, wherever it stands. Times are taken: nothing runs beside it.</summary>
[CollectionDefinition(nameof(TrainingCancellationTests), DisableParallelization = true)]
public class TrainingCancellationCollection;

[Collection(nameof(TrainingCancellationTests))]
public class TrainingCancellationTests
{
    private static readonly LabelledCorpus Few = LabelledCorpus.Of(TrainedModel.Corpus.Articles.Where(a => a.Stances.Count > 0).Take(24), TrainedModel.Corpus.Issues);

    private static readonly TrainingOptions Quick = TrainedModel.Options with { Noise = false, RowTrees = 40, PairTrees = 40 };

    private sealed class At(Action<TrainingProgress> tell) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => tell(value);
    }

    /// <summary>The names of the phases, parts left out, in the order in which they begin.</summary>
    public static TheoryData<string> Phases => ["words", "candidates", "features", "sentiments: statements", "sentiments: pairs", "sentiments: calibration", "stances: statements", "stances: pairs", "stances: together", "stances: calibration"];

    [Theory]
    [MemberData(nameof(Phases))]
    public async Task A_phase_is_cut_within_a_second_and_the_old_model_is_untouched(string phase)
    {
        using var folder = new StanceTool();
        var old = File.ReadAllBytes(TrainedModel.Path);
        folder.Write("model.zip", old);
        using var cancellation = new CancellationTokenSource();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var training = Task.Run(async () => (await new StanceTrainer(Quick).TrainAsync(Few, new At(p =>
        {
            if (p.Phase.StartsWith(phase, StringComparison.Ordinal))
                reached.TrySetResult();
        }), cancellation.Token)).Save(Path.Combine(folder.Folder, "model.zip")));
        await await Task.WhenAny(reached.Task, training);
        // In the middle of the phase rather than at its beginning, where every phase looks at the token.
        await Task.Delay(20);
        var watch = Stopwatch.StartNew();
        await cancellation.CancelAsync();
        var cancelled = await Record.ExceptionAsync(() => training);
        var took = watch.Elapsed;
        // The last phases of so small a corpus may have ended by then.
        if (cancelled is null)
        {
            Assert.Contains(phase, (string[])["stances: together", "stances: calibration"]);
            return;
        }
        Assert.IsAssignableFrom<OperationCanceledException>(cancelled);
        Assert.True(took < TimeSpan.FromSeconds(1), $"{phase}: {took.TotalSeconds:F2} s after it was cancelled");
        Assert.Equal(old, File.ReadAllBytes(Path.Combine(folder.Folder, "model.zip")));
        Assert.Equal(["model.zip"], folder.Entries);
    }

    [Fact]
    public void The_phases_above_are_all_that_there_are()
    {
        var told = new List<string>();
        new StanceTrainer(Quick with { RowTrees = 2, PairTrees = 2 }).Train(Few, new At(p => told.Add(p.Phase.Split(',')[0])));
        Assert.Equal(Phases.Cast<object[]>().Select(p => (string)p[0]).Order(StringComparer.Ordinal), told.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>The one way to stop ML.NET is not public: this fails if it is gone.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_fit_of_ML_NET_stops_in_its_middle(bool trees)
    {
        var random = new Random(1);
        List<float[]> rows = [.. Enumerable.Range(0, 20_000).Select(_ => Enumerable.Range(0, 60).Select(_ => random.NextSingle()).ToArray())];
        List<bool> labels = rows.ConvertAll(r => r[0] + random.NextSingle() > 1);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(trees ? 800 : 400));
        var watch = Stopwatch.StartNew();
        Assert.Throws<OperationCanceledException>(() =>
        {
            if (trees)
                MlNet.Trees(rows, labels, null, new TreeOptions(5000, 30, 5), 1, cancellation.Token);
            else
                MlNet.Linear([.. rows.Select(r => new SparseRow([.. Enumerable.Range(0, 60)], r))], labels, null, 60, 1e-7, 1, 100_000, cancellation.Token);
        });
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.3, 2.5);
    }

    [Fact]
    public async Task A_training_cancelled_before_it_begins_does_nothing() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new StanceTrainer().TrainAsync(TrainedModel.Corpus, new At(_ => Assert.Fail("it began")), new CancellationToken(true)));
}
