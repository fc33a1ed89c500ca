namespace Stance.Tests;

public class SentenceSplitterTests
{
    private static List<string> Split(string text, string? title = null)
    {
        var document = TextDocument.Of(new Article { Text = text, Title = title, Language = "ar" });
        return [.. document.Sentences.Select(s => document.Original(s.FirstToken, s.EndToken))];
    }

    [Fact]
    public void A_glued_stop_ends_a_sentence() => Assert.Equal(["رفضت موسكو القرار.", "وأيدته باريس."], Split("رفضت موسكو القرار.وأيدته باريس."));

    [Theory]
    [InlineData("وقال د. أحمد يوسف إن بلاده ترفض.")]
    [InlineData("وصل أ.د. سامي إلى بيروت.")]
    [InlineData("ارتفع السعر 3.5 في المئة أمس.")]
    [InlineData("ارتفع السعر ٣.٥ في المئة أمس.")]
    [InlineData("قال إن الأمر... لم يحسم بعد.")]
    public void Abbreviations_decimals_and_omissions_end_none(string text) => Assert.Single(Split(text));

    [Fact]
    public void Closing_quotes_belong_to_the_sentence_they_close() => Assert.Equal(["قال «لن نقبل.»", "ثم غادر."], Split("قال «لن نقبل.» ثم غادر."));

    [Fact]
    public void A_line_without_a_mark_is_a_heading()
    {
        var document = TextDocument.Of(new Article { Text = "رفضت موسكو القرار.\nاقرأ أيضا: قمة في بيروت\nوأيدته باريس.", Language = "ar" });
        Assert.Equal([false, true, false], document.Sentences.Select(s => s.IsHeading));
    }

    [Fact]
    public void The_headline_is_a_sentence_of_its_own()
    {
        var document = TextDocument.Of(new Article { Text = "قالت موسكو ذلك.", Title = "موسكو ترد", Language = "ar" });
        Assert.Equal([true, false], document.Sentences.Select(s => s.IsTitle));
        Assert.Equal(new TextSpan(0, 15), document.ToBody(document.Sentences[1].FirstToken, document.Sentences[1].EndToken));
    }

    [Fact]
    public void A_quotation_that_goes_on_is_known_to_be_open()
    {
        var document = TextDocument.Of(new Article { Text = "قال «لن نقبل. لن نتراجع». ثم غادر.", Language = "ar" });
        Assert.Equal([false, true, false], document.Sentences.Select(s => s.OpensInQuote));
    }

    [Fact]
    public void Hashtags_yield_their_words() => Assert.Contains("السفاره", Words("وصلت #السفارة_الأميركية اليوم"));

    [Fact]
    public void Straight_and_typographic_quotes_are_quotes()
    {
        foreach (var quoted in (string[])["«كلمة»", "\"كلمة\"", "''كلمة''", "‘كلمة’", "“كلمة”"])
            Assert.Equal(2, TextDocument.Of(new Article { Text = quoted, Language = "ar" }).Tokens.Count(t => t.IsQuote));
    }

    private static List<string> Words(string text)
    {
        var document = TextDocument.Of(new Article { Text = text, Language = "ar" });
        return [.. Enumerable.Range(0, document.Tokens.Count).Select(i => document.Word(i).ToString())];
    }
}
