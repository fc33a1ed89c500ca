using System.Globalization;
using Microsoft.Data.Analysis;

namespace Stance;

/// <summary>How an agreement network is made. Immutable; change with <c>with</c>.</summary>
public sealed record AgreementOptions
{
    /// <summary>Shared issues that two actors need to be compared, at least 1. Default: 3.</summary>
    public int MinimumSharedIssues { get; init; } = 3;

    /// <summary>Resolution of the communities, above 0: more makes smaller ones. Default: 1, modularity as it is.</summary>
    public double Resolution { get; init; } = 1;

    /// <summary>Seed of the bootstrap.</summary>
    public int Seed { get; init; } = 1;
}

/// <summary>How far two actors agree.</summary>
public sealed record Agreement
{
    /// <summary>The one whose code comes first.</summary>
    public required Actor First { get; init; }

    /// <summary>The other.</summary>
    public required Actor Second { get; init; }

    /// <summary>1 − mean |difference of scores| / 2 over the shared issues, in [0, 1]: 1 where all scores are the same, 0 where all are opposite extremes.</summary>
    public required double Value { get; init; }

    /// <summary>Lower end of the 95 % bootstrap interval: the shared issues are drawn, and of each the articles of both cells. Of a cell with one article nothing can be drawn, so what chance had part in that article is left out: see <see cref="IsThin"/>.
    /// The articles of different issues are drawn apart, even where one article speaks on several.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the 95 % bootstrap interval.</summary>
    public required double High { get; init; }

    /// <summary>The shared issues with both cells, those that divide most first.</summary>
    public required IReadOnlyList<(StanceCell First, StanceCell Second)> Issues { get; init; }

    /// <summary>Number of shared issues.</summary>
    public int Count => Issues.Count;

    /// <summary>On every shared issue one of the two rests on a single article: the interval is narrower than what is known.</summary>
    public bool IsThin => Issues.All(i => i.First.Count == 1 || i.Second.Count == 1);

    /// <summary>Weight in the network: 2 × agreement − 1, or 0 where that is negative. Two that agree on no more than half tie nobody together.</summary>
    public double Weight => Math.Max(0, 2 * Value - 1);
}

/// <summary>Actors tied by their agreement over shared issues, and the communities that they form. Immutable; it does not depend on the order of the articles.</summary>
[TypeFormatterSource(typeof(DisplayFormatters))]
public sealed class AgreementNetwork : IDisplayed
{
    private readonly Dictionary<(string, string), Agreement> pairs;
    private readonly Dictionary<string, int> communityOf;

    private AgreementNetwork(List<Agreement> agreements, AgreementOptions options)
    {
        Agreements = agreements;
        pairs = agreements.ToDictionary(a => (a.First.Code, a.Second.Code));
        Actors = [.. agreements.SelectMany(a => (Actor[])[a.First, a.Second]).Distinct().OrderBy(a => a.Code, StringComparer.Ordinal)];
        var index = Actors.Select((a, i) => (a.Code, i)).ToDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
        var weights = new double[Actors.Count, Actors.Count];
        foreach (var agreement in agreements)
        {
            var (a, b) = (index[agreement.First.Code], index[agreement.Second.Code]);
            weights[a, b] = weights[b, a] = agreement.Weight;
        }
        var of = Louvain.Communities(weights, options.Resolution);
        Modularity = Louvain.Modularity(weights, of, options.Resolution);
        communityOf = Actors.Select((a, i) => (a.Code, of[i])).ToDictionary(p => p.Code, p => p.Item2, StringComparer.Ordinal);
        Communities = [.. Actors.GroupBy(a => communityOf[a.Code]).OrderBy(g => g.Key).Select(g => (IReadOnlyList<Actor>)[.. g])];
    }

    /// <summary>The actors that can be compared with at least one other, by code.</summary>
    public IReadOnlyList<Actor> Actors { get; }

    /// <summary>All pairs with enough shared issues, by code.</summary>
    public IReadOnlyList<Agreement> Agreements { get; }

    /// <summary>Groups of actors that agree more with one another than chance has it, the largest first: Louvain (Blondel et al. 2008) on <see cref="Agreement.Weight"/>. An actor that agrees with nobody is a group of its own.</summary>
    public IReadOnlyList<IReadOnlyList<Actor>> Communities { get; }

    /// <summary>Share of weight within the communities less what chance would put there, in [−.5, 1]: near 0 where there are no groups.</summary>
    public double Modularity { get; }

    /// <summary>The agreement of two actors in either order, or <c>null</c> where they share too few issues.</summary>
    public Agreement? this[string first, string second] => string.CompareOrdinal(first, second) < 0 ? pairs.GetValueOrDefault((first, second)) : pairs.GetValueOrDefault((second, first));

