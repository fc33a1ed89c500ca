namespace Stance.Tests;

public class PassageStanceTrainerTests
{
    [Theory]
    [InlineData("رحب الوزير مساء ببناء المسرح وأيد المشروع", StanceLabel.Favor)]
    [InlineData("رفض الوزير مساء بناء المسرح وندد بالمشروع", StanceLabel.Against)]
    [InlineData("تحدث الوزير مساء عن بناء المسرح أمام الصحفيين", StanceLabel.Neutral)]
    public void What_training_shows_holds_for_a_proposition_never_seen(string passage, StanceLabel expected) =>
        Assert.Equal(expected, Pairs.Model.Classify(passage, "ينبغي بناء المسرح").Stance);

    [Fact]
    public void The_same_pairs_and_seed_give_the_same_file() =>
        Assert.Equal(Pairs.Bytes(Pairs.Model), Pairs.Bytes(new PassageStanceTrainer(Pairs.Quick).Train(Pairs.All)));

    [Fact]
    public void The_manifest_says_what_it_was_trained_on()
    {
        var manifest = Pairs.Model.Manifest;
        // 12 places, 5 times, 3 stances; each proposition has 15 pairs, fewer than the 20 of a target.
        Assert.Equal((180, 12, 0), (manifest.Pairs, manifest.Propositions, manifest.Targets));
        Assert.Equal(["accuracy", "favor/against F1", "macro-F1"], manifest.Metrics.Keys);
        Assert.InRange(manifest.Metrics["macro-F1"], 0.9, 1);
    }

    [Fact]
    public void No_part_shares_a_passage_or_a_proposition_that_is_no_target()
    {
        var folds = PassageStanceTrainer.Folds(Pairs.All, Pairs.Quick);
        Assert.Equal(3, folds.Distinct().Count());
        Assert.All(Pairs.All.Select((p, i) => (p.Proposition, Fold: folds[i])).GroupBy(p => p.Proposition), g => Assert.Single(g.Select(p => p.Fold).Distinct()));
        // With 15 pairs each is a target: its pairs may then part.
        Assert.Contains(Pairs.All.Select((p, i) => (p.Proposition, Fold: PassageStanceTrainer.Folds(Pairs.All, Pairs.Quick with { FewestPerTarget = 15 })[i])).GroupBy(p => p.Proposition), g => g.Select(p => p.Fold).Distinct().Count() > 1);
    }

    [Fact]
    public void Too_few_pairs_or_one_stance_alone_is_refused()
    {
        var trainer = new PassageStanceTrainer(Pairs.Quick);
        Assert.Contains("found 2 pairs with 2 different stances; allowed: at least 3 pairs, with at least 2", Assert.Throws<ArgumentException>(() => trainer.Train([.. Pairs.All.Take(2)])).Message);
        Assert.Contains("found 60 pairs with 1 different stances", Assert.Throws<ArgumentException>(() => trainer.Train([.. Pairs.All.Where(p => p.Stance == StanceLabel.Favor)])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PassageStanceTrainer(new() { Folds = 1 }).Train(Pairs.All));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PassageStanceTrainer(new() { FewestPerTarget = 1 }).Train(Pairs.All));
    }

    [Fact]
    public void Two_stances_are_enough_and_a_third_is_never_the_answer()
    {
        var model = new PassageStanceTrainer(Pairs.Quick with { Learner = PassageLearner.Linear }).Train([.. Pairs.All.Where(p => p.Stance != StanceLabel.Neutral)]);
        var stance = model.Classify("رفض الوزير مساء بناء المسرح وندد بالمشروع", "ينبغي بناء المسرح");
        Assert.Equal(StanceLabel.Against, stance.Stance);
        Assert.InRange(stance.Neutral, 0, 1e-9);
    }

    [Fact]
    public void Cancelled_training_throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => new PassageStanceTrainer(Pairs.Quick).Train(Pairs.All, cancellation: source.Token));
    }

    [Fact]
    public void Options_have_the_documented_defaults() =>
        Assert.Equal((1, 5, PassageLearner.Both, true, 20), (new PassageTrainingOptions().Seed, new PassageTrainingOptions().Folds, new PassageTrainingOptions().Learner, new PassageTrainingOptions().Balance, new PassageTrainingOptions().FewestPerTarget));
}
