using System.Text.Json;

namespace Stance.Tests;

public class MatrixCommandTests
{
    [Fact]
    public void The_matrix_of_a_corpus_leaves_rejected_rows_beside_it()
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("rows.jsonl", Samples.Article + "\nnonsense\n");
        string[] arguments = ["matrix", "rows.jsonl", "--issues", "issues.json", "--model", TrainedModel.Path, "--min-probability", "0", "--format", "json", "--out", "matrix.json"];
        Assert.Equal(2, tool.Run(arguments).ExitCode);
        Assert.Equal(["issues.json", "rows.jsonl"], tool.Entries);
        Assert.Equal(3, tool.Run([.. arguments, "--on-error", "skip"]).ExitCode);
        Assert.Equal(["issues.json", "matrix.json", "matrix.json.rejected.jsonl", "rows.jsonl"], tool.Entries);
        using var matrix = JsonDocument.Parse(tool.Read("matrix.json"));
        Assert.All(matrix.RootElement.EnumerateArray(), c => Assert.Equal("a1", c.GetProperty("evidence")[0].GetProperty("article").GetString()));
        Assert.Contains(matrix.RootElement.EnumerateArray(), c => c.GetProperty("actor").GetString() == "RUS" && c.GetProperty("issue").GetString() == "sanctions");
    }

    [Fact]
    public void A_matrix_can_be_a_parquet_file()
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("rows.jsonl", Samples.Article + "\n");
        var run = tool.Run("matrix", "rows.jsonl", "--issues", "issues.json", "--model", TrainedModel.Path, "--min-probability", "0", "--format", "parquet", "--out", "matrix.parquet");
        Assert.Equal(0, run.ExitCode);
        var file = File.ReadAllBytes(Path.Combine(tool.Folder, "matrix.parquet"));
        Assert.Equal("PAR1", System.Text.Encoding.ASCII.GetString(file[..4]));
        Assert.Equal("PAR1", System.Text.Encoding.ASCII.GetString(file[^4..]));
    }
}
