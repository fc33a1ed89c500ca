using System.Text;

namespace Stance.Tests;

/// <summary>Whatever is wrong with what the tool is given: it ends with exit code 2, one line says where, what was found and what is allowed, and nothing is written.</summary>
public class BadInputTests
{
    /// <summary>Runs <c>stance analyze</c> with an output file on inputs that are refused, and returns the message.</summary>
    private static string Refuse(StanceTool tool, params string[] arguments)
    {
        var before = tool.Entries;
        var run = tool.Run(["analyze", .. arguments, "--format", "jsonl", "--out", "out.jsonl"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Out);
        Assert.Equal(before, tool.Entries);
        return OneLine(run.Error);
    }

    private static string OneLine(string error)
    {
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("stance: ", line);
        return line["stance: ".Length..];
    }

    private static string RefuseArticles(string name, byte[] bytes)
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write(name, bytes);
        return Refuse(tool, name, "--issues", "issues.json", "--model", TrainedModel.Path);
    }

    private static string RefuseArticles(string name, string text) => RefuseArticles(name, Encoding.UTF8.GetBytes(text));

    // ---- Articles ------------------------------------------------------------------------------------------------

    [Theory]
    [InlineData("a.jsonl", "")]
    [InlineData("a.jsonl", "\n \n")]
    [InlineData("a.txt", "")]
    [InlineData("a.txt", " \n\t\n")]
    [InlineData("a.html", "")]
    public void An_empty_file(string name, string text) => Assert.Equal($"{name}(1): the file is empty; allowed: an article, or one JSON object a line", RefuseArticles(name, text));

    [Fact]
    public void Nothing_on_standard_input()
    {
        using var tool = new StanceTool();
        var run = tool.RunWith(" \n", "analyze", "--model", TrainedModel.Path);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("standard input(1): found nothing; allowed:", OneLine(run.Error));
    }

    [Fact]
    public void A_broken_JSON_line()
    {
        var message = RefuseArticles("rows.jsonl", Samples.Article + "\n\n{\"id\": \"a2\", \"text\": \"نص\"\n");
        Assert.StartsWith("rows.jsonl(3): not valid JSON", message);
        Assert.EndsWith("allowed: one JSON object a line", message);
    }

    [Fact]
    public void Half_a_surrogate_pair() => Assert.Equal(
        "rows.jsonl(2): field \"text\" holds half a surrogate pair; allowed: whole Unicode characters",
        RefuseArticles("rows.jsonl", Samples.Article + "\n{\"text\": \"\\ud83d!\"}"));

    [Fact]
    public void A_row_without_text() => Assert.Equal("rows.jsonl(2): field \"text\" is missing; allowed: an object with \"text\"", RefuseArticles("rows.jsonl", Samples.Article + "\n{\"id\": \"a2\"}"));

    [Fact]
    public void A_day_that_is_none() => Assert.Equal("rows.jsonl(1): field \"published\" is '2017-02-30'; allowed: yyyy-MM-dd", RefuseArticles("rows.jsonl", "{\"text\": \"x\", \"published\": \"2017-02-30\"}"));

