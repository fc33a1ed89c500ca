namespace Stance.Tests;

public class ExchangeCommandTests
{
    private const string Labelled = """{"id": "l1", "title": "عنوان", "text": "😀 رفضت موسكو فرض عقوبات على إيران. وأيدت واشنطن العقوبات.", "split": "train", "desk": "world", "stances": [{"actor": "RUS", "issue": "sanctions", "stance": "against", "speaker": "موسكو", "evidence": ["رفضت موسكو فرض عقوبات على إيران."]}], "sentiments": [{"source": "USA", "target": "IRN", "sentiment": "negative", "evidence": ["وأيدت واشنطن العقوبات."]}]}""";

    private const string Unlabelled = """{"id": "u1", "text": "قالت واشنطن إنها تؤيد العقوبات على إيران."}""";

    private const string Prediction = """{"id": "u1", "stances": [{"actor": "USA", "issue": "sanctions", "stance": "favor", "probability": 0.8, "evidence": [{"start": 5, "end": 11, "text": "واشنطن"}]}], "sentiments": []}""";

    private static StanceTool Tool()
    {
        var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("articles.jsonl", Labelled + "\n" + Unlabelled + "\n");
        tool.Write("predictions.jsonl", Prediction + "\n");
        return tool;
    }

    [Theory]
    [InlineData("label-studio")]
    [InlineData("csv")]
    [InlineData("prodigy")]
    [InlineData("doccano")]
    public void Labels_go_out_and_come_back(string format)
    {
        using var tool = Tool();
        var export = tool.Run("export", "articles.jsonl", "--format", format, "--out", "out.file");
        Assert.Equal((0, ""), (export.ExitCode, export.Out));
        Assert.Equal("out.file: 2 articles, 2 labels, 0 predictions", export.Error.Trim());
        var import = tool.Run("import", "out.file", "--format", format, "--out", "back/back.jsonl", "--issues", "issues.json");
        Assert.Equal(0, import.ExitCode);
        Assert.Equal(LabelledJson.Write(LabelledJson.Parse(Labelled)), tool.Read("back/back.jsonl").Split('\n')[0]);
    }

    [Fact]
    public void Predictions_go_to_Label_Studio_with_its_interface()
    {
        using var tool = Tool();
        Assert.Equal(0, tool.Run("export", "articles.jsonl", "--predictions", "predictions.jsonl", "--format", "label-studio", "--interface", "interface.xml", "--out", "tasks.json").ExitCode);
        var tasks = System.Text.Json.JsonDocument.Parse(tool.Read("tasks.json")).RootElement;
        Assert.Equal((1, 0), (tasks[0].GetProperty("annotations").GetArrayLength(), tasks[0].GetProperty("predictions").GetArrayLength()));
        Assert.Equal((0, 1), (tasks[1].GetProperty("annotations").GetArrayLength(), tasks[1].GetProperty("predictions").GetArrayLength()));
        Assert.StartsWith("<View>", tool.Read("interface.xml"));
        // On standard output: the labelled article only; the other is said to be left out.
        var import = tool.Run("import", "tasks.json", "--format", "label-studio");
        Assert.Equal("l1", Assert.Single(StanceTool.Parse(import.Out)).GetProperty("id").GetString());
        Assert.Contains("tasks.json(3): no annotations", import.Error);
        Assert.Contains("\"USA\"", tool.Run("import", "tasks.json", "--format", "label-studio", "--predictions", "--on-error", "skip").Out);
    }

    [Fact]
    public void Predictions_of_other_words_are_refused()
    {
        using var tool = Tool();
        tool.Write("predictions.jsonl", "\n" + Prediction.Replace("11", "12", StringComparison.Ordinal));
        var run = tool.Run("export", "articles.jsonl", "--predictions", "predictions.jsonl", "--format", "prodigy", "--out", "out.jsonl");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("stance: predictions.jsonl(2): article 'u1', USA on 'sanctions': evidence does not stand at [5, 12): 'واشنطن'; allowed: offsets of the quoted words", run.Error.Trim());
        Assert.DoesNotContain("out.jsonl", tool.Entries);
    }

    [Fact]
    public void A_damaged_file_is_refused_and_nothing_is_written_or_skipped_beside_it()
    {
        using var tool = Tool();
        tool.Write("rows.jsonl", """{"text": "موسكو", "spans": [], "answer": "accept"}""" + "\n" + """{"text": "موسكو", "spans": [{"start": 0, "end": 9, "label": "stance:RUS:favor:sanctions"}], "answer": "accept"}""" + "\n");
        var run = tool.Run("import", "rows.jsonl", "--format", "prodigy", "--out", "out.jsonl");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("stance: rows.jsonl(2): a passage at [0, 9); allowed: 0 to 5 code points, the start before the end", run.Error.Trim());
        Assert.DoesNotContain("out.jsonl", tool.Entries);
        run = tool.Run("import", "rows.jsonl", "--format", "prodigy", "--out", "out.jsonl", "--on-error", "skip");
        Assert.Equal(3, run.ExitCode);
        Assert.Single(tool.Rows("out.jsonl"));
        Assert.Equal(2, Assert.Single(tool.Rows("out.jsonl.rejected.jsonl")).GetProperty("line").GetInt32());
    }

    [Fact]
    public void Statements_are_joined_with_their_articles()
    {
        using var tool = Tool();
        tool.Run("export", "articles.jsonl", "--format", "dna", "--out", "statements.csv");
        Assert.Equal(0, tool.Run("import", "statements.csv", "--format", "dna", "--articles", "articles.jsonl", "--out", "back.jsonl").ExitCode);
        var row = Assert.Single(tool.Rows("back.jsonl"));
        Assert.Equal(("l1", "world", "RUS"), (row.GetProperty("id").GetString(), row.GetProperty("desk").GetString(), row.GetProperty("stances")[0].GetProperty("actor").GetString()));
    }

    [Theory]
    [InlineData("--offsets with --format csv; allowed: --offsets with --format label-studio", "export", "articles.jsonl", "--format", "csv", "--offsets", "utf16")]
    [InlineData("--interface with --format doccano; allowed: --interface with --format label-studio", "export", "articles.jsonl", "--format", "doccano", "--interface", "interface.xml")]
    [InlineData("--articles with --format csv; allowed: --articles with --format dna", "import", "articles.jsonl", "--format", "csv", "--articles", "articles.jsonl")]
    [InlineData("--predictions with --format prodigy; allowed: --predictions with --format label-studio or csv", "import", "articles.jsonl", "--format", "prodigy", "--predictions")]
    [InlineData("--annotator with --format doccano; allowed: --annotator with --format label-studio or prodigy", "import", "articles.jsonl", "--format", "doccano", "--annotator", "7")]
    public void An_option_that_says_nothing_in_the_format_is_refused(string message, params string[] arguments)
    {
        using var tool = Tool();
        var run = tool.Run([.. arguments, "--out", "out.file"]);
        Assert.Equal((2, "", "stance: " + message), (run.ExitCode, run.Out, run.Error.Trim()));
        Assert.Equal(["articles.jsonl", "issues.json", "predictions.jsonl"], tool.Entries);
    }

    [Fact]
    public void A_network_is_written_and_not_read()
    {
        using var tool = Tool();
        Assert.Contains("<graphml", tool.Run("export", "articles.jsonl", "--format", "graphml").Out);
        Assert.Equal(2, tool.Run("import", "articles.jsonl", "--format", "graphml").ExitCode);
    }
}
