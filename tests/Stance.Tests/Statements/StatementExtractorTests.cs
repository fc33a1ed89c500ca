using static Stance.Tests.ReadStatements;

namespace Stance.Tests;

public class StatementExtractorTests
{
    // ---- Kinds ---------------------------------------------------------------------------------------------------

    [Theory]
    [InlineData("قال وزير الخارجية المصري «لن نقبل هذا القرار».", "لن نقبل", nameof(StatementKind.Direct))]
    [InlineData("قال وزير الخارجية المصري إن بلاده لن تقبل هذا القرار.", "بلاده", nameof(StatementKind.Indirect))]
    [InlineData("فرضت بريطانيا عقوبات على عشرة مسؤولين.", "فرضت", nameof(StatementKind.Act))]
    [InlineData("الطقس بارد في العاصمة هذا الصباح.", "بارد", nameof(StatementKind.Narration))]
    [InlineData("\"We will not accept this resolution,\" the Egyptian foreign minister said.", "accept", nameof(StatementKind.Direct))]
    [InlineData("The Egyptian foreign minister said that his country would leave.", "his country", nameof(StatementKind.Indirect))]
    public void Speech_act_and_narration_are_told_apart(string text, string passage, string kind) => Assert.Equal(kind, At(text, passage).Kind.ToString());

    [Fact]
    public void A_negated_verb_is_known_to_be_negated()
    {
        Assert.True(At("لم ترفض أنقرة المقترح.", "ترفض").CueNegated);
        Assert.True(At("ولم ترفض أنقرة المقترح.", "ترفض").CueNegated);
        Assert.True(At("ولا ترفض أنقرة المقترح.", "ترفض").CueNegated);
        Assert.False(At("رفضت أنقرة المقترح.", "رفضت").CueNegated);
        Assert.True(At("Ankara did not reject the proposal.", "reject").CueNegated);
    }

    // ---- The subject of a verb -----------------------------------------------------------------------------------

    [Theory]
    [InlineData("رفضت موسكو مشروع القرار الجديد.", "مشروع", "RUS")]
    [InlineData("وقال وزير الخارجية الفرنسي إن الاتفاق لم يعد كافيا.", "الاتفاق", "FRA")]
    [InlineData("في مؤتمر صحافي مساء أمس أعلنت وزارة الدفاع التركية انتهاء العملية.", "انتهاء", "TUR")]
    public void The_subject_follows_the_verb(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("موسكو رفضت مشروع القرار الجديد.", "مشروع", "RUS")]
    [InlineData("وزارة الخارجية الإيرانية، في بيان صدر ليلا، نددت بالعقوبات الجديدة.", "بالعقوبات", "IRN")]
    [InlineData("أما الرياض فقد رحبت بالخطوة.", "بالخطوة", "SAU")]
    [InlineData("أما أنقرة فطالبت بوقف القصف.", "بوقف", "TUR")]
    public void The_subject_stands_before_the_verb(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("رحبت القاهرة بالهدنة، ورفضتها الخرطوم.", "ورفضتها", "SDN")]
    [InlineData("اعترض رئيس الجزائر عبد المجيد تبون، وقال وزير خارجية لبنان إن بلاده لا تعترض.", "بلاده", "LBN")]
    [InlineData("أيدت القرار قطر والكويت، كما أثنى عليه الأمين العام لجامعة الدول العربية.", "أثنى", "LAS")]
    [InlineData("وسط اعتراض من وارسو، اقترح الرئيس الروسي مهلة جديدة.", "مهلة", "RUS")]
    public void Who_is_named_in_the_clause_before_is_no_subject(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("جددت بكين تمسكها بسيادة أوكرانيا.", "بسيادة", "CHN")]
    [InlineData("دعا الرئيس التركي إلى حوار مع دمشق.", "حوار", "TUR")]
    [InlineData("قالت برلين إن أمن إسرائيل لا يقبل المساومة.", "المساومة", "DEU")]
    public void A_state_after_a_preposition_or_in_what_is_said_is_no_subject(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("وفي المنامة قالت الخارجية إنها تقف مع هذا التحرك.", "التحرك", "BHR")]
    [InlineData("تحدثت واشنطن عن مهلة. ومن أنقرة أعلنت الحكومة أنها لن تشارك.", "لن تشارك", "TUR")]
    [InlineData("In Warsaw, a spokeswoman said the ban would stay.", "the ban", "POL")]
    public void The_place_at_the_head_tells_whose_office_speaks(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("وقال جابر نصار من بيروت إن الخطة لا تكفي.", "الخطة", "LBN")]
    [InlineData("وأعلن جابر نصار، مستشار رئيس وزراء العراق، أن الخطة لا تكفي.", "الخطة", "IRQ")]
    public void A_name_that_nothing_ties_to_a_state_speaks_for_the_place_or_office_beside_it(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Fact]
    public void A_name_without_place_or_office_does_not_speak_for_the_state_he_speaks_of() =>
        Assert.NotEqual("RUS", Who("وقال جابر نصار إن روسيا مسؤولة عن الفشل.", "مسؤولة"));

