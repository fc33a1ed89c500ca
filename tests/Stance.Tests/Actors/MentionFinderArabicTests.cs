namespace Stance.Tests;

/// <summary>Names that mislead. Every sentence is ours.</summary>
public class MentionFinderArabicTests
{
    [Theory]
    [InlineData("أعلنت سلطنة عمان استعدادها لاستضافة جولة جديدة من المحادثات، وقالت مصادر في عمان إن الدعوات أرسلت.", "OMN")]
    [InlineData("استقبل السلطان هيثم بن طارق وزير خارجية سلطنة عُمان في قصر البركة، وأكدت عُمان تمسكها بالحياد.", "OMN")]
    [InlineData("قال وزير الخارجية الأردني أيمن الصفدي إن عمان ترفض تهجير الفلسطينيين.", "JOR PSE")]
    [InlineData("وصل الوفد العراقي إلى العاصمة الأردنية عمان حيث يلتقي رئيس الوزراء.", "IRQ JOR")]
    [InlineData("التقى الملك عبد الله الثاني في عمان رئيس البنك المركزي الأردني.", "JOR")]
    [InlineData("جددت عمان وطهران التزامهما بحرية الملاحة، وقال وزير الخارجية العماني بدر البوسعيدي إن الحوار مستمر.", "OMN IRN")]
    [InlineData("استنكرت عمّان القصف، وتبعتها القاهرة.", "JOR EGY")]
    [InlineData("اعتذرت القاهرة وعمان عن الحضور.", "EGY JOR")]
    [InlineData("استضافت عُمان المحادثات، وشارك الأردن فيها.", "OMN JOR")]
    public void Oman_and_Amman_are_told_apart_by_what_else_is_named(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("أعلنت البحرين كشف خلية، وقالت إن أمن المملكة خط أحمر.", "BHR")]
    [InlineData("أعلنت البحرين، بدعم من السعودية، أنها كشفت خلية. وأكدت المملكة أنها لن تتهاون.", "BHR SAU")]
    [InlineData("قال المغرب إنه لن يفاوض. وأضافت المملكة أن سيادتها ليست للنقاش.", "MAR")]
    [InlineData("أكدت المملكة تمسكها بالمبادرة العربية.", "SAU")]
    public void The_kingdom_is_the_one_named_last(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Fact]
    public void Of_two_kingdoms_the_one_that_acts_is_meant()
    {
        var mentions = Found.Mentions("أعلنت البحرين، بدعم من السعودية، أنها كشفت خلية. وأكدت المملكة أنها لن تتهاون.");
        Assert.Equal("BHR", Assert.Single(mentions, m => m.Words == "المملكة").Code);
    }

    [Theory]
    [InlineData("أعرب وسام فتوح، الأمين العام للاتحاد، عن أسفه.", "")]
    [InlineData("بدأت القوات هجوما بريا على البلدة من محورين.", "")]
    [InlineData("طالب المحتجون بإجراء تحقيقات فورية في الحادث.", "")]
    [InlineData("تراجع النشاط البحري النفطي في الميناء.", "")]
    [InlineData("سحب المسعفون الجندي الملقي على الأرض.", "")]
    [InlineData("حضر جمال ولد عباس مؤتمر الحزب.", "")]
    [InlineData("زاخاروفا: خطوة طال انتظارها.", "RUS")]
    [InlineData("وحث لافروف الطرفين على وقف القتال.", "RUS")]
    [InlineData("وأضاف ماكرون أن الحوار مستمر.", "FRA")]
    public void A_surname_alone_is_an_officials_where_something_speaks_for_it(string text, string actors) => Assert.Equal(actors, Found.Actors(text, "2018-04-10"));

    [Theory]
    [InlineData("خطة الحكم الذاتي المغربية جدية.", "")]
    [InlineData("وصل الوزير القطري إلى الكويت بدعوة من أمير البلاد.", "QAT KWT")]
    public void Adjectives_and_lands(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Fact]
    public void Who_is_said_to_be_of_the_land_is_of_the_one_named_last() =>
        Assert.Equal("KWT", Assert.Single(Found.Mentions("وصل وزير الخارجية القطري إلى الكويت بدعوة من أمير البلاد."), m => m.Words == "أمير البلاد").Code);

