namespace Stance;

/// <summary>Everything that is built once for a catalogue of issues and actors: the lexicon automaton and an issue index a language.</summary>
internal sealed class StanceMachinery
{
    private readonly IssueIndex[] indexes;

    /// <param name="lexicon">The lexicon.</param>
    /// <param name="issues">The issues asked about.</param>
    /// <param name="weights">Word weights by language.</param>
    /// <param name="background">The issues that the model was trained on; <c>null</c>: no background.</param>
    public StanceMachinery(Lexicon lexicon, IEnumerable<Issue> issues, IReadOnlyDictionary<string, WordWeights> weights, IReadOnlyList<Issue>? background = null)
    {
        Lexicon = lexicon;
        Issues = [.. issues];
        IssueNumber = Issues.Select((issue, i) => (issue.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        if (background is not { Count: > 0 })
        {
            indexes = IndexesOf(Issues);
            return;
        }
        var behind = IndexesOf(background);
        lexicon.Settle();
        // Whoever asks about the shipped issues has them matched already.
        indexes = IssueFile.Write(background) == IssueFile.Write(Issues) ? behind : IndexesOf(Issues);
        for (var i = 0; i < indexes.Length; i++)
            indexes[i].Against(new BackgroundIssues(behind[i]));

        IssueIndex[] IndexesOf(IReadOnlyList<Issue> of) => [.. weights.Select(w => new IssueIndex(lexicon, of, w.Key, w.Value))];
    }

    public Lexicon Lexicon { get; }

    public IReadOnlyList<Issue> Issues { get; }

    public Dictionary<string, int> IssueNumber { get; }

    /// <summary>The index for a language, or <c>null</c> where it is not read.</summary>
    public IssueIndex? IndexOf(string language) => Array.Find(indexes, i => i.Language == language);
}
