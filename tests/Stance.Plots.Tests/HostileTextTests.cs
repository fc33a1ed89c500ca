using System.Text.RegularExpressions;

namespace Stance.Plots.Tests;

public class HostileTextTests
{
    public static TheoryData<ChartLanguage> Languages => [ChartLanguage.English, ChartLanguage.Arabic];

    /// <summary>What we write ourselves into Plotly's strings.</summary>
    private const string OwnMarkup = @"<br>|</?b>|</?i>|<span style=""[a-z0-9:;#-]*"">|</span>";

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_string_of_a_figure_holds_markup_that_is_not_ours(ChartLanguage language)
    {
        foreach (var (name, chart) in Charts.All(Charts.HostileResults(), new ChartOptions { Language = language, Title = Charts.Hostile }))
            foreach (var text in Charts.Strings(System.Text.Json.Nodes.JsonNode.Parse(chart.ToFigureJson())))
            {
                Assert.False(Regex.Replace(text, OwnMarkup, "").AsSpan().ContainsAny('<', '>'), $"{name}: {text}");
                Assert.False(text.Any(c => c is >= '\u202A' and <= '\u202E' or '\uD83D'), $"{name}: {text}");
                // Every isolate that is opened is closed, on the same line.
                foreach (var line in text.Split("<br>"))
                    Assert.Equal(line.Count(c => c is '\u2066' or '\u2067'), line.Count(c => c == '\u2069'));
            }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_leaves_its_script_or_its_element(ChartLanguage language)
    {
        foreach (var (name, chart) in Charts.All(Charts.HostileResults(), new ChartOptions { Language = language, Title = Charts.Hostile }))
        {
            Assert.DoesNotContain("<", chart.ToFigureJson());
            var fragment = chart.ToFragment(withScript: false);
            Assert.True(Regex.Count(fragment, "<script", RegexOptions.IgnoreCase) == 1 && Regex.Count(fragment, "</script", RegexOptions.IgnoreCase) == 1, name);
            Assert.DoesNotContain("<img", fragment, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\u202E", fragment, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", chart.ToTableHtml(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<script", chart.ToTableHtml(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_evidence_view_shows_it_and_runs_nothing(ChartLanguage language)
    {
        var text = $"{Charts.Hostile}\nSecond line.";
        var stance = Charts.Stance(Charts.Mallory, "i", Charts.Hostile, StanceLabel.Against, 0.9, Charts.Hostile) with { Evidence = [new Evidence(new TextSpan(0, 20), text[..20]), new Evidence(new TextSpan(10, 30), text[10..30])] };
        var result = Synthetic.Result(Article.FromText(text, Charts.Hostile, id: Charts.Hostile), stance) with { Mentions = [new ActorMention(Charts.Mallory, new TextSpan(5, 15), MentionKind.Name, Charts.Hostile)] };
        var html = EvidenceView.Of(result, options: new ChartOptions { Language = language }).ToHtml();
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\u202E", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html);
        Assert.DoesNotContain("script-src", html);
    }
}
