using CsCheck;

namespace Stance.Tests;

public class CodePointsTests
{
    [Fact]
    public void An_emoji_is_one_code_point_and_two_code_units()
    {
        // Python: "a😀ب".index("ب") == 2
        var map = new CodePoints("a😀ب");
        Assert.Equal(3, map.Length);
        Assert.Equal((0, 1, 3, 4), (map.ToUtf16(0), map.ToUtf16(1), map.ToUtf16(2), map.ToUtf16(3)));
        Assert.Equal((0, 1, 2, 3), (map.FromUtf16(0), map.FromUtf16(1), map.FromUtf16(3), map.FromUtf16(4)));
        Assert.True(map.FromUtf16(2) < 0);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\u200Fموسكو\u2069", 7)] // bidi marks are characters like others
    [InlineData("👨‍👩‍👧", 5)] // three people and two joiners
    [InlineData("🇸🇾", 2)] // a flag is two regional indicators
    public void The_length_is_that_of_Python(string text, int length) => Assert.Equal(length, new CodePoints(text).Length);

    [Fact]
    public void Half_a_pair_counts_as_one() => Assert.Equal(2, new CodePoints("\uD83D!").Length);

    [Fact]
    public void There_and_back_is_where_one_was() => Gen.OneOf(Gen.String[Gen.Char['a', 'c'], 0, 5], Gen.Const("😀"), Gen.Const("\u200F"), Gen.Const("𐤒"), Gen.Const("ب")).Array[0, 12].Sample(parts =>
    {
        var text = string.Concat(parts);
        var map = new CodePoints(text);
        var runes = 0;
        foreach (var rune in text.EnumerateRunes())
            runes++;
        return map.Length == runes && Enumerable.Range(0, runes + 1).All(i => map.FromUtf16(map.ToUtf16(i)) == i) && map.ToUtf16(runes) == text.Length;
    });
}
