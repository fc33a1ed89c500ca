using System.Text.Json;

namespace Stance.Tests;

/// <summary>200 Arabic articles of the training corpus, with emoji, bidi marks, Windows line ends and formulas put in, go out and come back whole.</summary>
public class ExchangeRoundTripTests
{
    private static readonly Lazy<LabelledCorpus> LazyCorpus = new(() => LabelledCorpus.Read(Path.Combine(SharedData.Repository, "training-data")));

    private static readonly Lazy<List<LabelledArticle>> LazyArticles = new(() =>
    {
        // Those with evidence in the title first: few have it.
        var arabic = LazyCorpus.Value.Articles.Where(a => a.Article.Language == "ar").OrderByDescending(a => ExchangeLabel.Of(a).Any(l => l.Passages.Any(p => p.InTitle))).Take(200);
        return [.. arabic.Select(Disturbed)];
    });

    private static List<LabelledArticle> Articles => LazyArticles.Value;

    /// <summary>One character becomes several, so that whatever was part of the text still is.</summary>
    private static string Disturbed(string text) => text.Replace("و", "\u200Fو", StringComparison.Ordinal).Replace("ة", "ة😀", StringComparison.Ordinal).Replace("،", "،\u2067👨‍👩‍👧\u2069", StringComparison.Ordinal)
        .Replace("ق", "𐤒", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal).Replace("م", "م;\"", StringComparison.Ordinal);

    private static LabelledArticle Disturbed(LabelledArticle labelled, int number)
    {
        var first = "=🇸🇾" + Disturbed(labelled.Article.Text);
        // Every third text stands there twice, and what is quoted of it is the second time.
        var twice = number % 3 == 0;
        var article = labelled.Article with { Text = twice ? first + "\r\n" + first : first, Title = "@" + Disturbed(labelled.Article.Title!), Extra = new Dictionary<string, JsonElement>(labelled.Article.Extra) { ["own"] = JsonDocument.Parse("{\"a\": [1, \"😀\"]}").RootElement } };
        return labelled with
        {
            Article = article,
            Stances = [.. labelled.Stances.Select(s => s with { Speaker = s.Speaker is null ? null : "-" + Disturbed(s.Speaker), Evidence = Quotes(s.Evidence), Spans = Places(Quotes(s.Evidence)) })],
            Sentiments = [.. labelled.Sentiments.Select(s => s with { Evidence = Quotes(s.Evidence), Spans = Places(Quotes(s.Evidence)) })],
        };

        static List<string> Quotes(IReadOnlyList<string> evidence) => [.. evidence.Select(Disturbed)];

        List<TextSpan?>? Places(List<string> quotes) => !twice ? null : [.. quotes.Select(q => article.Text.LastIndexOf(q, StringComparison.Ordinal) is >= 0 and var at ? new TextSpan(at, at + q.Length) : (TextSpan?)null)];
    }

    /// <summary>Everything that must not be lost, a line each, in an order of its own.</summary>
    private static List<string> Facts(LabelledArticle labelled, bool header = true, bool sentiments = true) =>
    [
        .. header ? [ExchangeJson.Line(w => LabelledJson.WriteFields(w, labelled, text: true))] : (IEnumerable<string>)[labelled.Article.Text],
        .. ExchangeLabel.Of(labelled).Where(l => sentiments || !l.IsSentiment)
            .Select(l => $"{l.Key} by {l.Speaker}: {string.Join(" | ", l.Passages.OrderBy(p => p.InTitle).Select(p => $"{(p.InTitle ? "title" : "text")} [{p.Span.Start}, {p.Span.End}) {p.Quote}"))}").Order(StringComparer.Ordinal),
    ];

