namespace Stance.Tests;

public class LabelStudioTests
{
    // The text and the places of label-studio#1347: the word «annotation» begins at code point 12, at code unit 13.
    private const string Text = "💩This is an annotation.";

    private static string Region(int start, int end, string? quote = "annotation", string id = "r1", string label = "against", string? actor = "RUS", string issue = "sanctions") =>
        $$$"""
        {"id": "{{{id}}}", "from_name": "stance", "to_name": "text", "type": "labels", "value": {"start": {{{start}}}, "end": {{{end}}}, {{{(quote is null ? "" : $"\"text\": \"{quote}\",")}}} "labels": ["{{{label}}}"]}},
        {{{(actor is null ? "" : $$$"""{"id": "{{{id}}}", "from_name": "actor", "to_name": "text", "type": "choices", "value": {"start": {{{start}}}, "end": {{{end}}}, "choices": ["{{{actor}}}"]}},""")}}}
        {"id": "{{{id}}}", "from_name": "issue", "to_name": "text", "type": "choices", "value": {"start": {{{start}}}, "end": {{{end}}}, "choices": ["{{{issue}}}"]}}
        """.ReplaceLineEndings(" ");

    private static string Annotation(string regions, string more = "") => $$"""{"completed_by": 7, {{more}} "result": [{{regions}}]}""";

    private static string Task(string annotations, string text = Text, int id = 41) => $$"""{"id": {{id}}, "data": {"text": "{{text}}", "desk": "world"}, "annotations": [{{annotations}}]}""";

