using CsCheck;

namespace Stance.Tests;

/// <summary>The worked examples of Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), with his figures of three digits.</summary>
public class KrippendorffAlphaTests
{
    /// <summary>Rows are observers, a point is a missing value.</summary>
    private static double? Alpha(params string[] observers) =>
        KrippendorffAlpha.Nominal(Enumerable.Range(0, observers[0].Length).Select(u => observers.Select(o => o[u]).Where(v => v != '.')));

    [Fact]
    public void Two_observers_binary_data() => Assert.Equal(0.095, Alpha("0100000010", "1110010000")!.Value, 3); // section A, Meg and Owen

    [Fact]
    public void Two_observers_nominal_data() => Assert.Equal(0.692, Alpha("aabbdcccedda", "babbbccceddd")!.Value, 3); // section B, Ben and Gerry

    [Fact]
    public void Four_observers_missing_values() => Assert.Equal(0.743, Alpha("123321412...", "1233224125.3", ".3332342251.", "12332441251.")!.Value, 3); // section C

    [Fact]
    public void A_unit_with_one_value_pairs_with_nothing() => Assert.Equal(Alpha("ab", "aa"), Alpha("abc", "aa."));

    [Fact]
    public void All_alike_is_one_and_nothing_to_pair_is_null()
    {
        Assert.Equal(1, Alpha("aaa", "aaa"));
        Assert.Null(Alpha("a.", ".b"));
        Assert.Null(KrippendorffAlpha.Nominal<string>([]));
    }

    [Fact]
    public void Two_who_never_agree_are_below_chance() => Assert.Equal(1 - 8 / ((4 * 4 + 4 * 4) / 7.0), Alpha("abab", "baba")!.Value, 12); // 8 values, 4 of each; observed 8, expected 32/7

    [Fact]
    public void The_order_of_observers_and_units_does_not_matter() =>
        Gen.Int[0, 2].Array[0, 4].Array[1, 8].Sample(units =>
        {
            var turned = units.Reverse().Select(u => u.Reverse());
            var (one, two) = (KrippendorffAlpha.Nominal(units), KrippendorffAlpha.Nominal(turned));
            Assert.Equal(one ?? 9, two ?? 9, 12);
            Assert.True(one is null or <= 1);
        });
}
