using static Stance.Tests.ReadStatements;

namespace Stance.Tests;

/// <summary>Who speaks, construction by construction, as news has them. Sentences are ours.</summary>
public class SpeakerTests
{
    // Officials are those of that day.
    private static string Who(string text, string passage) => ReadStatements.Who(Read(text, "2018-06-01"), passage);

    [Theory]
    [InlineData("تتهم الرياض طهران بتسليح الجماعة، وهو ما نفته طهران مرارا.", "نفته", "IRN")]
    [InlineData("أعلنت واشنطن فرض رسوم جديدة، الأمر الذي ترفضه بكين.", "ترفضه", "CHN")]
    [InlineData("قال الوزير الفرنسي إن الهدنة ضرورية، وهو ما أيدته الأمم المتحدة.", "أيدته", "UN")]
    [InlineData("Britain blames Russia for the attack, which Moscow denies.", "Moscow denies", "RUS")]
    public void A_clause_that_comments_is_the_word_of_its_own_subject(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("قال الرئيس المصري إن الحل سياسي، وحذر من تدخل تركيا التي تدعم حكومة طرابلس.", "تدعم", "TUR")]
    [InlineData("رحبت باريس بالخطوة، ووصلت الدعوة إلى أنقرة التي أعلنت قبولها.", "أعلنت", "TUR")]
    public void A_relative_clause_is_about_the_state_before_it(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("وتصر طهران على أن برنامجها سلمي، لكن إسرائيل تشكك في ذلك.", "تشكك", "ISR")]
    [InlineData("Syria denies using the gas, but the United States says it has proof.", "Syria denies", "SYR")]
    [InlineData("Syria denies using the gas, but the United States says it has proof.", "says it", "USA")]
    public void A_contrast_gives_the_word_to_another(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("قطعت السعودية والبحرين ومصر علاقاتها مع قطر واتهمتها بدعم جماعات متطرفة.", "واتهمتها", "BHR EGY SAU")]
    [InlineData("أكدت برلين أن الاتفاق باق ودعت إلى وقف تسليح الفصائل.", "الفصائل", "DEU")]
    public void Whoever_is_armed_or_backed_says_nothing(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("وعبر السفير الصيني لدى الأمم المتحدة عن قلق بلاده.", "وعبر", "CHN")]
    [InlineData("وعبرت برلين عن قلقها من التصعيد.", "وعبرت", "DEU")]
    [InlineData("فيما تقف مصر والإمارات إلى جانب الجيش في هذه الحرب.", "الجيش", "ARE EGY")]
    public void A_verb_is_found_when_its_subject_parts_it_from_its_particle(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("وجاء في بيان للخارجية المصرية أن الهجوم مدان.", "وجاء", "EGY")]
    [InlineData("نقلت وكالة إنترفاكس عن وزير الخارجية الروسي قوله إن الحوار ممكن.", "الحوار", "RUS")]
    [InlineData("وبحسب وزارة الدفاع الروسية فإن القصف لم يقع، ونفى أن تكون الطائرات قد أقلعت.", "القصف", "RUS")]
    public void A_paper_or_an_agency_hands_on_whose_words_they_are(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("ولقي القرار ترحيبا من باريس وبرلين، في حين قوبل بانتقادات حادة من موسكو.", "ترحيبا", "DEU FRA")]
    [InlineData("ولقي القرار ترحيبا من باريس وبرلين، في حين قوبل بانتقادات حادة من موسكو.", "بانتقادات", "RUS")]
    [InlineData("وقوبل القرار برفض روسي.", "برفض", "RUS")]
    [InlineData("The decision drew criticism from China and Russia.", "criticism", "CHN RUS")]
    public void Of_a_noun_it_is_said_whose_it_is(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("الرياض - واس ووكالات: تعهد الرئيس الأميركي دونالد ترمب برفع الحظر.", "تعهد", "USA")]
    [InlineData("باريس: أعلن وزير الخارجية الألماني رفض بلاده القرار.", "أعلن", "DEU")]
    public void A_place_from_which_is_reported_announces_nobody(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("بيروت (رويترز) - قال الرئيس اللبناني إن الجيش لن ينسحب.", "قال", "LBN")]
    [InlineData("لندن، المملكة المتحدة (CNN)-- رفض وزير الخارجية الإيراني المقترح.", "رفض", "IRN")]
    [InlineData("واشنطن - (رويترز) - رفضت بكين الاقتراح الأميركي.", "رفضت", "CHN")]
    [InlineData("موسكو/ الأناضول/ رفضت فرنسا الاتهامات الروسية.", "رفضت", "FRA")]
    [InlineData("القدس المحتلة - أ ف ب: دعت فرنسا إلى وقف إطلاق النار.", "دعت", "FRA")]
    [InlineData("رفضت واشنطن (الحليف الأبرز) - كما كان متوقعا - دعوة باريس.", "رفضت", "USA")]
    [InlineData("DUBAI, United Arab Emirates (CNN) -- Iran rejected the new sanctions.", "rejected", "IRN")]
    public void In_a_dateline_nobody_speaks(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("دعت الحكومة الإيرانية الوكالة إلى زيارة الموقع، بحسب ما ذكرته وسائل إعلام محلية.", "دعت", "IRN")]
    [InlineData("لن يكون هناك تفاوض، بحسب ما ذكرته وسائل إعلام محلية.", "تفاوض", "")]
    public void That_papers_report_it_makes_it_no_less_the_word_of_a_state(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("ونددت إيران بالقرار. وقال دبلوماسيون إنه من المحتمل فرض عقوبات جديدة.", "وقال", "")]
    [InlineData("ونددت إيران بالقرار. وقال دبلوماسي كبير في الخارجية الروسية إن القرار خاطئ.", "وقال", "RUS")]
    [InlineData("عارضت الحكومة السويسرية العقوبات، وحثت شركاتها على مواصلة التجارة.", "وحثت", "CHE")]
    [InlineData("وقال المتحدث باسم التحالف العقيد الركن تركي المالكي إن الصواريخ أسقطت.", "وقال", "")]
    [InlineData("وهو قرار يندد به الفلسطينيون.", "يندد", "PSE")]
    [InlineData("قالت السفيرة الأميركية لدى الأمم المتحدة ماري دوغلاس إن الوقت حان. ورحبت باريس بذلك. وأوضحت دوغلاس أن التقرير كاف.", "وأوضحت", "USA")]
    [InlineData("ووقف الوزير الفرنسي إلى جانب بروكسل، والقرار من وجهة نظر لندن خطأ.", "نظر لندن", "GBR")]
    public void Who_speaks_is_told_from_whom_he_belongs_to(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("عبّر وزير الخارجية البحريني، الشيخ خالد بن أحمد آل خليفة، عن تأييد بلاده لقرار الرئيس الأميركي.", "عبّر", "BHR")]
    [InlineData("وفرضت واشنطن العقوبات رغم معارضة فرنسا والصين للقرار.", "معارضة", "CHN FRA")]
    [InlineData("وأقر المجلس الخطة بعد معارضة بريطانيا لها.", "معارضة", "GBR")]
    [InlineData("وجاء القرار وسط معارضة روسية شديدة.", "معارضة", "RUS")]
    [InlineData("ورفضت المعارضة السورية المقترح.", "ورفضت", "")]
    [InlineData("واختتمت الجامعة العربية أعمالها بالتأكيد على رفض أي تدخل من جانب إيران.", "بالتأكيد", "LAS")]
    [InlineData("وكان ترامب قد لام روسيا لأنها لم تف بالتزاماتها لضمان تخلي النظام السوري عن سلاحه، وقال إنه سيرد.", "تخلي", "SYR")]
    [InlineData("وكان ترامب أكد أنه لا يستبعد شيئا، ملقيا باللوم على روسيا لأنها لم تف بالتزاماتها لضمان تخلي النظام السوري عن سلاحه، وقال إنه سيرد.", "وقال", "USA")]
    public void A_verb_and_a_noun_are_told_apart_by_what_stands_beside_them(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("قال نائب الرئيس الإيراني إن بلاده مستعدة. ونقلت عنه وكالة تسنيم قوله إن الاحتمالات كثيرة.", "ونقلت", "IRN")]
    [InlineData("رحبت واشنطن بالهدنة. وقال مسؤولان من المعارضة إن الغارات مستمرة.", "وقال", "")]
    [InlineData("رحبت واشنطن بالهدنة. وذكر مصدر بالمعارضة أن الغارات مستمرة.", "وذكر", "")]
    [InlineData("ودعت رئيسة الوزراء البريطانية إلى اجتماع. وذكرت لقناة سكاي نيوز أنها تؤيد الضربة.", "وذكرت", "GBR")]
    [InlineData("قالت الرياض إنها أسقطت صاروخا، وكان الحوثيون قد أعلنوا استهداف المطار.", "الحوثيون", "")]
    [InlineData("أعلن الرئيس الأميركي في وقت سابق إلغاء القمة المرتقبة.", "إلغاء", "USA")]
    [InlineData("ودعت باريس إلى الهدوء. واتهم الرئيس إيران بزعزعة الاستقرار.", "واتهم", "FRA")]
    [InlineData("ويتهم التحالف إيران بتهريب الأسلحة.", "ويتهم", "")]
    public void Neither_who_is_told_it_nor_who_is_accused_speaks(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("قصفت الطائرات تحصينات الحوثيين، في حين أكدت الإمارات أن المعارك لم تنته.", "أكدت", "ARE")]
    [InlineData("وأكد روحاني أن بلاده لن تقبل ذلك في حين شدد الرئيس الفرنسي على أهمية الاتفاق.", "شدد", "FRA")]
    [InlineData("أكدت فرنسا أنها سترد إذا تكرر الهجوم، بعدما اتهمت بريطانيا الجيش السوري باستخدام الغاز.", "اتهمت", "GBR")]
    public void What_another_said_before_or_meanwhile_is_his(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("رد الإماراتيون بأن الاتهام باطل.", "رد", "ARE")]
    [InlineData("وشدد الإيطالي مارتشيلو سباتافورا على ضرورة الإصلاح.", "وشدد", "ITA")]
    public void Right_after_its_verb_a_nationality_is_somebody(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("بعدما فرضت واشنطن رسوما جمركية، قررت بكين الرد بالمثل.", "قررت", "CHN")]
    [InlineData("وبعد أن قصفت إسرائيل الدوحة، نددت السعودية بالهجوم.", "نددت", "SAU")]
    [InlineData("العقوبات التي فرضتها واشنطن على طهران رفضتها بكين.", "رفضتها", "CHN")]
    [InlineData("إسرائيل، التي لم تعترف يوما بالمحكمة، رفضت الدعوة.", "الدعوة", "ISR")]
    [InlineData("Russia, which backs the Syrian president, said the report was false.", "said the report", "RUS")]
    [InlineData("Turkey, a NATO member, said it would not join.", "would not", "TUR")]
    [InlineData("The Syrian government, which is backed by Russia and Iran, has denied the claims.", "denied", "SYR")]
    public void The_main_verb_has_the_subject_of_the_main_clause(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("علقت ألمانيا صادرات السلاح واستدعت السفير الإسرائيلي.", "واستدعت", "DEU")]
    [InlineData("قطعت الجزائر علاقاتها مع المغرب. واتهمت الرباط بأعمال عدائية.", "واتهمت", "DZA")]
    [InlineData("أعلنت واشنطن موقفها. ودعا بولندا إلى استبعاد الشركة.", "ودعا", "USA")]
    [InlineData("ودعا العراق تركيا إلى سحب قواتها.", "ودعا", "IRQ")]
    [InlineData("أكد الأردن تمسكه بالاتفاق وانتقدت عمان الخطوة.", "وانتقدت", "JOR")]
    [InlineData("أعلن النظام السوري رفضه الهدنة.", "أعلن", "SYR")]
    [InlineData("قال الأمين العام للأمم المتحدة أنطونيو غوتيريش إن الوضع خطير.", "قال", "UN")]
    [InlineData("طالبت جنوب السودان بوقف القتال.", "طالبت", "SSD")]
    public void A_verb_agrees_with_its_subject_and_not_with_its_object(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("وكانت واشنطن اتهمت بكين بالتجسس، الأمر الذي نفته الأخيرة.", "نفته", "CHN")]
    [InlineData("دعا الرئيسان التركي رجب طيب أردوغان والروسي فلاديمير بوتين إلى هدنة.", "دعا", "RUS TUR")]
    public void The_last_named_and_the_two_presidents_are_who_they_are(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Fact]
    public void Who_is_excepted_does_nothing() => Assert.Equal("", Who("وافقت جميع دول الحلف باستثناء تركيا والمجر على القرار.", "وافقت"));

