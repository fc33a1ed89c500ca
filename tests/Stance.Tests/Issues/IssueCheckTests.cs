namespace Stance.Tests;

public class IssueCheckTests
{
    private static Issue Of(string id, string language, string proposition, params string[] topics) => new()
    {
        Id = id,
        Proposition = new Dictionary<string, string> { [language] = proposition },
        Topic = new Dictionary<string, IReadOnlyList<string>> { [language] = topics },
    };

    private static IssueCheckReport Check(IReadOnlyList<Issue> issues, params string[] texts) =>
        IssueCheck.Run(IssueCatalog.Of(issues), [.. texts.Select((t, i) => Article.FromText(t, id: $"{i}"))], TrainedModel.Model);

    [Fact]
    public void Hits_are_counted_for_each_phrase_by_sentence()
    {
        var report = Check([Of("truce", "ar", "ينبغي تمديد الهدنة في المدينة.", "تمديد الهدنة", "سحب المدرعات")],
            "دعت القاهرة إلى تمديد الهدنة. وقالت الدوحة إن تمديد الهدنة ضروري.", "بحث الوزيران أسعار القمح في الأسواق العالمية.");
        Assert.Equal([("ar", "topic", "تمديد الهدنة", 2), ("ar", "topic", "سحب المدرعات", 0)], report.Issues.Single().Phrases.Where(p => p.Group == "topic"));
        Assert.Equal(1, report.Issues.Single().Articles);
    }

    [Fact]
    public void Every_phrase_of_every_group_is_listed()
    {
        var issue = new Issue
        {
            Id = "x",
            Name = new Dictionary<string, string> { ["ar"] = "الهدنة", ["en"] = "Truce" },
            Proposition = new Dictionary<string, string> { ["ar"] = "ينبغي تمديد الهدنة." },
            Topic = new Dictionary<string, IReadOnlyList<string>> { ["en"] = ["truce"] },
            Favor = new Dictionary<string, IReadOnlyList<string>> { ["ar"] = ["نعم للهدنة"] },
            Against = new Dictionary<string, IReadOnlyList<string>> { ["ar"] = ["لا للهدنة"] },
        };
        Assert.Equal(["ar against", "ar favor", "ar name", "ar proposition", "en name", "en topic"], Check([issue]).Issues.Single().Phrases.Select(p => $"{p.Language} {p.Group}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_issue_that_no_article_touches_has_none() =>
        Assert.Equal([1, 0], Check([Of("truce", "ar", "ينبغي تمديد الهدنة.", "تمديد الهدنة"), Of("volcano", "ar", "ثوران البركان خطر.", "ثوران البركان")], "دعت القاهرة إلى تمديد الهدنة.").Issues.Select(i => i.Articles));

    [Fact]
    public void An_issue_without_text_in_a_language_counts_the_articles_that_cannot_match_it()
    {
        var report = Check([Of("truce", "ar", "ينبغي تمديد الهدنة.", "تمديد الهدنة"), Of("embargo", "en", "The embargo must end.", "the embargo")],
            "دعت القاهرة إلى تمديد الهدنة بين الطرفين فورا.", "The embargo must end, the Cuban foreign minister said on Monday.", "Washington defended the embargo on the island again.");
        Assert.Equal(["en"], report.Issues[0].MissingLanguages);
        Assert.Equal(new Dictionary<string, int> { ["en"] = 2 }, report.Issues[0].ArticlesWithoutText);
        Assert.Equal(["ar"], report.Issues[1].MissingLanguages);
        Assert.Equal(new Dictionary<string, int> { ["ar"] = 1 }, report.Issues[1].ArticlesWithoutText);
    }

    [Fact]
    public void An_issue_with_text_in_both_languages_misses_none() =>
        Assert.All(IssueCheck.Run(IssueCatalog.Default, [], TrainedModel.Model).Issues, i => Assert.Empty(i.MissingLanguages));

    [Fact]
    public void Propositions_that_say_nearly_the_same_overlap()
    {
        var report = Check([
            Of("lift", "ar", "ينبغي رفع الحصار البحري عن الميناء."),
            Of("end", "ar", "ينبغي إنهاء الحصار البحري عن الميناء."),
            Of("grain", "ar", "تصدير القمح يحتاج إلى ضمانات."),
        ]);
        var overlap = Assert.Single(report.Overlaps);
        Assert.Equal(("lift", "end"), (overlap.A, overlap.B));
        Assert.InRange(overlap.Share, 0.6, 1);
    }

    [Fact]
    public void Articles_in_a_language_that_is_not_read_count_for_nothing() =>
        Assert.Equal(0, Check([Of("truce", "ar", "ينبغي تمديد الهدنة.", "تمديد الهدنة")], "Η κυβέρνηση ζήτησε παράταση της εκεχειρίας.").Issues.Single().Articles);
}