    [Fact]
    public void A_dateline_is_no_subject() => Assert.Equal("MAR", Who("باريس (وكالات) - اتفق المغرب مع شركائه على هدنة.", "على هدنة"));

    // ---- Turns and continuations ---------------------------------------------------------------------------------

    [Theory]
    [InlineData("من جانبه")]
    [InlineData("من جهته")]
    [InlineData("بدوره")]
    public void A_turn_marker_gives_the_word_to_the_next_speaker(string turn)
    {
        var analysis = Read($"قالت موسكو إن الهجوم ملفق. {turn}، قال وزير الخارجية الفرنسي إن الأدلة واضحة.");
        Assert.Equal("RUS", Who(analysis, "ملفق"));
        Assert.Equal("FRA", Who(analysis, "الأدلة"));
    }

    [Theory]
    [InlineData("وأضاف")]
    [InlineData("وتابع")]
    [InlineData("وأوضح")]
    [InlineData("وأكد")]
    public void A_continuation_belongs_to_the_speaker_before_it(string verb) =>
        Assert.Equal("EGY", Who($"قال وزير الخارجية المصري إن السد يهدد الأمن المائي. {verb} أن المفاوضات وصلت إلى طريق مسدود.", "طريق"));

    [Fact]
    public void A_contrast_goes_on_with_a_pronoun() =>
        Assert.Equal("TUR", Who("قال وزير الخارجية التركي إن أنقرة تتفهم موقف الولايات المتحدة، لكنه قال إن بلاده لن تشارك.", "لن تشارك"));

    [Fact]
    public void Several_continuations_go_on_from_the_same_speaker()
    {
        var analysis = Read("قالت المتحدثة باسم الخارجية الروسية إن العقوبات غير قانونية. وأضافت أنها تضر الجميع. وتابعت أن موسكو سترد عليها. وأوضحت أن الرد جاهز.");
        Assert.All(["تضر", "سترد", "الرد جاهز"], passage => Assert.Equal("RUS", Who(analysis, passage)));
    }

    [Fact]
    public void A_participle_goes_on_with_the_subject_of_its_sentence() =>
        Assert.Equal("QAT", Who("أدان وزير الخارجية القطري القصف، مؤكدا أن بلاده ستواصل الوساطة.", "الوساطة"));

    [Fact]
    public void A_verb_with_its_subject_left_out_goes_on() =>
        Assert.Equal("KWT", Who("أعلنت الكويت استضافة الحوار. ودعت إلى وقف التصعيد.", "وقف التصعيد"));

    [Fact]
    public void A_continuation_of_somebody_who_is_no_state_gives_no_state_a_word()
    {
        var analysis = Read("رحبت باريس بالهدنة. وقال المحلل السياسي المصري سامر جابر إن الهدنة هشة. وأضاف أنها لن تصمد.");
        Assert.Equal("", Who(analysis, "هشة"));
        Assert.Equal("", Who(analysis, "لن تصمد"));
    }

    [Fact]
    public void Who_only_acted_in_between_does_not_take_the_word_over() =>
        Assert.Equal("JOR", Who("قال وزير الخارجية الأردني إن الحدود آمنة. قصفت إسرائيل مواقع قرب الحدود. وقال إن بلاده تراقب الوضع.", "تراقب"));