    [Fact]
    public void The_opposition_opposes_nothing_when_it_is_blamed() => Assert.Equal("IRN", Who("حملت طهران المعارضة المسلحة مسؤولية الهجوم.", "الهجوم"));

    [Theory]
    [InlineData("\"This is unacceptable,\" Merkel said. Germany agreed. \"This is a mistake,\" Merkel said. \"Russia must explain itself.\"", "Russia must", "DEU")]
    [InlineData("\"هذا عمل مرفوض\"، قال رئيس الوزراء الباكستاني. \"سنرد على هذا العدوان\".", "سنرد", "PAK")]
    public void A_quotation_that_names_nobody_goes_on(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("استخدمت روسيا حق النقض ضد مشروع قرار غربي يطالب بتحقيق دولي.", "يطالب")]
    [InlineData("أيدت باريس قرارا يدعو إلى هدنة.", "يدعو")]
    [InlineData("Russia vetoed a draft resolution demanding an inquiry.", "demanding")]
    public void What_a_draft_demands_stands_under_the_vote_on_it(string text, string passage)
    {
        var analysis = Read(text);
        var s = NumberOf(analysis, passage);
        Assert.True(analysis.Statements[s].Outer >= 0);
        Assert.Equal(passage is "يدعو" ? 1 : -1, StatementSignals.Of(Shipped, analysis)[s].OuterSign);
    }

