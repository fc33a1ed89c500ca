using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Stance.Notebooks;

/// <summary>Compares what a notebook keeps with what a run gave: words exactly, numbers within a hundredth (or one in a hundred), pictures not at all.</summary>
internal static partial class NotebookComparison
{
    private const double Tolerance = 0.0101;

    /// <summary>What differs, a line each.</summary>
    public static IEnumerable<string> Of(Notebook stored, Notebook ran)
    {
        var number = 0;
        foreach (var (before, after) in stored.Cells.Where(c => c.IsCode).Zip(ran.Cells.Where(c => c.IsCode)))
        {
            number++;
            var varies = before.Tags.Contains("numbers-vary");
            var (a, b) = (Texts(before.Outputs).ToList(), Texts(after.Outputs).ToList());
            if (!a.Select(t => t.Kind).SequenceEqual(b.Select(t => t.Kind)))
                yield return $"code cell {number} shows {string.Join(", ", b.Select(t => t.Kind))}; stored: {string.Join(", ", a.Select(t => t.Kind))}";
            else
                foreach (var ((kind, x), (_, y)) in a.Zip(b))
                    if (Difference(x, y, varies) is { } difference)
                        yield return $"code cell {number}, {kind}: {difference}";
        }
    }

    /// <summary>Where two texts differ, or <c>null</c>.</summary>
    public static string? Difference(string stored, string ran, bool anyNumbers)
    {
        var (words, others) = (Number().Split(Plain(stored)), Number().Split(Plain(ran)));
        for (var i = 0; i < Math.Min(words.Length, others.Length); i++)
            if (words[i] != others[i])
                return anyNumbers && Loose(words[i]) == Loose(others[i]) ? null : $"found «{Around(others, i)}»; stored: «{Around(words, i)}»";
        if (words.Length != others.Length)
            return anyNumbers ? null : $"found {others.Length} pieces; stored: {words.Length}";
        if (anyNumbers)
            return null;
        foreach (var (a, b) in Number().Matches(Plain(stored)).Zip(Number().Matches(Plain(ran))))
        {
            var (x, y) = (double.Parse(a.Value, CultureInfo.InvariantCulture), double.Parse(b.Value, CultureInfo.InvariantCulture));
            if (Math.Abs(x - y) > Math.Max(Tolerance, Tolerance * Math.Abs(x)))
                return $"found {b.Value}; stored: {a.Value}";
        }
        return null;
    }

    private static string Loose(string text) => text.Replace("−", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal);

    private static string Around(string[] pieces, int i) => pieces[i].Length > 200 ? pieces[i][..200] + "…" : pieces[i];

    private static IEnumerable<(string Kind, string Text)> Texts(JsonArray outputs)
    {
        foreach (var output in outputs)
        {
            if (output!["output_type"]!.GetValue<string>() == "stream")
                yield return ("printed text", Notebook.Text(output["text"]));
            else
                foreach (var (mimeType, data) in output["data"]!.AsObject())
                    yield return (mimeType, mimeType.EndsWith("json", StringComparison.Ordinal) ? data!.ToJsonString() : Notebook.Text(data));
        }
    }

    /// <summary>Without pictures and what stands round them, and without colours, which follow figures.</summary>
    private static string Plain(string text) => Colours().Replace(Pictures().Replace(text, ""), "");

    [GeneratedRegex("<figure[^>]*>|</figure>|<img [^>]*>|</?details>|<summary>[^<]*</summary>")]
    private static partial Regex Pictures();

    [GeneratedRegex("#[0-9a-f]{6}")]
    private static partial Regex Colours();

    [GeneratedRegex("[0-9]+(?:[.][0-9]+)?(?:[eE]-[0-9]+)?")]
    private static partial Regex Number();
}
