using System.Globalization;

namespace Stance;

/// <summary>Discourse networks as GraphML (Leifeld 2017, "Discourse Network Analysis", in: The Oxford Handbook of Political Networks). An actor takes a stance once a document, however many passages show it.</summary>
internal static class DiscourseNetwork
{
    /// <summary>Documents in which an actor is for, against and neutral on a concept, and the days of the first and the last.</summary>
    private sealed class Tie
    {
        public int Favor, Against, Neutral;
        public DateOnly? First, Last;

        public string Agreement => (Favor > 0, Against > 0) switch { (true, true) => "mixed", (true, false) => "favor", (false, true) => "against", _ => "neutral" };
    }

    /// <summary>The affiliation network: an edge from each actor to each concept on which it takes a stance. <c>weight</c> is the number of documents, <c>subtract</c> favor less against.</summary>
    public static void WriteAffiliation(TextWriter writer, IEnumerable<ExchangeArticle> articles, IssueCatalog issues)
    {
        var ties = Ties(articles);
        using var graph = new GraphMl(writer, directed: false, [("node", "name", "string"), ("node", "type", "string"), ("edge", "weight", "int"), ("edge", "agreement", "string"), ("edge", "favor", "int"), ("edge", "against", "int"),
            ("edge", "neutral", "int"), ("edge", "subtract", "int"), ("edge", "first", "string"), ("edge", "last", "string")]);
        foreach (var actor in ties.Keys.Select(k => k.Actor).Distinct().Order(StringComparer.Ordinal))
            graph.Node("actor:" + actor, ("name", ActorCatalog.Default.Find(actor)?.EnglishName ?? actor), ("type", "actor"));
        foreach (var issue in ties.Keys.Select(k => k.Issue).Distinct().Order(StringComparer.Ordinal))
            graph.Node("concept:" + issue, ("name", issues.Find(issue)?.Name.GetValueOrDefault("en") ?? issue), ("type", "concept"));
        foreach (var ((actor, issue), tie) in ties.OrderBy(t => t.Key.Actor, StringComparer.Ordinal).ThenBy(t => t.Key.Issue, StringComparer.Ordinal))
            graph.Edge("actor:" + actor, "concept:" + issue, Given(("weight", Text(tie.Favor + tie.Against + tie.Neutral)), ("agreement", tie.Agreement), ("favor", Text(tie.Favor)), ("against", Text(tie.Against)),
                ("neutral", Text(tie.Neutral)), ("subtract", Text(tie.Favor - tie.Against)), ("first", Text(tie.First)), ("last", Text(tie.Last))));
    }

    /// <summary>The actors' network: <c>congruence</c> is the number of (concept, side) that two share, <c>conflict</c> the number of concepts' sides on which they stand against each other; <c>weight</c> is
    /// the congruence, <c>subtract</c> congruence less conflict. An actor that was on both sides of a concept counts on both. Neutral stances tie nobody.</summary>
    public static void WriteCongruence(TextWriter writer, IEnumerable<ExchangeArticle> articles)
    {
        var ties = Ties(articles);
        var actors = ties.Keys.Select(k => k.Actor).Distinct().Order(StringComparer.Ordinal).ToList();
        var sides = actors.ToDictionary(a => a, a => ties.Where(t => t.Key.Actor == a).ToDictionary(t => t.Key.Issue, t => (Favor: t.Value.Favor > 0, Against: t.Value.Against > 0), StringComparer.Ordinal), StringComparer.Ordinal);
        using var graph = new GraphMl(writer, directed: false, [("node", "name", "string"), ("node", "type", "string"), ("edge", "weight", "int"), ("edge", "congruence", "int"), ("edge", "conflict", "int"), ("edge", "subtract", "int")]);
        foreach (var actor in actors)
            graph.Node("actor:" + actor, ("name", ActorCatalog.Default.Find(actor)?.EnglishName ?? actor), ("type", "actor"));
        for (var i = 0; i < actors.Count; i++)
            for (var j = i + 1; j < actors.Count; j++)
            {
                var (congruence, conflict) = (0, 0);
                foreach (var (issue, one) in sides[actors[i]])
                {
                    if (!sides[actors[j]].TryGetValue(issue, out var other))
                        continue;
                    congruence += (one.Favor && other.Favor ? 1 : 0) + (one.Against && other.Against ? 1 : 0);
                    conflict += (one.Favor && other.Against ? 1 : 0) + (one.Against && other.Favor ? 1 : 0);
                }
                if (congruence + conflict > 0)
                    graph.Edge("actor:" + actors[i], "actor:" + actors[j], ("weight", Text(congruence)), ("congruence", Text(congruence)), ("conflict", Text(conflict)), ("subtract", Text(congruence - conflict)));
            }
    }

    private static Dictionary<(string Actor, string Issue), Tie> Ties(IEnumerable<ExchangeArticle> articles)
    {
        var ties = new Dictionary<(string, string), Tie>();
        foreach (var article in articles)
            foreach (var label in article.Layer.Where(l => !l.IsSentiment))
            {
                if (!ties.TryGetValue((label.Actor, label.On), out var tie))
                    ties[(label.Actor, label.On)] = tie = new Tie();
                _ = label.Value switch { "favor" => tie.Favor++, "against" => tie.Against++, _ => tie.Neutral++ };
                if (article.Article.Published is { } day)
                {
                    tie.First = tie.First < day ? tie.First : day;
                    tie.Last = tie.Last > day ? tie.Last : day;
                }
            }
        return ties;
    }

    /// <summary>Only what has a value: documents without a day leave none.</summary>
    private static (string Name, string Value)[] Given(params (string Name, string Value)[] data) => [.. data.Where(d => d.Value.Length > 0)];

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
