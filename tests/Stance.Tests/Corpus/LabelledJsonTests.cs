using System.Text.Json;
using CsCheck;

namespace Stance.Tests;

public class LabelledJsonTests
{
    private const string Row = """
        {"id":"é-1","language":"ar","title":"😀 عنوان","published":"2018-04-08","source":"وكالة","url":"https://example.org/?a=1&b=<2>","desk":{"name":"عالم 🌍","rank":[1,2.5,null,true]},"zone":"ب","text":"قال 👩‍👩‍👧 «لا».\nثم \"مضى\"\t\\.","split":"train","labelled_issues":["a","b"],"stances":[{"actor":"RUS","issue":"a","stance":"against","speaker":"لافروف","evidence":["قال 👩‍👩‍👧 «لا»."]},{"actor":"EU","issue":"b","stance":"neutral","evidence":["«لا»","مضى"]}],"sentiments":[{"source":"USA","target":"RUS","sentiment":"negative","evidence":["👩‍👩‍👧"]}]}
        """;

    [Fact]
    public void Arabic_emoji_and_the_callers_own_fields_come_back_as_they_were() => Assert.Equal(Canonical(Row), Canonical(LabelledJson.Write(LabelledJson.Parse(Row))));

    [Fact]
    public void Every_part_is_read()
    {
        var labelled = LabelledJson.Parse(Row);
        Assert.Equal(("é-1", "ar", "😀 عنوان", new DateOnly(2018, 4, 8), "وكالة"), (labelled.Article.Id, labelled.Article.Language, labelled.Article.Title, labelled.Article.Published, labelled.Article.Source));
        Assert.Equal("قال 👩‍👩‍👧 «لا».\nثم \"مضى\"\t\\.", labelled.Article.Text);
        Assert.Equal(["desk", "zone"], labelled.Article.Extra.Keys.Order());
        Assert.Equal([("RUS", "a", StanceLabel.Against, "لافروف"), ("EU", "b", StanceLabel.Neutral, null)], labelled.Stances.Select(s => (s.Actor, s.Issue, s.Stance, s.Speaker)));
        Assert.Equal(["«لا»", "مضى"], labelled.Stances[1].Evidence);
        Assert.Equal(("USA", "RUS", SentimentLabel.Negative), labelled.Sentiments.Select(s => (s.Source, s.Target, s.Sentiment)).Single());
        Assert.Equal("train", labelled.Split);
        Assert.Equal(["a", "b"], labelled.LabelledIssues!.Order());
    }

    [Fact]
    public void A_row_is_one_line() => Assert.DoesNotContain('\n', LabelledJson.Write(LabelledJson.Parse(Row)));

    [Fact]
    public void Missing_and_null_lists_are_empty_ones()
    {
        var labelled = LabelledJson.Parse("""{"id": "1", "text": "x", "sentiments": null, "labelled_issues": null, "split": null}""");
        Assert.Empty(labelled.Stances);
        Assert.Empty(labelled.Sentiments);
        Assert.Null(labelled.LabelledIssues);
        Assert.Null(labelled.Split);
    }

    [Fact]
    public void Evidence_may_be_what_the_tool_wrote() =>
        Assert.Equal(["ab", "c"], LabelledJson.Parse("""{"id": "1", "text": "abc", "stances": [{"actor": "RUS", "issue": "a", "stance": "favor", "evidence": [{"start": 0, "end": 2, "text": "ab"}, {"start": 2, "end": 3, "text": "c"}]}]}""").Stances[0].Evidence);

    [Theory]
    [InlineData("{\"text\": \"x\", \"stances\": [{\"actor\": \"\\ud83d\"}]}", "holds half a surrogate pair")]
    [InlineData("{\"text\": \"x\", \"stances\": [{\"actor\": \"RUS\", \"issue\": \"a\", \"stance\": \"favor\", \"evidence\": \"x\"}]}", "field \"evidence\" is no list of strings")]
    [InlineData("{\"text\": \"x\", \"stances\": [{\"actor\": \"RUS\", \"issue\": \"a\", \"stance\": \"favor\", \"speaker\": 3}]}", "field \"speaker\" is a number; allowed: a string")]
    [InlineData("{\"text\": \"x\", \"stances\": [\"RUS\"]}", "field \"stances\" is no list of objects")]
    [InlineData("{\"text\": \"x\",", "not valid JSON")]
    [InlineData("\"x\"", "found a JSON string")]
    public void A_bad_row_says_what_was_found(string row, string message) => Assert.Contains(message, Assert.Throws<FormatException>(() => LabelledJson.Parse(row)).Message);

    private static readonly Gen<string> Text = Gen.OneOf(Gen.String[Gen.Char['\u0600', '\u06FF'], 0, 30], Gen.String[Gen.Char["\"\\\n\r\t</&\u2028\u200Fa ب"], 0, 30], Gen.Const("😀"), Gen.Const("👩‍👩‍👧"), Gen.Const("𝔘"));

