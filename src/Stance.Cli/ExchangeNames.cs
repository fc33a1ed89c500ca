using System.CommandLine;

namespace Stance.Cli;

/// <summary>The exchange formats by their names on the command line.</summary>
internal static class ExchangeNames
{
    private static readonly (string Name, ExchangeFormat Format)[] Formats =
    [
        ("label-studio", ExchangeFormat.LabelStudio), ("doccano", ExchangeFormat.Doccano), ("prodigy", ExchangeFormat.Prodigy), ("csv", ExchangeFormat.Csv), ("dna", ExchangeFormat.Dna),
        ("graphml", ExchangeFormat.GraphMl), ("graphml-congruence", ExchangeFormat.CongruenceGraphMl),
    ];

    /// <summary>The option that chooses a format.</summary>
    /// <param name="read">Whether the file is read: GraphML is written only.</param>
    public static Option<string> Option(bool read)
    {
        string[] names = [.. Formats.Where(f => !read || f.Format is not (ExchangeFormat.GraphMl or ExchangeFormat.CongruenceGraphMl)).Select(f => f.Name)];
        var option = new Option<string>("--format") { Description = $"{string.Join(", ", names[..^1])} or {names[^1]}.", Required = true };
        option.AcceptOnlyFromAmong(names);
        return option;
    }

    public static ExchangeFormat Of(string name) => Formats.First(f => f.Name == name).Format;
}
