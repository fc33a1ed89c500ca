using System.Xml.Linq;

namespace Stance.Tests;

public class DnaStatementsTests
{
    private const string Header = "\"statement ID\";\"time\";\"document ID\";\"document title\";\"author\";\"source\";\"section\";\"type\";\"text\";\"person\";\"organization\";\"concept\";\"agreement\"\n";

    private static ExchangeReading Read(string csv, ExchangeOptions? options = null)
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("statements.csv", csv);
        return StanceExchange.Read(Path.Combine(tool.Folder, "statements.csv"), ExchangeFormat.Dna, options);
    }

    private static string Refused(string csv, ExchangeOptions? options = null) => Assert.Throws<FormatException>(() => Read(csv, options)).Message;

    private static string Row(string text, string actor = "Russia", string concept = "Sanctions", string agreement = "0", string document = "12", string person = "Lavrov") =>
        $"1;2017-04-12 00:00:00;{document};\"A title\";\"\";\"\";\"\";\"\";\"{text}\";\"{person}\";\"{actor}\";\"{concept}\";{agreement}\n";

    [Fact]
    public void Coded_statements_become_a_labelled_article()
    {
        // As DNA writes its event list; actors and concepts by their names.
        var labelled = Assert.Single(Read(Header + Row("رفضت موسكو العقوبات") + Row("Washington backs them", "united states", "العقوبات", "1", person: "") + Row("nothing new", agreement: "0")).Articles);
        Assert.Equal(("12", "A title", new DateOnly(2017, 4, 12)), (labelled.Article.Id, labelled.Article.Title, labelled.Article.Published!.Value));
        Assert.Equal("رفضت موسكو العقوبات\nWashington backs them\nnothing new", labelled.Article.Text);
        Assert.Equal([("RUS", "sanctions", StanceLabel.Against, "Lavrov"), ("USA", "sanctions", StanceLabel.Favor, null)], labelled.Stances.Select(s => (s.Actor, s.Issue, s.Stance, s.Speaker)));
        Assert.Equal(["رفضت موسكو العقوبات", "nothing new"], labelled.Stances[0].Evidence);
        Assert.Equal(["sanctions"], labelled.LabelledIssues!);
    }

    [Fact]
    public void The_columns_of_a_coder_with_commas()
    {
        var labelled = Assert.Single(Read("document,date,actor,issue,agreement,text\nd1,2017-04-12,RUS,sanctions,no,\"Moscow, again, refused\"\n").Articles);
        Assert.Equal((StanceLabel.Against, "Moscow, again, refused"), (labelled.Stances[0].Stance, labelled.Stances[0].Evidence[0]));
    }

    [Fact]
    public void Zero_is_against_where_agreement_is_yes_or_no_and_neutral_on_a_scale()
    {
        Assert.Equal(StanceLabel.Against, Read(Header + Row("a")).Articles[0].Stances[0].Stance);
        Assert.Equal([StanceLabel.Neutral, StanceLabel.Against], Read(Header + Row("a") + Row("b", "Iran", agreement: "-1")).Articles[0].Stances.Select(s => s.Stance));
    }

    [Fact]
    public void A_passage_is_found_in_its_article_though_DNA_has_changed_its_marks()
    {
        var article = new Article { Id = "a1", Title = "A title", Text = "😀 He said: \"never\";\nnot now. Other." };
        var labelled = Assert.Single(Read(Header + Row("'never', not now."), new ExchangeOptions { Articles = [article] }).Articles);
        Assert.Same(article, labelled.Article);
        Assert.Equal(["\"never\";\nnot now."], labelled.Stances[0].Evidence);
    }

    [Theory]
    [InlineData("Greenpeace", "Sanctions", "1", "actor 'Greenpeace' is not known; allowed: an ISO 3166-1 alpha-3 code, a bloc's code, or the name of either")]
    [InlineData("Iran", "tariffs", "1", "concept 'tariffs' is no issue; allowed: the id or a name of one of the 2 issues")]
    [InlineData("Iran", "Sanctions", "maybe", "agreement 'maybe'; allowed: 1, 0, -1, true, false, yes, no")]
    [InlineData("Iran", "Sanctions", "", "agreement ''; allowed: 1, 0, -1, true, false, yes, no")]
    [InlineData("RUS", "Sanctions", "1", "RUS is favor on 'sanctions', on line 2 against; allowed: one stance for an actor, issue and document")]
    public void A_bad_statement_is_refused_or_put_aside(string actor, string concept, string agreement, string message)
    {
        var csv = Header + Row("a") + Row("b", actor, concept, agreement) + Row("c", "China");
        Assert.Equal($"statements.csv(3): {message}", Refused(csv));
        var reading = Read(csv, new ExchangeOptions { SkipBadRows = true });
        Assert.Equal(["RUS", "CHN"], reading.Articles[0].Stances.Select(s => s.Actor));
        Assert.Equal($"statements.csv(3): {message}", Assert.Single(reading.Rejected).Message);
    }

    [Fact]
    public void A_document_that_is_put_aside_leaves_all_of_its_rows()
    {
        var (first, second) = (Row("a; b").Replace("2017-04-12", "12.04.2017", StringComparison.Ordinal), Row("c", "China").Replace("2017-04-12", "12.04.2017", StringComparison.Ordinal));
        var reading = Read(Header + Row("z", "Greenpeace") + first + second + Row("d", document: "13"), new ExchangeOptions { SkipBadRows = true });
        Assert.Equal("13", Assert.Single(reading.Articles).Article.Id);
        Assert.Equal([2, 3], reading.Rejected.Select(r => r.Line));
        // Both rows, in a form that can be read again.
        var again = Read(Header + string.Join('\n', reading.Rejected.Skip(1).Select(r => r.Row)).Replace("12.04.2017", "2017-04-12", StringComparison.Ordinal) + "\n");
        Assert.Equal(["RUS a; b", "CHN c"], Assert.Single(again.Articles).Stances.Select(s => $"{s.Actor} {s.Evidence[0]}"));
    }

    [Fact]
    public void Where_a_statement_was_skipped_silence_on_its_concept_is_not_known()
    {
        var csv = Header + Row("a") + Row("b", "Greenpeace") + Row("c", concept: "Ceasefire") + Row("d", document: "13") + Row("e", "Greenpeace", "Ceasefire", document: "14");
        var reading = Read(csv, new ExchangeOptions { SkipBadRows = true });
        Assert.Equal(["12: ceasefire", "13: ceasefire sanctions"], reading.Articles.Select(a => $"{a.Article.Id}: {string.Join(' ', a.LabelledIssues!.Order())}"));
    }

    [Fact]
    public void Words_that_are_not_in_the_article() => Assert.Equal("statements.csv(2): evidence is not in the text: 'other words'; allowed: a verbatim passage",
        Refused(Header + Row("other words"), new ExchangeOptions { Articles = [Article.FromText("words", title: "A title", id: "x")] }));

    [Fact]
    public void A_document_that_is_no_article() => Assert.Equal("statements.csv(2): document '12' is none of the 1 articles; allowed: an article's id or title", Refused(Header + Row("words"), new ExchangeOptions { Articles = [Article.FromText("words", id: "x")] }));

    [Fact]
    public void Columns_that_are_missing()
    {
        Assert.Equal("statements.csv(1): found no column organization among 'document, concept, agreement, text'; allowed: organization or organisation or actor", Refused("document,concept,agreement,text\n"));
        Assert.Equal("statements.csv(1): found no column agreement or stance among 'document, actor, concept, text'; allowed: one of them", Refused("document,actor,concept,text\n"));
    }

    [Fact]
    public void A_row_of_another_length_and_a_day_that_is_none()
    {
        Assert.Equal("statements.csv(2): found 2 fields; allowed: 13, as in the first line", Refused(Header + "1;2\n"));
        Assert.Equal("statements.csv(3): time '12.04.2017'; allowed: yyyy-MM-dd, with or without the hour", Refused(Header + Row("a") + Row("b", document: "13").Replace("2017-04-12", "12.04.2017", StringComparison.Ordinal).Replace(" 00:00:00", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_written_list_is_one_that_DNA_users_know()
    {
        var labelled = new LabelledArticle
        {
            Article = new Article { Id = "d;1", Title = "=cmd()", Text = "Moscow refused. \"Yes\"", Published = new(2017, 4, 12), Source = "Reuters" },
            Stances = [Synthetic.Gold("RUS", "sanctions", StanceLabel.Against, "Moscow refused."), Synthetic.Gold("USA", "sanctions", StanceLabel.Neutral, "\"Yes\"")],
        };
        using var stream = new MemoryStream();
        StanceExchange.Write(stream, ExchangeFormat.Dna, [labelled]);
        Assert.Equal("""
            statement ID;time;document ID;document title;author;source;section;type;text;person;organization;concept;agreement;stance;field;start;stop
            1;2017-04-12 00:00:00;"d;1";'=cmd();;Reuters;;;Moscow refused.;;RUS;sanctions;0;against;text;0;15
            2;2017-04-12 00:00:00;"d;1";'=cmd();;Reuters;;;"\"\"Yes\"\"";;USA;sanctions;;neutral;text;16;21

            """.Replace("\\\"\\\"", "\"\"", StringComparison.Ordinal), System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }
}

public class DiscourseNetworkTests
{
    private static readonly XNamespace Xmlns = "http://graphml.graphdrawing.org/xmlns";

    private static LabelledArticle Document(string id, int day, params (string Actor, string Issue, StanceLabel Stance)[] stances) => new()
    {
        Article = Article.FromText("words", published: new DateOnly(2017, 4, day), id: id),
        Stances = [.. stances.Select(s => Synthetic.Gold(s.Actor, s.Issue, s.Stance, "words"))],
    };

    // Russia and Iran agree on b, and stand against each other on a in the first document; Russia turns in the second.
    private static readonly LabelledArticle[] Documents =
    [
        Document("1", 1, ("RUS", "a", StanceLabel.Favor), ("IRN", "a", StanceLabel.Against), ("RUS", "b", StanceLabel.Against), ("IRN", "b", StanceLabel.Against)),
        Document("2", 3, ("RUS", "a", StanceLabel.Against), ("CHN", "b", StanceLabel.Neutral)),
        Document("3", 2, ("RUS", "b", StanceLabel.Against)),
    ];

    private static List<string> Edges(ExchangeFormat format, params string[] keys)
    {
        using var stream = new MemoryStream();
        StanceExchange.Write(stream, format, Documents, options: new ExchangeOptions { Issues = IssueCatalog.Of(Synthetic.Issue("a"), Synthetic.Issue("b")) });
        stream.Position = 0;
        var xml = XDocument.Load(stream);
        var nodes = xml.Descendants(Xmlns + "node").Select(n => n.Attribute("id")!.Value).ToHashSet();
        // Programs read an attribute by its name; the key only refers to it.
        var declared = xml.Descendants(Xmlns + "key").ToDictionary(k => k.Attribute("id")!.Value, k => (For: k.Attribute("for")!.Value, Name: k.Attribute("attr.name")!.Value));
        Assert.All(xml.Descendants(Xmlns + "data"), d => Assert.Equal(d.Parent!.Name.LocalName, declared[d.Attribute("key")!.Value].For));
        Assert.All(xml.Descendants(Xmlns + "edge"), e => Assert.True(nodes.Contains(e.Attribute("source")!.Value) && nodes.Contains(e.Attribute("target")!.Value)));
        return [.. xml.Descendants(Xmlns + "edge").Select(e => $"{e.Attribute("source")!.Value} {e.Attribute("target")!.Value} {string.Join(' ', keys.Select(k => e.Elements().FirstOrDefault(d => declared[d.Attribute("key")!.Value].Name == k)?.Value))}")];
    }

    [Fact]
    public void Actors_are_tied_to_concepts() => Assert.Equal(
        [
            "actor:CHN concept:b 1 neutral 0 0 1 0 2017-04-03 2017-04-03",
            "actor:IRN concept:a 1 against 0 1 0 -1 2017-04-01 2017-04-01",
            "actor:IRN concept:b 1 against 0 1 0 -1 2017-04-01 2017-04-01",
            "actor:RUS concept:a 2 mixed 1 1 0 0 2017-04-01 2017-04-03",
            "actor:RUS concept:b 2 against 0 2 0 -2 2017-04-01 2017-04-02",
        ], Edges(ExchangeFormat.GraphMl, "weight", "agreement", "favor", "against", "neutral", "subtract", "first", "last"));

    [Fact]
    public void Actors_are_tied_to_whom_they_agree_with() =>
        // Against a and against b together; for a and against a one against the other; who is neutral is tied to nobody.
        Assert.Equal(["actor:IRN actor:RUS 2 2 1 1"], Edges(ExchangeFormat.CongruenceGraphMl, "weight", "congruence", "conflict", "subtract"));

    [Fact]
    public void A_network_is_written_only()
    {
        using var tool = new StanceTool();
        tool.Write("x.graphml", "<graphml/>");
        Assert.Throws<ArgumentOutOfRangeException>(() => StanceExchange.Read(Path.Combine(tool.Folder, "x.graphml"), ExchangeFormat.GraphMl));
    }
}
