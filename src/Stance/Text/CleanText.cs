using System.Text;

namespace Stance;

/// <summary>Text of articles and users made fit to stand beside other text.</summary>
internal static class CleanText
{
    /// <summary>In one line, without control characters and without those that override or isolate directions, which would reorder what stands beside them; half a surrogate pair is replaced.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or '\t' or 0x2028 or 0x2029)
                clean.Append(' ');
            else if (rune.Value is not (>= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069) && !Rune.IsControl(rune))
                clean.Append(rune.ToString());
        }
        return clean.ToString();
    }
}
