namespace Stance.Tests;

public class LanguageDetectorTests
{
    [Theory]
    [InlineData("قالت وزارة الخارجية الروسية إنها ترفض القرار", "ar")]
    [InlineData("The ministry said on Monday that it rejects the decision of the council", "en")]
    [InlineData("وزارت امور خارجه ایران این گزارش را رد کرد و گفت که چنین چیزی نیست", "und")] // Persian
    [InlineData("روس نے اس قرارداد کو مسترد کر دیا ہے", "und")] // Urdu
    [InlineData("Le ministère a déclaré lundi qu'il rejetait la décision du conseil européen", "und")]
    [InlineData("Министерство отвергло решение", "und")]
    [InlineData("12345 ... !!", "und")]
    [InlineData("", "und")]
    public void Script_and_small_words_tell_the_language(string text, string expected) => Assert.Equal(expected, LanguageDetector.Detect(text));
}
