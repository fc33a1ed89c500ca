namespace Stance.Plots.Tests;

public class EvidenceViewTests
{
    private const string Text = "قالت روسيا إنها ترفض القرار.\nوأيدته فرنسا.";

    private static ArticleStances Result() => Synthetic.Result(Article.FromText(Text, "عنوان", new DateOnly(2018, 4, 8), "n1"),
        Synthetic.Stance("RUS", "x", StanceLabel.Against, 0.9, Synthetic.In(Text, "قالت روسيا إنها ترفض القرار.")),
        Synthetic.Stance("FRA", "x", StanceLabel.Favor, 0.8, Synthetic.In(Text, "وأيدته فرنسا."))) with
    {
        Language = "ar",
        Mentions = [new ActorMention(Synthetic.Actor("RUS"), Synthetic.In(Text, "روسيا").Span, MentionKind.Name, "روسيا")],
    };

    [Fact]
    public void The_article_runs_from_the_right_and_its_evidence_is_numbered_with_the_sign()
    {
        var html = EvidenceView.Of(Result()).ToHtml();
        Assert.Contains("<html lang=\"en\">", html);
        Assert.Contains("<div lang=\"ar\" dir=\"rtl\"", html);
        Assert.Contains("[1\u2212]", html);
        Assert.Contains("[2+]", html);
        Assert.Contains("double", html); // against is a double line, favor a single one: not by colour alone
        Assert.Contains("2018-04-08", html);
        Assert.Contains("default-src 'none'", html);
    }

    [Fact]
    public void Every_word_of_the_article_is_there_once()
    {
        var html = EvidenceView.Of(Result(), options: new ChartOptions { Language = ChartLanguage.Arabic }).ToFragment();
        var body = html[html.IndexOf("<div lang", StringComparison.Ordinal)..html.IndexOf("</div>", StringComparison.Ordinal)];
        var words = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(body.Replace("</p><p>", "\n", StringComparison.Ordinal), "<sup.*?</sup>|<[^>]*>", ""));
        Assert.Equal(Text, words);
        Assert.Contains(">روسيا</span>", body);
        Assert.Contains("dir=\"rtl\"", html[..60]);
    }

    [Fact]
    public void Statements_have_their_speakers()
    {
        const string Said = "قال وزير الخارجية الروسي سيرغي لافروف إن موسكو ترفض الاتهامات الموجهة إلى دمشق بشأن الهجوم الكيميائي في خان شيخون.";
        var analyzer = StanceAnalyzer.Default;
        var html = EvidenceView.Of(analyzer.Analyze(Article.FromText(Said, published: new DateOnly(2017, 4, 12))), analyzer).ToFragment();
        Assert.Contains("Russia\u2069", html, StringComparison.Ordinal);
        Assert.Contains("reported</small>", html);
    }

    [Fact]
    public void An_empty_result_says_why_and_spans_outside_the_text_are_passed_over()
    {
        Assert.Contains("No state or bloc is named.", EvidenceView.Of(Synthetic.Result(Article.FromText("")) with { Reason = EmptyReason.NoActor }).ToHtml());
        var off = Synthetic.Result(Article.FromText("short"), Synthetic.Stance("RUS", "x", StanceLabel.Favor, 1, new Evidence(new TextSpan(3, 99), "?"), new Evidence(new TextSpan(-5, 2), "?")));
        Assert.Contains("short", EvidenceView.Of(off).ToHtml());
    }
}
