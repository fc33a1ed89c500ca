namespace Stance.Tests;

public class CsvTableTests
{
    private const string Header = "kind,article,layer,actor,on,label,probability,speaker,field,start,end,quote,data,text\n";

    private const string Article = "article,a1,gold,,,,,,,,,,{},😀 موسكو ترفض\n";

    private static ExchangeReading Read(string csv, ExchangeOptions? options = null)
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("table.csv", csv);
        return StanceExchange.Read(Path.Combine(tool.Folder, "table.csv"), ExchangeFormat.Csv, options);
    }

    [Fact]
    public void Offsets_count_UTF_16_and_rows_stand_in_any_order()
    {
        var labelled = Assert.Single(Read(Header + "stance,a1,gold,RUS,sanctions,against,,لافروف,text,3,8,موسكو,,\n" + Article).Articles);
        Assert.Equal((StanceLabel.Against, "لافروف", "موسكو"), (labelled.Stances[0].Stance, labelled.Stances[0].Speaker, labelled.Stances[0].Evidence[0]));
    }

    [Theory]
    [InlineData("stance,a1,gold,RUS,sanctions,against,,,text,2,7,موسكو,,", "the words at [2, 7) are ' موسك', the file quotes 'موسكو'; allowed: offsets of the quoted words in UTF-16 code units")]
    [InlineData("stance,a1,gold,RUS,sanctions,against,,,text,1,8,موسكو,,", "a passage at [1, 8) cuts a character in two (a surrogate pair); allowed: offsets in UTF-16 code units between whole characters")]
    [InlineData("stance,a1,gold,RUS,sanctions,against,,,text,x,8,موسكو,,", "start 'x'; allowed: a whole number of UTF-16 code units")]
    [InlineData("stance,a1,gold,RUS,sanctions,against,,,lead,3,8,موسكو,,", "field 'lead'; allowed: text, title")]
    [InlineData("stance,a1,silver,RUS,sanctions,against,,,text,3,8,موسكو,,", "layer 'silver'; allowed: gold, predicted")]
    [InlineData("stance,a2,gold,RUS,sanctions,against,,,text,3,8,موسكو,,", "article 'a2' has no row of its own; allowed: a label of an article of the table")]
    [InlineData("opinion,a1,gold,RUS,sanctions,against,,,text,3,8,موسكو,,", "kind 'opinion'; allowed: article, stance, sentiment")]
    [InlineData("stance,a1", "found 2 fields; allowed: 14")]
    [InlineData("stance,\"a1", "a quoted field does not end; allowed: a closing quotation mark")]
    public void A_bad_row(string row, string message) =>
        Assert.Equal($"table.csv(3): {message}", Assert.Throws<FormatException>(() => Read(Header + Article + row + "\n")).Message);

    [Fact]
    public void An_article_that_is_put_aside_leaves_the_rows_of_its_labels()
    {
        const string Good = "stance,a1,gold,RUS,sanctions,against,,,text,3,8,موسكو,,\n", Bad = "stance,a1,gold,USA,sanctions,favor,,,text,2,7,موسكو,,\n";
        var reading = Read(Header + Good + Article + Bad, new ExchangeOptions { SkipBadRows = true });
        Assert.Empty(reading.Articles);
        var rejected = Assert.Single(reading.Rejected);
        Assert.Equal((4, Article + Good + Bad), (rejected.Line, rejected.Row + "\n"));
    }

    [Fact]
    public void Other_columns() => Assert.StartsWith("table.csv(1): found the columns 'a,b'; allowed: kind,article,", Assert.Throws<FormatException>(() => Read("a,b\n1,2\n")).Message);

    [Fact]
    public void An_article_that_nobody_labelled() => Assert.Equal(["table.csv(2): nobody labelled it"], Read(Header + Article.Replace("gold", "", StringComparison.Ordinal)).Unlabelled);

    [Fact]
    public void No_cell_begins_like_a_formula()
    {
        var labelled = new LabelledArticle { Article = Stance.Article.FromText("=1+1, said Moscow", title: "@title", id: "-a"), Stances = [Synthetic.Gold("RUS", "sanctions", StanceLabel.Favor, "=1+1") with { Speaker = "+33" }] };
        using var stream = new MemoryStream();
        StanceExchange.Write(stream, ExchangeFormat.Csv, [labelled]);
        var csv = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        // Every cell as a spreadsheet would read it: the apostrophes are still there.
        Assert.DoesNotContain(csv.Split('\n').SelectMany(l => l.Split(',')), f => f.TrimStart('"') is ['=' or '+' or '-' or '@', ..]);
        var back = Assert.Single(Read(csv).Articles);
        Assert.Equal(("-a", "=1+1, said Moscow", "@title", "+33"), (back.Article.Id, back.Article.Text, back.Article.Title, back.Stances[0].Speaker));
    }
}
