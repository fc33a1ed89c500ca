namespace Stance.Tests;

public class IssueFileTests
{
    private const string Good = """
        [
          {"id": "dam-filling",
           "name": {"ar": "ملء السد", "en": "Filling the dam"},
           "proposition": {"ar": "ملء السد من جانب واحد مرفوض.", "en": "Filling the dam alone is unacceptable."},
           "topic": {"ar": ["ملء السد", "سد النهضة"], "en": ["filling the dam"]},
           "favor": {"ar": ["نرفض الملء الأحادي"]},
           "against": {"en": ["we will fill the dam"]},
           "own field": 7},
          {"id": "tariffs", "proposition": {"en": "The tariffs must go."}}
        ]
        """;

    private static string Refuse(string json) => Assert.Throws<FormatException>(() => IssueFile.Parse("mine.json", json)).Message;

    [Fact]
    public void Every_part_of_an_issue_is_read()
    {
        var issue = IssueFile.Parse("mine.json", Good).Find("dam-filling")!;
        Assert.Equal(("ملء السد", "Filling the dam"), (issue.Name["ar"], issue.Name["en"]));
        Assert.Equal(("ملء السد من جانب واحد مرفوض.", "Filling the dam alone is unacceptable."), (issue.Proposition["ar"], issue.Proposition["en"]));
        Assert.Equal(["ملء السد", "سد النهضة"], issue.Topic["ar"]);
        Assert.Equal(["filling the dam"], issue.Topic["en"]);
        Assert.Equal(["نرفض الملء الأحادي"], issue.Favor["ar"]);
        Assert.Equal(["we will fill the dam"], issue.Against["en"]);
    }

    [Fact]
    public void What_is_left_out_is_empty()
    {
        var issue = IssueFile.Parse("mine.json", Good).Find("tariffs")!;
        Assert.Empty(issue.Name);
        Assert.Empty(issue.Topic);
        Assert.Empty(issue.Favor);
        Assert.Empty(issue.Against);
    }

    [Fact]
    public void Issues_keep_their_order() => Assert.Equal(["dam-filling", "tariffs"], IssueFile.Parse("mine.json", Good).Select(i => i.Id));

    [Fact]
    public void Blank_phrases_are_left_out() =>
        Assert.Equal(["سد"], IssueFile.Parse("mine.json", """[{"id": "x", "proposition": {"ar": "السد"}, "topic": {"ar": ["سد", "  ", ""]}}]""").Single().Topic["ar"]);

    [Fact]
    public void Comments_and_a_last_comma_are_allowed() =>
        Assert.Single(IssueFile.Parse("mine.json", "[ // mine\n{\"id\": \"x\", \"proposition\": {\"en\": \"It is so.\"}},\n]"));

