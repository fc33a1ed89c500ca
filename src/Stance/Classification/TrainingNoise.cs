using System.Text;

namespace Stance;

/// <summary>Disturbs a clean article as the web does — quotation marks lost, changed or set round what is reported, sentences glued or joined by a comma, paragraph breaks lost or set after each sentence, a related-story
/// line between paragraphs — by a seeded transformation, and carries evidence spans over.</summary>
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
        var split = !breaks && random.NextDouble() < 0.4;
        var joined = random.NextDouble() < 0.35;
        var quoted = random.NextDouble() < 0.55 ? Quoted(text, random) : [];
        var result = new StringBuilder(text.Length + 100);
        var map = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            map[i] = result.Length;
            var c = text[i];
            if (quoted.Contains(i))
                result.Append('"');
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
                // «… الجلسة. وأضاف» becomes «… الجلسة، وأضاف».
                case '.' when joined && i + 2 < text.Length && text[i + 1] == ' ' && text[i + 2] == 'و' && random.NextDouble() < 0.5:
                    result.Append('،');
                    break;
                case ' ' when split && i > 0 && text[i - 1] is '.' or '؟' or '!' && random.NextDouble() < 0.8:
                    result.Append('\n');
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

    private static readonly string[] Complementizers = [" إن ", " بأن ", " أن ", " إنه ", " إنها ", " بأنه ", " بأنها ", " that "];

    /// <summary>Places for quotation marks round some of the clauses that report: most of what real news reports stands in quotes.</summary>
    private static HashSet<int> Quoted(string text, Random random)
    {
        var places = new HashSet<int>();
        foreach (var word in Complementizers)
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (random.NextDouble() < 0.4)
                    continue;
                var start = at + word.Length;
                // A partial quotation begins a few words later.
                for (var skip = random.Next(4); skip > 0 && text.IndexOf(' ', start) is > 0 and var next && next - start < 15; skip--)
                    start = next + 1;
                var end = start;
                while (end < text.Length && text[end] is not ('.' or '،' or '؛' or '\n' or ':' or '«' or '»' or '"' or '“' or '(' or ',' or ';'))
                    end++;
                if (end - start < 15 || end - start > 220 || (end < text.Length && text[end] is '«' or '"' or '“') || places.Any(p => p >= at && p <= end))
                    continue;
                places.Add(start);
                places.Add(end);
            }
        }
        return places;
    }
}
