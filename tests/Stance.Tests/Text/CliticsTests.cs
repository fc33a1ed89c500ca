namespace Stance.Tests;

public class CliticsTests
{
    private static List<string> Readings(string word)
    {
        var folded = NormalizedText.Fold(word);
        Span<Reading> readings = stackalloc Reading[Clitics.Most];
        var n = Clitics.Read(folded, readings);
        var result = new List<string>();
        for (var i = 0; i < n; i++)
        {
            var stretch = folded.Substring(readings[i].Start, readings[i].Length);
            result.Add(readings[i].RestoresArticle ? "ا" + stretch : readings[i].RestoresFeminine ? stretch[..^1] + "ه" : stretch);
        }
        return result;
    }

    [Theory]
    [InlineData("وبالعقوبات", "عقوبات")]
    [InlineData("للخارجية", "الخارجيه")]
    [InlineData("للخارجية", "خارجيه")]
    [InlineData("سيرفض", "يرفض")]
    [InlineData("فقال", "قال")]
    [InlineData("ولم", "لم")]
    [InlineData("ولا", "لا")]
    [InlineData("وحث", "حث")]
    [InlineData("كحليف", "حليف")]
    [InlineData("قراره", "قرار")]
    [InlineData("موافقتها", "موافقه")]
    [InlineData("واتهمتها", "اتهمت")]
    public void A_word_is_read_without_its_clitics(string word, string reading) => Assert.Contains(reading, Readings(word));

    [Fact]
    public void The_whole_word_comes_first() => Assert.Equal("والولايات", Readings("والولايات")[0]);

    [Fact]
    public void A_country_is_no_negation() =>
        // A stemmer known to the field turns «والولايات» into «ولا».
        Assert.DoesNotContain("ولا", Readings("والولايات"));
}