    [Fact]
    public void A_file_in_UTF_16() => Assert.Equal("rows.jsonl(1): found UTF-16 (byte order mark); allowed: UTF-8", RefuseArticles("rows.jsonl", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Samples.Article)]));

    [Fact]
    public void A_file_in_UTF_16_without_byte_order_mark() => Assert.StartsWith("rows.jsonl(1): found a NUL character (UTF-16 without byte order mark, or binary); allowed: UTF-8", RefuseArticles("rows.jsonl", Encoding.Unicode.GetBytes("{\"text\": \"x\"}")));

    [Fact]
    public void A_file_in_windows_1256() =>
        // «روسيا» in windows-1256, on the third line.
        Assert.Equal("page.txt(3): found bytes that are not UTF-8 (windows-1256 perhaps); allowed: UTF-8", RefuseArticles("page.txt", [.. "a\nb\n"u8, 0xD1, 0xE6, 0xD3, 0xED, 0xC7, (byte)'\n']));

    [Fact]
    public void A_page_without_an_article() => Assert.StartsWith("page.html", RefuseArticles("page.html", "<html><body></body></html>"));

    [Fact]
    public void A_folder_with_no_articles()
    {
        using var tool = new StanceTool();
        tool.Write("folder/picture.png", [1]);
        tool.Write("folder/issues.json", Samples.Issues);
        Assert.Equal("folder: found no articles; allowed: a folder with .jsonl, .ndjson, .json, .txt, .html, .htm", Refuse(tool, "folder", "--model", TrainedModel.Path));
    }

    [Fact]
    public void A_path_that_is_not_there()
    {
        using var tool = new StanceTool();
        Assert.StartsWith("nowhere.jsonl: no such file or folder; allowed:", Refuse(tool, "nowhere.jsonl", "--model", TrainedModel.Path));
    }

    // ---- Pairs ---------------------------------------------------------------------------------------------------

    private static string RefusePairs(string pairs)
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("rows.jsonl", Samples.Article + "\n{\"id\": \"a2\", \"text\": \"قالت موسكو ذلك.\", \"pairs\": " + pairs + "}\n");
        return Refuse(tool, "rows.jsonl", "--pairs", "--issues", "issues.json", "--model", TrainedModel.Path);
    }

    [Fact]
    public void An_unknown_issue_in_pairs() => Assert.Equal("rows.jsonl(2): issue 'tariffs' is not known; allowed: an id of the issue definitions (2 issues)", RefusePairs("[{\"actor\": \"RUS\", \"issue\": \"tariffs\"}]"));

    [Fact]
    public void An_unknown_actor_in_pairs() => Assert.Equal("rows.jsonl(2): actor 'RU' is not known; allowed: an ISO 3166-1 alpha-3 code, a bloc's code, or one of the actors' file", RefusePairs("[{\"actor\": \"RU\", \"issue\": \"sanctions\"}]"));

    [Theory]
    [InlineData("{}", "field \"pairs\" is no list")]
    [InlineData("[3]", "an entry of \"pairs\" has no actor or issue")]
    [InlineData("[{\"actor\": \"\\ud83d\", \"issue\": \"sanctions\"}]", "an entry of \"pairs\" holds half a surrogate pair")]
    [InlineData("[{\"actor\": \"RUS\"}]", "an entry of \"pairs\" has no actor or issue")]
    public void Pairs_that_are_none(string pairs, string message) => Assert.StartsWith("rows.jsonl(2): " + message, RefusePairs(pairs));

    // ---- Issues --------------------------------------------------------------------------------------------------

    private static string RefuseIssues(string json)
    {
        using var tool = new StanceTool();
        tool.Write("mine.json", json);
        tool.Write("rows.jsonl", Samples.Article);
        return Refuse(tool, "rows.jsonl", "--issues", "mine.json", "--model", TrainedModel.Path);
    }

    [Fact]
    public void An_issue_file_with_an_id_twice() =>
        Assert.Equal("mine.json(3): issue id 'x' was defined on line 2 already; allowed: each id once", RefuseIssues("[\n{\"id\": \"x\", \"proposition\": {\"en\": \"a\"}},\n{\"id\": \"x\", \"proposition\": {\"en\": \"b\"}}\n]"));

    [Theory]
    [InlineData("{\"id\": \"x\"}")]
    [InlineData("{\"id\": \"x\", \"proposition\": {}}")]
    [InlineData("{\"id\": \"x\", \"proposition\": {\"ar\": \"  \"}}")]
    public void An_issue_without_a_proposition(string issue) => Assert.Equal("mine.json(2): issue 'x' has no proposition; allowed: a sentence for \"ar\" or \"en\"", RefuseIssues($"[\n{issue}]"));

    [Theory]
    [InlineData("", "mine.json(1): the file is empty; allowed: a JSON array of issues")]
    [InlineData("[]", "mine.json(1): the array is empty; allowed: at least one issue")]
    [InlineData("{}", "mine.json(1): found a JSON object; allowed: an array of issues")]
    [InlineData("[\n{\"id\": \"x\",\n", "mine.json(3): not valid JSON")]
    [InlineData("[{\"id\": \"a b\", \"proposition\": {\"en\": \"a\"}}]", "mine.json(1): issue id 'a b'; allowed: a string without white space")]
    [InlineData("[{\"id\": \"x\", \"proposition\": \"a\"}]", "mine.json(1): field \"proposition\" of issue 'x' is a string; allowed: an object by language")]
    public void An_issue_file_that_is_none(string json, string message) => Assert.StartsWith(message, RefuseIssues(json));

    [Fact]
    public void An_issue_file_that_is_not_there()
    {
        using var tool = new StanceTool();
        tool.Write("rows.jsonl", Samples.Article);
        Assert.Equal("mine.json: no such file; allowed: an existing file", Refuse(tool, "rows.jsonl", "--issues", "mine.json", "--model", TrainedModel.Path));
    }

    // ---- Actors --------------------------------------------------------------------------------------------------

    private static string RefuseActors(params string[][] rows)
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("mine.tsv", string.Concat(rows.Select(r => string.Join('\t', r) + "\n")));
        tool.Write("rows.jsonl", Samples.Article);
        return Refuse(tool, "rows.jsonl", "--actors", "mine.tsv", "--issues", "issues.json", "--model", TrainedModel.Path);
    }

    private static readonly string[] Bloc = ["actor", "XYZ", "bloc", "Test Bloc", "كتلة"];

    [Fact]
    public void Two_holders_of_an_office_at_a_time() =>
        Assert.Equal("mine.tsv(3): Bea B and Ann A hold 'head' of XYZ at the same time; allowed: one holder of an office at a time",
            RefuseActors(Bloc, ["holder", "XYZ", "head", "Ann A", "آن", "", "2001-01-01", "2003-01-01"], ["holder", "XYZ", "head", "Bea B", "بيا", "", "2002-06-01", ""]));

    [Theory]
    [InlineData("2001-13-01", "", "mine.tsv(2): date '2001-13-01'; allowed: yyyy-MM-dd")]
    [InlineData("2001", "", "mine.tsv(2): date '2001'; allowed: yyyy-MM-dd")]
    [InlineData("2001-01-01", "soon", "mine.tsv(2): date 'soon'; allowed: yyyy-MM-dd")]
    [InlineData("2003-01-01", "2002-01-01", "mine.tsv(2): the office ends on 2002-01-01, before it begins on 2003-01-01; allowed: an end on or after the start")]
    public void A_holder_with_bad_dates(string from, string to, string message) => Assert.Equal(message, RefuseActors(Bloc, ["holder", "XYZ", "head", "Ann A", "آن", "", from, to]));

    [Fact]
    public void An_actor_row_of_no_known_kind() => Assert.Equal("mine.tsv(1): found 'bloc'; allowed: actor, alias, holder", RefuseActors(["bloc", "XYZ", "Test Bloc", "كتلة"]));

    [Fact]
    public void An_alias_of_an_unknown_actor() => Assert.StartsWith("mine.tsv(1): actor 'QQQ' is not known; allowed:", RefuseActors(["alias", "QQQ", "name", "Nowhere"]));

    // ---- Labelled corpora ----------------------------------------------------------------------------------------

    private static string RefuseCorpus(string rows)
    {
        using var tool = new StanceTool();
        tool.Write("corpus/issues.json", Samples.Issues);
        tool.Write("corpus/a.jsonl", rows);
        var before = tool.Entries;
        var run = tool.Run("train", "corpus", "--out", "model.zip");
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Equal(before, tool.Entries);
        return OneLine(run.Error);
    }

    [Fact]
    public void A_corpus_with_an_id_twice() => Assert.Equal("a.jsonl(3): article id 'l1' stands at a.jsonl(1) already; allowed: each id once", RefuseCorpus(Samples.Labelled + "\n\n" + Samples.Labelled));

    [Fact]
    public void A_corpus_with_a_stance_that_is_none() => Assert.Equal("a.jsonl(1): stance 'pro' is not one of favor, against, neutral", RefuseCorpus(Samples.Labelled.Replace("\"against\"", "\"pro\"", StringComparison.Ordinal)));

    [Fact]
    public void A_corpus_too_small_to_train_on() => Assert.Equal("the corpus has 1 articles with stances; allowed: at least 2", RefuseCorpus(Samples.Labelled));

    [Fact]
    public void A_corpus_with_an_id_twice_is_found_by_its_check()
    {
        using var tool = new StanceTool();
        tool.Write("corpus/issues.json", Samples.Issues);
        tool.Write("corpus/a.jsonl", Samples.Labelled + "\n");
        tool.Write("corpus/b.jsonl", Samples.Labelled + "\n");
        var run = tool.Run("corpus", "check", "corpus");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("b.jsonl(1): article id 'l1' stands at a.jsonl(1) already; allowed: each id once", OneLine(run.Error));
        Assert.Contains("1 errors", run.Out);
    }

    // ---- Models --------------------------------------------------------------------------------------------------

    private static string RefuseModel(byte[] bytes)
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("mine.zip", bytes);
        tool.Write("rows.jsonl", Samples.Article);
        return Refuse(tool, "rows.jsonl", "--issues", "issues.json", "--model", "mine.zip");
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.999)]
    public void A_model_cut_short(double share)
    {
        var bytes = File.ReadAllBytes(TrainedModel.Path);
        Assert.Equal("mine.zip: not a zip file, or cut short; allowed: a model written by stance", RefuseModel(bytes[..(int)(bytes.Length * share)]));
    }

    [Fact]
    public void A_model_that_is_no_zip() => Assert.Equal("mine.zip: not a zip file, or cut short; allowed: a model written by stance", RefuseModel("model"u8.ToArray()));

    [Fact]
    public void A_zip_of_another_kind() => Assert.Equal("mine.zip: found a zip without manifest.json; allowed: a model written by stance", RefuseModel(ZipEdit.Of(("Model.key", "x"u8.ToArray()))));

    [Fact]
    public void A_model_of_a_newer_format() => Assert.Equal("mine.zip: found model format 99, newer than this library; allowed: 1",
        RefuseModel(ZipEdit.Edit(TrainedModel.Path, "manifest.json", json => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json).Replace("\"formatVersion\": 1", "\"formatVersion\": 99", StringComparison.Ordinal)))));

    [Fact]
    public void A_model_with_an_entry_changed() => Assert.Equal("mine.zip: 'stances.bin' is damaged (its checksum differs from the manifest's); allowed: a model written by stance",
        RefuseModel(ZipEdit.Edit(TrainedModel.Path, "stances.bin", bytes =>
        {
            bytes[bytes.Length / 2] ^= 1;
            return bytes;
        })));

    [Fact]
    public void A_model_with_an_entry_lost() => Assert.Equal("mine.zip: 'sentiments.bin' is missing; allowed: a model written by stance", RefuseModel(ZipEdit.Edit(TrainedModel.Path, "sentiments.bin", _ => null)));

    [Fact]
    public void A_model_with_an_entry_more() => Assert.StartsWith("mine.zip: found '../evil.txt', which the manifest does not list; allowed:", RefuseModel(ZipEdit.Add(TrainedModel.Path, "../evil.txt", "x"u8.ToArray())));

    // ---- Arguments -----------------------------------------------------------------------------------------------

    [Fact]
    public void An_output_path_below_a_file()
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("rows.jsonl", Samples.Article);
        var before = tool.Entries;
        // No model is given: the path is refused before anything is loaded.
        foreach (var arguments in (string[][])[["analyze", "rows.jsonl", "--out", "rows.jsonl/out.jsonl"], ["matrix", "rows.jsonl", "--out", "rows.jsonl/out.jsonl"], ["train", "rows.jsonl", "--out", "rows.jsonl/out.jsonl"],
            ["evaluate", "rows.jsonl", "--errors", "rows.jsonl/out.jsonl"]])
        {
            var run = tool.Run(arguments);
            Assert.Equal((2, ""), (run.ExitCode, run.Out));
            Assert.Equal("rows.jsonl/out.jsonl: rows.jsonl is a file, not a folder; allowed: a path whose folders are folders", OneLine(run.Error));
            Assert.Equal(before, tool.Entries);
        }
    }

    [Fact]
    public void An_output_path_that_is_a_folder()
    {
        using var tool = new StanceTool();
        tool.Write("rows.jsonl", Samples.Article);
        Directory.CreateDirectory(Path.Combine(tool.Folder, "out"));
        var run = tool.Run("analyze", "rows.jsonl", "--out", "out");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("out: is a folder; allowed: a file to write", OneLine(run.Error));
    }

    [Theory]
    [InlineData("--colour", "red")]
    [InlineData("--format", "xml")]
    [InlineData("--on-error", "ignore")]
    [InlineData("--min-probability", "half")]
    public void An_option_or_value_that_is_unknown(string option, string value)
    {
        using var tool = new StanceTool();
        tool.Write("rows.jsonl", Samples.Article);
        var run = tool.Run("analyze", "rows.jsonl", option, value);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(option == "--colour" ? "'--colour'" : $"'{value}'", run.Error);
        Assert.EndsWith("stance: see 'stance --help'\n", run.Error);
    }

    [Theory]
    [InlineData("--min-probability", "1.5", "--min-probability 1.5; allowed: 0 to 1")]
    [InlineData("--min-probability", "NaN", "--min-probability NaN; allowed: 0 to 1")]
    [InlineData("--threads", "0", "--threads 0; allowed: 1 to 512")]
    public void A_value_out_of_range(string option, string value, string message)
    {
        using var tool = new StanceTool();
        tool.Write("rows.jsonl", Samples.Article);
        var run = tool.Run("analyze", "rows.jsonl", option, value);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Equal(message, OneLine(run.Error));
    }

    [Fact]
    public void Too_few_folds()
    {
        using var tool = new StanceTool();
        tool.Write("corpus/issues.json", Samples.Issues);
        tool.Write("corpus/a.jsonl", Samples.Labelled);
        var run = tool.Run("evaluate", "corpus", "--folds", "1");
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Equal("--folds 1; allowed: 2 or more", OneLine(run.Error));
    }

    [Fact]
    public void A_split_that_is_not_there()
    {
        using var tool = new StanceTool();
        tool.Write("corpus/issues.json", Samples.Issues);
        tool.Write("corpus/a.jsonl", Samples.Labelled.Replace("\"id\"", "\"split\": \"train\", \"id\"", StringComparison.Ordinal));
        var run = tool.Run("train", "corpus", "--split", "dev", "--out", "model.zip");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("corpus: found no article of split 'dev'; allowed: train", OneLine(run.Error));
    }
}
