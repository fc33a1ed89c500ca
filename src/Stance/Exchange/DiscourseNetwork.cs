using System.Globalization;
using System.Text;
using System.Xml;

namespace Stance;

/// <summary>Discourse networks as GraphML (Leifeld 2017, "Discourse Network Analysis", in: The Oxford Handbook of Political Networks). An actor takes a stance once a document, however many passages show it.</summary>
internal static class DiscourseNetwork
{
    private const string Xmlns = "http://graphml.graphdrawing.org/xmlns";

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
        using var xml = Start(writer, [("node", "name", "string"), ("node", "type", "string"), ("edge", "weight", "int"), ("edge", "agreement", "string"), ("edge", "favor", "int"), ("edge", "against", "int"),
            ("edge", "neutral", "int"), ("edge", "subtract", "int"), ("edge", "first", "string"), ("edge", "last", "string")]);
        foreach (var actor in ties.Keys.Select(k => k.Actor).Distinct().Order(StringComparer.Ordinal))
            Node(xml, "actor:" + actor, ActorCatalog.Default.Find(actor)?.EnglishName ?? actor, "actor");
        foreach (var issue in ties.Keys.Select(k => k.Issue).Distinct().Order(StringComparer.Ordinal))
            Node(xml, "concept:" + issue, issues.Find(issue)?.Name.GetValueOrDefault("en") ?? issue, "concept");
        foreach (var ((actor, issue), tie) in ties.OrderBy(t => t.Key.Actor, StringComparer.Ordinal).ThenBy(t => t.Key.Issue, StringComparer.Ordinal))
            Edge(xml, "actor:" + actor, "concept:" + issue, [("weight", Text(tie.Favor + tie.Against + tie.Neutral)), ("agreement", tie.Agreement), ("favor", Text(tie.Favor)), ("against", Text(tie.Against)),
                ("neutral", Text(tie.Neutral)), ("subtract", Text(tie.Favor - tie.Against)), ("first", Text(tie.First)), ("last", Text(tie.Last))]);
    }

    /// <summary>The actors' network: <c>congruence</c> is the number of (concept, side) that two share, <c>conflict</c> the number of concepts' sides on which they stand against each other; <c>weight</c> is
    /// the congruence, <c>subtract</c> congruence less conflict. An actor that was on both sides of a concept counts on both. Neutral stances tie nobody.</summary>
    public static void WriteCongruence(TextWriter writer, IEnumerable<ExchangeArticle> articles)
    {
        var ties = Ties(articles);
        var actors = ties.Keys.Select(k => k.Actor).Distinct().Order(StringComparer.Ordinal).ToList();
        var sides = actors.ToDictionary(a => a, a => ties.Where(t => t.Key.Actor == a).ToDictionary(t => t.Key.Issue, t => (Favor: t.Value.Favor > 0, Against: t.Value.Against > 0), StringComparer.Ordinal), StringComparer.Ordinal);
        using var xml = Start(writer, [("node", "name", "string"), ("node", "type", "string"), ("edge", "weight", "int"), ("edge", "congruence", "int"), ("edge", "conflict", "int"), ("edge", "subtract", "int")]);
        foreach (var actor in actors)
            Node(xml, "actor:" + actor, ActorCatalog.Default.Find(actor)?.EnglishName ?? actor, "actor");
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
                    Edge(xml, "actor:" + actors[i], "actor:" + actors[j], [("weight", Text(congruence)), ("congruence", Text(congruence)), ("conflict", Text(conflict)), ("subtract", Text(congruence - conflict))]);
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

    private static XmlWriter Start(TextWriter writer, (string For, string Name, string Type)[] keys)
    {
        var xml = XmlWriter.Create(writer, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) });
        xml.WriteStartDocument();
        xml.WriteStartElement("graphml", Xmlns);
        foreach (var (owner, name, type) in keys)
        {
            xml.WriteStartElement("key", Xmlns);
            xml.WriteAttributeString("id", name);
            xml.WriteAttributeString("for", owner);
            xml.WriteAttributeString("attr.name", name);
            xml.WriteAttributeString("attr.type", type);
            xml.WriteEndElement();
        }
        xml.WriteStartElement("graph", Xmlns);
        xml.WriteAttributeString("edgedefault", "undirected");
        return xml;
    }

    private static void Node(XmlWriter xml, string id, string name, string type)
    {
        xml.WriteStartElement("node", Xmlns);
        xml.WriteAttributeString("id", Clean(id));
        Data(xml, "name", name);
        Data(xml, "type", type);
        xml.WriteEndElement();
    }

    private static void Edge(XmlWriter xml, string source, string target, (string Key, string Value)[] data)
    {
        xml.WriteStartElement("edge", Xmlns);
        xml.WriteAttributeString("source", Clean(source));
        xml.WriteAttributeString("target", Clean(target));
        foreach (var (key, value) in data)
            if (value.Length > 0)
                Data(xml, key, value);
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, string key, string value)
    {
        xml.WriteStartElement("data", Xmlns);
        xml.WriteAttributeString("key", key);
        xml.WriteString(Clean(value));
        xml.WriteEndElement();
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>XML has no place for most control characters.</summary>
    private static string Clean(string text) => text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)) ? text : string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));
}
