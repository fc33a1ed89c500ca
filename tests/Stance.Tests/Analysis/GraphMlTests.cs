using System.Xml.Linq;

namespace Stance.Tests;

public class GraphMlTests
{
    [Fact]
    public void The_matrix_is_a_graph_of_actors_and_issues()
    {
        var graph = XDocument.Parse(Results.Csv(Results.Matrix(("RUS", "x", -0.5), ("USA", "x", 1)).WriteGraphMl)).Root!;
        var ns = graph.Name.Namespace;
        Assert.Equal(["RUS", "USA", "issue:x"], graph.Descendants(ns + "node").Select(n => n.Attribute("id")!.Value));
        Assert.Equal([("RUS", "issue:x", "-0.5"), ("USA", "issue:x", "1")], graph.Descendants(ns + "edge").Select(e => (e.Attribute("source")!.Value, e.Attribute("target")!.Value, e.Elements().First().Value)));
    }

    [Theory]
    [InlineData("</data><script>", "</data><script>")]
    [InlineData("a\u0001b", "a\uFFFDb")]
    [InlineData("روسيا 🕊", "روسيا 🕊")]
    public void Text_is_escaped_and_what_XML_cannot_hold_is_replaced(string text, string expected)
    {
        Assert.Equal(expected, Written(text));
    }

    [Fact]
    public void Half_an_emoji_is_replaced() => Assert.Equal("a\uFFFD", Written("a\uD83D"));

    private static string Written(string text)
    {
        var written = Results.Csv(writer =>
        {
            using var graph = new GraphMl(writer, directed: false, ("node", "name", "string"));
            graph.Node(text, ("name", text));
        });
        return XDocument.Parse(written).Root!.Descendants().Single(d => d.Name.LocalName == "data").Value;
    }

    [Fact]
    public void A_file_declares_what_it_is_written_in()
    {
        var path = Path.Combine(Path.GetTempPath(), $"stance-{Guid.NewGuid():N}.graphml");
        try
        {
            // A string has no encoding of its own; files are UTF-8.
            File.WriteAllText(path, Results.Csv(Results.Matrix(("RUS", "x", 0.5)).WriteGraphMl));
            var graph = XDocument.Load(path);
            Assert.Equal("utf-8", graph.Declaration!.Encoding);
            Assert.Contains(graph.Descendants(), d => d.Value == "روسيا");
            using (var writer = new StreamWriter(path))
                Results.Matrix(("RUS", "x", 0.5)).WriteGraphMl(writer);
            Assert.Equal("utf-8", XDocument.Load(path).Declaration!.Encoding);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
