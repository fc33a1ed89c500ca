using CsCheck;

namespace Stance.Tests;

/// <summary>Each rule of the summary has a test of its name. Invisible characters are written as escapes.</summary>
public class NormalizedTextTests
{
    [Theory]
    [InlineData("\uFEB3\uFEFC\uFEE1", "سلام")] // presentation forms, a ligature among them
    [InlineData("\uFDF2", "الله")]
    public void Presentation_forms(string text, string expected) => Assert.Equal(expected, NormalizedText.Fold(text));

    [Theory]
    [InlineData("مُحَمَّدٌ", "محمد")]
    [InlineData("هـٰـذا", "هذا")] // tatweel and superscript alef
    [InlineData("الرحمٰن", "الرحمن")]
    public void Harakat_tatweel_and_superscript_alef(string text, string expected) => Assert.Equal(expected, NormalizedText.Fold(text));

    [Theory]
    [InlineData("أإآٱا", "ااااا")]
    [InlineData("على", "علي")]
    [InlineData("مصرية", "مصريه")]
    [InlineData("مسؤول", "مسوول")]
    [InlineData("رئيس", "رييس")]
    public void Alef_ya_ta_marbuta_and_hamza_seats(string text, string expected) => Assert.Equal(expected, NormalizedText.Fold(text));

    [Theory]
    [InlineData("\u0627\u06CC\u0631\u0627\u0646", "ايران")] // Persian ya
    [InlineData("\u06A9\u0631\u062F", "كرد")] // Persian kaf
    public void Persian_letters(string text, string expected) => Assert.Equal(expected, NormalizedText.Fold(text));

    [Theory]
    [InlineData("٢٠١٧", "2017")]
    [InlineData("۲۰۱۷", "2017")]
    public void Digits(string text, string expected) => Assert.Equal(expected, NormalizedText.Fold(text));

    [Theory]
    [InlineData("مو\u200Cسكو", "موسكو")] // zero-width non-joiner
    [InlineData("\u202Bموسكو\u202C", "موسكو")] // embedding
    [InlineData("\u2067موسكو\u2069", "موسكو")] // isolate
    [InlineData("\u061Cموسكو\u200F", "موسكو")] // marks
    public void Zero_width_and_bidi_controls(string text, string expected) => Assert.Equal(expected, NormalizedText.Fold(text));

    [Theory]
    [InlineData("MÉDVEDEV", "medvedev")]
    [InlineData("Erdoğan", "erdogan")]
    public void Latin_case_and_accents(string text, string expected) => Assert.Equal(expected, NormalizedText.Fold(text));

    [Fact]
    public void Digits_fold_only_with_globalization_data()
    {
        // With InvariantGlobalization, string.Normalize is a silent no-op on Linux: presentation forms would stay.
        Assert.Equal("الله", "ﷲ".Normalize(System.Text.NormalizationForm.FormKC));
    }

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char['\u0600', '\u06FF'], 0, 40], Gen.String[Gen.Char["aÉ \n\u200Fـ\uFEFC«.،\u064Eا"], 0, 60], Gen.String);

    [Fact]
    public void Normalising_twice_is_normalising_once() => Text.Sample(text => NormalizedText.Fold(NormalizedText.Fold(text)) == NormalizedText.Fold(text), iter: 3000);

    [Fact]
    public void Every_character_maps_back_in_order() => Text.Sample(text =>
    {
        var normal = NormalizedText.Of(text);
        for (var i = 0; i < normal.Length; i++)
            if (normal.ToOriginal(i) < 0 || normal.ToOriginal(i) >= text.Length || (i > 0 && normal.ToOriginal(i) < normal.ToOriginal(i - 1)))
                return false;
        return normal.ToOriginal(normal.Length) == text.Length;
    }, iter: 3000);
}
