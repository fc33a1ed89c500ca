using System.Text;
using System.Text.Json;

namespace Stance.Tests;

public sealed class CorpusCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("stance-check-").FullName;

    public CorpusCheckTests() => Write("issues.json", """
        [{"id": "x", "proposition": {"en": "It is x."}}, {"id": "y", "proposition": {"en": "It is y."}}, {"id": "z", "proposition": {"en": "It is z."}}]
        """);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private CorpusReport Check(params string[] rows)
    {
        Write("a.jsonl", string.Join('\n', rows));
        return CorpusCheck.Run(folder);
    }

    private static object Stance(string actor, string issue, string stance, string[] evidence, string? speaker = null) => new { actor, issue, stance, evidence, speaker };

    private static string Row(string id, string text, string? split, params object[] stances) => JsonSerializer.Serialize(new { id, text, split, stances });

    /// <summary>Texts that share no wording.</summary>
    private static string Text(int n) => Synthetic.Words(n * 40, 30);

    [Fact]
    public void A_good_corpus_has_no_errors()
    {
        var report = Check(
            Row("1", Text(0), "train", Stance("RUS", "x", "favor", [Synthetic.Words(0, 3)])),
            Row("2", Text(1), "test", Stance("USA", "y", "against", [Synthetic.Words(40, 3)])),
            Row("3", Text(2), "test-unseen", Stance("USA", "z", "neutral", [Synthetic.Words(80, 3)])));
        Assert.Empty(report.Errors);
        // Three labels on three issues: each has more than 3 %.
        Assert.Equal(["issue 'x' has 33.3% of the labels; better: 3% at most"], report.Warnings);
    }

    [Fact]
    public void It_goes_on_after_an_error_and_names_every_one()
    {
        File.WriteAllBytes(Path.Combine(folder, "b.jsonl"), [(byte)'{', (byte)'\n', 0xE3, 0xE6]);
        Write("c.jsonl", "");
        var report = Check("{\"id\": \"1\"", "{\"id\": \"2\"}", Row("3", Text(0), null, Stance("RU", "x", "favor", ["worda"])), Row("4", Text(1), null, Stance("RUS", "w", "favor", ["worda"])),
            Row("5", Text(2), null, Stance("RUS", "x", "favor", ["not there"])), Row("6", Text(3), null), Row("6", Text(4), null));
        Assert.Collection(report.Errors,
            e => Assert.StartsWith("a.jsonl(1): not valid JSON", e),
            e => Assert.StartsWith("a.jsonl(2): field \"text\" is missing", e),
            e => Assert.StartsWith("a.jsonl(3): actor 'RU' is not known", e),
            e => Assert.StartsWith("a.jsonl(4): issue 'w' is not defined", e),
            e => Assert.StartsWith("a.jsonl(5): evidence of RUS on 'x' is not in the text: 'not there'", e),
            e => Assert.StartsWith("a.jsonl(7): article id '6' stands at a.jsonl(6) already", e),
            e => Assert.StartsWith("b.jsonl(2): found bytes that are not UTF-8", e),
            e => Assert.StartsWith("c.jsonl(1): the file is empty", e));
    }

    [Fact]
    public void A_contradiction_within_an_article()
    {
        var report = Check(Row("1", Text(0), null, Stance("RUS", "x", "favor", [Synthetic.Words(0, 2)]), Stance("RUS", "x", "against", [Synthetic.Words(0, 2)])));
        Assert.Equal("a.jsonl(1): two stances of RUS on 'x'; allowed: one stance for an actor, issue and article", Assert.Single(report.Errors));
    }

    [Fact]
    public void Near_copies_are_errors_and_resemblance_is_a_warning()
    {
        // 24 words have 20 shingles. 22 in common: 18 of 22, .82. 16 in common: 12 of 28, .43. 8 in common: 4 of 36, .11.
        var report = Check(
            Row("1", Synthetic.Words(0, 24), "train"), Row("2", $"{Synthetic.Words(0, 22)} {Synthetic.Words(100, 2)}", "test"),
            Row("3", Synthetic.Words(200, 24), "train"), Row("4", $"{Synthetic.Words(200, 16)} {Synthetic.Words(300, 8)}", "test"),
            Row("5", Synthetic.Words(400, 24), "train"), Row("6", $"{Synthetic.Words(400, 8)} {Synthetic.Words(500, 16)}", "test"));
        Assert.Equal(["a.jsonl(2): shares 82 % of its wording with a.jsonl(1); allowed: articles that differ"], report.Errors);
        Assert.Equal(["a.jsonl(4): shares 43 % of its wording with a.jsonl(3); allowed: articles that differ"], report.Warnings);
    }

    [Theory]
    [InlineData("train")]
    [InlineData("test")]
    public void An_unseen_issue_leaks_into_no_other_split(string split)
    {
        var report = Check(Row("1", Text(0), "test-unseen", Stance("RUS", "z", "favor", [Synthetic.Words(0, 2)])), Row("2", Text(1), split, Stance("USA", "z", "favor", [Synthetic.Words(40, 2)])));
        Assert.Equal($"a.jsonl(2): issue 'z' is labelled in split '{split}' and in test-unseen; allowed: an unseen issue in test-unseen only", Assert.Single(report.Errors));
    }

    [Fact]
    public void A_split_has_one_of_three_names() =>
        Assert.Equal("a.jsonl(1): split 'dev'; allowed: train, test, test-unseen", Assert.Single(Check(Row("1", Text(0), "dev"), Row("2", Text(1), null)).Errors));

    [Fact]
    public void Evidence_is_three_passages_at_most()
    {
        string[] words = Synthetic.Words(0, 4).Split(' ');
        Assert.Empty(Check(Row("1", Text(0), null, Stance("RUS", "x", "favor", words[..3]))).Errors);
        Assert.Equal("a.jsonl(1): RUS on 'x' has 4 passages of evidence; allowed: one to three", Assert.Single(Check(Row("1", Text(0), null, Stance("RUS", "x", "favor", words))).Errors));
    }

    [Fact]
    public void A_label_is_on_a_labelled_issue()
    {
        var report = Check(JsonSerializer.Serialize(new { id = "1", text = Text(0), labelled_issues = (string[])["y"], stances = (object[])[Stance("RUS", "x", "favor", [Synthetic.Words(0, 2)])] }));
        Assert.Equal("a.jsonl(1): 'x' has a label but is no labelled issue; allowed: labels on labelled_issues only", Assert.Single(report.Errors));
    }

    [Fact]
    public void A_speaker_is_a_word_of_text_or_headline()
    {
        string[] Warnings(string speaker) => [.. Check(JsonSerializer.Serialize(new { id = "1", title = "Lavrov speaks", text = Text(0), stances = (object[])[Stance("RUS", "x", "favor", [Synthetic.Words(0, 2)], speaker)] }))
            .Warnings.Where(w => w.Contains("speaker", StringComparison.Ordinal))];
        Assert.Empty(Warnings("wordaa"));
        Assert.Empty(Warnings("Lavrov"));
        Assert.Equal(["a.jsonl(1): speaker 'Putin' is not in the text"], Warnings("Putin"));
    }

    [Fact]
    public void One_passage_that_shows_both_sides_is_looked_at()
    {
        string[] passage = [Synthetic.Words(0, 2)];
        Assert.DoesNotContain(Check(Row("1", Text(0), null, Stance("RUS", "x", "favor", passage), Stance("USA", "x", "favor", passage))).Warnings, w => w.Contains("same evidence", StringComparison.Ordinal));
        Assert.Contains("a.jsonl(1): the same evidence shows RUS favor and USA against on 'x'", Check(Row("1", Text(0), null, Stance("RUS", "x", "favor", passage), Stance("USA", "x", "against", passage))).Warnings);
    }

    [Fact]
    public void The_corpus_is_counted()
    {
        var report = Check(
            JsonSerializer.Serialize(new
            {
                id = "1",
                language = "en",
                published = "2003-05-01",
                genre = "agency",
                split = "train",
                text = "one two three",
                stances = (object[])[Stance("RUS", "x", "favor", ["one"]), Stance("USA", "x", "against", ["two"])],
                sentiments = (object[])[new { source = "RUS", target = "USA", sentiment = "negative", evidence = (string[])["three"] }]
            }),
            JsonSerializer.Serialize(new { id = "2", language = "ar", published = "2019-05-01", genre = "agency", split = "test", text = "four", stances = (object[])[Stance("RUS", "y", "favor", ["four"])] }),
            JsonSerializer.Serialize(new { id = "3", language = "ar", text = "five six seven eight nine" }));
        Assert.Empty(report.Errors);
        Assert.Equal(
        [
            "articles         3 (ar 2, en 1)", "splits           (none) 1, test 1, train 1", "stances          3 (favor 2 = 66.7%, against 1 = 33.3%)", "sentiments       1", "issues           2 with labels of 3 defined",
            "largest issue    x 2 = 66.7%", "actors           2 take a stance", "without stance   1 articles",
            "near misses      0 articles = 0.0% with a sentence in which a state and a labelled issue meet without a stance", "years            2003 to 2019", "words            1 to 5, median 3", "genres           agency 2, (none) 1",
        ], report.Counts);
    }

    [Fact]
    public void An_article_counts_as_a_near_miss_where_a_named_state_takes_no_stance_on_an_issue_beside_it()
    {
        Write("issues.json", """[{"id": "x", "proposition": {"en": "The copper embargo should end."}, "topic": {"en": ["copper embargo"]}}]""");
        string NearMisses(params object[] stances) => Check(Row("1", "Norway and France discussed the copper embargo.", null, stances)).Counts.Single(c => c.StartsWith("near misses", StringComparison.Ordinal));
        object For(string actor) => Stance(actor, "x", "favor", ["discussed"]);
        Assert.Contains(" 1 articles = 100.0%", NearMisses(For("FRA")), StringComparison.Ordinal);
        Assert.Contains(" 0 articles = 0.0%", NearMisses(For("FRA"), For("NOR")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_training_data_is_fit()
    {
        var report = CorpusCheck.Run(Path.Combine(SharedData.Repository, "training-data"));
        Assert.Empty(report.Errors);
    }
}
