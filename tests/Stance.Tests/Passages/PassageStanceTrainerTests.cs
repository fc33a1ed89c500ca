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
        var folds = PassageStanceTrainer.Parts(Pairs.All, Pairs.Quick).Folds;
        Assert.Equal(3, folds.Distinct().Count());
        Assert.All(Pairs.All.Select((p, i) => (p.Proposition, Fold: folds[i])).GroupBy(p => p.Proposition), g => Assert.Single(g.Select(p => p.Fold).Distinct()));
        // With 15 pairs each is a target: its pairs may then part.
        Assert.Contains(Pairs.All.Select((p, i) => (p.Proposition, Fold: PassageStanceTrainer.Parts(Pairs.All, Pairs.Quick with { FewestPerTarget = 15 }).Folds[i])).GroupBy(p => p.Proposition), g => g.Select(p => p.Fold).Distinct().Count() > 1);
    }

    /// <summary>Ten passages on one proposition, and every passage on every proposition: all hang together.</summary>
    public static TheoryData<string, LabelledPassage[]> Interwoven => new()
    {
        { "one proposition", [.. Pairs.All.Take(10)] },
        { "a grid", [.. from passage in Pairs.All.Take(6) from place in new[] { "الجسر", "السد", "الملعب" } select passage with { Proposition = $"ينبغي بناء {place}" }] },
        { "a grid and one pair more", [.. from passage in Pairs.All.Take(6) from place in new[] { "الجسر", "السد" } select passage with { Proposition = $"ينبغي بناء {place}" }, new("رحب الوزير", "ينبغي السفر", StanceLabel.Favor)] },
    };

    [Theory]
    [MemberData(nameof(Interwoven))]
    public void Pairs_that_hang_together_are_parted_by_passage(string what, LabelledPassage[] pairs)
    {
        var (folds, shared) = PassageStanceTrainer.Parts(pairs, new());
        Assert.True(shared, what);
        Assert.Equal(5, folds.Distinct().Count());
        Assert.All(pairs.Select((p, i) => (p.Passage, Fold: folds[i])).GroupBy(p => p.Passage), g => Assert.Single(g.Select(p => p.Fold).Distinct()));
        var model = new PassageStanceTrainer().Train(pairs);
        Assert.True(model.Manifest.SharedPropositions);
        Assert.Equal(1, model.Classify(pairs[0].Passage, pairs[0].Proposition) is var stance ? stance.Favor + stance.Against + stance.Neutral : 0, 9);
        Assert.True(PassageEvaluator.CrossValidate(pairs, 3, new() { Learner = PassageLearner.Linear, Folds = 3 }) is { SharedPropositions: true } report && report.Pairs == pairs.Length);
    }

    [Fact]
    public void Pairs_of_one_passage_are_refused_with_the_groups_found()
    {
        LabelledPassage[] pairs = [.. Pairs.All.Take(30).Select(p => p with { Passage = "رحب الوزير" })];
        // Four propositions, each too rare to be a target of its own.
        const string Message = "found 30 pairs that cannot be parted: 1 group (the largest has 30) of pairs that share a passage or proposition, 1 group (the largest has 30) that share a passage, the largest by 'رحب الوزير'; allowed: groups of which none has more than three quarters of the pairs";
        Assert.StartsWith(Message, Assert.Throws<ArgumentException>(() => new PassageStanceTrainer(Pairs.Quick).Train(pairs)).Message);
        Assert.StartsWith(Message, Assert.Throws<ArgumentException>(() => PassageEvaluator.CrossValidate(pairs, 2, Pairs.Quick)).Message);
    }

    [Fact]
    public void Two_groups_are_enough_for_five_parts()
    {
        LabelledPassage[] pairs = [.. Pairs.All.Where(p => p.Proposition.EndsWith("الجسر", StringComparison.Ordinal) || p.Proposition.EndsWith("السد", StringComparison.Ordinal))];
        var (folds, shared) = PassageStanceTrainer.Parts(pairs, new());
        Assert.Equal((2, false), (folds.Distinct().Count(), shared));
        Assert.Equal(30, PassageEvaluator.CrossValidate(pairs, 5, new() { Learner = PassageLearner.Linear }).Pairs);
    }

    [Fact]
    public void The_manifest_names_its_pairs_whatever_their_order()
    {
        Assert.Equal(Pairs.Model.Manifest.CorpusHash, LabelledPassages.Hash(Pairs.All.AsEnumerable().Reverse()));
        Assert.NotEqual(Pairs.Model.Manifest.CorpusHash, LabelledPassages.Hash(Pairs.All.Skip(1)));
        Assert.NotEqual(LabelledPassages.Hash([new("a", "b", StanceLabel.Favor)]), LabelledPassages.Hash([new("a", "b", StanceLabel.Against)]));
        Assert.NotEqual(LabelledPassages.Hash([new("a b", "c", StanceLabel.Favor)]), LabelledPassages.Hash([new("a", "b c", StanceLabel.Favor)]));
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
