namespace Stance;

/// <summary>What one more label is worth beside those that are there or are to come: it knows how often states, issues and words have been met.</summary>
internal sealed class LabelWorth
{
    private readonly SuggestionOptions options;
    private readonly Dictionary<string, double> actors = new(StringComparer.Ordinal), issues = new(StringComparer.Ordinal), words = new(StringComparer.Ordinal);

    public LabelWorth(IEnumerable<LabelledArticle> labelled, SuggestionOptions options)
    {
        this.options = options;
        foreach (var stance in labelled.SelectMany(a => a.Stances))
            Count(stance.Actor, stance.Issue, WordsOf(stance.Evidence.Take(1)), 1);
    }

    /// <summary>The worth of an article now.</summary>
    public double Of(LabelSuggestions.Candidate candidate)
    {
        var sum = 0.0;
        for (var i = 0; i < candidate.Pairs.Count; i++)
            sum += candidate.Pairs[i].Uncertainty * Coverage(candidate.Pairs[i].Predicted) * Novelty(candidate.Words[i]);
        return sum;
    }

    /// <summary>Reckons with the labels of a chosen article: each counts for as much as it is likely to be a stance.</summary>
    public void Take(LabelSuggestions.Candidate candidate)
    {
        for (var i = 0; i < candidate.Pairs.Count; i++)
            if (candidate.Pairs[i].Predicted is var p)
                Count(p.Actor.Code, p.Issue.Id, candidate.Words[i], 1 - p.Probabilities.None);
    }

    /// <summary>The different words of some passages.</summary>
    public static string[] WordsOf(IEnumerable<string> passages)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            var normal = NormalizedText.Of(passage);
            foreach (var token in Tokenizer.Tokenize(normal))
                if (token.Kind == TokenKind.Word)
                    words.Add(normal.Chars[token.Start..token.End].ToString());
        }
        return [.. words];
    }

    private double Coverage(ActorStance pair) => options.Coverage == 0 ? 1
        : Math.Pow((1 + actors.GetValueOrDefault(pair.Actor.Code)) * (1 + issues.GetValueOrDefault(pair.Issue.Id)), -options.Coverage);

    /// <summary>How new the words of a passage are, in (0, 1]; 1: none was met before.</summary>
    private double Novelty(string[] passage) => options.Diversity == 0 || passage.Length == 0 ? 1 : passage.Average(w => Math.Pow(1 + words.GetValueOrDefault(w), -options.Diversity));

    private void Count(string actor, string issue, string[] passage, double much)
    {
        actors[actor] = actors.GetValueOrDefault(actor) + much;
        issues[issue] = issues.GetValueOrDefault(issue) + much;
        foreach (var word in passage)
            words[word] = words.GetValueOrDefault(word) + much;
    }
}