    [Theory]
    [InlineData("الخطة جاهزة، كما قال البيان")]
    [InlineData("قال التقرير")]
    [InlineData("ألا")]
    [InlineData("وحسب")]
    [InlineData("قالت")]
    [InlineData("which Moscow denies")]
    [InlineData("said, and")]
    [InlineData("the United States and")]
    [InlineData(", said")]
    public void A_text_may_end_or_begin_anywhere(string text) => Assert.NotEmpty(Read(text).Statements);

    // ---- English -------------------------------------------------------------------------------------------------

    [Theory]
    [InlineData("The firm's lawyers said Israel had closed the crossing.", "said", "")]
    [InlineData("Saudi Arabia carried out the raid, residents said.", "said", "")]
    [InlineData("A US official, who declined to be named, said Israel had carried out the strike.", "said", "USA")]
    [InlineData("A Turkish official told Reuters that the operation would go on.", "told", "TUR")]
    [InlineData("The spokesman for the German government said they were necessary.", "said", "DEU")]
    public void Whom_a_speaker_speaks_of_does_not_speak(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("Moscow says Ukraine has violated the ceasefire.", "violated", "RUS")]
    [InlineData("The Saudi foreign minister said Iran must be held accountable.", "held", "SAU")]
    public void A_clause_without_that_is_what_is_said(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("Iran was condemned by the United States.", "condemned", "USA")]
    [InlineData("The move was welcomed by Israel but condemned by the Palestinians.", "condemned", "PSE")]
    [InlineData("The move was welcomed by Israel but condemned by the Palestinians.", "welcomed", "ISR")]
    public void The_agent_of_a_passive_does_it(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("قالت الرياض إنها أسقطت صاروخا، وكان الحوثيون قد أعلنوا استهداف المطار.", "قالت")]
    [InlineData("وانتقد رئيس الوزراء الإسرائيلي المعاهدة، التي يعتبرها المؤرخون محاولة فاشلة.", "وانتقد")]
    public void What_the_report_adds_tells_nothing_of_what_stands_before_it(string text, string passage) => Assert.False(At(Read(text, "2018-06-01"), passage).SpeakerIsNoState);