    [Theory]
    [InlineData("مواقف أخرى من الأزمة")]
    [InlineData("اقرأ أيضا: تفاصيل القمة الأخيرة")]
    public void A_sub_headline_or_blurb_ends_the_turn(string line) =>
        Assert.Equal("", Who($"قالت موسكو إن الهجوم ملفق.\n{line}\nوأضاف أن الأدلة واضحة للجميع.", "الأدلة"));

    // ---- Several speakers ----------------------------------------------------------------------------------------

    [Theory]
    [InlineData("دعا وزيرا خارجية فرنسا وألمانيا إلى وقف إطلاق النار.", "وقف إطلاق", "DEU FRA")]
    [InlineData("قالت موسكو وبكين في بيان مشترك إن العقوبات غير شرعية.", "غير شرعية", "CHN RUS")]
    [InlineData("موسكو وبكين رفضتا المشروع الأميركي.", "رفضتا", "CHN RUS")]
    [InlineData("صوتت لصالح القرار كل من الهند والبرازيل واليابان.", "لصالح", "BRA IND JPN")]
    [InlineData("صوتت عشر دول لصالح القرار، بينها الهند والبرازيل.", "لصالح", "BRA IND")]
    [InlineData("أما النمسا والتشيك فصوتتا بلا.", "بلا", "AUT CZE")]
    [InlineData("France and Germany rejected the plan.", "the plan", "DEU FRA")]
    public void Joint_authors_all_speak(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("أدانت ماليزيا القصف، وكذلك تركيا وباكستان.", "القصف", "MYS PAK TUR")]
    [InlineData("قطعت السعودية علاقاتها مع الدوحة، وتبعتها الإمارات والبحرين.", "علاقاتها", "ARE BHR SAU")]
    public void Who_does_likewise_does_it_too(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Fact]
    public void Who_goes_on_after_a_list_that_did_likewise_is_the_first_alone() =>
        Assert.Equal("MYS", Who("أدانت ماليزيا القصف، وكذلك تركيا. وأضافت أن الصمت لم يعد مقبولا.", "الصمت"));

    [Fact]
    public void The_two_sides_are_the_two_states_named_last() =>
        Assert.Equal("CHN RUS", Who("التقى الرئيس الروسي نظيره الصيني في سوتشي. وأكد الجانبان رفضهما للعقوبات.", "للعقوبات"));

    // ---- Acts ----------------------------------------------------------------------------------------------------

    [Theory]
    [InlineData("صوتت روسيا ضد مشروع القرار.", "ضد", "RUS")]
    [InlineData("إلى جانب المندوب البريطاني صوتت أستراليا معه.", "معه", "AUS")]
    [InlineData("استخدمت روسيا حق النقض ضد المشروع.", "النقض", "RUS")]
    [InlineData("امتنعت الصين عن التصويت.", "التصويت", "CHN")]
    [InlineData("قدمت بريطانيا مشروع قرار إلى مجلس الأمن.", "مشروع", "GBR")]
    [InlineData("فرض الاتحاد الأوروبي عقوبات على شركات النفط.", "عقوبات", "EU")]
    [InlineData("شنت إسرائيل غارات على مطار حلب.", "غارات", "ISR")]
    [InlineData("Russia vetoed the draft.", "the draft", "RUS")]
    [InlineData("China abstained from the vote.", "the vote", "CHN")]
    [InlineData("The European Union imposed sanctions on two banks.", "sanctions", "EU")]
    public void Votes_vetoes_drafts_sanctions_and_strikes_are_acts_of_their_subject(string text, string passage, string who)
    {
        Assert.Equal(who, Who(text, passage));
        Assert.Equal(StatementKind.Act, At(text, passage).Kind);
    }

