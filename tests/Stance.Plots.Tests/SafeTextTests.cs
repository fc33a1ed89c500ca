namespace Stance.Plots.Tests;

public class SafeTextTests
{
    [Theory]
    [InlineData("a\u202Eb\u202C", "ab")]
    [InlineData("a\u2066b\u2069\u2069c", "abc")]
    [InlineData("a\u0000b\u0007", "ab")]
    [InlineData("a\r\nb\tc", "a  b c")]
    [InlineData("a\u200Eb\u200Fc", "a\u200Eb\u200Fc")] // marks turn nothing round beyond themselves
    [InlineData("روسيا 🕊 \u064B", "روسيا 🕊 \u064B")]
    public void Control_and_overriding_characters_are_left_out(string text, string expected) => Assert.Equal(expected, SafeText.Clean(text));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("a\uFFFDb", SafeText.Clean("a\uD83Db"));

    [Theory]
    [InlineData("موسكو تنفي", true)]
    [InlineData("«موسكو» denies", true)]
    [InlineData("12 موسكو", true)]
    [InlineData("Moscow موسكو", false)]
    [InlineData("12 %", false)]
    [InlineData("", false)]
    public void The_first_letter_decides_the_direction(string text, bool rightToLeft) => Assert.Equal(rightToLeft, SafeText.IsRightToLeft(text));

    [Fact]
    public void Each_line_is_isolated_in_its_direction()
    {
        Assert.Equal("\u2067موسكو (RUS)\u2069", SafeText.Line("موسكو (RUS)"));
        Assert.Equal("\u2066a &lt; b &amp; \"c\"\u2069", SafeText.Line("a < b & \"c\""));
        Assert.Equal("", SafeText.Line("\u202E"));
    }

    [Fact]
    public void Lines_break_at_words_and_long_text_is_cut_there()
    {
        Assert.Equal(["one two", "three"], SafeText.Wrap("one two three", 100, 8));
        Assert.Equal(["one t…"], SafeText.Wrap("one two three", 5, 20));
        Assert.Equal(["abcdef", "gh"], SafeText.Wrap("abcdefgh", 100, 6));
        Assert.Empty(SafeText.Wrap("  ", 10, 10));
        // Neither an emoji nor a letter with its marks is cut in two.
        Assert.Equal(["a", "🕊🕊", "🕊"], SafeText.Wrap("a 🕊🕊🕊", 100, 4));
        Assert.Equal(["🕊…"], SafeText.Wrap("🕊🕊", 3, 20));
        Assert.Equal(["مُ", "نَ"], SafeText.Wrap("مُنَ", 100, 3));
    }

    [Theory]
    [InlineData(0.04, "0.0")]
    [InlineData(-0.04, "0.0")]
    [InlineData(0.66, "+0.7")]
    [InlineData(-1, "\u22121.0")]
    public void The_sign_is_printed(double value, string expected) => Assert.Equal($"\u2066{expected}\u2069", ChartText.Signed(value));

    [Fact]
    public void Cut_text_stays_one_line_with_its_blanks()
    {
        Assert.Equal("one two", SafeText.Cut(" one two ", 7));
        Assert.Equal("one tw…", SafeText.Cut("one two", 6));
        Assert.Equal("one…", SafeText.Cut("one two", 4));
        Assert.Equal("🕊…", SafeText.Cut("🕊🕊", 3));
    }

    [Theory]
    [InlineData("الدرجة من −1 إلى +1.", "الدرجة من \u2066−1\u2069 إلى \u2066+1\u2069.")]
    [InlineData("الاتحاد −0.50، مصر 0.00", "الاتحاد \u2066−0.50\u2069، مصر 0.00")]
    [InlineData("[−1.00, +0.25]", "[\u2066−1.00\u2069, \u2066+0.25\u2069]")]
    [InlineData("1+1, a−2, 2018-02-06, + 1", "1+1, a−2, 2018-02-06, + 1")] // no sign of a number
    public void Numbers_with_a_sign_are_isolated(string text, string expected) => Assert.Equal(expected, SafeText.Numbers(text));
}
