using System.Text.Json;

namespace Stance.Tests;

public class IssueCatalogTests
{
    [Fact]
    public void The_shipped_catalogue_has_sixty_issues_and_more_in_both_languages()
    {
        Assert.True(IssueCatalog.Default.Count >= 60, $"{IssueCatalog.Default.Count} issues");
        foreach (var issue in IssueCatalog.Default)
            foreach (var language in (string[])["ar", "en"])
            {
                Assert.False(string.IsNullOrWhiteSpace(issue.Name.GetValueOrDefault(language)), $"{issue} has no name in {language}");
                Assert.False(string.IsNullOrWhiteSpace(issue.Proposition.GetValueOrDefault(language)), $"{issue} has no proposition in {language}");
                Assert.NotEmpty(issue.Topic[language]);
            }
    }

    [SharedFact("real-news/issues.json")]
    public void The_shipped_catalogue_has_the_issues_of_the_real_news()
    {
        using var shared = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("real-news/issues.json")));
        Assert.All(shared.RootElement.EnumerateArray().Select(i => i.GetProperty("id").GetString()!), id => Assert.NotNull(IssueCatalog.Default.Find(id)));
    }

    [Fact]
    public void An_issue_is_found_by_its_id()
    {
        var catalog = IssueCatalog.Of(Synthetic.Issue("a"), Synthetic.Issue("b"));
        Assert.Equal("b", catalog.Find("b")!.Id);
        Assert.Null(catalog.Find("B"));
        Assert.Equal(2, catalog.Count);
    }

    [Fact]
    public void Two_issues_of_one_id_are_refused() =>
        Assert.StartsWith("issue 'a' is defined twice; allowed: one definition an id", Assert.Throws<ArgumentException>(() => IssueCatalog.Of(Synthetic.Issue("a"), Synthetic.Issue("a"))).Message);

    [Fact]
    public void An_issue_without_a_proposition_is_refused() =>
        Assert.StartsWith("issue 'a' has no proposition", Assert.Throws<ArgumentException>(() => IssueCatalog.Of(new Issue { Id = "a", Proposition = new Dictionary<string, string> { ["en"] = " " } })).Message);

    [Fact]
    public void With_replaces_what_has_the_same_id_and_adds_the_rest()
    {
        var replaced = Synthetic.Issue("b") with { Name = new Dictionary<string, string> { ["en"] = "new" } };
        var catalog = IssueCatalog.Of(Synthetic.Issue("a"), Synthetic.Issue("b"), Synthetic.Issue("c")).With([replaced, Synthetic.Issue("d")]);
        Assert.Equal(["a", "c", "b", "d"], catalog.Select(i => i.Id));
        Assert.Equal("new", catalog.Find("b")!.Name["en"]);
    }

    [Fact]
    public void A_catalogue_is_not_changed_by_what_is_made_of_it()
    {
        var catalog = IssueCatalog.Of(Synthetic.Issue("a"));
        _ = catalog.With([Synthetic.Issue("b")]);
        Assert.Equal(["a"], catalog.Select(i => i.Id));
    }

    [Fact]
    public void Issues_are_the_same_when_their_ids_are()
    {
        var renamed = Synthetic.Issue("a") with { Name = new Dictionary<string, string> { ["en"] = "other" } };
        Assert.Equal(Synthetic.Issue("a"), renamed);
        Assert.Equal(Synthetic.Issue("a").GetHashCode(), renamed.GetHashCode());
        Assert.NotEqual(Synthetic.Issue("a"), Synthetic.Issue("b"));
        Assert.Equal("a", renamed.ToString());
    }
}
