namespace Stance.Tests;

public sealed class LabelledCorpusTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("stance-corpus-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Row(string id, string stances, string more = "") => $"{{\"id\": \"{id}\", \"text\": \"رفضت موسكو العقوبات. ورحبت بها باريس.\", \"title\": \"عنوان\", \"stances\": {stances}{more}}}";

    private const string Against = """[{"actor": "RUS", "issue": "sanctions", "stance": "against", "evidence": ["رفضت موسكو العقوبات."]}]""";

    [Fact]
    public void A_folder_is_read_with_the_issues_beside_its_files()
    {
        Write("issues.json", Samples.Issues);
        Write("b.jsonl", Row("3", Against, ", \"split\": \"test\""));
        Write("a.jsonl", Row("1", Against, ", \"split\": \"train\", \"labelled_issues\": [\"sanctions\"]") + "\r\n\n" + Row("2", "[]") + "\n");
        Write("notes.txt", "no article");
        var corpus = LabelledCorpus.Read(folder);
        Assert.Equal(["1", "2", "3"], corpus.Articles.Select(a => a.Article.Id));
        Assert.Equal(["train", null, "test"], corpus.Articles.Select(a => a.Split));
        Assert.Equal(["sanctions", "ceasefire"], corpus.Issues.Select(i => i.Id));
        Assert.Equal(["3"], corpus.OfSplit("test").Articles.Select(a => a.Article.Id));
        Assert.Equal(["2"], corpus.Where(a => a.Stances.Count == 0).Articles.Select(a => a.Article.Id));
        Assert.True(corpus.Articles[0].IsLabelledFor("sanctions"));
        Assert.False(corpus.Articles[0].IsLabelledFor("ceasefire"));
        Assert.True(corpus.Articles[1].IsLabelledFor("ceasefire"));
        Assert.Equal(new GoldStance("RUS", "sanctions", StanceLabel.Against, corpus.Articles[0].Stances[0].Evidence), corpus.Articles[0].Stances[0]);
        Assert.Equal(["رفضت موسكو العقوبات."], corpus.Articles[0].Stances[0].Evidence);
    }

    [Fact]
    public void Issues_that_are_given_stand_before_those_beside()
    {
        Write("issues.json", Samples.Issues);
        var path = Write("a.jsonl", Row("1", "[]"));
        Assert.Equal(["mine"], LabelledCorpus.Read(path, IssueCatalog.Of(Synthetic.Issue("mine"))).Issues.Select(i => i.Id));
        Assert.Equal(2, LabelledCorpus.Read(path).Issues.Count);
    }

    [Theory]
    [InlineData("""[{"actor": "RU", "issue": "sanctions", "stance": "against", "evidence": ["رفضت"]}]""", "actor 'RU' is not known; allowed: an ISO 3166-1 alpha-3 code or a bloc's code")]
    [InlineData("""[{"actor": "RUS", "issue": "tariffs", "stance": "against", "evidence": ["رفضت"]}]""", "issue 'tariffs' is not defined; allowed: an id of the issue definitions (2 issues)")]
    [InlineData("""[{"actor": "RUS", "issue": "sanctions", "stance": "anti", "evidence": ["رفضت"]}]""", "stance 'anti' is not one of favor, against, neutral")]
    [InlineData("""[{"actor": "RUS", "issue": "sanctions", "stance": "against"}]""", "the label of RUS on 'sanctions' has no evidence; allowed: one to three verbatim passages")]
    [InlineData("""[{"actor": "RUS", "issue": "sanctions", "stance": "against", "evidence": [" "]}]""", "a passage of evidence of RUS on 'sanctions' is empty; allowed: one to three verbatim passages")]
    [InlineData("""[{"actor": "RUS", "issue": "sanctions", "stance": "against", "evidence": ["أيدت موسكو"]}]""", "evidence of RUS on 'sanctions' is not in the text: 'أيدت موسكو'; allowed: a verbatim passage")]
    [InlineData("""[{"actor": "RUS", "issue": "sanctions", "stance": "against", "evidence": ["رفضت"]}, {"actor": "RUS", "issue": "sanctions", "stance": "favor", "evidence": ["رفضت"]}]""", "two stances of RUS on 'sanctions'; allowed: one stance for an actor, issue and article")]
    [InlineData("""[{"actor": "RUS", "stance": "against", "evidence": ["رفضت"]}]""", "an entry of \"stances\" has no \"issue\"; allowed: a string")]
    [InlineData("""[{"actor": "RUS", "issue": 3, "stance": "against", "evidence": ["رفضت"]}]""", "field \"issue\" is a number; allowed: a string")]
    [InlineData("""{}""", "field \"stances\" is no list of objects; allowed: [{…}, …]")]
    [InlineData("""[], "split": 3""", "field \"split\" is a number; allowed: a string")]
    [InlineData("""[], "labelled_issues": ["tariffs"]""", "labelled issue 'tariffs' is not defined; allowed: an id of the issue definitions (2 issues)")]
    [InlineData("""[], "labelled_issues": "sanctions" """, "field \"labelled_issues\" is no list of strings; allowed: [\"…\", …]")]
    [InlineData("""[], "sentiments": [{"source": "RUS", "target": "RUS", "sentiment": "negative", "evidence": ["رفضت"]}]""", "a sentiment of RUS toward itself; allowed: two different actors")]
    [InlineData("""[], "sentiments": [{"source": "RUS", "target": "FRA", "sentiment": "bad", "evidence": ["رفضت"]}]""", "sentiment 'bad' is not one of positive, negative, neutral")]
    [InlineData("""[], "sentiments": [{"source": "RUS", "target": "QQQ", "sentiment": "negative", "evidence": ["رفضت"]}]""", "actor 'QQQ' is not known; allowed: an ISO 3166-1 alpha-3 code or a bloc's code")]
    public void A_bad_label_is_refused_with_file_and_line(string stances, string message)
    {
        Write("issues.json", Samples.Issues);
        Write("a.jsonl", Row("1", Against) + "\n\n" + Row("2", stances));
        Assert.Equal("a.jsonl(3): " + message, Assert.Throws<FormatException>(() => LabelledCorpus.Read(folder)).Message);
    }

    [Fact]
    public void An_article_needs_an_id_of_its_own()
    {
        Write("issues.json", Samples.Issues);
        Write("a.jsonl", Row("1", "[]"));
        Write("b/c.jsonl", "\n" + Row("1", "[]"));
        Assert.Equal("c.jsonl(2): article id '1' stands at a.jsonl(1) already; allowed: each id once", Assert.Throws<FormatException>(() => LabelledCorpus.Read(folder)).Message);
        Write("b/c.jsonl", "{\"text\": \"x\"}");
        Assert.Equal("c.jsonl(1): field \"id\" is missing; allowed: a string", Assert.Throws<FormatException>(() => LabelledCorpus.Read(folder)).Message);
    }

    [Fact]
    public void Evidence_may_stand_in_the_headline()
    {
        Write("issues.json", Samples.Issues);
        Write("a.jsonl", Row("1", """[{"actor": "RUS", "issue": "sanctions", "stance": "against", "evidence": ["عنوان"]}]"""));
        Assert.Single(LabelledCorpus.Read(folder).Articles);
    }

    [Fact]
    public void A_path_without_articles_is_refused()
    {
        Assert.Contains("found no *.jsonl", Assert.Throws<FileNotFoundException>(() => LabelledCorpus.Read(folder)).Message);
        Assert.Contains("no such file or folder", Assert.Throws<FileNotFoundException>(() => LabelledCorpus.Read(Path.Combine(folder, "x"))).Message);
        var empty = Write("a.jsonl", " \n");
        Assert.Equal("a.jsonl(1): the file is empty; allowed: one JSON object a line", Assert.Throws<FormatException>(() => LabelledCorpus.Read(empty)).Message);
    }

    [Fact]
    public void Two_corpora_join_where_no_article_is_in_both()
    {
        var ours = LabelledCorpus.Of([Synthetic.Labelled("1", "a")], IssueCatalog.Of(Synthetic.Issue("x"), Synthetic.Issue("y")));
        var renamed = Synthetic.Issue("y") with { Name = new Dictionary<string, string> { ["en"] = "theirs" } };
        var theirs = LabelledCorpus.Of([Synthetic.Labelled("2", "b")], IssueCatalog.Of(renamed, Synthetic.Issue("z")));
        var both = ours.With(theirs);
        Assert.Equal(["1", "2"], both.Articles.Select(a => a.Article.Id));
        Assert.Equal(["x", "y", "z"], both.Issues.Select(i => i.Id).Order());
        Assert.Equal("theirs", both.Issues.Find("y")!.Name["en"]);
        Assert.Contains("article '1' is in both corpora", Assert.Throws<ArgumentException>(() => ours.With(ours)).Message);
    }

    [Fact]
    public void The_hash_does_not_depend_on_how_the_JSON_is_spelt()
    {
        Write("issues.json", Samples.Issues);
        Write("a.jsonl", """{"id": "1", "text": "نص", "mine": "é"}""");
        var hash = LabelledCorpus.Read(folder).Hash;
        Assert.Matches("^[0-9a-f]{64}$", hash);
        Write("a.jsonl", "\r\n{ \"mine\":\"\\u00e9\",\"text\" : \"\\u0646\\u0635\", \"id\": \"1\", \"stances\": [] }\r\n");
        Assert.Equal(hash, LabelledCorpus.Read(folder).Hash);
    }

    [Fact]
    public void The_hash_changes_with_every_label_text_and_phrase()
    {
        static Dictionary<string, IReadOnlyList<string>> Phrases(params string[] phrases) => new() { ["en"] = phrases };
        static string Hash(LabelledArticle article, Issue issue) => LabelledCorpus.Of([article], IssueCatalog.Of(issue)).Hash;
        var article = Synthetic.Labelled("1", "Moscow rejects it.", Synthetic.Gold("RUS", "x", StanceLabel.Against, "Moscow rejects it."));
        var issue = Synthetic.Issue("x") with { Favor = Phrases("yes", "aye"), Against = Phrases("no") };
        string[] hashes =
        [
            Hash(article, issue),
            Hash(article with { Stances = [article.Stances[0] with { Stance = StanceLabel.Favor }] }, issue),
            Hash(article with { Stances = [] }, issue),
            Hash(article with { Split = "train" }, issue),
            Hash(article with { LabelledIssues = new HashSet<string> { "x" } }, issue),
            Hash(article with { Article = article.Article with { Text = "Moscow rejects it. " } }, issue),
            Hash(article, issue with { Favor = Phrases("no"), Against = Phrases("yes", "aye") }),
            Hash(article, issue with { Favor = Phrases("yesaye") }),
            Hash(article, issue with { Favor = Issue.NoPhrases, Topic = Phrases("yes", "aye") }),
            Hash(article, issue with { Proposition = new Dictionary<string, string> { ["ar"] = "It is so." } }),
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }
}
