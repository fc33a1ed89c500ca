using System.Globalization;
using System.Text;

namespace Stance;

/// <summary>Text with spelling differences removed, and the way back to the original.</summary>
/// <remarks>The rules, each with a test of its name: presentation forms are decomposed (NFKC); harakat, superscript alef, tatweel,
/// zero-width and bidi controls are dropped; alef variants become bare alef, alef maqsura becomes ya, ta marbuta becomes ha, hamza on waw or ya
/// becomes the letter; Persian ya and kaf become Arabic; Arabic and Persian digits become ASCII; Latin letters lose case and accents;
/// typographic apostrophes become straight; any white space but a line break becomes one space.</remarks>
internal sealed class NormalizedText
{
    private NormalizedText(string original, char[] chars, int[] map, int length) =>
        (Original, this.chars, this.map, Length) = (original, chars, map, length);

    private readonly char[] chars;
    private readonly int[] map;

    /// <summary>The text as given.</summary>
    public string Original { get; }

    /// <summary>Number of normalised characters.</summary>
    public int Length { get; }

    public ReadOnlySpan<char> Chars => chars.AsSpan(0, Length);

    public char this[int index] => chars[index];

    /// <summary>Offset in <see cref="Original"/> of the code unit from which a normalised character came; the original's length at the end.</summary>
    public int ToOriginal(int index) => map[index];

    public static NormalizedText Of(string text)
    {
        var chars = new char[text.Length + 16];
        var map = new int[text.Length + 17];
        var n = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var plain = c < Table.Length ? Table[c] : c is >= '\u2000' and < '\u2070' ? General[c - '\u2000'] : Keep;
            if (plain == Drop)
                continue;
            if (plain == Expand || (plain == Keep && IsPresentationForm(c)) || (plain == Keep && c is >= '\u1E00' and <= '\u1EFF'))
            {
                foreach (var part in Fold(c))
                    Add(part, i);
                continue;
            }
            Add(plain == Keep ? c : plain, i);
        }
        map[n] = text.Length;
        return new NormalizedText(text, chars, map, n);

        void Add(char c, int at)
        {
            // One run of blanks is one blank; a blank beside a line break is none.
            if (c == ' ' && n > 0 && chars[n - 1] is ' ' or '\n')
                return;
            if (n + 1 >= chars.Length)
            {
                Array.Resize(ref chars, chars.Length * 2);
                Array.Resize(ref map, chars.Length + 1);
            }
            chars[n] = c;
            map[n++] = at;
        }
    }

    /// <summary>A word or phrase normalised by the same rules, trimmed.</summary>
    public static string Fold(string text) => new string(Of(text).Chars).Trim();

    private const char Keep = '\uFFFF', Drop = '\uFFFE', Expand = '\uFFFD';

    private static readonly char[] Table = BuildTable();
    private static readonly char[] General = BuildGeneralPunctuation();

    private static bool IsPresentationForm(char c) => c is >= '\uFB50' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC' or >= '\uFF01' and <= '\uFF5E' or >= '\uFB00' and <= '\uFB06';

    /// <summary>Compatibility decomposition of one character, each part normalised in turn.</summary>
    private static IEnumerable<char> Fold(char c)
    {
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) == UnicodeCategory.NonSpacingMark)
                continue;
            var plain = part < Table.Length ? Table[part] : Keep;
            if (plain == Drop)
                continue;
            yield return plain is Keep or Expand ? char.ToLowerInvariant(part) : plain;
        }
    }

    private static char[] BuildTable()
    {
        var table = new char[0x0700];
        Array.Fill(table, Keep);
        for (var c = 'A'; c <= 'Z'; c++)
            table[c] = (char)(c + 32);
        for (var c = 0; c < 0x20; c++)
            table[c] = ' ';
        table['\n'] = '\n';
        table['\r'] = '\n';
        table['\u00A0'] = ' ';
        table['\u00AD'] = Drop;
        for (var c = 0xC0; c <= 0x24F; c++)
            table[c] = char.IsLetter((char)c) ? Expand : Keep;
        foreach (var (from, to) in (ReadOnlySpan<(char, char)>)[('\u00F8', 'o'), ('\u00D8', 'o'), ('\u0142', 'l'), ('\u0141', 'l'), ('\u0131', 'i'), ('\u0130', 'i'), ('\u0111', 'd'), ('\u0110', 'd')])
            table[from] = to;
        for (var c = 0x0300; c <= 0x036F; c++)
            table[c] = Drop;
        for (var c = 0x0610; c <= 0x061A; c++)
            table[c] = Drop;
        table[0x061C] = Drop;
        for (var c = 0x064B; c <= 0x065F; c++)
            table[c] = Drop;
        table[0x0670] = Drop;
        for (var c = 0x06D6; c <= 0x06ED; c++)
            if (c is not (0x06DD or 0x06DE or 0x06E9))
                table[c] = Drop;
        table[0x0640] = Drop;
        foreach (var alef in "\u0622\u0623\u0625\u0671")
            table[alef] = '\u0627';
        table[0x0649] = '\u064A';
        table[0x06CC] = '\u064A';
        table[0x06D2] = '\u064A';
        table[0x0626] = '\u064A';
        table[0x0624] = '\u0648';
        table[0x0629] = '\u0647';
        table[0x06C1] = '\u0647';
        table[0x06D5] = '\u0647';
        table[0x06A9] = '\u0643';
        for (var d = 0; d < 10; d++)
        {
            table[0x0660 + d] = (char)('0' + d);
            table[0x06F0 + d] = (char)('0' + d);
        }
        return table;
    }

    private static char[] BuildGeneralPunctuation()
    {
        var table = new char[0x70];
        Array.Fill(table, Keep);
        for (var c = 0x00; c <= 0x0A; c++)
            table[c] = ' ';
        for (var c = 0x0B; c <= 0x0F; c++)
            table[c] = Drop;
        for (var c = 0x2A; c <= 0x2E; c++)
            table[c] = Drop;
        table[0x28] = '\n';
        table[0x29] = '\n';
        table[0x2F] = ' ';
        table[0x18] = '\'';
        table[0x19] = '\'';
        for (var c = 0x60; c <= 0x6F; c++)
            table[c] = Drop;
        return table;
    }
}
