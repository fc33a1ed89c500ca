namespace Stance.Tests;

public class TrainingOptionsTests
{
    [Fact]
    public void Defaults()
    {
        var options = new TrainingOptions();
        Assert.Equal((1, 3, 2, true, 0.5, null), (options.Seed, options.Folds, options.NegativesPerPositive, options.Noise, options.PhraseDropout, options.FavorPrior));
    }

    [Fact]
    public void The_defaults_and_the_bounds_are_allowed()
    {
        new TrainingOptions().Check();
        new TrainingOptions { Folds = 2, NegativesPerPositive = 1, PhraseDropout = 0, FavorPrior = 0.001 }.Check();
        new TrainingOptions { PhraseDropout = 1, FavorPrior = 0.999, Seed = int.MinValue }.Check();
    }

    public static TheoryData<TrainingOptions> Outside => new(
        new TrainingOptions { Folds = 1 }, new TrainingOptions { NegativesPerPositive = 0 }, new TrainingOptions { PhraseDropout = -0.01 }, new TrainingOptions { PhraseDropout = 1.01 }, new TrainingOptions { LowestThreshold = -0.01 }, new TrainingOptions { LowestThreshold = 0.91 },
        new TrainingOptions { FavorPrior = 0 }, new TrainingOptions { FavorPrior = 1 }, new TrainingOptions { FavorPrior = double.NaN });

    [Theory]
    [MemberData(nameof(Outside))]
    public void What_lies_outside_is_refused_before_any_work(TrainingOptions options) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StanceTrainer(options).Train(LabelledCorpus.Of([], IssueCatalog.Of(Synthetic.Issue("x")))));
}