    /// <summary>Number of the community of an actor in <see cref="Communities"/>, or <c>null</c> for an actor not in the network.</summary>
    public int? CommunityOf(string actor) => communityOf.TryGetValue(actor, out var community) ? community : null;

    /// <summary>The network of a matrix.</summary>
    /// <param name="matrix">Scores by actor and issue.</param>
    /// <param name="options">How; <c>null</c>: the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option outside its range.</exception>
    public static AgreementNetwork From(StanceMatrix matrix, AgreementOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MinimumSharedIssues, 1, nameof(options));
        if (options.Resolution is not (> 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(options), options.Resolution, "resolution; allowed: above 0");
        var actors = matrix.Actors.OrderBy(a => a.Code, StringComparer.Ordinal).ToList();
        var pairs = actors.SelectMany((a, i) => actors.Skip(i + 1), (a, b) => (First: a, Second: b)).ToList();
        return new AgreementNetwork([.. pairs.AsParallel().AsOrdered().Select(p => Between(matrix, p.First, p.Second, options)).OfType<Agreement>()], options);
    }

    /// <summary>The agreement of two actors, or <c>null</c> where they share too few issues.</summary>
    internal static Agreement? Between(StanceMatrix matrix, Actor first, Actor second, AgreementOptions options)
    {
        var shared = (from issue in matrix.Issues
                      let a = matrix[first.Code, issue.Id]
                      let b = matrix[second.Code, issue.Id]
                      where a is not null && b is not null
                      select (a, b)).OrderByDescending(s => Math.Abs(s.a.Score - s.b.Score)).ThenBy(s => s.a.Issue.Id, StringComparer.Ordinal).ToList();
        if (shared.Count < options.MinimumSharedIssues)
            return null;
        var value = StanceScore.Agreement(shared, options.Seed);
        return new Agreement { First = first, Second = second, Value = value.Value, Low = value.Low, High = value.High, Issues = shared };
    }

    /// <summary>A row a pair with columns <c>first</c>, <c>second</c>, <c>agreement</c>, <c>low</c>, <c>high</c>, <c>n</c>, <c>community_first</c>, <c>community_second</c> and <c>most_divided</c> (an issue's id).</summary>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("first", Agreements.Select(a => a.First.Code)), new StringDataFrameColumn("second", Agreements.Select(a => a.Second.Code)),
        new DoubleDataFrameColumn("agreement", Agreements.Select(a => a.Value)), new DoubleDataFrameColumn("low", Agreements.Select(a => a.Low)), new DoubleDataFrameColumn("high", Agreements.Select(a => a.High)),
        new Int32DataFrameColumn("n", Agreements.Select(a => a.Count)), new Int32DataFrameColumn("community_first", Agreements.Select(a => communityOf[a.First.Code])),
        new Int32DataFrameColumn("community_second", Agreements.Select(a => communityOf[a.Second.Code])), new StringDataFrameColumn("most_divided", Agreements.Select(a => a.Issues[0].First.Issue.Id)));

    /// <summary>The pairs as CSV, UTF-8, with the columns of <see cref="ToDataFrame"/>.</summary>
    public void WriteCsv(TextWriter writer) => FrameCsv.Write(ToDataFrame(), writer);

    /// <summary>The network as GraphML, undirected: nodes with <c>name</c>, <c>name_ar</c>, <c>kind</c> and <c>community</c>, edges with <c>agreement</c>, <c>low</c>, <c>high</c>, <c>n</c> and <c>weight</c>.</summary>
    public void WriteGraphMl(TextWriter writer)
    {
        using var graph = new GraphMl(writer, directed: false, ("node", "name", "string"), ("node", "name_ar", "string"), ("node", "kind", "string"), ("node", "community", "int"),
            ("edge", "agreement", "double"), ("edge", "low", "double"), ("edge", "high", "double"), ("edge", "n", "int"), ("edge", "weight", "double"));
        foreach (var actor in Actors)
            graph.Node(actor, ("community", communityOf[actor.Code].ToString(CultureInfo.InvariantCulture)));
        foreach (var a in Agreements)
            graph.Edge(a.First.Code, a.Second.Code, ("agreement", FrameCsv.Number(a.Value)), ("low", FrameCsv.Number(a.Low)), ("high", FrameCsv.Number(a.High)),
                ("n", a.Count.ToString(CultureInfo.InvariantCulture)), ("weight", FrameCsv.Number(a.Weight)));
    }

    /// <summary>The result as a table of HTML that needs no script and keeps its style in notebooks that are not trusted; what articles and users wrote is escaped.</summary>
    public string ToHtml() => ResultTables.Of(this).ToHtml();

    DisplayTable IDisplayed.Display() => ResultTables.Of(this);
}