    private static ExchangeReading ThereAndBack(ExchangeFormat format, ExchangeOptions? options = null)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("stance-exchange-").FullName, "file");
        try
        {
            using (var stream = File.Create(path))
                StanceExchange.Write(stream, format, Articles, options: options);
            return StanceExchange.Read(path, format, (options ?? new ExchangeOptions()) with { Issues = LazyCorpus.Value.Issues });
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [Fact]
    public void The_articles_have_what_is_hard()
    {
        var labels = Articles.SelectMany(ExchangeLabel.Of).ToList();
        Assert.Equal(200, Articles.Count);
        Assert.Contains(labels, l => l.Passages.Any(p => p.InTitle));
        Assert.Contains(labels, l => l.Passages.Count > 1);
        Assert.Contains(labels, l => l.IsSentiment);
        Assert.Contains(labels, l => l is { IsSentiment: false, Value: "neutral" });
        Assert.Contains(labels, l => l.Speaker is null);
        Assert.All(Articles, a => Assert.True(new CodePoints(a.Article.Text).Length < a.Article.Text.Length));
    }

    [Theory]
    [InlineData(ExchangeFormat.LabelStudio)]
    [InlineData(ExchangeFormat.Doccano)]
    [InlineData(ExchangeFormat.Prodigy)]
    [InlineData(ExchangeFormat.Csv)]
    public void Nothing_is_lost(ExchangeFormat format)
    {
        var reading = ThereAndBack(format);
        Assert.Empty(reading.Unlabelled);
        Assert.Equal(Articles.SelectMany(a => Facts(a)), reading.Articles.SelectMany(a => Facts(a)));
    }

    [Fact]
    public void Nothing_is_lost_in_the_offsets_of_an_older_Label_Studio() =>
        Assert.Equal(Articles.SelectMany(a => Facts(a)), ThereAndBack(ExchangeFormat.LabelStudio, new ExchangeOptions { LabelStudioOffsets = OffsetUnit.Utf16 }).Articles.SelectMany(a => Facts(a)));

    [Fact]
    public void A_statement_list_keeps_stances_speakers_and_offsets()
    {
        var reading = ThereAndBack(ExchangeFormat.Dna, new ExchangeOptions { Articles = [.. Articles.Select(a => a.Article)] });
        var coded = Articles.Where(a => a.Stances.Count > 0).ToList();
        Assert.Equal(coded.SelectMany(a => Facts(a, header: false, sentiments: false)), reading.Articles.SelectMany(a => Facts(a, header: false, sentiments: false)));
        // What was coded is known of these issues and no others.
        Assert.All(reading.Articles, a => Assert.Equal(coded.SelectMany(c => c.Stances).Select(s => s.Issue).ToHashSet(), a.LabelledIssues));
    }

    [Fact]
    public void A_statement_list_without_articles_keeps_stances_and_speakers()
    {
        var reading = ThereAndBack(ExchangeFormat.Dna);
        string[] Stances(IEnumerable<LabelledArticle> articles) => [.. articles.SelectMany(a => a.Stances.Select(s => $"{a.Article.Id} {a.Article.Published} {s.Actor} {s.Stance} {s.Issue} {s.Speaker} {string.Join('|', s.Evidence)}"))];
        Assert.Equal(Stances(Articles), Stances(reading.Articles));
    }

    [Theory]
    [InlineData(ExchangeFormat.LabelStudio)]
    [InlineData(ExchangeFormat.Doccano)]
    [InlineData(ExchangeFormat.Prodigy)]
    [InlineData(ExchangeFormat.Csv)]
    [InlineData(ExchangeFormat.Dna)]
    public void A_file_that_was_cut_off_is_refused_with_its_line(ExchangeFormat format)
    {
        using var stream = new MemoryStream();
        StanceExchange.Write(stream, format, Articles.Take(5));
        var text = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        using var tool = new StanceTool();
        // Within the last quoted words.
        tool.Write("cut.out", text[..(text.LastIndexOf('م') + 1)]);
        var error = Assert.Throws<FormatException>(() => StanceExchange.Read(Path.Combine(tool.Folder, "cut.out"), format, new ExchangeOptions { Issues = LazyCorpus.Value.Issues }));
        Assert.Matches(@"^cut\.out\([0-9]+\): .*; allowed: ", error.Message);
    }

    [Theory]
    [InlineData("", "text", "text", "an article has no id; allowed: an id for each article")]
    [InlineData("a", "text", "other", "article 'a', RUS on 'x': evidence is not in the text: 'other'; allowed: a verbatim passage")]
    [InlineData("a", "text", null, "article 'a', RUS on 'x': no evidence; allowed: one to three verbatim passages")]
    [InlineData("a", "a\0text", "text", "article 'a' holds a NUL character; allowed: text, or a format of JSON")]
    public void What_cannot_be_carried_is_refused_on_the_way_out(string id, string text, string? evidence, string message)
    {
        var labelled = Synthetic.Labelled(id, text, Synthetic.Gold("RUS", "x", StanceLabel.Favor, evidence is null ? [] : [evidence]));
        Assert.Equal(message, Assert.Throws<FormatException>(() => StanceExchange.Write(Stream.Null, ExchangeFormat.Csv, [labelled])).Message);
    }

    [Fact]
    public void Half_a_character_is_refused_on_the_way_out()
    {
        Assert.Throws<FormatException>(() => StanceExchange.Write(Stream.Null, ExchangeFormat.Doccano, [Synthetic.Labelled("a", "text \uD83D")]));
        Assert.Throws<FormatException>(() => StanceExchange.Write(Stream.Null, ExchangeFormat.Doccano, [Synthetic.Labelled("a", "😀", Synthetic.Gold("RUS", "x", StanceLabel.Favor, "\uDE00"))]));
    }
}
