namespace Stance;

/// <summary>How far two annotators of the same articles agree.</summary>
/// <param name="Articles">Articles that both labelled.</param>
/// <param name="First">Triples (actor, issue, stance) of the first.</param>
/// <param name="Second">Triples of the second.</param>
/// <param name="PairF1">F1 of the (actor, issue) pairs, in [0, 1]; 1 where neither has any.</param>
/// <param name="TripleF1">F1 of the triples, in [0, 1]; 1 where neither has any.</param>
/// <param name="Kappa">Cohen's kappa of the stance on the pairs that both labelled, in [-1, 1] (Cohen 1960); 1 where all agree on one class.</param>
/// <param name="SharedPairs">Pairs that both labelled: the support of <paramref name="Kappa"/>.</param>
public sealed record AnnotatorAgreement(int Articles, int First, int Second, double PairF1, double TripleF1, double Kappa, int SharedPairs)
{
    /// <summary>Compares two files of stances: rows of article, actor, issue and stance, separated by tabs; an article without stances has one row with dashes. Lines that begin with <c>#</c> are comments.</summary>
    /// <param name="first">The first annotator's file.</param>
    /// <param name="second">The second's.</param>
    /// <exception cref="FormatException">A row that is none, with file and line.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static AnnotatorAgreement Read(string first, string second) => Of(ReadPass(first), ReadPass(second));

    /// <summary>Compares the stances of two annotators, article by article.</summary>
    /// <param name="first">For each article of the first annotator, its stances by (actor, issue).</param>
    /// <param name="second">The second's; articles that only one labelled are left out.</param>
    public static AnnotatorAgreement Of(IReadOnlyDictionary<string, IReadOnlyDictionary<(string Actor, string Issue), StanceLabel>> first,
        IReadOnlyDictionary<string, IReadOnlyDictionary<(string Actor, string Issue), StanceLabel>> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        int articles = 0, a = 0, b = 0;
        var table = new int[3, 3];
        foreach (var (article, one) in first)
        {
            if (!second.TryGetValue(article, out var two))
                continue;
            articles++;
            a += one.Count;
            b += two.Count;
            foreach (var (pair, stance) in one)
                if (two.TryGetValue(pair, out var other))
                    table[(int)stance, (int)other]++;
        }
        int shared = 0, same = 0;
        foreach (var n in table)
            shared += n;
        double byChance = 0;
        for (var i = 0; i < 3; i++)
        {
            same += table[i, i];
            double row = 0, column = 0;
            for (var j = 0; j < 3; j++)
            {
                row += table[i, j];
                column += table[j, i];
            }
            byChance += shared == 0 ? 0 : row / shared * (column / shared);
        }
        var kappa = shared == 0 || byChance >= 1 ? 1 : ((double)same / shared - byChance) / (1 - byChance);
        return new AnnotatorAgreement(articles, a, b, F1(shared, a + b), F1(same, a + b), kappa, shared);
    }

    private static double F1(int hits, int both) => both == 0 ? 1 : 2.0 * hits / both;

    internal static IReadOnlyDictionary<string, IReadOnlyDictionary<(string, string), StanceLabel>> ReadPass(string path)
    {
        var name = Path.GetFileName(path);
        var articles = new Dictionary<string, Dictionary<(string, string), StanceLabel>>(StringComparer.Ordinal);
        foreach (var (line, f) in LexiconTable.Parse(name, TextFile.Read(path), 4).Rows)
        {
            if (!articles.TryGetValue(f[0], out var stances))
                articles[f[0]] = stances = [];
            if (f[1] == "-")
                continue;
            StanceLabel stance = f[3] switch
            {
                "favor" => StanceLabel.Favor,
                "against" => StanceLabel.Against,
                "neutral" => StanceLabel.Neutral,
                _ => throw new FormatException($"{name}({line}): stance '{f[3]}'; allowed: favor, against, neutral"),
            };
            if (!stances.TryAdd((f[1], f[2]), stance))
                throw new FormatException($"{name}({line}): a second stance of {f[1]} on '{f[2]}' in {f[0]}; allowed: one");
        }
        return articles.ToDictionary(p => p.Key, p => (IReadOnlyDictionary<(string, string), StanceLabel>)p.Value, StringComparer.Ordinal);
    }
}
