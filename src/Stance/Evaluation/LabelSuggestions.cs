namespace Stance;

/// <summary>Chooses the articles and pairs whose labels teach a model most: uncertain ones, of states and issues that have few labels, told in words not labelled yet.</summary>
public static class LabelSuggestions
{
    /// <summary>Articles that share this much of their wording are one: a second label of the same text teaches nothing.</summary>
    private const double CopyShare = 0.5;

    /// <summary>Chooses articles one after the other, each the best beside those before it: greedily by the sum over its pairs of
    /// entropy (Settles 2009, uncertainty sampling) × coverage × diversity, both of which shrink with what is labelled or chosen (the diminishing returns of submodular batch selection: Wei, Iyer and Bilmes 2015).</summary>
    /// <param name="analyzer">The model that is to learn, with the issues and actors to ask about; its own threshold says what is pre-filled.</param>
    /// <param name="unlabelled">Articles to choose from; one that is a near copy of another or of a labelled one, is in a language that is not read or has no pair worth asking about is never chosen.</param>
    /// <param name="labelled">What is labelled already; <c>null</c>: nothing.</param>
    /// <param name="options">How; <c>null</c>: the defaults.</param>
    /// <param name="cancellation">Stops between articles.</param>
    /// <returns>The best first; fewer than asked for where there are not as many. The order of <paramref name="unlabelled"/> plays no part if ids are distinct.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option out of its range.</exception>
    public static IReadOnlyList<SuggestedArticle> Choose(StanceAnalyzer analyzer, IEnumerable<Article> unlabelled, LabelledCorpus? labelled = null, SuggestionOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(unlabelled);
        options ??= new();
        options.Check();
        var known = labelled?.Articles ?? [];
        // An order of their own: equals are decided the same way however the articles are listed.
        List<Article> articles = [.. unlabelled.OrderBy(a => a.Id, StringComparer.Ordinal).ThenBy(a => a.Text, StringComparer.Ordinal)];
        var all = new StanceAnalyzer(analyzer.Model, analyzer.Issues, analyzer.Actors, analyzer.Options with { MinProbability = 0 });
        var threshold = analyzer.Options.MinProbability ?? analyzer.Model.Manifest.Threshold;
        var candidates = Distinct(articles, known, all.Analyze(articles, cancellation).Select(r => Candidate.Of(r, threshold, options)), cancellation);
        var worth = new LabelWorth(known, options);
        var chosen = new List<SuggestedArticle>();
        while (chosen.Count < options.Count && candidates.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (best, most) = (-1, double.NegativeInfinity);
            for (var i = 0; i < candidates.Count; i++)
                if (worth.Of(candidates[i]) is var value && value > most)
                    (best, most) = (i, value);
            chosen.Add(new SuggestedArticle(candidates[best].Article, candidates[best].Pairs, most));
            worth.Take(candidates[best]);
            candidates.RemoveAt(best);
        }
        return chosen;
    }

    /// <summary>The candidates that have something to ask, of near copies the one that is worth most alone, none that is a copy of a labelled article.</summary>
    private static List<Candidate> Distinct(List<Article> articles, IReadOnlyList<LabelledArticle> known, IEnumerable<Candidate> analysed, CancellationToken cancellation)
    {
        var candidates = analysed.ToList();
        cancellation.ThrowIfCancellationRequested();
        var groups = NearDuplicates.Groups([.. articles.Select(a => (a.Id, a.Text)), .. known.Select(k => (k.Article.Id, k.Article.Text))], CopyShare);
        var taken = groups[articles.Count..].ToHashSet();
        return [.. candidates.Select((candidate, i) => (candidate, Group: groups[i])).Where(c => !taken.Contains(c.Group) && c.candidate.Pairs.Count > 0)
            .GroupBy(c => c.Group).Select(g => g.MaxBy(c => c.candidate.Pairs.Sum(p => p.Uncertainty)).candidate)];
    }

    /// <summary>An article with what may be asked of it, and the words of the passages.</summary>
    internal sealed record Candidate(Article Article, List<SuggestedPair> Pairs, List<string[]> Words)
    {
        public static Candidate Of(ArticleStances result, double threshold, SuggestionOptions options)
        {
            List<SuggestedPair> pairs = [.. result.Stances.Where(s => 1 - s.Probabilities.None >= options.LowestProbability)
                .Select(s => new SuggestedPair(s, s.Probability >= threshold ? s.Stance : null, Entropy(s.Probabilities)))
                .OrderByDescending(p => p.Uncertainty).ThenBy(p => p.Predicted.Actor.Code, StringComparer.Ordinal).ThenBy(p => p.Predicted.Issue.Id, StringComparer.Ordinal)
                .Take(options.PairsPerArticle)];
            return new Candidate(result.Article, pairs, pairs.ConvertAll(p => LabelWorth.WordsOf(p.Predicted.Evidence.Take(1).Select(e => e.Text))));
        }
    }

    /// <summary>Entropy of the four outcomes over that of a fair draw.</summary>
    internal static double Entropy(StanceProbabilities p)
    {
        var sum = 0.0;
        foreach (var part in (ReadOnlySpan<double>)[p.Favor, p.Against, p.Neutral, p.None])
            if (part > 0)
                sum -= part * Math.Log(part);
        return Math.Clamp(sum / Math.Log(4), 0, 1);
    }
}
