namespace Stance.Tests;

public class PropositionPartsTests
{
    private static readonly Lexicon Lexicon = new(ActorCatalog.Default, LanguageData.Shipped);

    private static string Parts(string proposition)
    {
        var reading = PropositionReading.Of(Lexicon, proposition, LanguageDetector.Detect(proposition)!);
        return string.Join(' ', reading.States.Select((state, k) => Lexicon.Catalog.Actors[state].Code + (reading.Parts[k] switch { > 0 => "+", < 0 => "-", _ => "0" })).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ينبغي فرض حظر تجاري على بيرو.", "PER-")]
    [InlineData("ينبغي رفع العقوبات عن بيرو.", "PER+")]
    [InlineData("ينبغي وقف تزويد تشيلي بالأسلحة.", "CHL-")]
    [InlineData("ينبغي تزويد تشيلي بالأسلحة.", "CHL+")]
    [InlineData("ينبغي دعم فنلندا.", "FIN+")]
    [InlineData("الحرب ضد بيرو مبررة.", "PER-")]
    [InlineData("Sanctions on Peru should be tightened.", "PER-")]
    [InlineData("Sanctions on Peru should be lifted.", "PER+")]
    [InlineData("Arms sales to Chile should be stopped.", "CHL-")]
    [InlineData("Finland should be admitted to the organisation.", "FIN+")]
    public void A_state_gains_by_help_and_by_the_end_of_a_harm(string proposition, string parts) => Assert.Equal(parts, Parts(proposition));

    [Theory]
    [InlineData("الضربات الفنلندية على بيرو مبررة.", "FIN+ PER-")]
    [InlineData("هجوم تشيلي على بيرو مشروع.", "CHL+ PER-")]
    [InlineData("يحق لبيرو بناء المفاعل.", "PER+")]
    [InlineData("The Finnish strikes on Peru are justified.", "FIN+ PER-")]
    [InlineData("بناء المستعمرات الفنلندية غير قانوني ويجب أن يتوقف.", "FIN-")]
    public void Who_does_what_is_called_right_gains_and_who_suffers_it_loses(string proposition, string parts) => Assert.Equal(parts, Parts(proposition));

    [Theory]
    [InlineData("ينبغي طرد الدبلوماسيين الفنلنديين.", "FIN-")]
    [InlineData("يجب على بيرو أن توقف التجارب.", "PER-")]
    [InlineData("على بيرو وقف التجارب.", "PER-")]
    [InlineData("على بيرو وتشيلي دعم اللاجئين.", "CHL0 PER0")]
    [InlineData("ينبغي لبيرو وتشيلي أن تتعاونا.", "CHL+ PER+")]
    [InlineData("ينبغي أن تنضم فنلندا إلى المنظمة.", "FIN+")]
    public void Who_is_told_to_give_something_up_loses(string proposition, string parts) => Assert.Equal(parts, Parts(proposition));

    [Theory]
    [InlineData("فنلندا مسؤولة عن إغراق السفينة في بيرو.", "FIN- PER+")]
    [InlineData("تسلح تشيلي المتمردين في بيرو.", "CHL- PER+")]
    [InlineData("الهجمات على بيرو غير مقبولة.", "PER+")]
    [InlineData("استخدمت تشيلي القوة ضد المتظاهرين.", "CHL-")]
    [InlineData("Chile supports the rebels in Peru.", "CHL- PER+")]
    public void The_accused_loses_and_the_others_gain(string proposition, string parts) => Assert.Equal(parts, Parts(proposition));

    [Theory]
    [InlineData("الجزيرة جزء من تشيلي.", "CHL+")]
    [InlineData("ينبغي أن تنفصل الجزيرة عن تشيلي.", "CHL-")]
    [InlineData("ينبغي أن تنسحب القوات الأجنبية من بيرو.", "PER+")]
    [InlineData("ينبغي أن تغادر القوات الفنلندية بيرو.", "FIN- PER+")]
    [InlineData("ينبغي نقل النفط عبر الميناء من دون موافقة بيرو.", "PER-")]
    [InlineData("ينبغي استخدام الأموال لمساعدة بيرو.", "PER+")]
    [InlineData("The island is a part of Chile.", "CHL+")]
    [InlineData("Foreign troops should leave Peru.", "PER+")]
    public void Owner_seceded_from_vacated_and_bystander(string proposition, string parts) => Assert.Equal(parts, Parts(proposition));

    [Theory]
    [InlineData("لا ينبغي فرض عقوبات على بيرو.", "PER+")]
    [InlineData("ليست الضربات الفنلندية على بيرو مبررة.", "FIN- PER+")]
    [InlineData("ليس من حق تشيلي تسليح المتمردين.", "CHL-")]
    [InlineData("ليس على بيرو وقف التجارب.", "PER+")]
    [InlineData("ليس لبيرو الحق في المفاعل.", "PER-")]
    [InlineData("Sanctions on Peru should not be lifted.", "PER-")]
    [InlineData("Chile does not support the rebels in Peru.", "CHL+ PER-")]
    public void Negation_turns_every_part(string proposition, string parts) => Assert.Equal(parts, Parts(proposition));

    [Fact]
    public void What_names_no_state_has_no_parts() => Assert.Equal("", Parts("ينبغي حظر الألغام."));
}
