using System.Text.Json;

namespace Stance.Tests;

public class SuspectsCommandTests
{
    [Fact]
    public void Suspects_are_rows_that_lead_back_to_the_article()
    {
        using var tool = new StanceTool();
        // Real rows of the corpus: the tool reads what users would give it.
        var rows = File.ReadLines(Path.Combine(SharedData.Repository, "training-data", "gulf-iran-yemen.jsonl")).Take(8).ToList();
        tool.Write("corpus.jsonl", string.Join('\n', rows) + "\n");
        // Only the issues that the rows speak of: training is quick then.
        var all = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.Repository, "training-data", "issues.json"))).RootElement.EnumerateArray();
        tool.Write("issues.json", "[" + string.Join(",\n", all.Where(i => rows.Exists(r => r.Contains($"\"{i.GetProperty("id").GetString()}\"", StringComparison.Ordinal))).Select(i => i.GetRawText())) + "]");
        var run = tool.Run("suspects", "corpus.jsonl", "--folds", "2", "--all", "--out", "suspects.jsonl");
        Assert.Equal((0, ""), (run.ExitCode, run.Out));
        Assert.Contains("wrong-stance   about ", run.Error, StringComparison.Ordinal);
        var suspects = tool.Rows("suspects.jsonl");
        var labels = rows.SelectMany(r => StanceTool.Parse(r).SelectMany(a => a.GetProperty("stances").EnumerateArray().Select(s => (a.GetProperty("id").GetString(), s.GetProperty("actor").GetString(), s.GetProperty("issue").GetString(), s.GetProperty("stance").GetString()))));
        Assert.Equal(labels.Order(), suspects.Where(s => s.GetProperty("given").GetString() != "none").Select(s => (s.GetProperty("article").GetString(), s.GetProperty("actor").GetString(), s.GetProperty("issue").GetString(), s.GetProperty("given").GetString())).Order());
        Assert.All(suspects, s =>
        {
            Assert.NotEqual(s.GetProperty("given").GetString(), s.GetProperty("suggested").GetString());
            Assert.InRange(s.GetProperty("probability").GetDouble(), 0, 1);
            Assert.True(s.GetProperty("evidence").GetArrayLength() > 0);
        });
        var order = suspects.Select(s => (s.GetProperty("likely").GetBoolean(), s.GetProperty("score").GetDouble())).ToList();
        Assert.Equal(order.OrderDescending(), order);
    }

    [Theory]
    [InlineData("--folds", "1", "--folds 1; allowed: 2 or more")]
    [InlineData("--count", "0", "--count 0; allowed: 1 or more")]
    [InlineData("--kind", "odd", "wrong-stance")]
    [InlineData("--split", "dev", "found no article of split 'dev'")]
    public void Bad_options_are_refused(string option, string value, string message)
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("corpus.jsonl", Samples.Labelled + "\n");
        var run = tool.Run("suspects", "corpus.jsonl", option, value);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_corpus_too_small_to_divide_is_refused()
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("corpus.jsonl", Samples.Labelled + "\n");
        var run = tool.Run("suspects", "corpus.jsonl", "--folds", "2");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("allowed: at least 2", run.Error, StringComparison.Ordinal);
    }
}
