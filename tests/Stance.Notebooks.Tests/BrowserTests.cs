using Stance.Plots;
using Stance.Plots.Tests;

namespace Stance.Notebooks.Tests;

/// <summary>Pages as a reader opens them: in a real browser, from a file, without network. All text of the first tests is hostile.</summary>
public class BrowserTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public void Every_chart_is_drawn_and_runs_nothing_of_its_texts()
    {
        foreach (var language in Enum.GetValues<ChartLanguage>())
        {
            var charts = Charts.All(Charts.HostileResults(), new ChartOptions { Language = language, Title = Charts.Hostile }).Select(c => c.Chart).ToList();
            browser.Open(StanceChart.Page(Charts.Hostile, charts));
            browser.IsQuiet();
            Assert.Equal(charts.Count, browser.Count(".js-plotly-plot .svg-container"));
            // Marks of every kind: cells, points, lines, states of the map.
            Assert.InRange(browser.Count(".heatmaplayer image, .hm image"), 4, 100);
            Assert.InRange(browser.Count(".scatterlayer .point"), 10, 1000);
            Assert.InRange(browser.Count(".geo path"), 100, 1000);
            Assert.Equal(0, browser.Count("img[src='x']"));
        }
    }

    [BrowserFact]
    public void Views_and_what_a_notebook_keeps_run_nothing_of_their_texts()
    {
        var results = Charts.HostileResults();
        var matrix = StanceMatrix.From(results);
        var kept = string.Concat(matrix.ToHtml(), results[0].ToHtml(), matrix.Cells.First().ToHtml(), AgreementNetwork.From(matrix).ToHtml(), SentimentNetwork.From(results).ToHtml(), matrix.ToHeatMap().ToTableHtml());
        browser.Open(EvidenceView.Of(results[0]).ToHtml().Replace("</body>", kept + "</body>", StringComparison.Ordinal));
        browser.IsQuiet();
        Assert.InRange(browser.Count("td"), 20, 2000);
        Assert.Equal(0, browser.Count("img, script"));
    }

    [BrowserFact]
    public void A_hostile_report_shows_its_texts_and_runs_none()
    {
        browser.Open(StanceReport.Of(Charts.HostileResults(), new ReportOptions { Title = Charts.Hostile }).ToHtml());
        browser.Click("td.cell.has");
        Assert.Contains("<script>alert(1)</script>", browser.Text("#evidence blockquote"));
        foreach (var section in (string[])["overview", "matrix", "timeline", "network"])
            Assert.Equal(0, browser.Count($"#{section} img, #{section} script"));
        browser.Click("#language");
        browser.IsQuiet();
    }

    [BrowserFact]
    public void A_spreadsheet_runs_nothing_of_what_a_report_saves()
    {
        var evil = Charts.Stance(Synthetic.Actor("RUS"), "i", "=1+1", StanceLabel.Favor, 0.9, "=HYPERLINK(\"http://x\",\"y\")");
        browser.Open(StanceReport.Of([Results.Of("@SUM(A1)", 1, null, evil)]).ToHtml());
        Assert.Contains("'@SUM(A1),\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"", browser.Download("#save-matrix"));
        browser.IsQuiet();
    }

    [BrowserFact]
    public void A_report_leads_from_cell_to_sentence_by_mouse_and_by_keys()
    {
        var results = Sample.Results();
        var matrix = StanceMatrix.From(results);
        browser.Open(StanceReport.Of(results).ToHtml());
        Assert.Equal(Math.Min(20, matrix.Actors.Count) * Math.Min(20, matrix.Issues.Count), browser.Count("td.cell"));
        Assert.Equal(matrix.Cells.Count(c => matrix.Actors.Take(20).Contains(c.Actor) && matrix.Issues.Take(20).Contains(c.Issue)), browser.Count("td.cell.has"));
        browser.Evaluate("document.querySelector('td.cell[tabindex=\"0\"]').focus()");
        browser.Press("Enter");
        var cell = matrix[matrix.Actors[0].Code, matrix.Issues[0].Id]!;
        Assert.Contains(cell.Evidence[0].Stance.Evidence[0].Text.Trim()[..40], browser.Text("#evidence"));
        browser.Screenshot("report");
        browser.Press("Escape");
        Assert.Equal(0, browser.Count("#evidence.open"));
        Assert.True(browser.Evaluate("document.activeElement.classList.contains('cell')")!.GetValue<bool>());
        browser.Press("ArrowDown");
        Assert.Equal("1", browser.Evaluate("document.activeElement.dataset.r")!.GetValue<string>());
        // A filter leaves what it should.
        browser.Evaluate("(() => { const p = document.getElementById('filter-probability'); p.value = 0.9; p.dispatchEvent(new Event('input')); })()");
        browser.Evaluate("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))");
        Assert.StartsWith($"{results.Sum(r => r.Stances.Count(s => Math.Round(s.Probability, 3) >= 0.9))} ", browser.Text("#count").Replace(",", "", StringComparison.Ordinal));
        browser.Click("#reset");
        browser.Click("#timeline .mark");
        Assert.True(browser.Count("#evidence li") > 0);
        browser.Click("#network .mark");
        Assert.True(browser.Count("#evidence .link") > 0);
        browser.IsQuiet();
    }

    [BrowserFact]
    public void A_report_fits_a_telephone_in_both_languages()
    {
        foreach (var language in Enum.GetValues<ChartLanguage>())
        {
            browser.Open(StanceReport.Of(Sample.Results(), new ReportOptions { Language = language }).ToHtml(), 390, 844);
            browser.Click("td.cell.has");
            Assert.Equal(390, browser.Evaluate("document.documentElement.scrollWidth")!.GetValue<int>());
            browser.Screenshot($"report-390-{(language == ChartLanguage.Arabic ? "ar" : "en")}");
            browser.IsQuiet();
        }
    }

    [BrowserFact]
    public void A_report_of_a_thousand_articles_answers_soon()
    {
        // Each has words of its own: copies count once, and a page of copies would be a page of few.
        var results = Enumerable.Range(0, 1000).Select(i => Synthetic.Result(
            Article.FromText(string.Join(' ', Enumerable.Range(0, 30).Select(w => $"word{i}x{w}")), published: new DateOnly(2010, 1, 1).AddDays(i * 5), id: $"a{i}"), [.. Enumerable.Range(0, 6).Select(k =>
                Synthetic.Stance(ActorCatalog.Default.Actors[(i + k * 7) % 40].Code, $"i{(i * 3 + k) % 60}", (StanceLabel)((i + k) % 3), 0.5 + i % 50 / 100.0, new Evidence(new TextSpan(0, 5), $"sentence {i} {k}")))])).ToList();
        var (all, tenth) = (StanceReport.Of(results).ToHtml(), StanceReport.Of(results.Take(100)).ToHtml());
        Assert.InRange(all.Length, 1, 8_000_000);
        // Seconds depend on the machine (results/speed.md has them): ten times the articles, no more than three times the wait. Most of it does not depend on their number.
        Assert.InRange(Loaded(all, "6,000 of 6,000"), 1, 3 * Loaded(tenth, "600 of 600"));
        browser.IsQuiet();

        double Loaded(string html, string shown) => Enumerable.Range(0, 3).Min(_ =>
        {
            browser.Open(html);
            Assert.StartsWith(shown, browser.Text("#count"), StringComparison.Ordinal);
            Assert.Equal("true", browser.Evaluate("document.documentElement.dataset.ready")!.GetValue<string>());
            return browser.Evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")!.GetValue<double>();
        });
    }

    [BrowserFact]
    public void What_the_README_shows_is_seen()
    {
        var results = Sample.Results();
        var matrix = StanceMatrix.From(results);
        foreach (var (name, chart) in ((string, StanceChart)[])[
            ("matrix", matrix.ToHeatMap(new ChartOptions { MaxActors = 14, MaxIssues = 16 })),
            ("timeline", StanceCharts.Timelines(StanceTimeline.From(results, [("USA", "russia-sanctions"), ("RUS", "russia-sanctions")], new TimelineOptions { Window = TimelineWindow.Year }))),
            ("network", AgreementNetwork.From(matrix).ToNetwork(new ChartOptions { MaxActors = 22 })),
            ("matrix-ar", matrix.ToHeatMap(new ChartOptions { MaxActors = 12, MaxIssues = 12, Language = ChartLanguage.Arabic }))])
        {
            browser.Open(chart.ToHtml(), 1100, 640);
            browser.IsQuiet();
            browser.Screenshot(name, full: true);
        }
        var article = Article.FromJson(File.ReadLines(Path.Combine(SharedData.Repository, "notebooks", "articles", "khan-sheikhoun-2017.jsonl")).First());
        browser.Open(EvidenceView.Of(StanceAnalyzer.Default.Analyze(article), StanceAnalyzer.Default).ToHtml(), 1100, 640);
        browser.IsQuiet();
        browser.Screenshot("evidence");
    }
}

/// <summary>Articles analysed once for all tests.</summary>
internal static class Sample
{
    private static readonly Lazy<List<ArticleStances>> Analysed = new(() =>
        [.. StanceAnalyzer.Default.Analyze(File.ReadLines(Path.Combine(SharedData.Repository, "training-data", "russia-ukraine.jsonl")).Select(Article.FromJson))]);

    public static IReadOnlyList<ArticleStances> Results() => Analysed.Value;
}
