namespace Stance.Tests;

public class AnalyzeCommandTests
{
    private static ToolRun Analyze(StanceTool tool, params string[] arguments)
    {
        tool.Write("issues.json", Samples.Issues);
        return tool.Run(["analyze", .. arguments, "--issues", "issues.json", "--model", TrainedModel.Path]);
    }

    [Fact]
    public void Bad_rows_are_skipped_on_request_and_kept_with_file_and_line()
    {
        using var tool = new StanceTool();
        tool.Write("rows.jsonl", Samples.Article + "\n{\"id\": \"a2\"\n\n{\"id\": \"a3\"}\n{\"id\": \"a4\", \"text\": \"x\", \"pairs\": [{\"actor\": \"RUS\", \"issue\": \"tariffs\"}]}\n{\"id\": \"a5\", \"text\": \"قالت موسكو ذلك.\"}\n");
        tool.Write("empty.txt", "");
        var run = Analyze(tool, "rows.jsonl", "empty.txt", "--pairs", "--on-error", "skip", "--format", "jsonl", "--out", "out.jsonl");
        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Equal(["a1", "a5"], tool.Rows("out.jsonl").Select(r => r.GetProperty("id").GetString()));
        var rejected = tool.Rows("out.jsonl.rejected.jsonl");
        Assert.Equal([("rows.jsonl", 2), ("rows.jsonl", 4), ("rows.jsonl", 5), ("empty.txt", 1)], rejected.Select(r => (r.GetProperty("file").GetString()!, r.GetProperty("line").GetInt32())));
        Assert.Equal("{\"id\": \"a3\"}", rejected[1].GetProperty("row").GetString());
        Assert.Equal("rows.jsonl(4): field \"text\" is missing; allowed: an object with \"text\"", rejected[1].GetProperty("message").GetString());
        Assert.Contains("4 row(s) skipped; see out.jsonl.rejected.jsonl", run.Error);
        Assert.Equal(["empty.txt", "issues.json", "out.jsonl", "out.jsonl.rejected.jsonl", "rows.jsonl"], tool.Entries);
    }

    [Fact]
    public void Nothing_is_rejected_where_all_rows_are_good()
    {
        using var tool = new StanceTool();
        tool.Write("rows.jsonl", Samples.Article);
        Assert.Equal(0, Analyze(tool, "rows.jsonl", "--on-error", "skip", "--format", "jsonl", "--out", "out.jsonl").ExitCode);
        Assert.Equal(["issues.json", "out.jsonl", "rows.jsonl"], tool.Entries);
    }

    [Theory]
    [InlineData("قالت موسكو إنها ترفض فرض العقوبات على إيران.", "x")] // a control: states and an issue are named
    [InlineData("استقر سعر الذهب في التعاملات الصباحية بعد ارتفاع طفيف أمس، وفق تجار.", "no-actor")]
    [InlineData("قالت وزارة الخارجية الروسية إن وفدا من موسكو سيزور متحف اللوفر في باريس.", "no-issue")]
    [InlineData("Le ministère russe a déclaré lundi qu'il rejetait les sanctions contre l'Iran.", "unsupported-language")]
    [InlineData("وزارت امور خارجه ایران این گزارش را رد کرد و گفت که چنین چیزی نیست", "unsupported-language")]
    [InlineData("", "no-text")]
    [InlineData(" … 123 !! \n", "no-text")]
    public void An_article_that_yields_nothing_says_why(string text, string reason)
    {
        using var tool = new StanceTool();
        tool.Write("rows.jsonl", System.Text.Json.JsonSerializer.Serialize(new { id = "a", desk = "world", text }));
        var run = Analyze(tool, "rows.jsonl", "--format", "jsonl");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var row = Assert.Single(StanceTool.Parse(run.Out));
        Assert.Equal(("a", "world"), (row.GetProperty("id").GetString(), row.GetProperty("desk").GetString()));
        if (reason == "x")
        {
            Assert.DoesNotContain(row.TryGetProperty("empty", out var empty) ? empty.GetString() : "", (string[])["no-actor", "unsupported-language", "no-text", "no-issue"]);
            return;
        }
        Assert.Equal(reason, row.GetProperty("empty").GetString());
        Assert.Equal(0, row.GetProperty("stances").GetArrayLength());
    }