    [Theory]
    [InlineData("فُرضت العقوبات الجديدة من قبل واشنطن أمس.", "USA")]
    [InlineData("قُصف المطار على يد القوات الروسية.", "RUS")]
    [InlineData("The bank was sanctioned by the United States.", "USA")]
    public void The_agent_of_a_passive_acts(string text, string who)
    {
        var analysis = Read(text);
        Assert.Contains(who, analysis.Statements.SelectMany(s => s.Speakers).Select(p => Shipped.Catalog.Actors[p.Actor].Code));
        Assert.Equal(who, Shipped.Catalog.Actors[analysis.Statements.SelectMany(s => s.Speakers).MaxBy(p => p.Confidence).Actor].Code);
    }

    // ---- Speech within speech ------------------------------------------------------------------------------------

    [Fact]
    public void What_one_state_accuses_another_of_is_the_accusers()
    {
        const string text = "واشنطن تتهم طهران بتسليح الحوثيين.";
        Assert.Equal("USA", Who(text, "بتسليح"));
        Assert.DoesNotContain(At(text, "بتسليح").Speakers, p => Shipped.Catalog.Actors[p.Actor].Code == "IRN");
    }

    [Fact]
    public void What_one_state_says_that_another_did_is_the_others_only_as_embedded()
    {
        var statement = At("قالت واشنطن إن روسيا قصفت المستشفى.", "المستشفى");
        Assert.Equal([("USA", Attribution.Outer), ("RUS", Attribution.Embedded)], statement.Speakers.OrderByDescending(p => p.Confidence).Select(p => (Shipped.Catalog.Actors[p.Actor].Code, p.How)));
        Assert.Equal(1, statement.Depth);
    }

    [Fact]
    public void What_another_says_in_a_relative_clause_is_hardly_the_outer_speakers_word()
    {
        var accusation = At("قال بوتين إنه لا يرى دليلا في الهجوم الذي تتهم واشنطن دمشق بتنفيذه.", "بتنفيذه");
        Assert.Equal([("USA", Attribution.Embedded), ("RUS", Attribution.Outer)], accusation.Speakers.OrderByDescending(p => p.Confidence).Select(p => (Shipped.Catalog.Actors[p.Actor].Code, p.How)));
        Assert.True(accusation.Speakers.Single(p => p.How == Attribution.Outer).Confidence < 0.45f);
        // A deed in a relative clause is told by the outer speaker.
        var deed = At("قال بوتين إنه لا يقبل الضربة التي نفذتها واشنطن ليلا.", "ليلا");
        Assert.True(deed.Speakers.Single(p => Shipped.Catalog.Actors[p.Actor].Code == "RUS").Confidence > 0.6f);
    }

    [Theory]
    [InlineData("قالت الدوحة إن الوقت لم يحن، والرياض ردت بأن الموعد قريب.", "الموعد", "SAU")]
    [InlineData("قالت تونس إنها تعارض الحرب، ورفضها أيضا وزير خارجية الجزائر.", "ورفضها", "DZA")]
    [InlineData("قالت كمبالا إنها توافق على النص، ولم تنضم إليه نيروبي.", "تنضم", "KEN")]
    [InlineData("قال لافروف إن العقوبات جائرة، بينما رحبت بها باريس.", "رحبت", "FRA")]
    [InlineData("London called the vote a fraud, and the Swiss envoy asked for a new one.", "asked", "CHE")]
    public void A_clause_beside_what_is_said_is_not_in_it(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Fact]
    public void A_quotation_lies_in_the_statement_that_brings_it()
    {
        const string text = "قال وزير الخارجية الصيني «على واشنطن أن ترفع العقوبات».";
        Assert.Equal("CHN", Who(text, "العقوبات"));
    }

    [Theory]
    [InlineData("«لن نعترف بهذه الحكومة»، قال وزير الخارجية المصري.", "نعترف", "EGY")]
    [InlineData("\"Russia shot down the airliner,\" the Dutch foreign minister told reporters.", "shot", "NLD")]
    [InlineData("The United States will leave the deal, the Kremlin said.", "leave", "RUS")]
    public void What_stands_before_its_speaker_is_the_speakers(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Fact]
    public void A_quotation_that_lost_its_marks_is_still_the_speakers() =>
        Assert.Equal("SYR", Who("قال وزير الخارجية السوري: لن نسمح لأحد بأن يملي علينا قرارنا.", "يملي"));