    [Theory]
    [InlineData("أعلنت وزارة الدفاع الأمريكية إرسال جنود إلى النيجر لتدريب القوات المحلية.", "القوات")]
    [InlineData("قالت وزارة الخارجية الإيرانية إنها لا تخشى الضغط الدبلوماسي.", "الدبلوماسي")]
    [InlineData("تناول اللقاء التطورات الميدانية والدبلوماسية في سوريا.", "والدبلوماسية في سوريا")]
    public void What_is_anybodys_is_not_taken_up(string text, string word) => Assert.DoesNotContain(Found.Mentions(text), m => m.Words == word);

    [Theory]
    [InlineData("التقى رئيس الاستخبارات السعودية الأسبق الأمير تركي الفيصل عددا من الباحثين.")]
    [InlineData("حضر تركي آل الشيخ حفل الافتتاح في الرياض.")]
    [InlineData("أعلن رئيس الهيئة العامة للرياضة السعودية تركي آل الشيخ موعد البطولة.")]
    [InlineData("وأوضح تركي بن عبد الله أن المشروع سينجز في موعده.")]
    [InlineData("كتب تركي الحمد مقالا عن الليبرالية.")]
    [InlineData("وأضاف اللواء تركي المالكي، المتحدث باسم التحالف، أن الصاروخ اعترض.")]
    public void Turki_the_given_name_is_not_Turkish(string text) => Assert.DoesNotContain("TUR", Found.Actors(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("قال مسؤول تركي إن بلاده لن تسحب قواتها.")]
    [InlineData("نددت أنقرة بالقرار، وقال متحدث تركي إن الرد سيكون حازما.")]
    [InlineData("أصيب جندي تركي في الانفجار قرب الحدود.")]
    public void Turki_the_nationality_is_Turkish(string text) => Assert.Equal("TUR", Found.Actors(text));

    [Theory]
    [InlineData("دعا الرئيس الفرنسي فرانسوا هولاند إلى وقف القصف.", "FRA", "2015-10-01")]
    [InlineData("وأضاف هولاند أن باريس ستواصل الضغط.", "FRA", "2015-10-01")]
    [InlineData("أعلنت هولندا سحب سفيرها، وأيدتها بلجيكا.", "NLD BEL", "2015-10-01")]
    [InlineData("استدعت لاهاي السفير التركي للاحتجاج.", "NLD TUR", "2017-03-12")]
    public void Hollande_is_not_Holland(string text, string actors, string published) => Assert.Equal(actors, Found.Actors(text, published));

    [Theory]
    [InlineData("أطلقت كوريا الشمالية صاروخا باليستيا فوق اليابان.", "PRK JPN")]
    [InlineData("أعلنت كوريا الجنوبية تعليق المناورات مع واشنطن.", "KOR USA")]
    [InlineData("التقى الزعيم الكوري الشمالي كيم جونغ أون الرئيس الكوري الجنوبي مون جاي إن.", "PRK KOR")]
    [InlineData("وقال الجيش الكوري الجنوبي إن الشمال أطلق قذائف.", "KOR")]
    public void North_and_South_Korea(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("أعلنت جمهورية الكونغو الديمقراطية تفشي الوباء في شرق البلاد.", "COD")]
    [InlineData("قال الرئيس فيليكس تشيسيكيدي إن الكونغو الديمقراطية لن تتنازل عن شبر من أرضها.", "COD")]
    [InlineData("استضافت الكونغو برازافيل قمة الغابات.", "COG")]
    [InlineData("أكد رئيس الكونغو دنيس ساسو نغيسو في برازافيل دعمه للمبادرة.", "COG")]
    [InlineData("عاد الجيش إلى مواقعه في الكونغو بعد اتفاق وقع في كينشاسا.", "COD")]
    [InlineData("تحدث رئيس الكونغو جوزيف كابيلا عن موعد الانتخابات.", "COD")]
    public void The_two_Congos(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("أدانت غينيا الانقلاب، وقال الرئيس ألفا كوندي إن بلاده ترفضه.", "GIN")]
    [InlineData("انسحب الجيش من شوارع غينيا بيساو.", "GNB")]
    [InlineData("تصدر غينيا الاستوائية النفط منذ التسعينيات.", "GNQ")]
    [InlineData("اصطدمت السفينة في خليج غينيا.", "")]
    public void The_three_Guineas(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("أغلق السودان حدوده مع جنوب السودان.", "SDN SSD")]
    [InlineData("قال رئيس جنوب السودان سلفا كير إن الاتفاق ملزم.", "SSD")]
    [InlineData("رحبت حكومة جنوب السودان بقرار الخرطوم.", "SSD SDN")]
    [InlineData("واتهم الجيش السوداني قوات الدعم السريع بخرق الهدنة.", "SDN")]
    public void Sudan_and_South_Sudan(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("أعلن حاكم ولاية جورجيا حالة الطوارئ.", "")]
    [InlineData("فاز المرشح في ولايتي جورجيا وأريزونا.", "")]
    [InlineData("تظاهر الآلاف في مدينة أتلانتا بولاية جورجيا.", "")]
    [InlineData("طلبت جورجيا الانضمام إلى حلف شمال الأطلسي، ورفضت موسكو الطلب من تبليسي.", "GEO NATO RUS")]
    public void Georgia_the_state_of_the_union_is_no_country(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("وقال رئيس الجمهورية إن الدستور يعلو على الجميع.")]
    [InlineData("تعيش الجمهورية أزمة سياسية منذ عام.")]
    [InlineData("كتبت صحيفة الجمهورية أن الحكومة باقية.")]
    public void A_republic_without_a_name_is_nobody(string text) => Assert.Equal("", Found.Actors(text));

    [Theory]
    [InlineData("قال حزب الله اللبناني إن سلاحه باق.", "")]
    [InlineData("هدد الأمين العام لحزب الله اللبناني حسن نصر الله إسرائيل.", "ISR")]
    [InlineData("أعلنت المعارضة السورية رفضها المقترح.", "")]
    [InlineData("سيطر الجيش السوري الحر على بلدة قرب الحدود.", "")]
    [InlineData("تبنت جماعة الحوثي اليمنية الهجوم على ناقلة.", "")]
    [InlineData("وقال الحوثيون إنهم أسقطوا طائرة مسيرة.", "")]
    [InlineData("رفض الائتلاف الوطني السوري المعارض الحوار.", "")]
    [InlineData("قالت حركة حماس الفلسطينية إنها قبلت العرض.", "")]
    [InlineData("أعلن حزب العمال الكردستاني هدنة.", "")]
    [InlineData("دعا الحزب الشيوعي الروسي إلى التظاهر.", "")]
    [InlineData("طالبت منظمة حقوقية مصرية بالإفراج عن الموقوفين.", "")]
    [InlineData("قال زعيم المعارضة الفنزويلية خوان غوايدو إن الوقت حان.", "")]
    [InlineData("أعلن الجيش الوطني السوري بدء العملية.", "")]
    [InlineData("وقال القيادي المعارض السوري ميشيل كيلو إن المبادرة ميتة.", "")]
    [InlineData("رأى خبير عسكري روسي أن المعركة لم تبدأ.", "")]
    public void Parties_rebels_and_opposition_are_not_the_state(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("انتقد الرئيس الأمريكي السابق أوباما القرار.", "2018-05-09", "")]
    [InlineData("قال وزير الخارجية السابق جون كيري إن الاتفاق كان ناجحا.", "2018-05-09", "")]
    [InlineData("رأى وزير الخارجية الألماني الأسبق يوشكا فيشر أن الأزمة طويلة.", "2018-05-09", "")]
    [InlineData("اتهم رئيس الوزراء البريطاني السابق توني بلير خصومه بالتضليل.", "2018-05-09", "")]
    [InlineData("قال السفير الأمريكي السابق لدى دمشق روبرت فورد إن الفرصة ضاعت.", "2018-05-09", "SYR")]
    [InlineData("وحذر مسؤول سابق في البنتاغون من حرب طويلة.", "2018-05-09", "USA")]
    public void Former_officials_do_not_speak_for_the_state(string text, string published, string mentioned)
    {
        Assert.Equal(mentioned, Found.Actors(text, published));
        Assert.Equal("", Found.Speakers(text, published));
    }

    [Theory]
    [InlineData("ذكرت صحيفة نيويورك تايمز الأمريكية أن الصفقة قريبة.", "")]
    [InlineData("أصدرت المحكمة الجنائية الدولية مذكرة توقيف.", "")]
    [InlineData("قضت محكمة لاهاي بعدم الاختصاص.", "")]
    [InlineData("قالت صحيفة هآرتس الإسرائيلية إن الجيش يستعد.", "")]
    [InlineData("رفضت محكمة مصرية الطعن.", "")]
    [InlineData("أيدت المحكمة العليا الباكستانية الحكم.", "")]
    [InlineData("نقلت مجلة دير شبيغل الألمانية عن دبلوماسي أن الاتفاق جاهز.", "")]
    [InlineData("قال القاضي الفرنسي إن الأدلة كافية.", "")]
    public void Papers_and_courts_are_not_the_state(string text, string actors)
    {
        Assert.Equal(actors, Found.Actors(text));
        Assert.Equal("", Found.Speakers(text));
    }

    [Theory]
    [InlineData("رست في الميناء فرقاطة ترفع علما باكستانيا وعلما أميركيا.", "PAK USA")]
    [InlineData("استهدف الهجوم دورية أميركية قرب الحدود.", "USA")]
    [InlineData("تعطلت دورية للجيش العراقي قرب الجسر.", "IRQ")]
    [InlineData("قصفت الطائرات مواقع إيرانية جنوب دمشق.", "IRN SYR")]
    [InlineData("سقطت القذيفة قرب موقع إسرائيلي على خط الهدنة.", "ISR")]
    [InlineData("نشر موقع واللا الإسرائيلي تفاصيل الخطة.", "")]
    [InlineData("قالت دورية فورين أفيرز الأميركية إن التوازن تغير.", "")]
    [InlineData("أغلقت الشرطة الطرق المؤدية إلى الحدود مع جنوب لبنان.", "LBN")]
    public void Nationalities_inflect_and_soldiers_are_the_state(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("قال قائد شرطة كركوك إن الطريق مفتوح.", "IRQ")]
    [InlineData("نفت الشرطة في مدينة كراتشي وقوع اشتباكات.", "PAK")]
    [InlineData("انتشرت قوات الأمن في محافظة ديالى.", "IRQ")]
    [InlineData("سقط صاروخ في كركوك من دون ضحايا.", "")]
    [InlineData("كراتشي – طالب التجار بخفض الرسوم.", "")]
    public void A_town_counts_only_with_the_police_or_office_of_its_state(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("تلقى المشروع دعما ماليا من الممولين.", "")]
    [InlineData("أعلنت الشركة عن فائض مالي كبير هذا العام.", "")]
    [InlineData("انسحبت القوات الفرنسية من مالي بعد خلاف مع باماكو.", "FRA MLI")]
    [InlineData("أثنت وزيرة الصحة على الأردنيين والمصريين.", "JOR EGY")]
    public void Mali_is_not_money(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("استدعت لاهاي سفيرها من أنقرة، ونظرت محكمة في لاهاي في الدعوى.", "NLD TUR")]
    [InlineData("وقال مؤتمر باريس في بيانه الختامي إن الحل سياسي.", "")]
    [InlineData("انسحبت واشنطن من اتفاق باريس للمناخ.", "USA")]
    [InlineData("دبي، الإمارات العربية المتحدة (CNN)-- نفت طهران الاتهام.", "IRN")]
    [InlineData("القاهرة – رويترز: قال متحدث باسم الحكومة السورية إن الهدنة صامدة.", "SYR")]
    [InlineData("رام الله - عمان - خاص: نفت طهران الاتهام.", "IRN")]
    [InlineData("نقلت وكالة «مهر» الإيرانية الخبر.", "")]
    [InlineData("نقلت وكالة تاس الروسية الخبر.", "RUS")]
    [InlineData("قال مدير المستشفى الفرنسي إن الجرحى بخير.", "")]
    [InlineData("وقال التونسي إن روايته الجديدة تصدر في الخريف.", "")]
    [InlineData("وقال السويدي ماتس فالغرين إن الهدنة ضرورة.", "SWE")]
    [InlineData("وطالب خافيير سولانا بإنهاء القتال، وأصيب طالب فرنسي.", "EU")]
    [InlineData("وشكر الرئيس ماكرون إيطاليا على العون.", "FRA ITA")]
    [InlineData("افتتح وزير الثقافة بجمهورية مصر العربية المعرض.", "EGY")]
    [InlineData("ناقش الوزراء الأربعة الأحوال في تشاد.", "TCD")]
    [InlineData("وأكد المصدر لـ«الرياض» أن الموسم بدأ.", "")]
    [InlineData("الوزارة أبلغت السفير البرازيلي اعتراضها.", "BRA")]
    [InlineData("تتحمل النقابات مسؤولية تأخير اليونان عن الموعد.", "GRC")]
    [InlineData("كشفت قناة تلفزيونية عن مجريات التحقيق.", "")]
    [InlineData("قال السفير الروسي إن بلاده ترفض أي تدخل في شؤونها الداخلية، وناقش التعاون في الحدود البحرية.", "RUS")]
    [InlineData("قال وزير الدفاع الروسي إن الميزانية كافية، وإن الطائرات باهظة.", "RUS")]
    public void Places_papers_and_ordinary_words_are_not_the_state(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("قال رئيس الوزراء المغربي إن المملكة ماضية في الإصلاح، وأضاف أن المغرب والشعب المغربي ملتزمان.", "MAR")]
    [InlineData("تبدأ غدا زيارة الوفد الياباني إلى المملكة بعد الأردن.", "JPN SAU JOR")]
    [InlineData("رفضت العقوبات الأوروبية عواصم عدة، وقال الاتحاد إنها باقية، وأيدتها الدول الأوروبية.", "EU")]
    [InlineData("أسهمت بنين بمئة جندي، وأكدت بكين دعمها.", "BEN CHN")]
    [InlineData("وشكر مندوب بابوا غينيا الجديدة الحاضرين.", "PNG")]
    [InlineData("حضر الوفد الياباني إلى المملكة، والتقى في الرياض نظيره السعودي.", "JPN SAU")]
    [InlineData("وطالب المتحدث بإنهاء الاحتلال ووقف الاستيطان الإسرائيلي.", "ISR")]
    [InlineData("جاءت الجامعة في المرتبة الأولى محليا.", "")]
    [InlineData("قال وزير الخارجية القطري إن القرار أحادي الجانب، وإن وزراء الخارجية بحثوا شكل الدولة.", "QAT")]
    public void Risky_names_need_a_better_one_in_the_article(string text, string actors) => Assert.Equal(actors, Found.Actors(text));

    [Theory]
    [InlineData("أصدر المسؤولون الإماراتيون: فهد وخالد بيانا، وقال خالد إن الأمر انتهى.", "ARE")]
    [InlineData("استقبلت نائبة وزير خارجية اليونان مايك بومبيو في المطار.", "GRC USA")]
    [InlineData("خرج الرئيس البولندي مصافحًا ميلينا عند الباب.", "POL")]
    public void Names_are_not_learnt_from_lists_adverbs_and_other_states_officials(string text, string actors)
    {
        Assert.Equal(actors, Found.Actors(text, "2018-02-10"));
        Assert.DoesNotContain(Found.Mentions(text, "2018-02-10"), m => m.Kind == MentionKind.LearntName);
    }
}