    [Theory]
    [InlineData("أكدت فرنسا أنها سترد في حال تخطت دمشق الخط الأحمر، بعدما تحدث مسعفون عن سقوط عشرات القتلى في هجوم.", "تحدث")]
    [InlineData("واختتم الوزراء أعمالهم بالتأكيد على رفض أي تدخل من جانب إيران.", "بالتأكيد")]
    public void What_is_somebody_elses_is_hardly_a_states_word(string text, string passage) =>
        Assert.All(At(Read(text, "2018-06-01"), passage).Speakers, s => Assert.InRange(s.Confidence, 0, 0.5f));

    [Theory]
    [InlineData("Iran's foreign minister dismissed it as nonsense.", "dismissed", "IRN")]
    [InlineData("President Donald Trump then warned Iran against retaliation.", "warned", "USA")]
    [InlineData("Former US president Barack Obama defended the deal.", "defended", "")]
    [InlineData("Moscow's foreign ministry summoned the British ambassador.", "summoned", "RUS")]
    [InlineData("Ethiopia's prime minister defended the deal; Somalia's government called it an act of aggression.", "defended", "ETH")]
    [InlineData("Manila accused Beijing of \"bullying\"; Beijing said Manila had provoked it.", "Beijing said", "CHN")]
    [InlineData("Seoul's defence ministry said Pyongyang had fired a missile.", "fired", "KOR")]
    [InlineData("The African Union suspended Niger after the coup and demanded the release of the president.", "demanded", "AU")]
    [InlineData("Kosovo's prime minister refused to apply the agreement, EU officials said.", "refused", "XKX")]
    public void An_English_clause_has_its_own_subject(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("حذرت موسكو واشنطن من التصعيد.", "حذرت", "RUS")]
    [InlineData("استقبل الرئيس الفرنسي وزير الخارجية السعودي وأكد دعم بلاده للهدنة.", "وأكد", "FRA")]
    [InlineData("دعت موسكو وواشنطن إلى الهدوء.", "دعت", "RUS USA")]
    [InlineData("وصل وزير الخارجية الروسي ووزير الدفاع التركي ودعوا إلى الهدوء.", "ودعوا", "RUS TUR")]
    public void A_name_that_begins_with_the_letter_of_and_joins_nobody(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("أعلنت الرياض تمويل مشاريع تنفذها قوات تدعمها الولايات المتحدة. وأضاف البيان أن المبلغ كبير.", "وأضاف", "SAU")]
    [InlineData("أعلنت الرياض تمويل مشاريع تنفذها قوات تدعمها الولايات المتحدة. وأضاف البيان أن المبلغ كبير.", "تدعمها", "USA")]
    [InlineData("أعلنت برلين القرار، وتدعمها الولايات المتحدة.", "وتدعمها", "USA")]
    public void Who_is_named_in_a_clause_on_a_noun_does_not_go_on(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("دانت الحكومة اليمنية الهجوم، وقالت إن الحكومة الإيرانية تدعم الانقلاب. وأضافت الحكومة أن السلام بعيد.", "وأضافت", "YEM")]
    [InlineData("دانت الحكومة اليمنية الهجوم. وردت الحكومة الإيرانية بأنه مسرحية. وأضافت الحكومة أن السلام بعيد.", "وأضافت", "IRN")]
    [InlineData("أعلنت وزارة الدفاع الروسية فشل الضربة، وقالت إن الخارجية الأميركية تكذب. وأضافت الوزارة أن الصواريخ أسقطت.", "وأضافت", "RUS")]
    [InlineData("قالت الخارجية الفلسطينية إنها ترفض القرار. وحملت الوزارة الحكومة الإسرائيلية المسؤولية.", "وحملت", "PSE")]
    [InlineData("وأكدت الحكومة أن روسيا مسؤولة عن الهجوم.", "وأكدت", "")]
    [InlineData("وانتقدت الحكومة إيران بشدة.", "وانتقدت", "")]
    public void Of_two_bodies_the_one_that_spoke_goes_on(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("قال الرئيس التركي إن العملية قريبة. وذكر اثنان من كبار القادة أن القوات جاهزة.", "وذكر")]
    [InlineData("قال الرئيس الأوكراني إن بلاده مستعدة. وقال مصدر قريب من المحادثات إن الحادث عابر.", "وقال")]
    public void Whose_land_is_not_told_is_no_state(string text, string passage) => Assert.True(At(Read(text, "2018-06-01"), passage).SpeakerIsNoState);

