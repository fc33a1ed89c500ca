namespace Stance.Tests;

public class PassageEvaluatorTests
{
    private static PassageStance Sure(StanceLabel stance, double probability)
    {
        var rest = (1 - probability) / 2;
        return new(stance, stance == StanceLabel.Favor ? probability : rest, stance == StanceLabel.Against ? probability : rest, stance == StanceLabel.Neutral ? probability : rest);
    }

    /// <summary>By hand. Gold F F A A N, predicted F A A A F: F1 favor 2·1/(2+2) = .5, against 2·2/(2+3) = .8, neutral 0; accuracy 3/5.</summary>
    [Fact]
    public void Figures_agree_with_a_hand_computation()
    {
        var report = PassageEvaluator.Score([StanceLabel.Favor, StanceLabel.Favor, StanceLabel.Against, StanceLabel.Against, StanceLabel.Neutral],
            [Sure(StanceLabel.Favor, .9), Sure(StanceLabel.Against, .9), Sure(StanceLabel.Against, .9), Sure(StanceLabel.Against, .9), Sure(StanceLabel.Favor, .9)]);
        Assert.Equal(0.6, report.Accuracy.Value, 9);
        Assert.Equal((0.5 + 0.8 + 0) / 3, report.MacroF1.Value, 9);
        Assert.Equal(0.65, report.FavorAgainstF1.Value, 9);
        // Five times sure at .9, three times right.
        Assert.Equal(0.3, report.CalibrationError.Value, 9);
        Assert.Equal([2, 2, 1], report.PerClass.OrderBy(p => p.Key).Select(p => p.Value.Support));
        Assert.InRange(report.Accuracy.Low, 0, report.Accuracy.Value);
    }

    /// <summary>A stance that is neither gold nor predicted has no F1 and does not lower the mean.</summary>
    [Fact]
    public void A_stance_that_never_occurs_is_left_out_of_the_mean() =>
        Assert.Equal(1, PassageEvaluator.Score([StanceLabel.Favor, StanceLabel.Against], [Sure(StanceLabel.Favor, .8), Sure(StanceLabel.Against, .8)]).MacroF1.Value, 9);

    [Fact]
    public void Each_pair_needs_a_prediction()
    {
        Assert.Throws<ArgumentException>(() => PassageEvaluator.Score([StanceLabel.Favor], []));
        Assert.Throws<ArgumentException>(() => PassageEvaluator.Score([], []));
    }

    [Fact]
    public void Cross_validation_answers_for_every_pair()
    {
        var report = PassageEvaluator.CrossValidate(Pairs.All, 2, Pairs.Quick with { Learner = PassageLearner.Linear, Folds = 2 });
        Assert.Equal(180, report.Pairs);
        Assert.InRange(report.MacroF1.Value, 0.9, 1);
    }
}
