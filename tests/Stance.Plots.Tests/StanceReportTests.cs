using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Stance.Plots.Tests;

public class StanceReportTests
{
    private static JsonElement Data(string html) => JsonDocument.Parse(Regex.Match(html, "<script type=\"application/json\" id=\"stance-data\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value).RootElement;

    /// <summary>Russia against and America in favor in each of some articles, a day apart.</summary>
    private static ArticleStances[] Corpus(int articles, int sentence = 60) =>
    [
        .. Enumerable.Range(0, articles).Select(i => Results.Of($"a{i}", i, new DateOnly(2017, 1, 1).AddDays(i),
            Synthetic.Stance("RUS", $"i{i % 5}", StanceLabel.Against, 0.9, new StanceProbabilities(0, 0.9, 0, 0.1), new Evidence(new TextSpan(0, 5), $"{i} رفضت {new string('س', sentence)}")),
            Synthetic.Stance("USA", $"i{i % 5}", StanceLabel.Favor, 0.8, new StanceProbabilities(0.8, 0, 0, 0.2), new Evidence(new TextSpan(0, 5), $"{i} أيدت {new string('س', sentence)}")))),
    ];

    [Fact]
    public void The_page_holds_what_the_matrix_holds()
    {
        var results = Corpus(10);
        var data = Data(StanceReport.Of(results).ToHtml());
        Assert.Equal(10, data.GetProperty("articles").GetArrayLength());
        Assert.Equal(20, data.GetProperty("stances").GetArrayLength());
        Assert.Equal(10, data.GetProperty("cells").GetArrayLength());
        // article, actor, issue, against, probability, score, weight, speaker, texts
        var row = data.GetProperty("stances").EnumerateArray().First(s => s[3].GetInt32() == 1);
        Assert.Equal("RUS", data.GetProperty("actors")[row[1].GetInt32()][0].GetString());
        Assert.Equal((0.9, -1.0, 0.9), (row[4].GetDouble(), row[5].GetDouble(), row[6].GetDouble()));
        Assert.Contains("رفضت", data.GetProperty("texts")[row[8][0].GetInt32()].GetString());
        var cell = StanceMatrix.From(results)["RUS", "i0"]!;
        var known = data.GetProperty("cells").EnumerateArray().First(c => data.GetProperty("actors")[c[0].GetInt32()][0].GetString() == "RUS");
        Assert.Equal((cell.Low, cell.High), (known[2].GetDouble(), known[3].GetDouble()));
    }

    [Fact]
    public void Copies_count_once_and_the_order_of_articles_does_not_matter()
    {
        var results = Corpus(12);
        var twice = results.Concat(results.Select(r => r with { Article = r.Article with { Id = r.Article.Id + "-copy" } })).ToArray();
        var data = Data(StanceReport.Of(twice).ToHtml());
        Assert.Equal((24, 12), (data.GetProperty("given").GetInt32(), data.GetProperty("articles").GetArrayLength()));
        Assert.Equal(StanceReport.Of(results).ToHtml(), StanceReport.Of(Results.Shuffled(results, 3)).ToHtml());
    }

    [Fact]
    public void A_change_of_course_leads_to_the_articles_on_both_sides()
    {
        var results = Enumerable.Range(0, 16).Select(i => Results.Sure($"a{i:00}", i, new DateOnly(2017, 1, 1).AddDays(i), "TUR", "nato", i < 8 ? StanceLabel.Against : StanceLabel.Favor)).ToArray();
        var data = Data(StanceReport.Of(results).ToHtml());
        var change = Assert.Single(data.GetProperty("changes").EnumerateArray());
        Assert.Equal("2017-01-09", change[2].GetString());
        Assert.Equal((-1.0, 1.0), (change[3].GetDouble(), change[4].GetDouble()));
        string Article(int stance) => data.GetProperty("articles")[data.GetProperty("stances")[stance][0].GetInt32()][0].GetString()!;
        Assert.Equal(["a07", "a06", "a05"], change[6].EnumerateArray().Select(s => Article(s.GetInt32())));
        Assert.Equal(["a08", "a09", "a10"], change[7].EnumerateArray().Select(s => Article(s.GetInt32())));
    }

    [Fact]
    public void It_is_no_larger_than_asked_and_sentences_go_before_figures()
    {
        var results = Corpus(100, 700);
        var full = Data(StanceReport.Of(results).ToHtml());
        Assert.Equal(200, full.GetProperty("texts").GetArrayLength());
        Assert.Contains(full.GetProperty("texts").EnumerateArray(), x => x.GetString()!.Length == 601);
        var small = StanceReport.Of(results, new ReportOptions { MaxBytes = 110_000 }).ToHtml();
        Assert.InRange(Encoding.UTF8.GetByteCount(small), 1, 110_000);
        Assert.Equal(200, Data(small).GetProperty("stances").GetArrayLength());
        Assert.InRange(Data(small).GetProperty("texts").GetArrayLength(), 10, 199);
    }

    [Fact]
    public void Its_policy_allows_its_own_style_and_script_by_their_hashes_and_nothing_else()
    {
        var html = StanceReport.Of(Corpus(4)).ToHtml();
        var policy = Regex.Match(html, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;
        Assert.StartsWith("default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'sha256-", policy);
        Assert.DoesNotContain("unsafe", policy);
        foreach (var element in (string[])["script", "style"])
        {
            var content = Regex.Match(html, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Groups[1].Value;
            Assert.Contains("sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content))), policy);
        }
        Assert.DoesNotContain("innerHTML", html);
        Assert.DoesNotMatch(@"\sstyle=""|\son\w+=""|\ssrc=|<link", html);
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        var results = Charts.HostileResults().Select(r => r with { Article = r.Article with { Title = Charts.Hostile, Source = Charts.Hostile, Url = "javascript:alert(1)" } });
        var html = StanceReport.Of(results, new ReportOptions { Title = Charts.Hostile }).ToHtml();
        Assert.Equal(2, Regex.Count(html, "<script", RegexOptions.IgnoreCase));
        Assert.Equal(2, Regex.Count(html, "</script", RegexOptions.IgnoreCase));
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("javascript:alert", html);
        Assert.DoesNotContain('\u202E', html);
        // Nothing of it is lost to the reader.
        Assert.Contains("</script><script>alert(1)</script><img src=x onerror=alert(2)>", Data(html).GetProperty("title").GetString());
    }

    [Fact]
    public void An_address_of_the_web_is_kept_and_no_other()
    {
        string? Url(string? url) => Data(StanceReport.Of(Corpus(1).Select(r => r with { Article = r.Article with { Url = url } })).ToHtml()).GetProperty("articles")[0][4].GetString();
        Assert.Equal("https://example.org/a?b=c", Url("https://example.org/a?b=c"));
        Assert.Null(Url("file:///etc/passwd"));
        Assert.Null(Url("data:text/html,x"));
        Assert.Null(Url("not an address"));
    }

    [Fact]
    public void A_corpus_without_stances_makes_a_page_too()
    {
        var html = StanceReport.Of([Results.Of("a", 1, null)], new ReportOptions { Language = ChartLanguage.Arabic }).ToHtml();
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", html);
        Assert.Equal(0, Data(html).GetProperty("stances").GetArrayLength());
        Assert.NotEmpty(StanceReport.Of([]).ToHtml());
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StanceReport.Of([], new ReportOptions { MaxBytes = 99_999 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => StanceReport.Of([], new ReportOptions { Language = (ChartLanguage)7 }));
    }
}
