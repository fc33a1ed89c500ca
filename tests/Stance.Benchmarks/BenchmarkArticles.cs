using System.Text;

namespace Stance.Benchmarks;

/// <summary>Articles of about 300 words, as the corpus has them: written ones, joined where they are shorter.</summary>
internal static class BenchmarkArticles
{
    public const int Words = 300;

    public static string Repository { get; } = FindRepository();

    public static LabelledCorpus Corpus { get; } = LabelledCorpus.Read(Path.Combine(Repository, "training-data"));

    /// <summary>Arabic articles cut or joined to <see cref="Words"/> words.</summary>
    public static Article[] Arabic(int count)
    {
        var words = new List<string>();
        var articles = new List<Article>();
        foreach (var labelled in Corpus.Articles.Where(a => a.Article.Language == "ar"))
        {
            foreach (var line in labelled.Article.Text.Split('\n'))
                words.AddRange([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries), "\n"]);
            if (words.Count < Words)
                continue;
            articles.Add(new Article { Id = $"{articles.Count}", Text = string.Join(' ', words.Take(Words)), Published = labelled.Article.Published });
            words.Clear();
            if (articles.Count == count)
                break;
        }
        return [.. articles];
    }

    /// <summary>The first 60 issues of the shipped catalogue.</summary>
    public static IssueCatalog SixtyIssues { get; } = IssueCatalog.Of(IssueCatalog.Default.Take(60));

    public static byte[][] Utf8(Article[] articles) => [.. articles.Select(a => Encoding.UTF8.GetBytes(a.Text))];

    private static string FindRepository()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Stance.sln")))
                return folder;
        throw new InvalidOperationException("the benchmarks do not run from within the repository");
    }
}
