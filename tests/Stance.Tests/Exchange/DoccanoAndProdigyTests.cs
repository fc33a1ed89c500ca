namespace Stance.Tests;

public class DoccanoAndProdigyTests
{
    // Python: len("😀") == 1, so «موسكو» stands at [2, 7).
    private const string Text = "😀 موسكو ترفض";

    private static ExchangeReading Read(ExchangeFormat format, string rows, ExchangeOptions? options = null)
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("rows.jsonl", rows);
        return StanceExchange.Read(Path.Combine(tool.Folder, "rows.jsonl"), format, options);
    }

    private static string Refused(ExchangeFormat format, string rows, ExchangeOptions? options = null) => Assert.Throws<FormatException>(() => Read(format, rows, options)).Message;

    private const string Label = "stance:RUS:against:sanctions";

    [Theory]
    [InlineData($$"""{"id": 5, "text": "{{Text}}", "label": [[2, 7, "{{Label}}"]], "Comments": []}""")]
    [InlineData($$"""{"id": 5, "data": "{{Text}}", "labels": [[2, 7, "{{Label}}"]]}""")]
    [InlineData($$"""{"id": 5, "text": "{{Text}}", "entities": [{"id": 1, "label": "{{Label}}", "start_offset": 2, "end_offset": 7}], "relations": []}""")]
    public void The_forms_of_doccano(string row)
    {
        var labelled = Assert.Single(Read(ExchangeFormat.Doccano, row).Articles);
        Assert.Equal("5", labelled.Article.Id);
        Assert.Empty(labelled.Article.Extra);
        Assert.Equal(["موسكو"], labelled.Stances[0].Evidence);
    }

    [Fact]
    public void A_row_of_Prodigy()
    {
        var labelled = Assert.Single(Read(ExchangeFormat.Prodigy, $$"""{"text": "{{Text}}", "_input_hash": -12, "_timestamp": 1, "tokens": [], "spans": [{"start": 2, "end": 7, "token_start": 1, "token_end": 1, "label": "{{Label}}"}], "answer": "accept", "desk": "world"}""").Articles);
        Assert.Equal(("-12", "desk"), (labelled.Article.Id, Assert.Single(labelled.Article.Extra).Key));
        Assert.Equal(["موسكو"], labelled.Stances[0].Evidence);
    }

    [Fact]
    public void What_the_annotator_did_not_accept_is_not_labelled()
    {
        var reading = Read(ExchangeFormat.Prodigy, $$"""{"text": "a", "answer": "ignore"}""" + "\n\n" + $$"""{"text": "b", "answer": "reject"}""");
        Assert.Empty(reading.Articles);
        Assert.Equal(["rows.jsonl(1): the annotator's answer is ignore", "rows.jsonl(3): the annotator's answer is reject"], reading.Unlabelled);
    }

    [Fact]
    public void What_nobody_has_answered_yet_is_not_labelled()
    {
        // A prediction on its way to the annotator, and a row made elsewhere.
        var article = Article.FromText(Text, id: "a1");
        using var stream = new MemoryStream();
        StanceExchange.Write(stream, ExchangeFormat.Prodigy, [], [Synthetic.Result(article, Synthetic.Stance("RUS", "sanctions", StanceLabel.Against, 0.9, Synthetic.In(Text, "موسكو")))]);
        var reading = Read(ExchangeFormat.Prodigy, System.Text.Encoding.UTF8.GetString(stream.ToArray()) + """{"text": "b", "spans": []}""");
        Assert.Empty(reading.Articles);
        Assert.Equal(["rows.jsonl(1): no annotator has answered yet", "rows.jsonl(2): no annotator has answered yet"], reading.Unlabelled);
    }

    [Fact]
    public void One_of_two_annotators()
    {
        var rows = string.Join('\n', ((string, string)[])[("x", "against"), ("y", "favor")] is var answers ? answers.Select(a => $$"""{"text": "{{Text}}", "_input_hash": 1, "_annotator_id": "{{a.Item1}}", "spans": [{"start": 2, "end": 7, "label": "stance:RUS:{{a.Item2}}:sanctions"}], "answer": "accept"}""") : []);
        Assert.Equal("rows.jsonl(2): article id '1' stands on line 1 already; allowed: each id once", Refused(ExchangeFormat.Prodigy, rows));
        Assert.Equal(StanceLabel.Favor, Read(ExchangeFormat.Prodigy, rows, new ExchangeOptions { Annotator = "y" }).Articles[0].Stances[0].Stance);
    }

    [Theory]
    [InlineData("""{"answer": "accept", "text": "موسكو", "spans": [{"start": 0, "end": 4, "label": "stance:RUS:against:sanctions", "text": "موسكو"}]}""", "the words at [0, 4) are 'موسك', the file quotes 'موسكو'; allowed: offsets of the quoted words in code points")]
    [InlineData("""{"answer": "accept", "text": "موسكو", "spans": [{"start": 3, "end": 3, "label": "stance:RUS:against:sanctions"}]}""", "a passage at [3, 3); allowed: 0 to 5 code points, the start before the end")]
    [InlineData("""{"answer": "accept", "text": "موسكو", "spans": [{"start": -1, "end": 3, "label": "stance:RUS:against:sanctions"}]}""", "a passage at [-1, 3); allowed: 0 to 5 code points, the start before the end")]
    [InlineData("""{"answer": "accept", "text": "موسكو", "spans": [{"start": 0.5, "end": 3, "label": "stance:RUS:against:sanctions"}]}""", "field \"start\" is 0.5; allowed: a whole number")]
    [InlineData("""{"answer": "accept", "text": "موسكو", "spans": [{"start": 0, "end": 3, "label": "RUS against"}]}""", "label 'RUS against'; allowed: stance:ACTOR:favor|against|neutral:ISSUE or sentiment:ACTOR:positive|negative|neutral:ACTOR")]
    [InlineData("""{"answer": "accept", "text": "موسكو", "spans": [{"start": 0, "end": 3, "label": "stance:RUS:pro:sanctions"}]}""", "stance 'pro' is not one of favor, against, neutral")]
    [InlineData("""{"answer": "accept", "text": "موسكو", "spans": [{"start": 0, "end": 3, "label": "stance:RU:favor:sanctions"}]}""", "actor 'RU' is not known; allowed: an ISO 3166-1 alpha-3 code or a bloc's code")]
    [InlineData("""{"answer": "accept", "text": "موسكو", "spans": 3}""", "field \"spans\" is no list of objects; allowed: [{…}, …]")]
    [InlineData("""{"text": "موسكو", "answer": "maybe"}""", "answer 'maybe'; allowed: accept, reject, ignore")]
    [InlineData("[1]", "found a JSON array; allowed: an object with \"text\"")]
    public void A_bad_row_of_Prodigy(string row, string message) => Assert.Equal($"rows.jsonl(2): {message}", Refused(ExchangeFormat.Prodigy, "{\"text\": \"first\"}\n" + row));

    [Fact]
    public void Offsets_that_moved_are_seen_by_the_words_beside() => Assert.Equal(
        "rows.jsonl(1): the words at [2, 7) are '😀 موس', the file quotes 'موسكو'; allowed: offsets of the quoted words in code points",
        Refused(ExchangeFormat.Doccano, $$"""{"text": "! {{Text}}", "label": [[2, 7, "{{Label}}"]], "quotes": [{"start": 2, "end": 7, "text": "موسكو"}]}"""));

    [Theory]
    [InlineData("""{"text": "a", "label": [[0, 1]]}""", "an entry of \"label\" is [0, 1]; allowed: [start, end, \"label\"]")]
    [InlineData("""{"text": "a", "label": "x"}""", "field \"label\" is no list; allowed: [[start, end, \"label\"], …]")]
    [InlineData("""{"label": []}""", "field \"text\" is missing; allowed: a string")]
    public void A_bad_row_of_doccano(string row, string message) => Assert.Equal($"rows.jsonl(1): {message}", Refused(ExchangeFormat.Doccano, row));

    [Theory]
    [InlineData(ExchangeFormat.Doccano)]
    [InlineData(ExchangeFormat.Prodigy)]
    public void A_corrected_stance_keeps_its_speaker_and_its_article(ExchangeFormat format)
    {
        var labelled = new LabelledArticle { Article = new Article { Id = "ar-1", Text = Text, Title = "عنوان", Published = new(2018, 4, 8) }, Stances = [Synthetic.Gold("RUS", "sanctions", StanceLabel.Against, "موسكو") with { Speaker = "لافروف" }], Split = "train" };
        using var stream = new MemoryStream();
        StanceExchange.Write(stream, format, [labelled]);
        // The annotator changes the label of the span; doccano gives the row a number of its own.
        var row = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        var at = row.IndexOf("against", StringComparison.Ordinal);
        row = "{\"id\": 99, " + row[1..at] + "favor" + row[(at + "against".Length)..];
        var back = Assert.Single(Read(format, row).Articles);
        Assert.Equal((StanceLabel.Favor, "لافروف"), (back.Stances[0].Stance, back.Stances[0].Speaker));
        Assert.Equal(("ar-1", "عنوان", new DateOnly(2018, 4, 8), "train"), (back.Article.Id, back.Article.Title, back.Article.Published!.Value, back.Split));
    }
}
