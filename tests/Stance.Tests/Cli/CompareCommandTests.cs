using System.Text.Json;

namespace Stance.Tests;

public class CompareCommandTests
{
    private static StanceTool Tool()
    {
        var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("gold.jsonl", Samples.Labelled + "\n");
        return tool;
    }

    [Fact]
    public void A_model_compared_with_itself_is_not_worse()
    {
        using var tool = Tool();
        var run = tool.Run("compare", TrainedModel.Path, TrainedModel.Path, "--on", "gold.jsonl", "--require", "triple-f1 not worse; no class worse by more than 0.02", "--require", "mcnemar not worse");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("McNemar, end to end: only new right 0, only old right 0, p = 1 (exact)", run.Out, StringComparison.Ordinal);
        Assert.Contains("0 pairs got better, 0 worse", run.Out, StringComparison.Ordinal);
        foreach (var figure in ModelComparison.FigureNames)
            Assert.Contains($"│ {figure} ", run.Out, StringComparison.Ordinal);
        Assert.Contains("holds   no class worse by more than 0.02", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_rule_is_exit_code_4_and_the_comparison_is_there()
    {
        using var tool = Tool();
        var run = tool.Run("compare", TrainedModel.Path, TrainedModel.Path, "--on", "gold.jsonl", "--require", "triple-f1 better", "--format", "json", "--out", "out/comparison.json");
        Assert.Equal((4, ""), (run.ExitCode, run.Out));
        Assert.Contains("stance: rule 'triple-f1 better' does not hold: triple-f1 ", run.Error, StringComparison.Ordinal);
        using var whole = JsonDocument.Parse(tool.Read("out/comparison.json"));
        Assert.False(whole.RootElement.GetProperty("passed").GetBoolean());
        Assert.Equal(ModelComparison.FigureNames, whole.RootElement.GetProperty("figures").EnumerateArray().Select(f => f.GetProperty("name").GetString()));
    }

    [Fact]
    public void Rows_say_what_changed_with_its_evidence()
    {
        using var tool = Tool();
        // The same model twice: one that reports nothing below a probability of 1, and one that reports all it considers.
        foreach (var (name, threshold) in ((string, double)[])[("old.zip", 1), ("new.zip", 0.01)])
            new StanceModel(StanceModel.Default.Manifest, StanceModel.Default.Data, StanceModel.Default.Weights, StanceModel.Default.Background, StanceModel.Default.Stances with { Threshold = threshold }, StanceModel.Default.Sentiments).Save(Path.Combine(tool.Folder, name));
        var run = tool.Run("compare", "old.zip", "new.zip", "--on", "gold.jsonl", "--format", "jsonl");
        Assert.Equal(0, run.ExitCode);
        var rows = StanceTool.Parse(run.Out);
        Assert.Equal(["change", "figure", "group", "mcnemar"], rows.Select(r => r.GetProperty("row").GetString()).Distinct().Order());
        Assert.Equal(2, rows.Count(r => r.GetProperty("row").GetString() == "mcnemar"));
        Assert.Contains(rows, r => r.GetProperty("row").GetString() == "group" && r.GetProperty("group").GetProperty("kind").GetString() == "state" && r.GetProperty("group").GetProperty("key").GetString() == "RUS");
        var reported = rows.First(r => r.GetProperty("row").GetString() == "mcnemar").GetProperty("mcnemar");
        Assert.Equal((0, 1), (reported.GetProperty("onlyOld").GetInt32(), reported.GetProperty("onlyNew").GetInt32()));
        // What else the new one reports is worse.
        var changes = rows.Where(r => r.GetProperty("row").GetString() == "change").Select(r => r.GetProperty("change")).ToList();
        var better = Assert.Single(changes, c => c.GetProperty("verdict").GetString() == "better");
        Assert.Equal(("l1", "RUS", "sanctions", "against", "against"), (Text("article"), Text("actor"), Text("issue"), Text("gold"), Text("new")));
        Assert.Equal("رفضت موسكو فرض عقوبات على إيران.", Text("evidence"));
        Assert.All(changes.Where(c => c.GetProperty("verdict").GetString() != "better"), c => Assert.Equal("worse", c.GetProperty("verdict").GetString()));

        string? Text(string field) => better.GetProperty(field).GetString();
    }

    [Theory]
    [InlineData("--require", "triple-f1 improves", "rule 'triple-f1 improves': found 'improves'; allowed: better")]
    [InlineData("--require", " ; ", "rule ';': found ';'; allowed: pair-precision")]
    [InlineData("--resamples", "5", "--resamples 5; allowed: 100 or more")]
    [InlineData("--min-probability", "2", "--min-probability 2; allowed: 0 to 1")]
    [InlineData("--split", "dev", "gold.jsonl: found no article of split 'dev'")]
    [InlineData("--issues", "none.json", "none.json: no such file")]
    public void What_cannot_be_is_refused_before_any_work(string option, string value, string message)
    {
        using var tool = Tool();
        var run = tool.Run("compare", TrainedModel.Path, TrainedModel.Path, "--on", "gold.jsonl", "--out", "out.json", option, value);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(["gold.jsonl", "issues.json"], tool.Entries);
    }

    [Fact]
    public void Missing_and_foreign_models_are_refused()
    {
        using var tool = Tool();
        Assert.Contains("none.zip: no such file", tool.Run("compare", "none.zip", "shipped", "--on", "gold.jsonl").Error, StringComparison.Ordinal);
        Assert.Equal(2, tool.Run("compare", "shipped", "issues.json", "--on", "gold.jsonl").ExitCode);
        Assert.Equal(2, tool.Run("compare", "shipped", "shipped").ExitCode);
    }
}
