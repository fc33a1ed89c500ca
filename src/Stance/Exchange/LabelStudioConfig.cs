using System.Xml.Linq;

namespace Stance;

/// <summary>The labelling interface for Label Studio that fits the tasks of <see cref="ExchangeFormat.LabelStudio"/>.</summary>
public static class LabelStudioConfig
{
    /// <summary>The interface as XML: a stance or sentiment marks a passage, then actor, issue or target, and speaker are said of the passage. The text keeps its line breaks and runs in its own direction.</summary>
    /// <param name="issues">The issues to choose from; <c>null</c>: the shipped catalogue.</param>
    /// <param name="actors">The actors to choose from; <c>null</c>: the shipped catalogue.</param>
    public static string Write(IssueCatalog? issues = null, ActorCatalog? actors = null)
    {
        var codes = (actors ?? ActorCatalog.Default).Actors.Select(a => (a.Code, $"{a.Code} {a.EnglishName}")).ToList();
        return new XElement("View",
            new XElement("Style", ".htx-text { white-space: pre-wrap; unicode-bidi: plaintext; }"),
            Labels("stance", ("favor", "#0072b2"), ("against", "#d55e00"), ("neutral", "#999999")),
            Labels("sentiment", ("positive", "#56b4e9"), ("negative", "#e69f00"), ("neutral", "#bbbbbb")),
            new XElement("Text", new XAttribute("name", "text"), new XAttribute("value", "$text"), new XAttribute("granularity", "symbol")),
            Choices("actor", codes),
            Choices("issue", (issues ?? IssueCatalog.Default).Select(i => (i.Id, i.Name.GetValueOrDefault("en") ?? i.Id))),
            Choices("target", codes),
            new XElement("TextArea", new XAttribute("name", "speaker"), new XAttribute("toName", "text"), new XAttribute("perRegion", "true"), new XAttribute("maxSubmissions", "1"), new XAttribute("placeholder", "speaker"))).ToString();
    }

    private static XElement Labels(string name, params (string Value, string Colour)[] labels) => new("Labels", new XAttribute("name", name), new XAttribute("toName", "text"),
        labels.Select(l => new XElement("Label", new XAttribute("value", l.Value), new XAttribute("background", l.Colour))));

    private static XElement Choices(string name, IEnumerable<(string Value, string Text)> choices) => new("Choices", new XAttribute("name", name), new XAttribute("toName", "text"), new XAttribute("perRegion", "true"),
        new XAttribute("choice", "single"), new XAttribute("layout", "select"), choices.Select(c => new XElement("Choice", new XAttribute("value", c.Value), new XAttribute("hint", c.Text))));
}
