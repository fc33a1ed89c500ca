namespace Stance.Tests;

public class TrainingNoiseTests
{
    private const string First = "قالت الوزيرة إن القرار سيدخل حيز التنفيذ في مطلع العام المقبل.", Second = "وأضافت أن بلادها «لن تتراجع» عن التزاماتها تجاه جيرانها.", Third = "وبقيت الأسواق هادئة طوال النهار.";

    private static readonly Article Article = new() { Id = "a", Language = "ar", Title = "عنوان", Text = First + " " + Second + "\n" + Third };

    private static readonly List<List<TextSpan>> Evidence = [[Of(First)], [Of(Second)]];

    private static TextSpan Of(string sentence)
    {
        var at = Article.Text.IndexOf(sentence, StringComparison.Ordinal);
        return new TextSpan(at, at + sentence.Length);
    }

    private static IEnumerable<(Article Article, List<List<TextSpan>> Evidence)> Copies() => Enumerable.Range(0, 200).Select(seed => TrainingNoise.Disturb(Article, Evidence, "خبر آخر", new Random(seed)));

    /// <summary>The letters of a text: what no noise may touch.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    [Fact]
    public void Evidence_is_carried_over_letter_by_letter()
    {
        foreach (var (article, evidence) in Copies())
        {
            Assert.Equal(Letters(First), Letters(evidence[0][0].Of(article.Text)));
            Assert.Equal(Letters(Second), Letters(evidence[1][0].Of(article.Text)));
        }
    }

    [Fact]
    public void Every_kind_of_noise_comes_up_and_so_does_none()
    {
        var texts = Copies().Select(c => c.Article.Text).ToList();
        // Set round what is reported: the clean text has no straight mark at all.
        Assert.Contains(texts, t => t.Contains('"') && t.Contains('«'));
        Assert.Contains(texts, t => !t.Contains('«') && !t.Contains('"'));
        Assert.Contains(texts, t => t.Contains("المقبل، وأضافت", StringComparison.Ordinal) || t.Contains("المقبل\"، وأضافت", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.Contains("المقبل.\nوأضافت", StringComparison.Ordinal));
        Assert.Contains(texts, t => !t.Contains('\n'));
        Assert.Contains(texts, t => t.Contains("خبر آخر", StringComparison.Ordinal));
        Assert.Contains(Article.Text, texts);
    }

    [Fact]
    public void Quotation_marks_set_round_a_clause_come_in_pairs() =>
        Assert.All(Copies().Where(c => c.Article.Text.Contains('«')), c => Assert.Equal(0, c.Article.Text.Count(x => x == '"') % 2));

    [Fact]
    public void One_seed_gives_one_copy() => Assert.Equal(TrainingNoise.Disturb(Article, Evidence, "خبر آخر", new Random(5)).Article.Text, TrainingNoise.Disturb(Article, Evidence, "خبر آخر", new Random(5)).Article.Text);
}
