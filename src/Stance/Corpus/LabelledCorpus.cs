using System.Collections.Immutable;

namespace Stance;

/// <summary>Labelled articles together with the issues that they are labelled for. Immutable.</summary>
public sealed class LabelledCorpus
{
    private LabelledCorpus(ImmutableArray<LabelledArticle> articles, IssueCatalog issues, string hash) => (Articles, Issues, Hash) = (articles, issues, hash);

    /// <summary>The articles, in the order of their files.</summary>
    public IReadOnlyList<LabelledArticle> Articles { get; }

    /// <summary>The issues that the labels speak of.</summary>
    public IssueCatalog Issues { get; }

    /// <summary>SHA-256 over articles, labels and issue definitions, in lower-case hexadecimal: it names the corpus in a model's manifest.</summary>
    public string Hash { get; }

    /// <summary>Reads a corpus in the format of the labelling guide.</summary>
    /// <param name="path">A JSONL file of labelled articles, or a folder: then every <c>*.jsonl</c> below it.</param>
    /// <param name="issues">The issue definitions; <c>null</c>: <c>issues.json</c> beside the articles, or the shipped catalogue where there is none.</param>
    /// <exception cref="FormatException">A row that cannot be read, an unknown actor or issue, an id used twice, evidence that is not in the text: the message says file, line, found and allowed.</exception>
    /// <exception cref="IOException">The path does not exist or cannot be read.</exception>
    public static LabelledCorpus Read(string path, IssueCatalog? issues = null) => LabelledFiles.Read(path, issues);

    /// <summary>A corpus of articles in memory.</summary>
    public static LabelledCorpus Of(IEnumerable<LabelledArticle> articles, IssueCatalog issues)
    {
        ImmutableArray<LabelledArticle> list = [.. articles];
        return new LabelledCorpus(list, issues, LabelledJson.Hash(list, issues));
    }

    /// <summary>The articles of one part (<c>train</c>, <c>test</c>, <c>test-unseen</c>), with all issues.</summary>
    public LabelledCorpus OfSplit(string split) => Of(Articles.Where(a => string.Equals(a.Split, split, StringComparison.Ordinal)), Issues);

    /// <summary>The articles that pass a test, with all issues.</summary>
    public LabelledCorpus Where(Func<LabelledArticle, bool> test) => Of(Articles.Where(test), Issues);

    /// <summary>This corpus with the articles of another added; issues of both, those of <paramref name="other"/> first where an id is in both.</summary>
    /// <exception cref="ArgumentException">An article id is in both.</exception>
    public LabelledCorpus With(LabelledCorpus other)
    {
        var ids = Articles.Select(a => a.Article.Id).ToHashSet(StringComparer.Ordinal);
        if (other.Articles.FirstOrDefault(a => ids.Contains(a.Article.Id)) is { } twice)
            throw new ArgumentException($"article '{twice.Article.Id}' is in both corpora; allowed: each id once", nameof(other));
        return Of(Articles.Concat(other.Articles), Issues.With(other.Issues));
    }
}