    [Fact]
    public void Every_asked_pair_is_answered_with_all_probabilities()
    {
        using var tool = new StanceTool();
        tool.Write("rows.jsonl", Samples.Article.Replace("{\"id\"", """{"pairs": [{"actor": "RUS", "issue": "sanctions"}, {"actor": "FRA", "issue": "ceasefire"}], "id" """.Trim(), StringComparison.Ordinal)
            + "\n{\"id\": \"fr\", \"text\": \"Le ministère a déclaré cela.\", \"pairs\": [{\"actor\": \"USA\", \"issue\": \"sanctions\"}]}\n");
        var run = Analyze(tool, "rows.jsonl", "--pairs", "--format", "jsonl");
        Assert.Equal(0, run.ExitCode);
        var rows = StanceTool.Parse(run.Out);
        Assert.Equal([("RUS", "sanctions"), ("FRA", "ceasefire"), ("USA", "sanctions")],
            rows.SelectMany(r => r.GetProperty("pairs").EnumerateArray()).Select(p => (p.GetProperty("actor").GetString()!, p.GetProperty("issue").GetString()!)));
        foreach (var pair in rows.SelectMany(r => r.GetProperty("pairs").EnumerateArray()))
        {
            var p = pair.GetProperty("probabilities");
            var (favor, against, neutral, none) = (p.GetProperty("favor").GetDouble(), p.GetProperty("against").GetDouble(), p.GetProperty("neutral").GetDouble(), p.GetProperty("none").GetDouble());
            Assert.Equal(1, favor + against + neutral + none, 3);
            // The most probable of the three stances, whatever the probability of none.
            var best = favor >= against && favor >= neutral ? "favor" : against >= neutral ? "against" : "neutral";
            Assert.Equal(best, pair.GetProperty("stance").GetString());
        }
        // Whoever is not read says nothing.
        Assert.Equal(1, rows[1].GetProperty("pairs")[0].GetProperty("probabilities").GetProperty("none").GetDouble());
    }

    [Fact]
    public void Evidence_is_quoted_from_the_text_at_its_offsets()
    {
        using var tool = new StanceTool();
        // An emoji is two UTF-16 code units, one code point: offsets after it tell the two apart.
        var text = "😀 عاجل. رفضت وزارة الخارجية الروسية فرض عقوبات على إيران.";
        tool.Write("rows.jsonl", System.Text.Json.JsonSerializer.Serialize(new { id = "a", text }));
        var run = Analyze(tool, "rows.jsonl", "--format", "jsonl", "--min-probability", "0");
        var evidence = Assert.Single(StanceTool.Parse(run.Out)).GetProperty("stances").EnumerateArray().SelectMany(s => s.GetProperty("evidence").EnumerateArray()).ToList();
        Assert.NotEmpty(evidence);
        foreach (var passage in evidence)
            Assert.Equal(passage.GetProperty("text").GetString(), text[passage.GetProperty("start").GetInt32()..passage.GetProperty("end").GetInt32()]);
        Assert.Contains(evidence, e => e.GetProperty("start").GetInt32() == text.IndexOf("رفضت", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_on_standard_input_is_one_article()
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        var run = tool.RunWith("رفضت وزارة الخارجية الروسية فرض عقوبات على إيران.", "analyze", "--issues", "issues.json", "--model", TrainedModel.Path, "--format", "jsonl");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("standard input", Assert.Single(StanceTool.Parse(run.Out)).GetProperty("id").GetString());
    }

    [Fact]
    public void Results_come_in_the_order_of_the_rows_and_end_on_a_whole_line()
    {
        using var tool = new StanceTool();
        tool.Write("rows.jsonl", string.Concat(Enumerable.Range(0, 200).Select(i => $"{{\"id\": {i}, \"text\": \"قالت موسكو ذلك.\"}}\n")));
        var run = Analyze(tool, "rows.jsonl", "--format", "jsonl", "--threads", "4");
        Assert.EndsWith("}\n", run.Out);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"{i}"), StanceTool.Parse(run.Out).Select(r => r.GetProperty("id").GetString()));
    }