    [Fact]
    public void Whatever_the_text_it_comes_back() => Gen.Select(Text, Text, Text).Sample((id, text, own) =>
    {
        var labelled = new LabelledArticle
        {
            Article = new Article { Id = id, Text = text, Title = own, Extra = new Dictionary<string, JsonElement> { ["own " + own] = JsonSerializer.SerializeToElement(own) } },
            Stances = [new GoldStance("RUS", id, StanceLabel.Favor, [text, own], own)],
        };
        var back = LabelledJson.Parse(LabelledJson.Write(labelled));
        return back.Article.Id == id && back.Article.Text == text && back.Article.Title == own && back.Article.Extra["own " + own].GetString() == own
            && back.Stances[0].Issue == id && back.Stances[0].Speaker == own && back.Stances[0].Evidence.SequenceEqual([text, own]);
    }, iter: 500);

    /// <summary>The JSON with its fields in order, whatever the escapes.</summary>
    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement);

        static string Of(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Object => "{" + string.Join(",", value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => p.Name + ":" + Of(p.Value))) + "}",
            JsonValueKind.Array => "[" + string.Join(",", value.EnumerateArray().Select(Of)) + "]",
            _ => value.ToString(),
        };
    }

    [Fact]
    public void Places_of_evidence_are_read_checked_and_written()
    {
        const string Row = """{"id":"a","title":"b","text":"no, no","stances":[{"actor":"RUS","issue":"x","stance":"favor","evidence":[{"start":4,"end":6,"text":"no"},{"text":"b"}]}],"sentiments":[]}""";
        var labelled = LabelledJson.Parse(Row);
        Assert.Equal([new TextSpan(4, 6), null], labelled.Stances[0].Spans!);
        var issues = IssueCatalog.Of(Synthetic.Issue("x"));
        LabelledFiles.Check(labelled, issues);
        Assert.Equal([new TextSpan(4, 6), null], LabelledJson.Parse(LabelledJson.Write(labelled)).Stances[0].Spans!);
        var error = Assert.Throws<FormatException>(() => LabelledFiles.Check(LabelledJson.Parse(Row.Replace("\"start\":4", "\"start\":3", StringComparison.Ordinal)), issues));
        Assert.Equal("evidence of RUS on 'x' does not stand at [3, 6) of the text; allowed: offsets of the quoted words in UTF-16 code units", error.Message);
        Assert.Throws<FormatException>(() => LabelledJson.Parse(Row.Replace(":4,", ":\"4\",", StringComparison.Ordinal)));
    }

    private static string Placed(string evidence) => $$"""{"id":"a","title":"no","text":"yes, yes","stances":[{"actor":"RUS","issue":"x","stance":"favor","evidence":[{{evidence}}]}],"sentiments":[]}""";

    [Theory]
    [InlineData("""{"field":"title","text":"no"}""")]
    [InlineData("""{"field":"title","text":"no"},{"field":"title","text":"n"}""")]
    public void Evidence_that_stands_in_the_title_alone_is_kept(string evidence)
    {
        var labelled = LabelledJson.Parse(Placed(evidence));
        Assert.All(labelled.Stances[0].Spans!, Assert.Null);
        LabelledFiles.Check(labelled, IssueCatalog.Of(Synthetic.Issue("x")));
        Assert.Equal(Placed(evidence), LabelledJson.Write(labelled));
    }

    [Theory]
    [InlineData("""{"field":"title","text":"yes"}""", "evidence of RUS on 'x' is not in the title: 'yes'; allowed: a verbatim passage of the title, or one of the text with \"start\" and \"end\"")]
    [InlineData("""{"start":0,"end":3,"text":"yes"},{"text":"yes"}""", "evidence of RUS on 'x' is not in the title: 'yes'; allowed: a verbatim passage of the title, or one of the text with \"start\" and \"end\"")]
    [InlineData("""{"field":"title","start":0,"end":2,"text":"no"}""", "field 'title' of evidence with \"start\"; allowed: \"title\" without \"start\" and \"end\", or \"text\" with them")]
    [InlineData("""{"field":"text","text":"yes"}""", "field 'text' of evidence without \"start\"; allowed: \"title\" without \"start\" and \"end\", or \"text\" with them")]
    [InlineData("""{"field":"lead","text":"yes"}""", "field 'lead' of evidence without \"start\"; allowed: \"title\" without \"start\" and \"end\", or \"text\" with them")]
    public void Evidence_that_is_not_where_it_is_said_to_be(string evidence, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => LabelledFiles.Check(LabelledJson.Parse(Placed(evidence)), IssueCatalog.Of(Synthetic.Issue("x")))).Message);

    [Theory]
    [InlineData("""
        "yes","no"
        """)]
    [InlineData("""{"start":5,"end":8,"text":"yes"},{"text":"no"}""")]
    public void The_hash_of_rows_without_field_is_that_of_earlier_versions(string evidence)
    {
        // As version 1 of the format wrote a row and its issues: each text ends in a zero.
        var expected = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Placed(evidence) + "\0x\0name en\0x\0proposition en\0It is so.\0"));
        Assert.Equal(Convert.ToHexStringLower(expected), LabelledJson.Hash([LabelledJson.Parse(Placed(evidence))], IssueCatalog.Of(Synthetic.Issue("x"))));
    }
}
