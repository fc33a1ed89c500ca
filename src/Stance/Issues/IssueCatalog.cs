using System.Collections;

namespace Stance;

/// <summary>The issues that stances are looked for on. Immutable; enumerates in the order given.</summary>
public sealed class IssueCatalog : IReadOnlyCollection<Issue>
{
    private readonly Issue[] issues;
    private readonly Dictionary<string, Issue> byId;

    private IssueCatalog(Issue[] issues)
    {
        this.issues = issues;
        byId = issues.ToDictionary(i => i.Id, StringComparer.Ordinal);
    }

    /// <summary>The catalogue that ships with the library: issues of international affairs from 2001 on, in Arabic and English.</summary>
    public static IssueCatalog Default { get; } = IssueFile.Shipped();

    /// <summary>Number of issues.</summary>
    public int Count => issues.Length;

    /// <summary>The issue with this id, or <c>null</c>.</summary>
    public Issue? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>A catalogue of these issues.</summary>
    /// <exception cref="ArgumentException">Two issues share an id, or one has no proposition.</exception>
    public static IssueCatalog Of(params IEnumerable<Issue> issues)
    {
        var list = issues.ToArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var issue in list)
        {
            if (!seen.Add(issue.Id))
                throw new ArgumentException($"issue '{issue.Id}' is defined twice; allowed: one definition an id", nameof(issues));
            if (!issue.Proposition.Values.Any(p => !string.IsNullOrWhiteSpace(p)))
                throw new ArgumentException($"issue '{issue.Id}' has no proposition; allowed: a sentence in at least one language", nameof(issues));
        }
        return new IssueCatalog(list);
    }

    /// <summary>Reads a JSON array of issues (<c>id</c>, <c>name</c>, <c>proposition</c>, <c>topic</c>, and optionally <c>favor</c> and <c>against</c>, each by language).</summary>
    /// <exception cref="FormatException">Not such an array; the message says file, line, found and allowed.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IssueCatalog Read(string path) => IssueFile.Read(path);

    /// <summary>This catalogue with others beside it; an issue of <paramref name="others"/> replaces one of the same id.</summary>
    public IssueCatalog With(IEnumerable<Issue> others)
    {
        var added = others.ToList();
        var replaced = added.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        return Of(issues.Where(i => !replaced.Contains(i.Id)).Concat(added));
    }

    /// <inheritdoc/>
    public IEnumerator<Issue> GetEnumerator() => issues.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
