using System.Text;
using System.Text.Json;

namespace Stance;

/// <summary>Labelled articles and the lines of <c>stance analyze --format jsonl</c> beside them.</summary>
internal static class PredictionLines
{
    /// <summary>The articles of a file or folder in the format of the labelling guide; a row without <c>stances</c> is one that nobody labelled.</summary>
    /// <param name="path">A JSONL file, or a folder of them.</param>
    /// <param name="issues">The issues that labels may speak of; <c>null</c>: those beside the articles, or the shipped catalogue.</param>
    /// <param name="predictions">A file of predictions; <c>null</c>: none.</param>
    /// <exception cref="FormatException">A bad row, with file and line.</exception>
    public static List<ExchangeArticle> Read(string path, IssueCatalog issues, string? predictions)
    {
        var (articles, seen) = (new List<ExchangeArticle>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var file in LabelledFiles.Files(path))
            foreach (var (line, row) in JsonLines.Read(file))
            {
                var labelled = LabelledFiles.Row(Path.GetFileName(file), line, row, issues, seen);
                using var document = JsonDocument.Parse(row);
                articles.Add(new ExchangeArticle(labelled, document.RootElement.TryGetProperty("stances", out _) ? ExchangeLabel.Of(labelled) : null, null));
            }
        if (predictions is null)
            return articles;
        var places = articles.Select((a, i) => (a.Article.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        foreach (var (line, row) in JsonLines.Read(predictions))
        {
            try
            {
                using var document = ExchangeJson.Parse(Encoding.UTF8.GetBytes(row));
                var id = ExchangeJson.Text(document.RootElement, "id");
                if (!places.TryGetValue(id, out var at))
                    throw new FormatException($"article '{id}' is none of the {articles.Count} articles; allowed: predictions for the articles that are exported");
                if (articles[at].Predictions is not null)
                    throw new FormatException($"two predictions for article '{id}'; allowed: each id once");
                articles[at] = articles[at] with { Predictions = Labels(document.RootElement, articles[at].Article) };
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException)
            {
                throw new FormatException($"{Path.GetFileName(predictions)}({line}): {(e is FormatException ? e.Message : ArticleJson.HalfPair("a field", (InvalidOperationException)e).Message)}", e);
            }
        }
        return articles;
    }

    private static List<ExchangeLabel> Labels(JsonElement row, Article article)
    {
        // As results in memory: a label that shows no passage is left out.
        var labelled = new LabelledArticle
        {
            Article = article,
            Stances = [.. LabelledJson.Stances(row).Where(s => s.Evidence.Count > 0)],
            Sentiments = [.. LabelledJson.Sentiments(row).Where(s => s.Evidence.Count > 0)],
        };
        var probabilities = ExchangeJson.Items(row, "stances").Select(s => (false, ExchangeJson.Text(s, "actor"), ExchangeJson.Text(s, "issue"), Probability(s)))
            .Concat(ExchangeJson.Items(row, "sentiments").Select(s => (true, ExchangeJson.Text(s, "source"), ExchangeJson.Text(s, "target"), Probability(s))))
            .GroupBy(p => (p.Item1, p.Item2, p.Item3)).ToDictionary(g => g.Key, g => g.First().Item4);
        return [.. ExchangeLabel.Of(labelled).Select(l => l with { Probability = probabilities[(l.IsSentiment, l.Actor, l.On)] })];
    }

    private static double? Probability(JsonElement label) => label.TryGetProperty("probability", out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
