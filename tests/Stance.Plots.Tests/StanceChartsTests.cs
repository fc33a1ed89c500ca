using System.Text.Json.Nodes;

namespace Stance.Plots.Tests;

public class StanceChartsTests
{
    private static readonly ChartOptions Arabic = new() { Language = ChartLanguage.Arabic };

    private static ArticleStances[] Two() =>
    [
        Results.Of("a", 0, new DateOnly(2018, 1, 5), Synthetic.Stance("RUS", "x", StanceLabel.Against, 0.9, new Evidence(new TextSpan(0, 5), "Moscow denies it"))),
        Results.Of("b", 1, new DateOnly(2018, 1, 9), Synthetic.Stance("RUS", "x", StanceLabel.Against, 0.6, new Evidence(new TextSpan(0, 5), "Weaker"))),
        Results.Of("c", 2, new DateOnly(2018, 3, 9), Synthetic.Stance("RUS", "x", StanceLabel.Favor, 0.8, new Evidence(new TextSpan(0, 5), "In March"))),
        Results.Of("d", 3, new DateOnly(2018, 3, 9), Synthetic.Stance("EU", "y", StanceLabel.Neutral, 0.8, new Evidence(new TextSpan(0, 5), "It waits"))),
    ];

    [Fact]
    public void Every_chart_is_a_figure_in_both_languages()
    {
        foreach (var results in (ArticleStances[][])[Charts.HostileResults(), Two(), []])
            foreach (var language in Enum.GetValues<ChartLanguage>())
                foreach (var (name, chart) in Charts.All(results, new ChartOptions { Language = language }))
                {
                    var figure = JsonNode.Parse(chart.ToFigureJson())!.AsObject();
                    Assert.True(figure["data"] is JsonArray && figure["layout"] is JsonObject && figure["frames"] is JsonArray, name);
                    Assert.True(chart.Title.Length > 0, name);
                    Assert.All(figure["data"]!.AsArray(), t => Assert.Contains(t!["type"]!.GetValue<string>(), (string[])["heatmap", "scatter", "choropleth", "scattergeo"]));
                    Assert.All(chart.Rows, r => Assert.Equal(chart.Headers.Count, r.Length));
                }
    }

    [Fact]
    public void The_matrix_holds_scores_signs_and_the_best_evidence()
    {
        var chart = StanceMatrix.From(Two()).ToHeatMap();
        var (none, values) = (Charts.Data(chart)[0]!, Charts.Data(chart)[1]!);
        // Issues down (x, y), actors across (RUS, EU). (-.9 - .6 + .8) / 2.3.
        Assert.Equal("[[-0.30435,null],[null,0]]", values["z"]!.ToJsonString());
        Assert.Equal("[[null,0],[0,null]]", none["z"]!.ToJsonString());
        // The interval from -1 to .8 holds 0, and the EU has one article: both are in doubt.
        Assert.Equal("<span style=\"color:#111111\"><i>\u22120.3?</i></span>", Charts.Plain(values["text"]![0]![0]!.GetValue<string>()));
        Assert.Equal("<span style=\"color:#111111\"><i>0.0?</i></span>", Charts.Plain(values["text"]![1]![1]!.GetValue<string>()));
        Assert.Equal("·", none["text"]![0]![1]!.GetValue<string>());
        Assert.Contains("no evidence", none["hovertext"]![0]![1]!.GetValue<string>());
        Assert.Contains("«Moscow denies it»", values["hovertext"]![0]![0]!.GetValue<string>());
        Assert.Equal((-1.0, 1.0), (values["zmin"]!.GetValue<double>(), values["zmax"]!.GetValue<double>()));
        Assert.Equal(["Russia", "European Union"], Charts.Layout(chart)["xaxis"]!["ticktext"]!.AsArray().Select(t => Charts.Plain(t!.GetValue<string>())));
        // Neutral is white, no evidence is grey.
        Assert.Equal("#f7f7f7", values["colorscale"]![2]![1]!.GetValue<string>());
        Assert.Equal("#bdbdbd", none["colorscale"]![0]![1]!.GetValue<string>());
    }

