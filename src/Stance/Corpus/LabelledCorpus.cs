using System.Collections.Immutable;

namespace Stance;

/// <summary>Labelled articles together with the issues that they are labelled for. Immutable.</summary>
public sealed class LabelledCorpus
{
    private LabelledCorpus(ImmutableArray<LabelledArticle> articles, IssueCatalog issues, string hash, IReadOnlyList<CorpusSource> sources) => (Articles, Issues, Hash, Sources) = (articles, issues, hash, sources);

    /// <summary>The articles, in the order of their files.</summary>
    public IReadOnlyList<LabelledArticle> Articles { get; }

    /// <summary>The issues that the labels speak of.</summary>
    public IssueCatalog Issues { get; }

    /// <summary>SHA-256 over articles, labels and issue definitions, in lower-case hexadecimal: it names the corpus in a model's manifest.</summary>
    public string Hash { get; }

    /// <summary>What it was read from, in the order in which it was put together; empty where that is not known, as for articles in memory.</summary>
    public IReadOnlyList<CorpusSource> Sources { get; }

    /// <summary>Reads a corpus in the format of the labelling guide.</summary>
    /// <param name="path">A JSONL file of labelled articles, or a folder: then every <c>*.jsonl</c> below it.</param>
    /// <param name="issues">The issue definitions; <c>null</c>: <c>issues.json</c> beside the articles, or the shipped catalogue where there is none.</param>
    /// <exception cref="FormatException">A row that cannot be read, an unknown actor or issue, an id used twice, evidence that is not in the text: the message says file, line, found and allowed.</exception>
    /// <exception cref="IOException">The path does not exist or cannot be read.</exception>
    public static LabelledCorpus Read(string path, IssueCatalog? issues = null)
    {
        var read = LabelledFiles.Read(path, issues);
        return read.From([new CorpusSource(path, null, read.Hash, read.Articles.Count)]);
    }

    /// <summary>A corpus of articles in memory.</summary>
    public static LabelledCorpus Of(IEnumerable<LabelledArticle> articles, IssueCatalog issues)
    {
        ImmutableArray<LabelledArticle> list = [.. articles];
        return new LabelledCorpus(list, issues, LabelledJson.Hash(list, issues), []);
    }

    /// <summary>The articles of one part (<c>train</c>, <c>test</c>, <c>test-unseen</c>), with all issues.</summary>
    public LabelledCorpus OfSplit(string split)
    {
        var part = Of(Articles.Where(a => string.Equals(a.Split, split, StringComparison.Ordinal)), Issues);
        return Sources is [{ Split: null } whole] ? part.From([whole with { Split = split, Hash = part.Hash, Articles = part.Articles.Count }]) : part;
    }

    /// <summary>The articles that pass a test, with all issues.</summary>
    public LabelledCorpus Where(Func<LabelledArticle, bool> test) => Of(Articles.Where(test), Issues);

    /// <summary>This corpus with the articles of another added; issues of both, those of <paramref name="other"/> where an id is in both. An article that was labelled for all issues of its own corpus is labelled for these and no others:
    /// on an issue that comes from the other corpus its pairs are unknown, not negative.</summary>
    /// <exception cref="ArgumentException">An article id is in both.</exception>
    public LabelledCorpus With(LabelledCorpus other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var ids = Articles.Select(a => a.Article.Id).ToHashSet(StringComparer.Ordinal);
        if (other.Articles.FirstOrDefault(a => ids.Contains(a.Article.Id)) is { } twice)
            throw new ArgumentException($"article '{twice.Article.Id}' is in both corpora; allowed: each id once", nameof(other));
        var issues = Issues.With(other.Issues);
        var together = LabelledCorpus.Of(Known(this).Concat(Known(other)), issues);
        return Sources.Count > 0 && other.Sources.Count > 0 ? together.From([.. Sources, .. other.Sources]) : together;

        IEnumerable<LabelledArticle> Known(LabelledCorpus corpus)
        {
            // Where no issue is new to a corpus nothing has to be said.
            if (corpus.Issues.Count == issues.Count)
                return corpus.Articles;
            var known = corpus.Issues.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
            return corpus.Articles.Select(a => a.LabelledIssues is null ? a with { LabelledIssues = known } : a);
        }
    }

    /// <summary>This corpus without some articles, as another replaces them: it still stands for its sources.</summary>
    internal LabelledCorpus Without(HashSet<string> ids) => ids.Count == 0 ? this : Where(a => !ids.Contains(a.Article.Id)).From(Sources);

    private LabelledCorpus From(IReadOnlyList<CorpusSource> sources) => new([.. Articles], Issues, Hash, sources);

    /// <summary>The corpus that sources stand for, put together again in their order.</summary>
    /// <param name="sources">The sources; at least one.</param>
    /// <param name="folder">Where relative paths are looked for if they are not below the working directory.</param>
    internal static LabelledCorpus Restore(IReadOnlyList<CorpusSource> sources, string? folder) =>
        sources.Skip(1).Aggregate(sources[0].Read(folder), (corpus, source) => CorpusAddition.Of(corpus, source.Read(folder)).Corpus);
}
