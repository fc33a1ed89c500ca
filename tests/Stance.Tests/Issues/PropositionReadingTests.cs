namespace Stance.Tests;

public class PropositionReadingTests
{
    private static readonly Lexicon Lexicon = new(ActorCatalog.Default, LanguageData.Shipped);

    private static PropositionReading Read(string proposition) => PropositionReading.Of(Lexicon, proposition, LanguageDetector.Detect(proposition)!);

    private static string? First(string proposition) => Read(proposition).FirstState is >= 0 and var state ? Lexicon.Catalog.Actors[state].Code : null;

    [Theory]
    [InlineData("فنلندا مسؤولة عن إغراق السفينة.")]
    [InlineData("تسلح تشيلي المتمردين في بيرو.")]
    [InlineData("Finland is responsible for the murder of the envoy.")]
    [InlineData("Chile supports the rebels in Peru.")]
    public void Who_is_held_to_have_done_ill_is_accused(string proposition) => Assert.True(Read(proposition).Accuses);

    [Theory]
    [InlineData("ينبغي وقف الهجوم على القرية.")]
    [InlineData("للهجوم على القرية ما يبرره.")]
    [InlineData("يحق لبيرو أن تقصف المتمردين.")]
    [InlineData("The attack on the village was justified.")]
    [InlineData("Chile must stop arming the rebels.")]
    [InlineData("Lapland is a part of Finland.")]
    public void What_asks_permits_or_justifies_accuses_nobody(string proposition) => Assert.False(Read(proposition).Accuses);

    [Fact]
    public void Of_several_states_the_first_is_the_one_it_is_about()
    {
        Assert.Equal("CHL", First("Chile arms the rebels in Peru."));
        Assert.Equal("PER", First("تسلح بيرو المتمردين في تشيلي."));
        Assert.Null(First("The village must be rebuilt."));
    }

    [Theory]
    [InlineData("تسلح تشيلي المتمردين.", 1)]
    [InlineData("لا تسلح تشيلي المتمردين.", -1)]
    [InlineData("ليس من حق تشيلي تسليح المتمردين.", -1)]
    [InlineData("Chile supports the rebels.", 1)]
    [InlineData("Chile does not support the rebels.", -1)]
    [InlineData("Chile should not support the rebels.", -1)]
    public void A_negation_turns_the_sign_once(string proposition, float sign) => Assert.Equal(sign, Read(proposition).Sign);

    [Theory]
    [InlineData("ينبغي تجديد الاتفاق من دون موافقة تشيلي.")]
    [InlineData("The agreement should be renewed without Chile's consent.")]
    [InlineData("ينبغي تجديد الاتفاق دون أي شروط.")]
    [InlineData("The agreement should be renewed without any conditions.")]
    public void What_is_denied_of_a_circumstance_turns_no_sign(string proposition) => Assert.Equal(1, Read(proposition).Sign);

    [Theory]
    [InlineData("يجب ألا تبنى المحطة.", -1)]
    [InlineData("يجب الا تبنى المحطة.", -1)]
    [InlineData("المحطة ضرورية إلا في الشتاء.", 1)]
    [InlineData("هناك حل واحد ألا وهو بناء المحطة.", 1)]
    public void That_not_denies_and_except_does_not(string proposition, float sign) => Assert.Equal(sign, Read(proposition).Sign);
}
