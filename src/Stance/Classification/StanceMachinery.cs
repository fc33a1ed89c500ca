namespace Stance;

/// <summary>Everything that is built once for a catalogue of issues and actors: the lexicon automaton and an issue index a language.</summary>
internal sealed class StanceMachinery
{
    private readonly IssueIndex[] indexes;

    public StanceMachinery(Lexicon lexicon, IEnumerable<Issue> issues, IReadOnlyDictionary<string, WordWeights> weights)
    {
        Lexicon = lexicon;
        Issues = [.. issues];
        IssueNumber = Issues.Select((issue, i) => (issue.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        indexes = [.. weights.Select(w => new IssueIndex(lexicon, Issues, w.Key, w.Value))];
    }

    public Lexicon Lexicon { get; }

    public IReadOnlyList<Issue> Issues { get; }

    public Dictionary<string, int> IssueNumber { get; }

    /// <summary>The index for a language, or <c>null</c> where it is not read.</summary>
    public IssueIndex? IndexOf(string language) => Array.Find(indexes, i => i.Language == language);
}
