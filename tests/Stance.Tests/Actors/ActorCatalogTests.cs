namespace Stance.Tests;

public sealed class ActorCatalogTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"stance-actors-{Guid.NewGuid():N}.tsv");

    public void Dispose() => File.Delete(file);

    private ActorCatalog With(params string[] rows)
    {
        File.WriteAllLines(file, rows);
        return ActorCatalog.Default.With(file);
    }

    [Fact]
    public void Every_member_of_the_United_Nations_and_every_bloc_of_the_guide_is_an_actor()
    {
        Assert.Equal(13, ActorCatalog.Default.Actors.Count(a => a.Kind == ActorKind.Bloc));
        Assert.All(["UN", "EU", "NATO", "G7", "G20", "LAS", "GCC", "OIC", "AU", "OPEC", "IAEA", "OPCW", "QUARTET"], code => Assert.Equal(ActorKind.Bloc, ActorCatalog.Default.Find(code)?.Kind));
        // 193 members, two observers, Taiwan, Kosovo, Western Sahara.
        Assert.Equal(198, ActorCatalog.Default.Actors.Count(a => a.Kind == ActorKind.State));
        Assert.All(ActorCatalog.Default.Actors.Where(a => a.Kind == ActorKind.State), a => Assert.Matches("^[A-Z]{3}$", a.Code));
    }

    [Fact]
    public void There_are_more_than_900_dated_holders() => Assert.True(ActorCatalog.Default.Holders.Count >= 900, $"{ActorCatalog.Default.Holders.Count}");

    [Fact]
    public void No_office_has_two_holders_at_one_time()
    {
        var clashes = from office in ActorCatalog.Default.Holders.GroupBy(h => (h.Actor, h.Office))
                      let holders = office.ToList()
                      from i in Enumerable.Range(0, holders.Count)
                      from j in Enumerable.Range(i + 1, holders.Count - i - 1)
                      where ActorCatalogFiles.Contradicts(holders[i], holders[j])
                      select $"{office.Key}: {holders[i].EnglishName} {holders[i].From}..{holders[i].To}, {holders[j].EnglishName} {holders[j].From}..{holders[j].To}";
        Assert.Empty(clashes);
    }

    [Fact]
    public void Handing_over_on_one_day_is_no_contradiction()
    {
        OfficeHolder first = new("FRA", "head-of-state", "A", "أ", [], new(2012, 5, 15), new(2017, 5, 14), 14);
        Assert.False(ActorCatalogFiles.Contradicts(first, first with { EnglishName = "B", From = new(2017, 5, 14), To = null }));
        Assert.True(ActorCatalogFiles.Contradicts(first, first with { EnglishName = "B", From = new(2017, 5, 13), To = null }));
        Assert.False(ActorCatalogFiles.Contradicts(first, first with { Office = "foreign-minister" }));
    }

    [Fact]
    public void Every_holder_ends_after_the_start_and_belongs_to_a_known_actor() =>
        Assert.All(ActorCatalog.Default.Holders, h => Assert.True(ActorCatalog.Default.Find(h.Actor) is not null && (h.To is null || h.To >= h.From), $"{h.Actor} {h.EnglishName}"));

    [Theory]
    [InlineData("قال الرئيس بوش إن الحرب طويلة.", "2004-03-01", "USA")]
    [InlineData("قال الرئيس عون إن الحدود خط أحمر.", "2018-03-01", "LBN")]
    [InlineData("قال نواز شريف إن بلاده سترد.", "2016-09-20", "PAK")]
    [InlineData("أكد لافروف أن المحادثات مستمرة.", "2017-04-12", "RUS")]
    [InlineData("قال تيلرسون إن الوقت ينفد.", "2017-04-12", "USA")]
    [InlineData("قال تيلرسون إن الوقت ينفد.", "2021-04-12", "")]
    [InlineData("قالت رايس إن الوقت ينفد.", "2007-04-12", "USA")]
    [InlineData("قال ماكرون إن باريس لن تتراجع.", "2019-06-01", "FRA")]
    [InlineData("قال بلير إن لندن مستعدة.", "2003-02-01", "GBR")]
    public void The_date_picks_the_holder(string text, string published, string actors) => Assert.Equal(actors, Found.Actors(text, published));

    [Theory]
    [InlineData("2016-05-01", "GBR", "")]
    [InlineData("2017-05-01", "", "GBR")]
    [InlineData("2022-05-01", "", "")]
    public void One_office_has_one_holder_at_a_date(string published, string cameron, string may)
    {
        Assert.Equal(cameron, Found.Actors("قال ديفيد كاميرون إن الاستفتاء ملزم.", published));
        Assert.Equal(may, Found.Actors("قالت تيريزا ماي إن الاستفتاء ملزم.", published));
    }

    [Theory]
    [InlineData("قال المالكي في بغداد إن العراق لن ينسحب.", "2010-05-01", "IRQ")]
    [InlineData("قال المالكي في رام الله إن السلطة الفلسطينية لن تنسحب.", "2010-05-01", "PSE")]
    [InlineData("قال المالكي إن الوقت حان.", "2010-05-01", "")]
    public void A_surname_of_officials_of_two_states_needs_its_state_beside_it(string text, string published, string actors) => Assert.Equal(actors, Found.Actors(text, published));

    [Theory]
    [InlineData("joint-chiefs-chairman", "2016-01-01", "Joseph Dunford")]
    [InlineData("spokesperson-defence", "2006-09-01", "Eric Ruff")]
    public void The_Pentagon_at_a_date(string office, string day, string name) =>
        Assert.Equal(name, Assert.Single(ActorCatalog.Default.Holders, h => h.Actor == "USA" && h.Office == office && h.From <= DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) && (h.To is null || h.To > DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))).EnglishName);

    [Fact]
    public void Without_a_date_all_that_fit_are_found()
    {
        Assert.Equal("USA", Found.Actors("قال تيلرسون إن الوقت ينفد."));
        Assert.Equal("USA GBR FRA", Found.Actors("شارك بوش وتوني بلير وجاك شيراك في القمة."));
    }

    [Theory]
    [InlineData("التقى وزير الخارجية الألماني زيغمار غابرييل نظيره. وقال غابرييل إن برلين قلقة.", "غابرييل", "DEU")]
    [InlineData("قال المتحدث باسم الخارجية الماليزية داتوك نجوان رشدي إن بلاده قلقة. وأضاف رشدي أن الحوار هو الحل.", "رشدي", "MYS")]
    [InlineData("استقبل رئيس بوتان لوتاي تشيرينغ الوفد. وأكد تشيرينغ دعمه.", "تشيرينغ", "BTN")]
    public void Names_are_learnt_from_the_article(string text, string name, string actor)
    {
        var later = Found.Mentions(text, "2017-05-01").Where(m => m.Words == name).ToList();
        Assert.Equal(actor, Assert.Single(later).Code);
    }

    [Theory]
    [InlineData("قال دونالد ترامب إن الاتفاق سيئ.", "USA")]
    [InlineData("قال دونالد ترمب إن الاتفاق سيئ.", "USA")]
    [InlineData("وكرر ترمب تهديده.", "USA")]
    [InlineData("قال فلاديمير بوتين إن الاتفاق جيد.", "RUS")]
    [InlineData("وأكد بوتن موقفه.", "RUS")]
    [InlineData("قال رجب طيب إردوغان إن العملية قريبة.", "TUR")]
    [InlineData("قال رجب طيب أردوغان إن العملية قريبة.", "TUR")]
    [InlineData("قال بنيامين نتانياهو إن الوقت حان.", "ISR")]
    [InlineData("قال بنيامين نتنياهو إن الوقت حان.", "ISR")]
    [InlineData("قالت أنجيلا ميركل إن الباب مفتوح.", "DEU")]
    public void Spelling_variants_are_one_person(string text, string actors) => Assert.Equal(actors, Found.Actors(text, "2018-05-09"));

    [Fact]
    public void A_file_adds_blocs_aliases_and_holders()
    {
        var catalog = With(
            "# ours",
            "actor\tASEAN-X\tbloc\tSouth Seas Union\tاتحاد البحار الجنوبية",
            "alias\tASEAN-X\tcapital\tمرفأ المرجان",
            "alias\tFRA\tseat\tقصر الرخام",
            "holder\tFRA\tpoet-laureate\tJeanne Tavernier\tجان تافيرنييه\tتافيرنييه\t2020-01-01\t2021-01-01");
        Assert.Equal("South Seas Union", catalog.Find("ASEAN-X")?.EnglishName);
        Assert.Equal(ActorCatalog.Default.Holders.Count + 1, catalog.Holders.Count);
        List<string> Codes(string text, string published) => [.. Found.Mentions(text, published, catalog).Select(m => m.Code)];
        Assert.Equal(["ASEAN-X"], Codes("قال اتحاد البحار الجنوبية إن الممر آمن.", "2020-05-01"));
        Assert.Equal(["ASEAN-X"], Codes("أعلنت مرفأ المرجان موقفها.", "2020-05-01"));
        Assert.Equal(["FRA"], Codes("وقال قصر الرخام إن الزيارة تأجلت.", "2020-05-01"));
        Assert.Equal(["FRA"], Codes("وقالت تافيرنييه إن الزيارة تأجلت.", "2020-05-01"));
        Assert.Empty(Codes("وقالت تافيرنييه إن الزيارة تأجلت.", "2024-05-01"));
        Assert.Null(ActorCatalog.Default.Find("ASEAN-X"));
    }

    [Theory]
    [InlineData("king\tFRA\tx\ty", "found 'king'; allowed: actor, alias, holder")]
    [InlineData("actor\tFRA\tstate\tFrance\tفرنسا", "actor 'FRA' is already defined")]
    [InlineData("actor\tZZZ\tempire\tZed\tزد", "kind 'empire'; allowed: state, bloc")]
    [InlineData("alias\tZZZ\tname\tزد", "actor 'ZZZ' is not known")]
    [InlineData("alias\tFRA\tnickname\tغال", "type 'nickname'; allowed: name")]
    [InlineData("holder\tFRA\thead-of-state\tNobody\tلا أحد\t\t2018-01-01\t2019-01-01", "hold 'head-of-state' of FRA at the same time")]
    [InlineData("holder\tFRA\tpoet\tNobody\tلا أحد\t\t2019-01-01\t2018-01-01", "before it begins")]
    [InlineData("holder\tFRA\tpoet\tNobody\tلا أحد\t\t1 May\t", "date '1 May'; allowed: yyyy-MM-dd")]
    [InlineData("# nothing", "found no row")]
    public void A_bad_row_says_where_what_and_what_is_allowed(string row, string message)
    {
        var error = Assert.Throws<FormatException>(() => With(row));
        Assert.Contains(message, error.Message);
        Assert.StartsWith($"{Path.GetFileName(file)}(1)", error.Message);
    }
}
