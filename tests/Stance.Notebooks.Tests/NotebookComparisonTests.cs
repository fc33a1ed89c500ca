using System.Text.Json.Nodes;

namespace Stance.Notebooks.Tests;

public class NotebookComparisonTests
{
    private static Notebook Of(string source, string text, params string[] tags) => Notebook.Parse(new JsonObject
    {
        ["cells"] = new JsonArray(new JsonObject
        {
            ["cell_type"] = "code",
            ["source"] = source,
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray([.. tags.Select(t => (JsonNode)t)]) },
            ["outputs"] = new JsonArray(new JsonObject { ["output_type"] = "stream", ["text"] = text }),
        }),
    }.ToJsonString(), Path.GetTempPath());

    private static int Differences(string stored, string ran, params string[] tags) => NotebookComparison.Of(Of("1", stored, tags), Of("1", ran, tags)).Count();

    [Theory]
    [InlineData("score 0.501 of 7", "score 0.504 of 7", 0)]
    [InlineData("score 0.50", "score 0.53", 1)]
    [InlineData("score +0.50", "score −0.50", 1)]
    [InlineData("Russia 1", "Iran 1", 1)]
    [InlineData("1200", "1205", 0)]
    [InlineData("<td style=\"background:#92c5de\">1</td>", "<td style=\"background:#92c5dd\">1</td>", 0)]
    [InlineData("<figure style=\"x\"><img alt=\"a\" src=\"data:1\"><details><summary>t</summary><table></table></details></figure>", "<table></table>", 0)]
    public void Words_are_compared_exactly_and_numbers_nearly(string stored, string ran, int differences) => Assert.Equal(differences, Differences(stored, ran));

    [Theory]
    [InlineData("f1 0.50 of 20", "f1 0.71 of 23", 0)]
    [InlineData("f1 0.50", "recall 0.50", 1)]
    public void Figures_of_what_is_trained_may_vary(string stored, string ran, int differences) => Assert.Equal(differences, Differences(stored, ran, "numbers-vary"));

    [Fact]
    public async Task The_first_error_ends_a_run_and_names_its_cell()
    {
        var error = await Assert.ThrowsAsync<CellException>(() => NotebookKernel.Run(Of("nonsense", "")));
        Assert.Contains("code cell 1 does not compile", error.Message);
        error = await Assert.ThrowsAsync<CellException>(() => NotebookKernel.Run(Of("int.Parse(\"so\");", "")));
        Assert.Contains("code cell 1 failed", error.Message);
        // Only the kernel's imports are there.
        await Assert.ThrowsAsync<CellException>(() => NotebookKernel.Run(Of("File.Exists(\"x\")", "")));
    }

    [Fact]
    public async Task What_is_printed_and_the_last_value_are_kept()
    {
        var ran = await NotebookKernel.Run(Of("Console.Write(\"a\\nb\");\n6 * 7", ""));
        Assert.Equal(2, ran.Cells[0].Outputs.Count);
        Assert.Equal("a\nb", Notebook.Text(ran.Cells[0].Outputs[0]!["text"]));
        Assert.Contains("42", ran.Cells[0].Outputs[1]!.ToJsonString());
    }
}
