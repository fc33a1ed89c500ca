using System.Text;

namespace Stance;

/// <summary>Disturbs a clean article as the web does — quotation marks lost or changed, sentences glued, paragraph breaks lost, a related-story line between paragraphs — by a seeded
/// transformation, and carries evidence spans over.</summary>
internal static class TrainingNoise
{
    private static readonly string[] ArabicBlurbs = ["اقرأ أيضا: ", "شاهد أيضا: ", "مواضيع ذات صلة: "];
    private static readonly string[] EnglishBlurbs = ["Read more: ", "See also: ", "Related: "];

    /// <summary>The disturbed article and its evidence.</summary>
    /// <param name="article">The article.</param>
    /// <param name="evidence">Spans of its text.</param>
    /// <param name="otherTitle">Headline of another article, for the related-story line; may be empty.</param>
    /// <param name="random">Source of chance.</param>
    public static (Article Article, List<List<TextSpan>> Evidence) Disturb(Article article, List<List<TextSpan>> evidence, string otherTitle, Random random)
    {
        var text = article.Text;
        var quotes = random.NextDouble();
        var glue = random.NextDouble() < 0.15;
        var breaks = random.NextDouble() < 0.25;
        var spaced = random.NextDouble() < 0.1;
        var blurb = !breaks && otherTitle.Length > 0 && random.NextDouble() < 0.35;
        var dropTitle = random.NextDouble() < 0.15;
        var result = new StringBuilder(text.Length + 100);
        var map = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            map[i] = result.Length;
            var c = text[i];
            switch (c)
            {
                case '«' or '»' or '“' or '”' or '"' when quotes < 0.35:
                    result.Append(' ');
                    break;
                case '«' or '»' or '“' or '”' when quotes < 0.55:
                    result.Append('"');
                    break;
                case '\n' when breaks:
                    result.Append(' ');
                    break;
                case '\n' when blurb && i > text.Length / 3:
                    var starts = article.Language == LanguageDetector.English ? EnglishBlurbs : ArabicBlurbs;
                    result.Append('\n').Append(starts[random.Next(starts.Length)]).Append(otherTitle).Append('\n');
                    blurb = false;
                    break;
                case ' ' when glue && i > 0 && text[i - 1] == '.' && random.NextDouble() < 0.5:
                    break;
                case '.' or '،' when spaced:
                    result.Append(' ').Append(c);
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }
        map[text.Length] = result.Length;
        return (article with { Text = result.ToString(), Title = dropTitle ? null : article.Title },
            [.. evidence.Select(spans => spans.Select(s => new TextSpan(map[s.Start], map[s.End])).ToList())]);
    }
}
