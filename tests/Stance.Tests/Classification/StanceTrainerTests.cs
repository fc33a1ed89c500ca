namespace Stance.Tests;

public class StanceTrainerTests
{
    /// <summary>Twelve articles and few trees: enough to go through every step.</summary>
    private static readonly LabelledCorpus Few = LabelledCorpus.Of(TrainedModel.Corpus.Articles.Where(a => a.Stances.Count > 0).Take(12), TrainedModel.Corpus.Issues);

    private static readonly TrainingOptions Quick = TrainedModel.Options with { RowTrees = 4, PairTrees = 4 };

    private static byte[] Bytes(StanceModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    [Fact]
    public void One_seed_gives_one_model()
    {
        StanceModel first = new StanceTrainer(Quick).Train(Few), second = new StanceTrainer(Quick).Train(Few);
        // Whoever compares predictions only may compare empty ones.
        StanceAnalyzer a = new(first, Few.Issues, options: new() { MinProbability = 0 }), b = new(second, Few.Issues, options: new() { MinProbability = 0 });
        var lines = Few.Articles.Select(l => a.Analyze(l.Article).ToJson()).ToList();
        Assert.Contains(lines, l => l.Contains("\"stance\":", StringComparison.Ordinal));
        Assert.Equal(lines, Few.Articles.Select(l => b.Analyze(l.Article).ToJson()));
        // The file holds no date either.
        Assert.Equal(Bytes(first), Bytes(second));
    }

    [Fact]
    public void Another_seed_gives_another_model() =>
        Assert.NotEqual(Bytes(new StanceTrainer(Quick with { Noise = false }).Train(Few)), Bytes(new StanceTrainer(Quick with { Noise = false, Seed = 2 }).Train(Few)));

    [Fact]
    public void Steps_are_told_one_after_the_other_up_to_the_last()
    {
        var steps = new List<TrainingProgress>();
        new StanceTrainer(Quick with { Noise = false }).Train(Few, new Told(steps.Add));
        Assert.Equal(Enumerable.Range(0, steps[0].Steps), steps.Select(s => s.Step));
        Assert.Single(steps.Select(s => s.Steps).Distinct());
        Assert.Equal(steps.Select(s => s.Elapsed).Order(), steps.Select(s => s.Elapsed));
        Assert.All(steps, s => Assert.NotEqual("", s.Phase));
    }

    [Fact]
    public void The_prior_of_favor_is_the_corpus_s_own_share_unless_one_is_given()
    {
        double PriorOf(double? given) => 1 / (1 + Math.Exp(-new StanceTrainer(Quick with { Noise = false, FavorPrior = given }).Train(Few).Stances.FavorShift));
        var sides = Few.Articles.SelectMany(a => a.Stances).Where(s => s.Stance != StanceLabel.Neutral).ToList();
        var share = (double)sides.Count(s => s.Stance == StanceLabel.Favor) / sides.Count;
        // Labels without a candidate are not counted.
        Assert.InRange(PriorOf(null), share - 0.03, share + 0.03);
        Assert.True(Math.Abs(share - 0.5) > 0.05, "a share of one half proves nothing");
        Assert.Equal(0.8, PriorOf(0.8), 9);
    }

    [Theory]
    [InlineData("words")]
    [InlineData("features")]
    [InlineData("stances: pairs, part 2 of 2")]
    public void Training_stops_at_the_next_step_when_it_is_cancelled(string phase)
    {
        using var cancellation = new CancellationTokenSource();
        var told = new List<string>();
        var trainer = new StanceTrainer(Quick with { Noise = false });
        Assert.ThrowsAny<OperationCanceledException>(() => trainer.Train(Few, new Told(Cancel), cancellation.Token));
        Assert.Equal(phase, told[^1]);

        void Cancel(TrainingProgress progress)
        {
            told.Add(progress.Phase);
            if (progress.Phase == phase)
                cancellation.Cancel();
        }
    }

    [Fact]
    public void A_corpus_without_two_articles_with_stances_is_refused()
    {
        var one = LabelledCorpus.Of([Few.Articles[0], Few.Articles[1] with { Stances = [] }], Few.Issues);
        Assert.Contains("the corpus has 1 articles with stances; allowed: at least 2", Assert.Throws<ArgumentException>(() => new StanceTrainer(Quick).Train(one)).Message);
    }

    [Fact]
    public void The_manifest_says_what_was_trained_on_what()
    {
        var manifest = TrainedModel.Model.Manifest;
        Assert.Equal((60, TrainedModel.Corpus.Hash, TrainedModel.Options), (manifest.Articles, manifest.CorpusHash, manifest.Options));
        Assert.Equal(TrainedModel.Corpus.Articles.Sum(a => a.Stances.Count), manifest.StanceLabels);
        Assert.Equal(TrainedModel.Corpus.Articles.SelectMany(a => a.Stances).Select(s => s.Issue).Distinct().Count(), manifest.Issues);
        Assert.Equal(["Microsoft.ML", "Microsoft.ML.FastTree"], manifest.Packages.Keys.Order());
        Assert.All(manifest.Metrics.Values, v => Assert.InRange(v, 0, 1));
        Assert.InRange(manifest.Threshold, 0.1, 0.9);
    }

    private sealed class Told(Action<TrainingProgress> tell) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => tell(value);
    }
}
