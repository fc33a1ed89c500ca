using System.Reflection;
using System.Runtime.Loader;
using PublicApiGenerator;

namespace Stance.Plots.Tests;

public class StanceChartTests
{
    private static StanceChart Chart() => Results.Matrix(("RUS", "2017-04-12", 0.5)).ToHeatMap();

    [Fact]
    public void A_layout_is_laid_over_the_chart()
    {
        var chart = Chart();
        var changed = chart.WithLayout("""{"height": 900, "xaxis": {"title": {"text": "دول"}}}""");
        Assert.Equal(900, Charts.Layout(changed)["height"]!.GetValue<int>());
        Assert.Equal("دول", Charts.Layout(changed)["xaxis"]!["title"]!["text"]!.GetValue<string>());
        // What was in the same object stays, and so does the chart itself.
        Assert.Equal("array", Charts.Layout(changed)["xaxis"]!["tickmode"]!.GetValue<string>());
        Assert.Equal(Chart().ToFigureJson(), chart.ToFigureJson());
        Assert.DoesNotContain("</script", chart.WithLayout("""{"title": {"text": "</script><script>alert(1)</script>"}}""").ToFragment(false).Replace("</script><figcaption>", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("7")]
    public void What_is_no_object_is_refused(string json) => Assert.Contains("allowed: a JSON object", Assert.Throws<ArgumentException>(() => Chart().WithLayout(json)).Message);

    [Fact]
    public void A_name_like_a_date_stays_a_name() => Assert.Contains("2017-04-12", Charts.Layout(Chart())["yaxis"]!["ticktext"]![0]!.GetValue<string>());

    [Fact]
    public void A_page_asks_for_nothing_and_holds_plotly_once()
    {
        var page = StanceChart.Page("Two <b>charts</b>", Chart(), Chart());
        Assert.Contains("plotly.js v2.", page);
        Assert.Equal(1, page.Split("* plotly.js v2.").Length - 1);
        Assert.Contains("default-src 'none'", page);
        Assert.DoesNotContain("<script src", page);
        Assert.DoesNotContain("<link", page);
        Assert.Contains("<title>Two &lt;b&gt;charts&lt;/b&gt;</title>", page);
        Assert.Equal(2, page.Split("Plotly.newPlot(e,").Length - 1);
        // Two charts and the script itself: each script that begins ends.
        Assert.Equal(page.Split("<script>").Length, page.Split("</script>").Length);
        Assert.Contains("dir=\"rtl\"", Results.Matrix(("RUS", "x", 1)).ToHeatMap(new ChartOptions { Language = ChartLanguage.Arabic }).ToHtml());
    }

    [Fact]
    public void A_table_stands_in_for_the_chart()
    {
        var table = Chart().ToTableHtml();
        Assert.Contains("<td style=\"border:1px solid #ccc;padding:3px 8px;vertical-align:top\"><bdi>+0.50</bdi></td>", table);
        Assert.Contains("RUS on 2017-04-12", table);
    }

    [Fact]
    public void It_is_saved_whole()
    {
        var path = Path.Combine(Path.GetTempPath(), $"stance-{Guid.NewGuid():N}", "chart.html");
        Chart().SaveHtml(path);
        Assert.Equal(Chart().ToHtml(), File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void Plotly_lives_apart_from_the_program()
    {
        _ = Chart().ToFigureJson();
        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, a => a.GetName().Name is "Plotly.NET" or "FSharp.Core");
        var own = Assert.Single(AssemblyLoadContext.All, c => c.Name == "Stance.Plots");
        Assert.Contains(own.Assemblies, a => a.GetName().Name == "Plotly.NET");
        Assert.Contains(own.Assemblies, a => a.GetName().Name == "FSharp.Core");
        Assert.DoesNotContain(own.Assemblies, a => a.GetName().Name == "Stance");
    }

    [Fact]
    public void No_type_of_Plotly_is_exposed()
    {
        var path = Path.Combine(SharedData.Repository, "tests", "Stance.Plots.Tests", "PublicApi.txt");
        var surface = typeof(StanceChart).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("STANCE_UPDATE_API") == "1")
            File.WriteAllText(path, surface);
        Assert.Equal(File.ReadAllText(path), surface);
        Assert.DoesNotContain("Plotly.NET", surface);
        Assert.DoesNotContain("Newtonsoft", surface);
        Assert.DoesNotContain(typeof(StanceChart).Assembly.GetExportedTypes(), t => t.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Any(m => m.ToString()!.Contains("FSharp", StringComparison.Ordinal)));
    }
}