    [Fact]
    public void A_spreadsheet_runs_nothing()
    {
        using var tool = new StanceTool();
        tool.Write("rows.jsonl", Samples.Article.Replace("\"a1\"", "\"=HYPERLINK(1,2)\"", StringComparison.Ordinal));
        var run = Analyze(tool, "rows.jsonl", "--format", "csv", "--min-probability", "0");
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("article,published,actor,issue,stance,probability,speaker,evidence", lines[0]);
        Assert.True(lines.Length > 1);
        Assert.All(lines[1..], l => Assert.StartsWith("\"'=HYPERLINK(1,2)\",,", l));
    }

    [Fact]
    public void A_folder_is_read_file_by_file()
    {
        using var tool = new StanceTool();
        tool.Write("folder/b.txt", "قالت موسكو ذلك.");
        tool.Write("folder/a/x.jsonl", Samples.Article);
        tool.Write("folder/issues.json", Samples.Issues);
        var run = Analyze(tool, "folder", "--format", "jsonl");
        Assert.Equal(["a1", "b"], StanceTool.Parse(run.Out).Select(r => r.GetProperty("id").GetString()));
    }

    [Fact]
    public void Explanations_stand_in_the_stances_and_beside_them()
    {
        using var tool = new StanceTool();
        tool.Write("rows.jsonl", Samples.Article);
        var run = Analyze(tool, "rows.jsonl", "--format", "jsonl", "--min-probability", "0", "--explain", "--explain-pair", "FRA:ceasefire");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var row = Assert.Single(StanceTool.Parse(run.Out));
        var stances = row.GetProperty("stances").EnumerateArray().ToList();
        Assert.NotEmpty(stances);
        foreach (var stance in stances)
        {
            var explanation = stance.GetProperty("explanation");
            Assert.Equal((stance.GetProperty("actor").GetString(), stance.GetProperty("issue").GetString()), (explanation.GetProperty("actor").GetString(), explanation.GetProperty("issue").GetString()));
            Assert.NotEqual(0, explanation.GetProperty("statements").GetArrayLength());
        }
        var asked = Assert.Single(row.GetProperty("explained").EnumerateArray());
        Assert.Equal(("FRA", "ceasefire", "actor-not-named"), (asked.GetProperty("actor").GetString(), asked.GetProperty("issue").GetString(), asked.GetProperty("outcome").GetString()));
        // Who does not ask gets none.
        Assert.DoesNotContain("expla", Analyze(tool, "rows.jsonl", "--format", "jsonl", "--min-probability", "0").Out);
    }

    [Fact]
    public void The_table_has_reasons_below_each_stance()
    {
        using var tool = new StanceTool();
        tool.Write("rows.jsonl", Samples.Article);
        var run = Analyze(tool, "rows.jsonl", "--min-probability", "0", "--explain", "--explain-pair", "FRA:ceasefire");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("for stance:", run.Out);
        Assert.Contains("FRA:ceasefire  No stance: FRA is not named.", run.Out);
    }

    [Theory]
    [InlineData("--explain-pair XXX:sanctions: actor 'XXX' is not known", "--explain-pair", "XXX:sanctions")]
    [InlineData("--explain-pair RUS: issue '' is not known", "--explain-pair", "RUS")]
    [InlineData("--explain-pair RUS:tariffs: issue 'tariffs' is not known", "--explain-pair", "RUS:tariffs")]
    [InlineData("--format csv with --explain", "--explain", "--format", "csv")]
    public void What_cannot_be_explained_is_refused_before_any_work(string message, params string[] arguments)
    {
        using var tool = new StanceTool();
        tool.Write("rows.jsonl", Samples.Article);
        var run = Analyze(tool, ["rows.jsonl", .. arguments]);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error);
    }
}
