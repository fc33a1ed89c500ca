namespace Stance.Tests;

public class PairComparisonTests
{
    private static readonly PassageReader Reader = new(new Lexicon(ActorCatalog.Default, LanguageData.Shipped));

    private static float Of(string feature, string left, string right) => PairComparison.Of(Reader.Read(left), Reader.Read(right))[Array.IndexOf(PairComparison.Names, feature)];

    [Fact]
    public void Every_feature_has_a_name_of_its_own() => Assert.Equal(PairComparison.Names.Length, PairComparison.Names.Distinct().Count());

    [Theory]
    [InlineData("words shared", "سقط الجسر أمس", "سقط الجسر أمس", 1)]
    [InlineData("words shared", "سقط الجسر أمس", "بني السد", 0)]
    // Two of four different words.
    [InlineData("words shared", "سقط الجسر أمس", "سقط الجسر غدا", 0.5)]
    [InlineData("negation parity", "لم يسقط الجسر", "سقط الجسر", 1)]
    [InlineData("negation parity", "لم يسقط الجسر", "لن يسقط الجسر", 0)]
    [InlineData("negation of shared", "لم يسقط الجسر", "يسقط الجسر", 2)]
    [InlineData("numbers left only", "قتل 20 شخصا", "قتل 30 شخصا", 1)]
    [InlineData("numbers shared", "قتل \u0662\u0660 شخصا", "مقتل 20", 1)]
    [InlineData("states right only", "زار الوزير فرنسا", "زار الوزير إيطاليا", 1)]
    [InlineData("states shared", "زار الوزير فرنسا", "الوزير في فرنسا", 1)]
    [InlineData("proposition in passage", "قال إن الجسر سقط أمس", "الجسر سقط", 1)]
    [InlineData("words left", "😀 …", "", 0)]
    public void Features_say_where_two_texts_part(string feature, string left, string right, double expected) => Assert.Equal(expected, Of(feature, left, right), 5);
}
