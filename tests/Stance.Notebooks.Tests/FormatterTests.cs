using Microsoft.DotNet.Interactive.Formatting;
using Stance.Plots;
using Stance.Plots.Tests;

namespace Stance.Notebooks.Tests;

/// <summary>Results as the last value of a cell: found by the formatting package of .NET Interactive, by convention alone.</summary>
public class FormatterTests
{
    private static object Hostile(string kind)
    {
        var results = Charts.HostileResults();
        var matrix = StanceMatrix.From(results);
        return kind switch
        {
            "article" => results[0] with { Article = results[0].Article with { Title = Charts.Hostile } },
            "stance" => results[0].Stances[0],
            "matrix" => matrix,
            "cell" => matrix.Cells.First(),
            "timeline" => StanceTimeline.From(results, "MAL", "i0")!,
            "agreement" => AgreementNetwork.From(matrix),
            "sentiment" => SentimentNetwork.From(results),
            "contrast" => StanceContrast.Of(matrix, "MAL", "RUS")!,
            "conflicts" => InternalConflicts.From(StanceMatrix.From([.. Enumerable.Range(0, 4).Select(i => Results.Sure($"{i}", i, null, "RUS", "x", i < 3 ? StanceLabel.Against : StanceLabel.Favor, i < 3 ? "لافروف" : Charts.Hostile))])),
            "evaluation" => Charts.Report(0.6),
            "confusion" => StanceConfusion.Of([Synthetic.Labelled("1", "text", Synthetic.Gold("RUS", "x", StanceLabel.Favor))], [Synthetic.Result(Article.FromText("text"), Synthetic.Stance("RUS", "x", StanceLabel.Against, 1))]),
            "issues" => new IssueCheckReport([new IssueCheckEntry { Issue = results[0].Stances[0].Issue, Articles = 1, MissingLanguages = [Charts.Hostile], ArticlesWithoutText = new Dictionary<string, int>(), Phrases = [("en", "topic", Charts.Hostile, 1)] }], []),
            "corpus" => new CorpusReport([Charts.Hostile], [Charts.Hostile], [Charts.Hostile]),
            "manifest" => new ModelManifest { LibraryVersion = Charts.Hostile },
            "chart" => matrix.ToHeatMap(),
            "view" => EvidenceView.Of(results[0]),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }

    public static TheoryData<string> Kinds =>
        ["article", "stance", "matrix", "cell", "timeline", "agreement", "sentiment", "contrast", "conflicts", "evaluation", "confusion", "issues", "corpus", "manifest", "chart", "view"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_result_shows_itself_as_a_table_that_needs_no_script(string kind)
    {
        var value = Hostile(kind);
        Assert.Contains("text/html", Formatter.GetPreferredMimeTypesFor(value.GetType()));
        var html = value.ToDisplayString("text/html");
        Assert.Matches("<table|<article", html);
        // What the sanitizers of untrusted notebooks drop is not there to begin with.
        Assert.DoesNotMatch("(?i)<script|<svg|<style|<link|<iframe|<img(?! alt=\"[^\"]*\" style=\"max-width:100%\" src=\"data:image/png;base64,[A-Za-z0-9+/=]*\">)|\\son\\w+=\"|javascript:", html);
        Assert.DoesNotContain('\u202E', html);
        Assert.DoesNotContain('\uD83D', html.Replace("\uFFFD", "", StringComparison.Ordinal));
        Assert.DoesNotContain("<b>%{z}", html);
        Assert.NotEqual(value.GetType().ToString(), value.ToDisplayString("text/plain"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_gives_its_HTML_without_a_kernel_too(string kind)
    {
        var value = Hostile(kind);
        var html = Assert.IsType<string>(value.GetType().GetMethod("ToHtml", Type.EmptyTypes)!.Invoke(value, []));
        Assert.DoesNotMatch("(?i)<img src=x", html);
        if (kind is not ("chart" or "view"))
            Assert.Equal(value.ToDisplayString("text/html"), html);
    }

    [Fact]
    public void A_chart_is_a_figure_first_then_a_table_then_its_title()
    {
        var chart = StanceMatrix.From(Charts.HostileResults()).ToHeatMap(new ChartOptions { Title = "Who" });
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(chart.GetType()));
        Assert.Equal(chart.ToFigureJson(), chart.ToDisplayString("application/vnd.plotly.v1+json"));
        Assert.Equal("Who", chart.ToDisplayString("text/plain"));
    }

    [Fact]
    public void The_matrix_has_its_sign_in_the_cell_and_tells_no_evidence_from_neutral()
    {
        var html = Results.Matrix(("RUS", "a", -0.8), ("USA", "b", 0.04)).ToHtml();
        Assert.Contains("−0.8", html);
        Assert.Contains(">0.0<", html);
        Assert.Contains("background:#bdbdbd", html);
        Assert.Contains("no evidence", html);
    }

    [Fact]
    public void Long_results_are_cut_and_say_so()
    {
        var results = Enumerable.Range(0, 60).Select(i => Results.Sure($"a{i}", i, null, "RUS", $"i{i}", StanceLabel.Favor)).ToArray();
        var text = new CorpusReport([.. results.Select(r => r.Article.Id)], [], []).ToDisplayString("text/plain");
        Assert.Contains("… 10 more", text);
    }
}
