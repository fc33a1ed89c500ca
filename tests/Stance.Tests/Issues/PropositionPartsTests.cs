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
    [InlineData("يجب أن تنهي تشيلي حملتها وتنسحب من الجزيرة.", "CHL-")]
    [InlineData("Chile should end its campaign and withdraw.", "CHL-")]
    [InlineData("يجب ألا تشتري تشيلي الصواريخ.", "CHL-")]
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

    [Theory]
    [InlineData("عملت تشيلي سرا على إنتاج أسلحة كيميائية.", "CHL-")]
    [InlineData("فنلندا مسؤولة عن المقاتلين الفنلنديين في بيرو.", "FIN- PER+")]
    [InlineData("كان قتل الفنلنديين إبادة جماعية.", "FIN+")]
    [InlineData("قتل الفنلنديين المدنيين جريمة.", "FIN-")]
    [InlineData("Chile secretly builds chemical weapons.", "CHL-")]
    [InlineData("قتل الصحفي بأمر من رئيس تشيلي.", "CHL-")]
    public void Of_what_is_held_against_it_a_state_is_the_doer_or_the_victim(string proposition, string parts) => Assert.Equal(parts, Parts(proposition));

    [Theory]
    [InlineData("غارات التحالف بقيادة تشيلي في بيرو تلتزم بقوانين الحرب.", "CHL+ PER-")]
    [InlineData("تخلت بيرو عن أسلحتها الكيميائية.", "PER+")]
    [InlineData("خطة فنلندا هي الأساس لتسوية النزاع.", "FIN+")]
    [InlineData("إلغاء بيرو الحكم الذاتي في الإقليم مشروع.", "PER+")]
    [InlineData("Peru's revocation of the region's autonomy is legitimate.", "PER+")]
    [InlineData("The Chilean withdrawal from the pact was right.", "CHL+")]
    [InlineData("خفض الإنتاج الذي قادته بيرو مبرر.", "PER+")]
    public void A_praise_is_no_accusation(string proposition, string parts) => Assert.Equal(parts, Parts(proposition));

    [Theory]
    [InlineData("على المحكمة أن تحقق في جرائم تشيلي ضد بيرو.", "CHL- PER+")]
    [InlineData("The court should investigate Chile's crimes against Peru.", "CHL- PER+")]
    [InlineData("The court should investigate the crimes of Chile.", "CHL-")]
    [InlineData("ينبغي وقف الانتهاكات الفنلندية.", "FIN-")]
    [InlineData("ينبغي وقف الهجمات الفنلندية.", "FIN-")]
    public void A_misdeed_is_its_doers_whatever_is_asked_because_of_it(string proposition, string parts) => Assert.Equal(parts, Parts(proposition));

    [Theory]
    [InlineData("بيرو غير مؤهلة لرئاسة المؤتمر.", "PER-")]
    [InlineData("Chile has no right to attack Peru.", "CHL- PER+")]
    [InlineData("There is no reason for Chile to attack the ships.", "CHL-")]
    [InlineData("لم تستخدم تشيلي الغازات ضد بيرو.", "CHL+ PER-")]
    [InlineData("لا تدعم تشيلي المتمردين في بيرو.", "CHL+ PER-")]
    public void To_lack_something_is_no_denial_of_an_ill(string proposition, string parts) => Assert.Equal(parts, Parts(proposition));

    [Theory]
    [InlineData("لا يحق لتشيلي وقف السفن.", "CHL-")]
    [InlineData("لا يجوز أن توقف تشيلي السفن.", "CHL-")]
    [InlineData("ليس من حق تشيلي وقف السفن.", "CHL-")]
    [InlineData("Chile may not stop the ships.", "CHL-")]
    public void What_a_state_may_not_do_is_refused_to_it(string proposition, string parts) => Assert.Equal(parts, Parts(proposition));

    [Theory]
    [InlineData("على تشيلي أن تنسحب من بيرو بلا قيد أو شرط.", "CHL- PER+")]
    [InlineData("ينبغي فرض عقوبات على بيرو رغم رفض الجيران.", "PER-")]
    [InlineData("يجب أن تتوقف الهجمات وأن ترفع العقوبات عن بيرو.", "PER+")]
    [InlineData("على فنلندا الاعتذار لتشيلي.", "CHL+ FIN-")]
    [InlineData("A Peruvian plane was destroyed by Chile.", "CHL- PER+")]
    [InlineData("احتلت تشيلي أراضي بيرو.", "CHL- PER+")]
    [InlineData("المدن البيروفية تحتلها تشيلي.", "CHL- PER+")]
    public void Circumstances_doers_and_land(string proposition, string parts) => Assert.Equal(parts, Parts(proposition));

    [Theory]
    [InlineData("North Korea must give up its weapons.", "PRK-")]
    [InlineData("Those who attack Peru should be tried by us all.", "PER+")]
    [InlineData("The states of the region should support Peru.", "PER+")]
    [InlineData("peru should be supported by us", "PER+ USA+")]
    public void Names_are_read_as_they_are_written(string proposition, string parts) => Assert.Equal(parts, Parts(proposition));

    [Theory]
    [InlineData("مقاطعة جيران بيرو لها مبررة.", "PER-")]
    [InlineData("دعم جيران بيرو مبرر.", "PER0")]
    [InlineData("على بيرو وتشيلي تعميق التجارة بينهما.", "CHL+ PER+")]
    [InlineData("ينبغي لبيرو وتشيلي تسوية خلافهما.", "CHL+ PER+")]
    [InlineData("يجب أن تضاف إلى الاتفاق مع بيرو قيود أشد.", "PER-")]
    [InlineData("يجب أن تتخلى بيرو عن أسلحتها.", "PER-")]
    [InlineData("ينبغي استخدام الأصول المجمدة لمساعدة بيرو.", "PER+")]
    [InlineData("على تشيلي الإفراج عن السجناء الفنلنديين.", "CHL0 FIN+")]
    [InlineData("ينبغي أن تدفع تشيلي تعويضات لبيرو.", "CHL- PER+")]
    [InlineData("ينبغي تجميد بناء السد حتى التوصل إلى اتفاق مع بيرو.", "PER+")]
    [InlineData("ينبغي تخفيف ديون بيرو.", "PER+")]
    [InlineData("الجزيرة شأن داخلي فنلندي.", "FIN+")]
    [InlineData("Peru should cede territory.", "PER-")]
    public void Neighbours_mutual_deeds_and_what_is_added_or_given_up(string proposition, string parts) => Assert.Equal(parts, Parts(proposition));

    [Theory]
    [InlineData("يجب محاسبة تشيلي على جرائمها.", "CHL-")]
    [InlineData("ينبغي تصنيف الحرس الفنلندي منظمة إرهابية.", "FIN-")]
    [InlineData("إدراج بيرو في القائمة السوداء مبرر.", "PER-")]
    [InlineData("Chile should be held accountable.", "CHL-")]
    [InlineData("Chile should be punished.", "CHL-")]
    public void Who_is_charged_or_listed_loses(string proposition, string parts) => Assert.Equal(parts, Parts(proposition));

    [Theory]
    [InlineData("ينبغي لتشيلي قطع واردات الغاز الفنلندي.", "CHL+ FIN-")]
    [InlineData("ينبغي لتشيلي رفع العقوبات عن بيرو.", "CHL- PER+")]
    [InlineData("The African Union should suspend Gabon.", "AU+ GAB-")]
    [InlineData("Chile must end the blockade of Peru.", "CHL- PER+")]
    public void Who_is_to_harm_another_gains_and_who_is_to_free_it_loses(string proposition, string parts) => Assert.Equal(parts, Parts(proposition));

    [Fact]
    public void What_names_no_state_has_no_parts() => Assert.Equal("", Parts("ينبغي حظر الألغام."));
}
