namespace Stance;

/// <summary>Offsets of one text in code points and in UTF-16 code units, each from the other. Half a surrogate pair counts as one code point, as in Python.</summary>
internal sealed class CodePoints
{
    /// <summary>Where each code point begins, and one past the last; <c>null</c> where every character is one code unit.</summary>
    private readonly int[]? starts;

    public CodePoints(string text)
    {
        Length = text.Length;
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return;
        var list = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            list.Add(i);
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
        }
        list.Add(text.Length);
        starts = [.. list];
        Length = starts.Length - 1;
    }

    /// <summary>Number of code points.</summary>
    public int Length { get; }

    /// <summary>Where a code point begins, in UTF-16 code units.</summary>
    /// <param name="codePoint">0 to <see cref="Length"/>.</param>
    public int ToUtf16(int codePoint) => starts is null ? codePoint : starts[codePoint];

    /// <summary>The code point that begins at this code unit; negative where none does: it lies within a surrogate pair.</summary>
    /// <param name="unit">0 to the text's length.</param>
    public int FromUtf16(int unit) => starts is null ? unit : Array.BinarySearch(starts, unit);
}
