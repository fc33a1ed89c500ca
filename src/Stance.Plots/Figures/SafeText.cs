using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Stance.Plots;

/// <summary>Text of articles and users made fit to be seen: it marks nothing up, runs nothing, and turns nothing round.</summary>
internal static partial class SafeText
{
    private const char LeftIsolate = '\u2066', RightIsolate = '\u2067', EndIsolate = '\u2069';

    /// <summary>Without control characters and without those that override or isolate directions, which would reorder what stands beside them; half a surrogate pair is replaced.</summary>
    public static string Clean(string text) => CleanText.Of(text);

    /// <summary>Clean and escaped for HTML, and for the strings of Plotly, which reads some HTML.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(Clean(text));

    /// <summary>A line of a chart: clean, escaped, and isolated in its own direction. Each line needs this of its own.</summary>
    public static string Line(string text) => Isolate(Escaped(Clean(text)), IsRightToLeft(text));

    /// <summary>A number with its sign, isolated so that the sign stays before it in Arabic.</summary>
    public static string Number(string number) => $"{LeftIsolate}{number}{EndIsolate}";

    /// <summary>Clean text in which each number with a sign is isolated: <see cref="Clean"/>, and so <see cref="Wrap"/>, would take isolates out again.</summary>
    public static string Numbers(string text) => SignedNumber().Replace(text, static m => Number(m.Value));

    /// <summary>Already clean text isolated in a direction.</summary>
    public static string Isolate(string text, bool rightToLeft) => text.Length == 0 ? "" : $"{(rightToLeft ? RightIsolate : LeftIsolate)}{text}{EndIsolate}";

    /// <summary>For Plotly's text, which knows these entities (but no <c>&amp;quot;</c>) and is never an attribute; Arabic stays readable in the figure.</summary>
    public static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Clean and at most so many UTF-16 code units long; what is cut off, within a word if need be, is an ellipsis more. Never within a surrogate pair or a letter and its marks: of a text that begins with a longer one, that one is kept.</summary>
    public static string Cut(string text, int length)
    {
        var clean = Clean(text).Trim();
        return clean.Length > length ? clean[..Before(clean, length)].TrimEnd() + "…" : clean;
    }

    /// <summary>Cut as by <see cref="Cut"/> and broken into lines of at most so many UTF-16 code units: at blanks, which are left out, and within a word only where it is longer than a line.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="length">Length at which it is cut; with the ellipsis it is one more.</param>
    /// <param name="width">Width of a line.</param>
    public static List<string> Wrap(string text, int length, int width)
    {
        var clean = Cut(text, length);
        var lines = new List<string>();
        while (clean.Length > width)
        {
            var space = clean.LastIndexOf(' ', width);
            var at = space > 0 ? space : Before(clean, width);
            lines.Add(clean[..at]);
            clean = clean[at..].TrimStart();
        }
        if (clean.Length > 0)
            lines.Add(clean);
        return lines;
    }

    [GeneratedRegex(@"(?<![\w.,])[+\u2212]\d+(?:\.\d+)?")]
    private static partial Regex SignedNumber();

    /// <summary>The last boundary of a user-perceived character at or before a place; the first one where there is none.</summary>
    private static int Before(string text, int place)
    {
        var at = 0;
        while (at < text.Length && StringInfo.GetNextTextElementLength(text, at) is var next && (at + next <= place || at == 0))
            at += next;
        return at;
    }

    /// <summary>Whether the first letter with a direction is written from right to left.</summary>
    public static bool IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x590 and <= 0x8FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFC && Rune.IsLetter(rune))
                return true;
            if (Rune.IsLetter(rune))
                return false;
        }
        return false;
    }
}