    [Fact]
    public void A_file_is_named_in_the_message_without_its_folder()
    {
        var path = Path.Combine(Path.GetTempPath(), $"stance-issues-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, "{}");
        try
        {
            Assert.StartsWith($"{Path.GetFileName(path)}(1): ", Assert.Throws<FormatException>(() => IssueCatalog.Read(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("{\"proposition\": {\"en\": \"a\"}}", "an issue without \"id\"; allowed: a string without white space")]
    [InlineData("{\"id\": null, \"proposition\": {\"en\": \"a\"}}", "an issue without \"id\"; allowed: a string without white space")]
    [InlineData("{\"id\": 7, \"proposition\": {\"en\": \"a\"}}", "field \"id\" is a number; allowed: a string without white space")]
    [InlineData("{\"id\": \"\", \"proposition\": {\"en\": \"a\"}}", "issue id ''; allowed: a string without white space")]
    [InlineData("{\"id\": \"a b\", \"proposition\": {\"en\": \"a\"}}", "issue id 'a b'; allowed: a string without white space")]
    public void An_id_is_a_string_without_white_space(string issue, string message) => Assert.Equal("mine.json(2): " + message, Refuse($"[\n{issue}\n]"));

    [Fact]
    public void An_id_twice_names_both_lines() =>
        Assert.Equal("mine.json(4): issue id 'x' was defined on line 2 already; allowed: each id once", Refuse("[\n{\"id\": \"x\", \"proposition\": {\"en\": \"a\"}},\n\n{\"id\": \"x\", \"proposition\": {\"en\": \"b\"}}]"));

    [Theory]
    [InlineData("{\"id\": \"x\"}")]
    [InlineData("{\"id\": \"x\", \"proposition\": null}")]
    [InlineData("{\"id\": \"x\", \"proposition\": {}}")]
    [InlineData("{\"id\": \"x\", \"proposition\": {\"ar\": \" \"}}")]
    public void An_issue_has_a_proposition(string issue) => Assert.Equal("mine.json(2): issue 'x' has no proposition; allowed: a sentence for \"ar\" or \"en\"", Refuse($"[\n{issue}\n]"));

    [Theory]
    [InlineData("\"proposition\": \"a\"", "field \"proposition\" of issue 'x' is a string; allowed: an object by language, such as {\"ar\": \"…\", \"en\": \"…\"}")]
    [InlineData("\"proposition\": {\"en\": 1}", "\"proposition\" of issue 'x' in \"en\" is a number; allowed: a string")]
    [InlineData("\"proposition\": {\"en\": \"a\"}, \"name\": true", "field \"name\" of issue 'x' is a boolean; allowed: an object by language, such as {\"ar\": \"…\", \"en\": \"…\"}")]
    [InlineData("\"proposition\": {\"en\": \"a\"}, \"topic\": [\"a\"]", "field \"topic\" of issue 'x' is a array; allowed: an object of lists by language")]
    [InlineData("\"proposition\": {\"en\": \"a\"}, \"favor\": {\"en\": \"a\"}", "\"favor\" of issue 'x' in \"en\" is no list of strings; allowed: [\"…\", \"…\"]")]
    [InlineData("\"proposition\": {\"en\": \"a\"}, \"against\": {\"en\": [\"a\", 2]}", "\"against\" of issue 'x' in \"en\" is no list of strings; allowed: [\"…\", \"…\"]")]
    public void A_field_of_the_wrong_type_is_named(string fields, string message) => Assert.Equal("mine.json(2): " + message, Refuse($"[\n{{\"id\": \"x\", {fields}}}\n]"));

    [Theory]
    [InlineData("", "mine.json(1): the file is empty; allowed: a JSON array of issues")]
    [InlineData(" \n ", "mine.json(1): the file is empty; allowed: a JSON array of issues")]
    [InlineData("[]", "mine.json(1): the array is empty; allowed: at least one issue")]
    [InlineData("{\"id\": \"x\"}", "mine.json(1): found a JSON object; allowed: an array of issues")]
    [InlineData("[\n\"x\"]", "mine.json(2): found a JSON string; allowed: an object with id and proposition")]
    [InlineData("[\n[]]", "mine.json(2): found a JSON array; allowed: an object with id and proposition")]
    public void A_file_is_an_array_of_objects(string json, string message) => Assert.Equal(message, Refuse(json));

    [Theory]
    [InlineData("[\n{\"id\": \"x\",\n", "mine.json(3): not valid JSON (")]
    [InlineData("[\n{\"id\": \"x\" \"name\"}]", "mine.json(2): not valid JSON (")]
    [InlineData("[{\"id\": \"x\", \"proposition\": {\"en\": \"a\"}}]\n]", "mine.json(2): not valid JSON (")]
    [InlineData("nonsense", "mine.json(1): not valid JSON (")]
    public void Broken_json_names_its_line(string json, string message)
    {
        Assert.StartsWith(message, Refuse(json));
        Assert.EndsWith("allowed: a JSON array of issues", Refuse(json));
    }

    [Fact]
    public void What_is_written_is_read_as_the_same()
    {
        var shipped = IssueFile.Write(IssueCatalog.Default);
        Assert.Equal(shipped, IssueFile.Write(IssueFile.Parse("issues.json", shipped)));
        var issue = IssueFile.Parse("issues.json", shipped).Find("iran-sanctions")!;
        var original = IssueCatalog.Default.Find("iran-sanctions")!;
        Assert.Equal(original.Proposition, issue.Proposition);
        Assert.Equal(original.Name, issue.Name);
        foreach (var (read, given) in new[] { (issue.Topic, original.Topic), (issue.Favor, original.Favor), (issue.Against, original.Against) })
            Assert.Equal(given.SelectMany(p => p.Value.Select(v => (p.Key, v))).Order(), read.SelectMany(p => p.Value.Select(v => (p.Key, v))).Order());
    }
}
