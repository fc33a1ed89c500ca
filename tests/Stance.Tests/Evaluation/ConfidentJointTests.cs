namespace Stance.Tests;

/// <summary>Confident learning worked out by hand, by the definitions of Northcutt, Jiang and Chuang (2021), section 3.</summary>
public class ConfidentJointTests
{
    private static readonly int[] Given = [0, 0, 0, 0, 1, 1, 1];

    private static readonly double[][] Probabilities = [[0.9, 0.1], [0.8, 0.2], [0.3, 0.7], [0.6, 0.4], [0.2, 0.8], [0.4, 0.6], [0.9, 0.1]];

    [Fact]
    public void Thresholds_are_the_mean_self_confidence() // (.9 + .8 + .3 + .6) / 4 and (.8 + .6 + .1) / 3
    {
        var joint = ConfidentJoint.Of(Given, Probabilities, 2);
        Assert.Equal(0.65, joint.Thresholds[0], 12);
        Assert.Equal(0.5, joint.Thresholds[1], 12);
    }

    [Fact]
    public void The_joint_is_scaled_to_the_given_labels()
    {
        var joint = ConfidentJoint.Of(Given, Probabilities, 2);
        // The fourth item reaches neither threshold and is not counted.
        Assert.Equal(new[,] { { 2, 1 }, { 1, 2 } }, joint.Counts);
        // Rows of 4 and 3 items of 7: 2/3 · 4/7, 1/3 · 4/7; 1/3 · 3/7, 2/3 · 3/7.
        double[] expected = [8 / 21.0, 4 / 21.0, 1 / 7.0, 2 / 7.0];
        Assert.All(joint.Joint.Cast<double>().Zip(expected), p => Assert.Equal(p.Second, p.First, 12));
    }

    [Fact]
    public void As_many_are_pruned_as_the_joint_says() // 7 · 4/21 = 1.33 and 7 · 1/7 = 1: one each
        => Assert.Equal([2, 6], ConfidentJoint.Of(Given, Probabilities, 2).Prune(Given, Probabilities).Order());

    [Fact]
    public void Of_several_confident_classes_the_most_probable_counts()
    {
        // Thresholds .4, .35, .3: the last item reaches the second and the third.
        var joint = ConfidentJoint.Of([0, 1, 2, 0], [[0.6, 0.2, 0.2], [0.4, 0.35, 0.25], [0.4, 0.3, 0.3], [0.2, 0.45, 0.35]], 3);
        Assert.Equal(0.4, joint.Thresholds[0], 12);
        Assert.Equal(1, joint.Counts[0, 1]);
        Assert.Equal(0, joint.Counts[0, 2]);
    }

    [Fact]
    public void Suspicion_is_measured_against_what_is_usual_for_a_class()
    {
        var joint = ConfidentJoint.Of(Given, Probabilities, 2);
        // (.7 − .5) − (.3 − .65) and (.4 − .5) − (.6 − .65)
        Assert.Equal(0.55, joint.Suspicion(0, Probabilities[2]).Score, 12);
        Assert.Equal((1, -0.05), joint.Suspicion(0, Probabilities[3]) is var (other, score) ? (other, Math.Round(score, 12)) : default);
    }

    [Fact]
    public void A_class_without_items_and_no_items_at_all_are_borne()
    {
        var joint = ConfidentJoint.Of([0, 0], [[0.9, 0.1], [0.2, 0.8]], 2);
        Assert.Equal((1, 0), (joint.Thresholds[1], joint.Counts[0, 1]));
        Assert.Equal(1, joint.Joint[0, 0], 12);
        Assert.Empty(joint.Prune([0, 0], [[0.9, 0.1], [0.2, 0.8]]));
        Assert.Equal(0, ConfidentJoint.Of([], [], 2).Joint.Cast<double>().Sum());
    }
}
