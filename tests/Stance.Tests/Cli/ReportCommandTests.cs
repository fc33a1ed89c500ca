namespace Stance.Tests;

public class ReportCommandTests
{
    [Fact]
    public void A_corpus_becomes_one_page_and_bad_rows_stand_beside_it()
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("rows.jsonl", Samples.Article + "\nnonsense\n");
        string[] arguments = ["report", "rows.jsonl", "--issues", "issues.json", "--model", TrainedModel.Path, "--min-probability", "0", "--language", "ar", "--title", "العقوبات", "--out", "report.html"];
        Assert.Equal(2, tool.Run(arguments).ExitCode);
        Assert.Equal(["issues.json", "rows.jsonl"], tool.Entries);
        Assert.Equal(3, tool.Run([.. arguments, "--on-error", "skip"]).ExitCode);
        Assert.Equal(["issues.json", "report.html", "report.html.rejected.jsonl", "rows.jsonl"], tool.Entries);
        var html = tool.Read("report.html");
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", html);
        Assert.Contains("<title>العقوبات</title>", html);
        Assert.Contains("رفضت وزارة الخارجية الروسية فرض عقوبات على إيران.", html);
    }

    [Theory]
    [InlineData("report", "rows.jsonl")]
    [InlineData("report", "rows.jsonl", "--out", "r.html", "--language", "fr")]
    [InlineData("report", "missing.jsonl", "--out", "r.html")]
    public void What_cannot_be_written_is_refused_before_any_work(params string[] arguments)
    {
        using var tool = new StanceTool();
        tool.Write("rows.jsonl", Samples.Article);
        Assert.Equal(2, tool.Run(arguments).ExitCode);
        Assert.Equal(["rows.jsonl"], tool.Entries);
    }
}
