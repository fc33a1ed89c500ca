using System.Text;
using System.Text.Json.Nodes;

namespace Stance.Tests;

/// <summary>What the tools do not show, and what their annotators correct all the same.</summary>
public class ExchangeJsonTests
{
    private const string Text = "😀 موسكو ترفض, ترفض";

    private static LabelledArticle Labelled(params string[] evidence) => new()
    {
        Article = new Article { Id = "a1", Title = "لا 😀 ترفض", Text = Text },
        Stances = [Synthetic.Gold("RUS", "sanctions", StanceLabel.Against, evidence) with { Speaker = "لافروف" }],
    };

    private static string Written(ExchangeFormat format, LabelledArticle labelled)
    {
        using var stream = new MemoryStream();
        StanceExchange.Write(stream, format, [labelled]);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static LabelledArticle Back(ExchangeFormat format, string file)
    {
        using var tool = new StanceTool();
        tool.Write("issues.json", Samples.Issues);
        tool.Write("file", file);
        return Assert.Single(StanceExchange.Read(Path.Combine(tool.Folder, "file"), format).Articles);
    }

    /// <summary>The file when its annotator has given the first span another stance, or has taken away every span.</summary>
    private static string Corrected(ExchangeFormat format, string file, string? stance)
    {
        var root = JsonNode.Parse(file)!;
        var spans = (format switch
        {
            ExchangeFormat.LabelStudio => root[0]!["annotations"]![0]!["result"],
            ExchangeFormat.Doccano => root["label"],
            _ => root["spans"],
        })!.AsArray();
        if (stance is null)
            spans.Clear();
        else if (format == ExchangeFormat.LabelStudio)
            spans.First(s => (string)s!["from_name"]! == "stance")!["value"]!["labels"]![0] = stance;
        else if (format == ExchangeFormat.Doccano)
            spans[0]![2] = $"stance:RUS:{stance}:sanctions";
        else
            spans[0]!["label"] = $"stance:RUS:{stance}:sanctions";
        return root.ToJsonString();
    }

    public static TheoryData<ExchangeFormat> Tools => [ExchangeFormat.LabelStudio, ExchangeFormat.Doccano, ExchangeFormat.Prodigy];

    [Theory]
    [MemberData(nameof(Tools))]
    public void Evidence_in_the_title_follows_the_correction_of_what_shows(ExchangeFormat format)
    {
        var file = Written(format, Labelled("موسكو ترفض", "لا"));
        var stance = Assert.Single(Back(format, Corrected(format, file, "favor")).Stances);
        Assert.Equal((StanceLabel.Favor, "لافروف"), (stance.Stance, stance.Speaker));
        Assert.Equal(["موسكو ترفض", "لا"], stance.Evidence);
        Assert.Equal(StanceLabel.Against, Assert.Single(Back(format, file).Stances).Stance);
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void Evidence_in_the_title_goes_with_the_last_span(ExchangeFormat format) => Assert.Empty(Back(format, Corrected(format, Written(format, Labelled("موسكو ترفض", "لا")), null)).Stances);

    [Theory]
    [MemberData(nameof(Tools))]
    public void A_label_that_the_title_alone_shows_stays(ExchangeFormat format) => Assert.Equal(["لا"], Assert.Single(Back(format, Written(format, Labelled("لا"))).Stances).Evidence);

    [Theory]
    [InlineData(ExchangeFormat.LabelStudio)]
    [InlineData(ExchangeFormat.Doccano)]
    [InlineData(ExchangeFormat.Prodigy)]
    [InlineData(ExchangeFormat.Csv)]
    public void A_passage_of_the_title_whose_words_stand_in_the_text_too(ExchangeFormat format)
    {
        var labelled = Labelled("ترفض");
        labelled = labelled with { Stances = [labelled.Stances[0] with { Spans = [null] }] };
        Assert.Equal([null], Assert.Single(Back(format, Written(format, labelled)).Stances).Spans!);
    }

    [Fact]
    public void A_passage_of_the_title_that_is_not_in_it()
    {
        var labelled = Labelled("موسكو");
        var error = Assert.Throws<FormatException>(() => Written(ExchangeFormat.Csv, labelled with { Stances = [labelled.Stances[0] with { Spans = [null] }] }));
        Assert.Equal("article 'a1', RUS on 'sanctions': evidence is not in the title: 'موسكو'; allowed: a verbatim passage", error.Message);
    }
}
