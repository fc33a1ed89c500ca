namespace Stance.Tests;

public class CalibratorTests
{
    /// <summary>For scores from -4 to 4 a thousand labels each, right in the share that a logistic curve says: the likelihood is then greatest on that curve.</summary>
    private static (List<double> Scores, List<bool> Labels) From(double slope, double intercept)
    {
        var (scores, labels) = (new List<double>(), new List<bool>());
        for (var step = -40; step <= 40; step++)
        {
            var score = step / 10.0;
            var right = (int)Math.Round(1000 / (1 + Math.Exp(-(slope * score + intercept))));
            for (var i = 0; i < 1000; i++)
            {
                scores.Add(score);
                labels.Add(i < right);
            }
        }
        return (scores, labels);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, -1.5)]
    [InlineData(0.3, 0.7)]
    [InlineData(-1.2, 0.4)]
    public void It_recovers_the_curve_that_the_labels_were_made_with(double slope, double intercept)
    {
        var (scores, labels) = From(slope, intercept);
        var fitted = Calibrator.Fit(scores, labels);
        // Shares are rounded to thousandths, and the targets are drawn in by one in some forty thousand.
        Assert.Equal(slope, fitted.Slope, 0.01);
        Assert.Equal(intercept, fitted.Intercept, 0.01);
        Assert.Equal(1 / (1 + Math.Exp(-(slope * 1.7 + intercept))), fitted.Apply(1.7), 0.003);
    }

    [Fact]
    public void Through_the_origin_score_zero_is_one_half()
    {
        var (scores, labels) = From(2, 1);
        var fitted = Calibrator.Fit(scores, labels, throughOrigin: true);
        Assert.Equal(0, fitted.Intercept);
        Assert.Equal(0.5, fitted.Apply(0));
        var (symmetric, sides) = From(1.5, 0);
        Assert.Equal(1.5, Calibrator.Fit(symmetric, sides, throughOrigin: true).Slope, 0.01);
    }

    [Fact]
    public void A_weight_counts_as_so_many_rows()
    {
        List<double> scores = [-2, -1, 0, 1, 2];
        List<bool> labels = [false, true, false, true, true];
        // Weights that are all the same change nothing: the optimum does not depend on a factor.
        var plain = Calibrator.Fit(scores, labels);
        var doubled = Calibrator.Fit(scores, labels, weights: [2, 2, 2, 2, 2]);
        Assert.Equal(plain.Slope, doubled.Slope, 1e-3);
        // A row of weight 0 says nothing.
        var without = Calibrator.Fit([.. scores, 5], [.. labels, false], weights: [1, 1, 1, 1, 1, 0]);
        Assert.InRange(without.Slope, plain.Slope - 0.15, plain.Slope + 0.15);
        Assert.True(Calibrator.Fit([.. scores, 5], [.. labels, false]).Slope < without.Slope - 0.15);
    }

    [Fact]
    public void Labels_that_a_score_separates_do_not_run_to_infinity()
    {
        var fitted = Calibrator.Fit([-1, -1, 1, 1], [false, false, true, true]);
        // Platt's targets for two and two: 3/4 and 1/4, so the log-odds at 1 are log 3.
        Assert.Equal(Math.Log(3), fitted.Slope, 1e-3);
        Assert.Equal(0, fitted.Intercept, 1e-3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_class_alone_leaves_the_score_as_it_is(bool label) => Assert.Equal(new Calibrator(1, 0), Calibrator.Fit([-3, 4], [label, label]));
}