    [Theory]
    [InlineData("قال الرئيس الأوكراني إن بلاده مستعدة. وقال مصدر في وزارة الخارجية إن الحادث عابر.", "وقال")]
    [InlineData("التقى الوزير السعودي قادة الفصائل ووعدهم بالعون.", "ووعدهم")]
    public void A_source_in_a_ministry_or_those_whom_somebody_meets_are_no_such_people(string text, string passage) => Assert.False(At(Read(text, "2018-06-01"), passage).SpeakerIsNoState);

    [Theory]
    [InlineData("يتهم النظام السوري باستخدام الكلور.", "يتهم", "")]
    [InlineData("اتهمت روسيا بشكل مباشر أوكرانيا بتسليح الفصائل.", "اتهمت", "RUS")]
    [InlineData("اتهمت روسيا أوكرانيا بتسليح الفصائل.", "اتهمت", "RUS")]
    public void Who_alone_is_named_beside_a_charge_is_charged(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("قال ترامب إن بلاده سترد، مكررا اتهامه الصين بالسرقة.", "الصين", "USA")]
    [InlineData("توعد ترامب باستهداف سوريا بصواريخ.", "سوريا", "USA")]
    [InlineData("دعا رئيس الوزراء الفلسطيني إلى تحميل إسرائيل المسؤولية.", "إسرائيل", "PSE")]
    [InlineData("ندد الكرملين باتهام واشنطن لموسكو بالتدخل.", "واشنطن", "USA")]
    [InlineData("ندد الكرملين باتهام واشنطن للجماعة بالتدخل.", "واشنطن", "USA")]
    [InlineData("رحب البيت الأبيض بإدانة باريس للهجوم.", "باريس", "FRA")]
    public void Of_a_noun_who_suffers_it_does_not_do_it(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("وصف الوزير البريطاني الهجوم بالجريمة، وتابع قائلا للصحفيين إن لندن سترد.", "قائلا", "GBR")]
    [InlineData("وصف الوزير البريطاني الهجوم بالجريمة. وأبلغ الصحفيين أن التحقيق مستمر.", "وأبلغ", "GBR")]
    [InlineData("قالت واشنطن إن الهدنة ضرورية. ودعا الحوثيين إلى الحوار.", "ودعا", "USA")]
    [InlineData("قالت واشنطن إن الهدنة ضرورية. ودعا الحوثيون إلى الحوار.", "ودعا", "")]
    public void Who_is_told_it_does_not_say_it(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("Saudi Arabia, the United Arab Emirates, Bahrain and Egypt cut ties with Qatar.", "cut ties", "ARE BHR EGY SAU")]
    [InlineData("The foreign ministers of Russia, Turkey and Iran said they agreed.", "agreed", "IRN RUS TUR")]
    [InlineData("Despite objections from Turkey, Cyprus signed the deal.", "signed", "CYP")]
    public void A_list_ends_with_and(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));
}
