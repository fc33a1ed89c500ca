using System.Text;
using System.Xml;

namespace Stance;

/// <summary>Writes a graph as GraphML (Brandes et al. 2002), which Gephi, visone, igraph and NetworkX read.</summary>
internal sealed class GraphMl : IDisposable
{
    private const string Xmlns = "http://graphml.graphdrawing.org/xmlns";

    private readonly XmlWriter xml;

    /// <param name="writer">Where to; as UTF-8, which the graph declares.</param>
    /// <param name="directed">Whether an edge has a direction.</param>
    /// <param name="keys">Attributes: of <c>node</c> or <c>edge</c>, name, and type (<c>string</c>, <c>double</c>, <c>int</c>).</param>
    public GraphMl(TextWriter writer, bool directed, params (string For, string Name, string Type)[] keys)
    {
        ArgumentNullException.ThrowIfNull(writer);
        // XmlWriter would declare the writer's own encoding: that of a StringWriter is UTF-16, whatever the string is written as.
        writer.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        xml = XmlWriter.Create(writer, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, CloseOutput = false });
        xml.WriteStartElement("graphml", Xmlns);
        foreach (var (owner, name, type) in keys)
        {
            xml.WriteStartElement("key", Xmlns);
            xml.WriteAttributeString("id", Key(owner, name));
            xml.WriteAttributeString("for", owner);
            xml.WriteAttributeString("attr.name", name);
            xml.WriteAttributeString("attr.type", type);
            xml.WriteEndElement();
        }
        xml.WriteStartElement("graph", Xmlns);
        xml.WriteAttributeString("edgedefault", directed ? "directed" : "undirected");
    }

    /// <summary>An actor, with its names, its kind and what else is given.</summary>
    public void Node(Actor actor, params (string Name, string Value)[] data) =>
        Node(actor.Code, [("name", actor.EnglishName), ("name_ar", actor.ArabicName), ("kind", actor.Kind == ActorKind.State ? "state" : "bloc"), .. data]);

    public void Node(string id, params (string Name, string Value)[] data)
    {
        xml.WriteStartElement("node", Xmlns);
        xml.WriteAttributeString("id", Clean(id));
        Data("node", data);
        xml.WriteEndElement();
    }

    public void Edge(string source, string target, params (string Name, string Value)[] data)
    {
        xml.WriteStartElement("edge", Xmlns);
        xml.WriteAttributeString("source", Clean(source));
        xml.WriteAttributeString("target", Clean(target));
        Data("edge", data);
        xml.WriteEndElement();
    }

    /// <summary>Closes the graph; the writer stays open.</summary>
    public void Dispose()
    {
        xml.WriteEndDocument();
        xml.Dispose();
    }

    private void Data(string owner, (string Name, string Value)[] data)
    {
        foreach (var (name, value) in data)
        {
            xml.WriteStartElement("data", Xmlns);
            xml.WriteAttributeString("key", Key(owner, name));
            xml.WriteString(Clean(value));
            xml.WriteEndElement();
        }
    }

    private static string Key(string owner, string name) => $"{owner}_{name}";

    /// <summary>XML has no place for most control characters, nor for half a surrogate pair.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return clean.ToString();
    }
}
