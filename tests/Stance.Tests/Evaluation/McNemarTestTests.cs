namespace Stance.Tests;

public class McNemarTestTests
{
    [Fact]
    public void Few_discordant_pairs_are_tested_exactly()
    {
        // Wikipedia, "McNemar's test" (example of the exact test; Fagerland, Lydersen and Laake 2013): 6 and 16 discordant pairs, two-sided exact p = 0.052: 2 (1 + 22 + 231 + 1540 + 7315 + 26334 + 74613) / 2^22.
        var test = new McNemarTest(6, 16);
        Assert.True(test.IsExact);
        Assert.Null(test.ChiSquared);
        Assert.Equal(2.0 * 110_056 / 4_194_304, test.PValue, 10);
        Assert.Equal(test.PValue, new McNemarTest(16, 6).PValue);
    }

    [Fact]
    public void Many_are_tested_by_chi_squared_with_continuity_correction()
    {
        // Agresti, "Categorical Data Analysis" (1990), pages 350 to 354: approval of the prime minister, 150 and 86 change their minds. R's mcnemar.test gives chi-squared 16.818, p = 4.115e-05.
        var approval = new McNemarTest(150, 86);
        Assert.False(approval.IsExact);
        Assert.Equal(16.818, approval.ChiSquared!.Value, 3);
        Assert.Equal(4.115e-05, approval.PValue, 8);
        // The drug trial that Cardillo's "McNemar test" for Matlab (2007) documents: 121 and 59, chi-squared 20.672222, p = 0.000005.
        var drug = new McNemarTest(121, 59);
        Assert.Equal(20.672222, drug.ChiSquared!.Value, 6);
        Assert.Equal(0.000005, drug.PValue, 6);
    }

    [Fact]
    public void A_very_small_p_is_not_none() => Assert.InRange(new McNemarTest(182, 1016).PValue, 1e-130, 1e-125); // chi-squared 579.2

    [Fact]
    public void Equal_counts_and_none_at_all_are_no_difference()
    {
        Assert.Equal(1, new McNemarTest(0, 0).PValue);
        Assert.Equal(1, new McNemarTest(5, 5).PValue);
        Assert.Equal((0, 1), (new McNemarTest(20, 20).ChiSquared, new McNemarTest(20, 20).PValue));
    }

    [Theory]
    [InlineData(12, 12, true)]
    [InlineData(12, 13, false)]
    public void The_exact_test_ends_below_25(int onlyOld, int onlyNew, bool exact) => Assert.Equal(exact, new McNemarTest(onlyOld, onlyNew).IsExact);
}