    [Fact]
    public void In_Arabic_the_matrix_runs_from_the_right()
    {
        var layout = Charts.Layout(StanceMatrix.From(Two()).ToHeatMap(Arabic));
        Assert.Equal("right", layout["yaxis"]!["side"]!.GetValue<string>());
        Assert.Equal("[1.5,-0.5]", layout["xaxis"]!["range"]!.ToJsonString());
        Assert.Equal("\u2067روسيا\u2069", layout["xaxis"]!["ticktext"]![0]!.GetValue<string>());
        Assert.Contains("من يتخذ أي موقف", layout["title"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public void At_most_so_many_are_shown()
    {
        var chart = StanceMatrix.From(Two()).ToHeatMap(new ChartOptions { MaxActors = 1, MaxIssues = 1 });
        Assert.Equal("[[-0.30435]]", Charts.Data(chart)[1]!["z"]!.ToJsonString());
        foreach (var options in (ChartOptions[])[new() { MaxActors = 0 }, new() { MaxIssues = 0 }, new() { EvidenceLength = 0 }, new() { Language = (ChartLanguage)7 }])
            Assert.Throws<ArgumentOutOfRangeException>(() => StanceMatrix.From(Two()).ToHeatMap(options));
        Assert.Equal((25, 25, 240, ChartLanguage.English, null), (new ChartOptions().MaxActors, new ChartOptions().MaxIssues, new ChartOptions().EvidenceLength, new ChartOptions().Language, new ChartOptions().Title));
    }

    [Fact]
    public void A_timeline_breaks_where_there_is_no_evidence_and_is_hollow_for_one_article()
    {
        var line = Assert.Single(Charts.Data(StanceTimeline.From(Two(), "RUS", "x")!.ToChart()));
        Assert.Equal("""["2018-01-16","2018-03-16","2018-03-16"]""", line!["x"]!.ToJsonString());
        Assert.Equal("[-1,null,1]", line["y"]!.ToJsonString());
        Assert.Equal("""["circle","circle","circle-open"]""", line["marker"]!["symbol"]!.ToJsonString());
        Assert.False(line["connectgaps"]!.GetValue<bool>());
    }

    [Fact]
    public void A_timeline_has_its_band_and_its_turns()
    {
        var articles = Enumerable.Range(0, 10).Select(i => Results.Sure($"{i}", i, new DateOnly(2018, i < 5 ? 1 : 2, 1 + i), "RUS", "x", i < 5 ? StanceLabel.Favor : StanceLabel.Against)).ToList();
        var chart = StanceTimeline.From(articles, "RUS", "x")!.ToChart();
        Assert.Equal("toself", Charts.Data(chart)[0]!["fill"]!.GetValue<string>());
        Assert.Equal("[1,-1,-1,1]", Charts.Data(chart)[0]!["y"]!.ToJsonString());
        Assert.Equal("2018-02-06", Charts.Layout(chart)["shapes"]![0]!["x0"]!.GetValue<string>());
        Assert.Equal("2018-02-06: +1.0 → \u22121.0", Charts.Plain(Charts.Layout(chart)["annotations"]![0]!["text"]!.GetValue<string>()));
    }

    [Fact]
    public void A_contrast_has_a_mark_for_each_and_a_line_between()
    {
        var contrast = StanceContrast.Of(Results.Matrix(("RUS", "x", 0.5), ("USA", "x", -0.5), ("USA", "y", 1)), "RUS", "USA")!;
        var (data, layout) = (Charts.Data(contrast.ToChart()), Charts.Layout(contrast.ToChart()));
        Assert.Equal(("[0.5]", "[-0.5,1]", "[0,1]"), (data[0]!["x"]!.ToJsonString(), data[1]!["x"]!.ToJsonString(), data[1]!["y"]!.ToJsonString()));
        var line = Assert.Single(layout["shapes"]!.AsArray());
        Assert.Equal((0.5, -0.5, 5), (line!["x0"]!.GetValue<double>(), line["x1"]!.GetValue<double>(), line["line"]!["width"]!.GetValue<int>()));
        Assert.Equal("[1.15,-1.15]", Charts.Layout(contrast.ToChart(Arabic))["xaxis"]!["range"]!.ToJsonString());
    }

    private static AgreementNetwork Camps() => AgreementNetwork.From(Results.Matrix(
        ("RUS", "x", 1), ("RUS", "y", 1), ("RUS", "z", -1), ("USA", "x", -1), ("USA", "y", -1), ("USA", "z", 1), ("CHN", "x", 1), ("CHN", "y", 1), ("CHN", "z", -1), ("FRA", "x", -1), ("FRA", "y", -1), ("FRA", "z", 1)));

    [Fact]
    public void Agreement_lies_by_communities()
    {
        var chart = Camps().ToHeatMap();
        Assert.Equal("[[null,1,0,0],[1,null,0,0],[0,0,null,1],[0,0,1,null]]", Charts.Data(chart)[1]!["z"]!.ToJsonString());
        Assert.Equal(["China", "Russia", "France", "United States"], Charts.Layout(chart)["xaxis"]!["ticktext"]!.AsArray().Select(t => Charts.Plain(t!.GetValue<string>())));
        Assert.Equal(2, Charts.Layout(chart)["shapes"]!.AsArray().Count);
    }

    [Fact]
    public void The_network_ties_those_that_agree_and_tells_communities_by_shape_too()
    {
        var data = Charts.Data(Camps().ToNetwork());
        Assert.Equal(2, data.Where(t => t!["mode"]!.GetValue<string>() == "lines").Sum(t => t!["x"]!.AsArray().Count / 3));
        Assert.Equal("""["circle","circle","diamond","diamond"]""", data[^1]!["marker"]!["symbol"]!.ToJsonString());
        Assert.Equal(Camps().ToNetwork().ToFigureJson(), Camps().ToNetwork().ToFigureJson());
    }

    [Fact]
    public void The_map_shows_states_and_names_blocs_beside()
    {
        var chart = Results.Matrix(("RUS", "x", 0.5), ("EU", "x", -1)).ToMap("x");
        var scores = Charts.Data(chart)[1]!;
        Assert.Equal("""["RUS"]""", scores["locations"]!.ToJsonString());
        Assert.Equal("[0.5]", scores["z"]!.ToJsonString());
        Assert.DoesNotContain("RUS", Charts.Data(chart)[0]!["locations"]!.ToJsonString());
        Assert.Contains("BHR", Charts.Data(chart)[0]!["locations"]!.ToJsonString());
        Assert.Contains("European Union", Charts.Layout(chart)["title"]!["text"]!.GetValue<string>());
        Assert.Contains("PlotlyGeoAssets.topojson.world_110m", chart.ToHtml());
        Assert.Contains("allowed: x", Assert.Throws<ArgumentException>(() => Results.Matrix(("RUS", "x", 0.5)).ToMap("y")).Message);
    }

    [Fact]
    public void Sentiment_has_sources_down_and_targets_across()
    {
        var chart = SentimentNetwork.From(Charts.HostileResults()).ToHeatMap();
        // Both have the same number of articles: MAL before RUS.
        Assert.Equal("[[null,null],[-1,null]]", Charts.Data(chart)[1]!["z"]!.ToJsonString());
    }

    [Fact]
    public void Calibration_has_a_point_a_bin_with_its_interval()
    {
        var points = Charts.Data(Charts.Report(0.6).ToCalibrationChart())[1]!;
        Assert.Equal(("[0.25,0.75]", "[0.3,0.7]"), (points["x"]!.ToJsonString(), points["y"]!.ToJsonString()));
        // Wilson (1927), 3 of 10: .1078 to .6032, as in Newcombe (1998).
        var (low, high) = EvaluationFigure.Wilson(0.3, 10);
        Assert.Equal((0.1078, 0.6032), (Math.Round(low, 4), Math.Round(high, 4)));
    }

    [Fact]
    public void The_confusion_matrix_counts_and_colours_by_row()
    {
        var data = Charts.Data(Charts.All([], new ChartOptions()).Single(c => c.Name == "confusion").Chart);
        Assert.Equal("[[0,1,0,0],[0,0,0,0],[0,0,0,0],[0,0,0,null]]", data[1]!["z"]!.ToJsonString());
    }

    [Fact]
    public void The_learning_curve_goes_by_number_of_articles()
    {
        var data = Charts.Data(StanceCharts.LearningCurve([(200, Charts.Report(0.5)), (100, Charts.Report(0.4))]));
        Assert.Equal(6, data.Count);
        Assert.Equal(("[100,200]", "[0.4,0.5]"), (data[1]!["x"]!.ToJsonString(), data[1]!["y"]!.ToJsonString()));
    }

    [Fact]
    public void The_sign_of_a_number_in_a_note_stays_before_it()
    {
        // Lines end at any blank.
        static string Title(StanceChart chart) => string.Join(' ', Charts.Layout(chart)["title"]!["text"]!.GetValue<string>().Split("\u2069</span><br><span style=\"font-size:12px;color:#555555\">\u2067"));
        var matrix = Results.Matrix(("RUS", "x", 0.5), ("EU", "x", -1));
        Assert.Contains("الاتحاد الأوروبي \u2066−1.00\u2069.", Title(matrix.ToMap("x", Arabic)), StringComparison.Ordinal);
        foreach (var chart in (StanceChart[])[matrix.ToMap("x", Arabic), matrix.ToHeatMap(Arabic)])
            Assert.Contains("الدرجة من \u2066−1\u2069 إلى \u2066+1\u2069.", Title(chart), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_speaker_and_a_long_id_keep_their_blanks()
    {
        // Both are cut within a word, so that the ellipsis is one more than the width.
        var (speaker, id) = (string.Join(' ', Enumerable.Repeat("الوزير", 20)), string.Join(' ', Enumerable.Repeat("agency", 20)));
        var result = Results.Sure(id, 0, new DateOnly(2018, 1, 5), "RUS", "x", StanceLabel.Favor, speaker);
        var hover = Charts.Data(StanceMatrix.From([result]).ToHeatMap())[1]!["hovertext"]![0]![0]!.GetValue<string>();
        Assert.Contains($"\u2067{speaker[..60]}…\u2069", hover, StringComparison.Ordinal);
        Assert.Contains($"\u2066{id[..40]}…\u2069", hover, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ninth_timeline_differs_from_the_first()
    {
        string[] actors = ["RUS", "USA", "FRA", "CHN", "GBR", "DEU", "TUR", "IRN", "SAU", "EGY"];
        var results = actors.Select((a, i) => Results.Sure($"{i}", i, new DateOnly(2018, 1, 5), a, "x", StanceLabel.Favor)).ToList();
        var lines = Charts.Data(StanceCharts.Timelines(StanceTimeline.From(results, actors.Select(a => (a, "x"))))).Select(t => t!).ToList();
        Assert.Equal((10, 10), (lines.Count, lines.Select(t => (t["line"]!["color"]!.GetValue<string>(), t["marker"]!["symbol"]![0]!.GetValue<string>())).Distinct().Count()));
        Assert.Equal(10, lines.Select(t => t["legendgroup"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public void Agreement_that_rests_on_single_articles_is_in_doubt()
    {
        // All agree in full, and no draw of issues says otherwise.
        var chart = AgreementNetwork.From(Results.Matrix([.. from actor in (string[])["RUS", "CHN"] from issue in (string[])["x", "y", "z"] select (actor, issue, 1.0)]));
        Assert.Contains("<i>1.00?</i>", Charts.Plain(Charts.Data(chart.ToHeatMap())[1]!["text"]![0]![1]!.GetValue<string>()));
        Assert.Equal("dot", Charts.Data(chart.ToNetwork())[0]!["line"]!["dash"]!.GetValue<string>());
        var text = 0;
        var firm = AgreementNetwork.From(StanceMatrix.From([.. from actor in (string[])["RUS", "CHN"] from issue in (string[])["x", "y", "z"] from n in (int[])[1, 2] select Results.Sure($"{actor}{issue}{n}", text++, null, actor, issue, StanceLabel.Favor)]));
        Assert.Contains("<b>1.00</b>", Charts.Plain(Charts.Data(firm.ToHeatMap())[1]!["text"]![0]![1]!.GetValue<string>()));
        Assert.Equal("solid", Charts.Data(firm.ToNetwork())[0]!["line"]!["dash"]!.GetValue<string>());
    }
}
