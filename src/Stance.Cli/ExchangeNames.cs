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

    /// <summary>Refuses an option that says nothing in the chosen format: what was asked for would else not be done, without a word.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="format">The chosen format's name.</param>
    /// <param name="options">Options with the formats that they are for.</param>
    public static void Check(ParseResult parsed, string format, params ReadOnlySpan<(Option Option, ExchangeFormat[] For)> options)
    {
        foreach (var (option, formats) in options)
            if (parsed.GetResult(option) is { Implicit: false } && !formats.Contains(Of(format)))
                throw new FormatException($"{option.Name} with --format {format}; allowed: {option.Name} with --format {string.Join(" or ", Formats.Where(f => formats.Contains(f.Format)).Select(f => f.Name))}");
    }

    public static ExchangeFormat Of(string name) => Formats.First(f => f.Name == name).Format;
}
