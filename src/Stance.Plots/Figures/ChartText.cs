using System.Globalization;

namespace Stance.Plots;

/// <summary>Words and numbers of a chart in its language. What it returns is safe to put into a figure, unless its name says raw.</summary>
internal sealed class ChartText(ChartOptions options)
{
    private const int HoverWidth = 64;

    public bool Arabic { get; } = options.Check().Language == ChartLanguage.Arabic;

    public ChartOptions Options { get; } = options;

    /// <summary>One of two texts of ours, as it is.</summary>
    public string Raw(string english, string arabic) => Arabic ? arabic : english;

    /// <summary>One of two texts of ours, isolated in the chart's direction.</summary>
    public string Own(string english, string arabic) => SafeText.Isolate(SafeText.Escaped(Raw(english, arabic)), Arabic);

    public string RawName(Actor actor) => Or(Arabic ? actor.ArabicName : actor.EnglishName, actor.Code);

    public string RawName(Issue issue) => Or(issue.Name.GetValueOrDefault(Arabic ? "ar" : "en") ?? issue.Name.GetValueOrDefault(Arabic ? "en" : "ar"), issue.Id);

    public string Name(Actor actor) => SafeText.Line(RawName(actor));

    public string Name(Issue issue) => SafeText.Line(RawName(issue));

    /// <summary>An issue's name in lines of a label.</summary>
    public string Label(Issue issue, int width = 34) => string.Join("<br>", SafeText.Wrap(RawName(issue), 3 * width, width).Select(SafeText.Line));

    /// <summary>A score with its sign: +0.7, −0.7, 0.0.</summary>
    public static string Signed(double value, int digits = 1)
    {
        var rounded = Math.Round(value, digits) + 0.0;
        var number = Math.Abs(rounded).ToString(digits == 1 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
        return SafeText.Number(rounded > 0 ? "+" + number : rounded < 0 ? "\u2212" + number : number);
    }

    public static string Share(double value) => SafeText.Number(value.ToString("0.00", CultureInfo.InvariantCulture));

    public static string Percent(double value) => SafeText.Number($"{Math.Round(100 * value).ToString(CultureInfo.InvariantCulture)}%");

    public static string Count(int value) => SafeText.Number(value.ToString(CultureInfo.InvariantCulture));

    public static string Day(DateOnly day) => SafeText.Number(FrameCsv.Day(day));

    public string Stance(StanceLabel stance) => stance switch
    {
        StanceLabel.Favor => Raw("favor", "مؤيد"),
        StanceLabel.Against => Raw("against", "معارض"),
        _ => Raw("neutral", "محايد"),
    };

    public string NoEvidence => Own("no evidence", "لا دليل");

    /// <summary>Score, interval and number of articles in one line.</summary>
    public string Measure(double score, double low, double high, int count) => SafeText.Isolate(
        $"{Raw("score", "الدرجة")} {Signed(score, 2)} [{Signed(low, 2)}، {Signed(high, 2)}] · {Raw("articles", "المقالات")} {Count(count)}".Replace("،", Raw(",", "،"), StringComparison.Ordinal), Arabic);

    /// <summary>The strongest passage with what stands behind it, in lines.</summary>
    public IEnumerable<string> Evidence(Article article, IReadOnlyList<Evidence> evidence, double probability, string? speaker, string said)
    {
        if (evidence is [var first, ..])
            foreach (var line in SafeText.Wrap($"«{first.Text.Trim()}»", Options.EvidenceLength, HoverWidth))
                yield return SafeText.Isolate(SafeText.Escaped(line), SafeText.IsRightToLeft(first.Text));
        var about = new List<string>();
        if (!string.IsNullOrWhiteSpace(speaker))
            about.Add(SafeText.Line(SafeText.Cut(speaker, 60)));
        about.Add($"{SafeText.Line(said)} {Percent(probability)}");
        if (article.Published is { } day)
            about.Add(Day(day));
        if (article.Id.Length > 0)
            about.Add(SafeText.Line(SafeText.Cut(article.Id, 40)));
        yield return SafeText.Isolate(string.Join(" · ", about), Arabic);
    }

    public IEnumerable<string> Evidence((Article Article, ActorStance Stance) e) => Evidence(e.Article, e.Stance.Evidence, e.Stance.Probability, e.Stance.Speaker, Stance(e.Stance.Stance));

    /// <summary>Lines of a hover label; each is isolated already.</summary>
    public static string Hover(params IEnumerable<string> lines) => string.Join("<br>", lines);

    private static string Or(string? name, string other) => string.IsNullOrWhiteSpace(name) ? other : name;
}