    private static ExchangeReading Read(string json, ExchangeOptions? options = null)
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("tasks.json", json);
        return StanceExchange.Read(Path.Combine(tool.Folder, "tasks.json"), ExchangeFormat.LabelStudio, options);
    }

    private static string Refused(string json, ExchangeOptions? options = null) => Assert.Throws<FormatException>(() => Read(json, options)).Message;

    [Theory]
    [InlineData(12, 22)] // code points, since the end of 2021
    [InlineData(13, 23)] // UTF-16 code units, before
    public void Offsets_count_what_the_quoted_words_agree_with(int start, int end)
    {
        var labelled = Assert.Single(Read($"[{Task(Annotation(Region(start, end)))}]").Articles);
        var stance = Assert.Single(labelled.Stances);
        Assert.Equal(("RUS", "sanctions", StanceLabel.Against), (stance.Actor, stance.Issue, stance.Stance));
        Assert.Equal(["annotation"], stance.Evidence);
        // A task made elsewhere has the number that Label Studio gave it, and keeps its own columns.
        Assert.Equal(("41", "world"), (labelled.Article.Id, labelled.Article.Extra["desk"].GetString()));
    }

    [Fact]
    public void Without_quoted_words_offsets_count_code_points() => Assert.Equal(["annotation"], Read($"[{Task(Annotation(Region(12, 22, quote: null)))}]").Articles[0].Stances[0].Evidence);

    [Fact]
    public void A_quotation_over_a_line_break_has_a_backslash_and_an_n() =>
        Assert.Equal(["one\ntwo"], Read($"[{Task(Annotation(Region(0, 7, quote: "one\\\\ntwo")), text: "one\\ntwo")}]").Articles[0].Stances[0].Evidence);

    [Fact]
    public void Other_words_than_the_quoted_ones() => Assert.Equal(
        "tasks.json(2): task 2: region 'r1': the words at [11, 21) are ' annotatio', the file quotes 'annotation'; allowed: offsets of the quoted words in code points",
        Refused($"[{Task(Annotation(Region(12, 22)))},\n{Task(Annotation(Region(11, 21)), id: 42)}]"));

    [Fact]
    public void Offsets_outside_the_text() => Assert.Equal(
        "tasks.json(1): task 1: region 'r1': a passage at [12, 99); allowed: 0 to 23 code points, the start before the end", Refused($"[{Task(Annotation(Region(12, 99)))}]"));

    [Fact]
    public void A_region_without_actor() => Assert.Equal("tasks.json(1): task 1: region 'r1': no actor is chosen; allowed: one for each region", Refused($"[{Task(Annotation(Region(12, 22, actor: null)))}]"));

    [Fact]
    public void Two_stances_of_one_actor_on_one_issue() => Assert.Equal(
        "tasks.json(1): task 1: two stances of RUS on 'sanctions'; allowed: one stance for an actor, issue and article", Refused($"[{Task(Annotation(Region(12, 22) + "," + Region(12, 22, id: "r2", label: "favor")))}]"));

    [Fact]
    public void An_unknown_issue() => Assert.StartsWith("tasks.json(1): task 1: issue 'tariffs' is not defined; allowed:", Refused($"[{Task(Annotation(Region(12, 22, issue: "tariffs")))}]"));

    [Fact]
    public void Several_annotators_are_told_apart()
    {
        var task = $"[{Task(Annotation(Region(12, 22)) + "," + Annotation(Region(12, 22, label: "favor")).Replace("7", "8", StringComparison.Ordinal))}]";
        Assert.Equal("tasks.json(1): task 1: 2 annotations; allowed: one, or one chosen by its annotator", Refused(task));
        Assert.Equal(StanceLabel.Favor, Read(task, new ExchangeOptions { Annotator = "8" }).Articles[0].Stances[0].Stance);
    }

    [Fact]
    public void Nobody_labelled_what_was_cancelled()
    {
        var reading = Read($"[{Task(Annotation(Region(12, 22), "\"was_cancelled\": true,"))},\n{Task("", id: 42)}]");
        Assert.Empty(reading.Articles);
        Assert.Equal(["tasks.json(1): no annotations", "tasks.json(2): no annotations"], reading.Unlabelled);
    }

    [Fact]
    public void An_empty_annotation_says_that_there_is_no_stance() => Assert.Empty(Assert.Single(Read($"[{Task(Annotation(""))}]").Articles).Stances);

    [Theory]
    [InlineData("{}", "tasks.json(1): found no array; allowed: Label Studio's JSON, an array of tasks")]
    [InlineData("[\n1]", "tasks.json(2): found a JSON number; allowed: an array of tasks")]
    [InlineData("[{}]", "tasks.json(1): task 1: field \"data\" is missing; allowed: an object with \"text\"")]
    [InlineData("[{\"data\": {}}]", "tasks.json(1): task 1: field \"text\" is missing; allowed: a string")]
    [InlineData("[]\n[]", "tasks.json(2): not valid JSON")]
    [InlineData("[\n\n{\"data\"", "tasks.json(3): not valid JSON")]
    [InlineData("[{\"data\": {\"text\": \"\\ud83d\"}}]", "tasks.json(1): task 1: a field holds half a surrogate pair")]
    public void What_is_no_list_of_tasks(string json, string message) => Assert.StartsWith(message, Refused(json));

    [Fact]
    public void Bad_tasks_can_be_put_aside()
    {
        var reading = Read($"[{Task(Annotation(Region(12, 22)))},\n{Task(Annotation(Region(0, 3)), id: 42)}]", new ExchangeOptions { SkipBadRows = true });
        Assert.Single(reading.Articles);
        var row = Assert.Single(reading.Rejected);
        Assert.Equal(("tasks.json", 2), (row.File, row.Line));
    }

    [Fact]
    public void Predictions_stand_beside_the_labels()
    {
        var article = Article.FromText(Text, id: "a1");
        var labelled = new LabelledArticle { Article = article, Stances = [Synthetic.Gold("RUS", "sanctions", StanceLabel.Against, "annotation")] };
        var result = Synthetic.Result(article, Synthetic.Stance("USA", "sanctions", StanceLabel.Favor, 0.75, Synthetic.In(Text, "This")));
        using var stream = new MemoryStream();
        StanceExchange.Write(stream, ExchangeFormat.LabelStudio, [labelled], [result, Synthetic.Result(Article.FromText("other", id: "a2"))]);
        var json = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        Assert.Equal(["RUS"], Read(json).Articles.SelectMany(a => a.Stances).Select(s => s.Actor));
        Assert.Equal(["tasks.json(3): no annotations"], Read(json).Unlabelled);
        Assert.Equal(["USA"], Read(json, new ExchangeOptions { Predictions = true }).Articles.SelectMany(a => a.Stances).Select(s => s.Actor));
        var prediction = System.Text.Json.JsonDocument.Parse(json).RootElement[0].GetProperty("predictions")[0];
        Assert.Equal(0.75, prediction.GetProperty("score").GetDouble());
        var value = prediction.GetProperty("result")[0].GetProperty("value");
        Assert.Equal((1, 5, "This"), (value.GetProperty("start").GetInt32(), value.GetProperty("end").GetInt32(), value.GetProperty("text").GetString()));
    }

    [Fact]
    public void The_interface_has_the_controls_that_the_tasks_name()
    {
        var xml = System.Xml.Linq.XDocument.Parse(LabelStudioConfig.Write(IssueCatalog.Of(Synthetic.Issue("a<b"))));
        Assert.Equal(["stance", "sentiment", "text", "actor", "issue", "target", "speaker"], xml.Root!.Elements().Where(e => e.Attribute("name") is not null).Select(e => e.Attribute("name")!.Value));
        Assert.Equal("a<b", xml.Descendants("Choices").Single(c => c.Attribute("name")!.Value == "issue").Elements().Single().Attribute("value")!.Value);
    }
}
