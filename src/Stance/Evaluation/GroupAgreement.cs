namespace Stance;

/// <summary>How far two or more annotators agree who labelled the same articles, or some of them.</summary>
/// <param name="Annotators">How many annotators.</param>
/// <param name="Articles">Articles that at least two labelled.</param>
/// <param name="PairF1">Mean over all twos of annotators of the F1 of their (actor, issue) pairs, in [0, 1] (Hripcsak and Rothschild 2005). Twos that share no article are left out.</param>
/// <param name="TripleF1">The same of triples (actor, issue, stance).</param>
/// <param name="Alpha">Krippendorff's alpha of the stance on the pairs that at least two labelled; <c>null</c> where there is none.</param>
/// <param name="AlphaWithNone">Krippendorff's alpha where no label counts as a value of its own: units are the pairs that at least one labelled, values those of all annotators who labelled the article. It sees disagreement on whether there is a stance,
/// yet not the many pairs on which all agree that there is none. <c>null</c> where there is no such pair.</param>
/// <param name="SharedPairs">Pairs that at least two labelled: the units of <paramref name="Alpha"/>.</param>
public sealed record GroupAgreement(int Annotators, int Articles, double PairF1, double TripleF1, double? Alpha, double? AlphaWithNone, int SharedPairs)
{
    /// <summary>Compares files of stances in the format of <see cref="AnnotatorAgreement.Read"/>.</summary>
    /// <param name="paths">A file for each annotator, at least two.</param>
    /// <exception cref="FormatException">A row that is none, with file and line.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="ArgumentException">Fewer than two files.</exception>
    public static GroupAgreement Read(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return Of([.. paths.Select(AnnotatorAgreement.ReadPass)]);
    }

    /// <summary>Compares the stances of annotators.</summary>
    /// <param name="annotators">For each annotator and each article that it labelled, the stances by (actor, issue).</param>
    /// <exception cref="ArgumentException">Fewer than two annotators.</exception>
    public static GroupAgreement Of(IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyDictionary<(string Actor, string Issue), StanceLabel>>> annotators)
    {
        ArgumentNullException.ThrowIfNull(annotators);
        if (annotators.Count < 2)
            throw new ArgumentException($"found {annotators.Count} annotators; allowed: at least 2", nameof(annotators));
        var twos = new List<AnnotatorAgreement>();
        for (var a = 0; a < annotators.Count; a++)
            for (var b = a + 1; b < annotators.Count; b++)
                if (AnnotatorAgreement.Of(annotators[a], annotators[b]) is { Articles: > 0 } agreement)
                    twos.Add(agreement);
        List<List<StanceLabel>> stances = [];
        List<List<StanceLabel?>> withNone = [];
        var articles = 0;
        foreach (var id in annotators.SelectMany(a => a.Keys).Distinct(StringComparer.Ordinal))
        {
            var passes = annotators.Where(a => a.ContainsKey(id)).Select(a => a[id]).ToList();
            if (passes.Count < 2)
                continue;
            articles++;
            foreach (var pair in passes.SelectMany(p => p.Keys).Distinct())
            {
                var values = passes.Select(p => p.TryGetValue(pair, out var stance) ? stance : (StanceLabel?)null).ToList();
                withNone.Add(values);
                stances.Add([.. values.OfType<StanceLabel>()]);
            }
        }
        return new GroupAgreement(annotators.Count, articles, Mean(t => t.PairF1), Mean(t => t.TripleF1), KrippendorffAlpha.Nominal(stances),
            KrippendorffAlpha.Nominal(withNone.Select(u => u.Select(v => v is { } stance ? (int)stance : -1))), stances.Count(s => s.Count >= 2));

        double Mean(Func<AnnotatorAgreement, double> figure) => twos.Count == 0 ? 0 : twos.Average(figure);
    }
}