    [Theory]
    [InlineData("لافروف: ستدفع أوكرانيا ثمن ما فعلت.", "ستدفع", "RUS")]
    [InlineData("الرئاسة التركية لوسائل الإعلام: لن تمر السفن الإسرائيلية من هنا.", "لن تمر", "TUR")]
    [InlineData("Lavrov: Ukraine will pay for this.", "pay", "RUS")]
    public void A_line_with_a_colon_is_who_stands_before_it(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Fact]
    public void A_quotation_goes_on_over_sentences() =>
        Assert.Equal("IRN", Who("قال الرئيس الإيراني: «لن نتفاوض تحت الضغط. هذا موقف ثابت. العقوبات ستسقط».", "ستسقط"));

    // ---- Names, sources, officials -------------------------------------------------------------------------------

    [Fact]
    public void A_surname_speaks_two_paragraphs_later() =>
        Assert.Equal("DEU", Who("التقى وزير الخارجية الألماني زيغمار غابرييل وفدا من رجال الأعمال.\nوناقش الاجتماع شؤون التجارة.\nوقال غابرييل إن برلين ترفض القرار.", "برلين ترفض"));

    [Fact]
    public void An_official_without_his_state_speaks_for_the_one_named_before() =>
        Assert.Equal("OMN", Who("وصل وزير الخارجية العماني إلى طهران. وقال الوزير إن الحوار ممكن.", "الحوار"));

    [Theory]
    [InlineData("قال مسؤول أميركي إن الضربة كانت محدودة.", "محدودة", "USA")]
    [InlineData("صرح مصدر عسكري سوري بأن الهجوم فشل.", "الهجوم", "SYR")]
    [InlineData("A US official said the strike was limited.", "limited", "USA")]
    public void An_unnamed_official_speaks_for_his_state(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    [Theory]
    [InlineData("قتل عشرة مدنيين في الغارة، وفقا لوزارة الصحة السورية.", "مدنيين", "SYR")]
    [InlineData("بحسب موسكو، لم يقع أي هجوم كيميائي.", "كيميائي", "RUS")]
    [InlineData("No chemical attack took place, according to Moscow.", "chemical", "RUS")]
    public void Who_is_cited_tells(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    // ---- English word order --------------------------------------------------------------------------------------

    [Theory]
    [InlineData("Sergei Lavrov said the vote was illegal.", "illegal", "RUS")]
    [InlineData("\"The vote was illegal,\" said the Russian foreign minister.", "illegal", "RUS")]
    [InlineData("The vote was illegal, the Russian foreign minister said.", "illegal", "RUS")]
    [InlineData("The Russian foreign minister said the vote was illegal. He added that it would change nothing.", "change nothing", "RUS")]
    [InlineData("Omer Siddig of Sudan rejected the plan.", "the plan", "SDN")]
    [InlineData("Iran's Amir Abdollahian dismissed the idea.", "the idea", "IRN")]
    public void English_subjects_stand_before_or_after_the_verb(string text, string passage, string who) => Assert.Equal(who, Who(text, passage));

    // ---- Shape ---------------------------------------------------------------------------------------------------

    [Fact]
    public void Statements_cover_every_sentence_without_overlap()
    {
        foreach (var labelled in TrainedModel.Corpus.Articles.Take(60))
        {
            var analysis = ArticleAnalysis.Of(Shipped, labelled.Article);
            var end = 0;
            foreach (var statement in analysis.Statements)
            {
                var sentence = analysis.Document.Sentences[statement.Sentence];
                Assert.InRange(statement.First, Math.Max(end, sentence.FirstToken), sentence.EndToken);
                Assert.InRange(statement.End, statement.First + 1, sentence.EndToken);
                Assert.True(statement.Outer < analysis.Statements.IndexOf(statement));
                Assert.All(statement.Speakers, p => Assert.InRange(p.Confidence, 0.01f, 1f));
                Assert.Equal(statement.Speakers.Count, statement.Speakers.DistinctBy(p => p.Actor).Count());
                end = statement.End;
            }
            Assert.Equal(analysis.Document.Sentences.Count, analysis.Statements.Select(s => s.Sentence).Distinct().Count());
        }
    }
}
