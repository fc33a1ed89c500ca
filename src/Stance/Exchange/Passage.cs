namespace Stance;

/// <summary>Words that show a label, with their place.</summary>
/// <param name="Span">In UTF-16 code units of the text or, if <paramref name="InTitle"/>, of the title.</param>
/// <param name="InTitle">Whether they stand in the headline.</param>
/// <param name="Quote">The words.</param>
internal sealed record Passage(TextSpan Span, bool InTitle, string Quote)
{
    /// <summary>A passage of an article's evidence whose place is not recorded: where its words first occur in the text, else in the title.</summary>
    /// <exception cref="FormatException">The words are not there.</exception>
    public static Passage Locate(Article article, string quote) => First(article.Text, quote, inTitle: false) ?? First(article.Title ?? "", quote, inTitle: true)
        ?? throw new FormatException($"evidence is not in the text: '{Short(quote)}'; allowed: a verbatim passage");

    /// <summary>A passage of an article's evidence at its recorded place in the text or, without one, in the title.</summary>
    /// <exception cref="FormatException">The words are not there.</exception>
    public static Passage At(Article article, string quote, TextSpan? recorded)
    {
        if (recorded is not { } span)
            return First(article.Title ?? "", quote, inTitle: true) ?? throw new FormatException($"evidence is not in the title: '{Short(quote)}'; allowed: a verbatim passage");
        Whole(quote);
        return span.Start >= 0 && span.End <= article.Text.Length && span.Length >= 0 && span.Of(article.Text) == quote ? new Passage(span, false, quote)
            : throw new FormatException($"evidence does not stand at [{span.Start}, {span.End}): '{Short(quote)}'; allowed: offsets of the quoted words");
    }

    private static Passage? First(string text, string quote, bool inTitle)
    {
        Whole(quote);
        var at = quote.Length == 0 ? -1 : text.IndexOf(quote, StringComparison.Ordinal);
        return at < 0 ? null : new Passage(new TextSpan(at, at + quote.Length), inTitle, quote);
    }

    private static void Whole(string quote)
    {
        if (quote.Length > 0 && (char.IsLowSurrogate(quote[0]) || char.IsHighSurrogate(quote[^1])))
            throw new FormatException("evidence begins or ends within a character (a surrogate pair); allowed: whole characters");
    }

    /// <summary>A passage of the text from the offsets of a file, held against the words that the file quotes.</summary>
    /// <param name="text">The text (or title).</param>
    /// <param name="map">Its code points.</param>
    /// <param name="unit">What the offsets count.</param>
    /// <param name="start">First offset.</param>
    /// <param name="end">One past the last.</param>
    /// <param name="quote">The quoted words; <c>null</c>: the file quotes none.</param>
    /// <param name="inTitle">Whether <paramref name="text"/> is the title.</param>
    /// <exception cref="FormatException">The offsets lie outside the text, cut a surrogate pair, or stand at other words.</exception>
    public static Passage Read(string text, CodePoints map, OffsetUnit unit, int start, int end, string? quote, bool inTitle = false)
    {
        var (length, name) = unit == OffsetUnit.CodePoint ? (map.Length, "code points") : (text.Length, "UTF-16 code units");
        if (start < 0 || end > length || start >= end)
            throw new FormatException($"a passage at [{start}, {end}); allowed: 0 to {length} {name}, the start before the end");
        var span = unit == OffsetUnit.CodePoint ? new TextSpan(map.ToUtf16(start), map.ToUtf16(end)) : new TextSpan(start, end);
        if (map.FromUtf16(span.Start) < 0 || map.FromUtf16(span.End) < 0)
            throw new FormatException($"a passage at [{start}, {end}) cuts a character in two (a surrogate pair); allowed: offsets in {name} between whole characters");
        var words = span.Of(text);
        // Label Studio writes a line break within quoted words as a backslash and an n.
        if (quote is not null && quote != words && quote != words.Replace("\r", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal))
            throw new FormatException($"the words at [{start}, {end}) are '{Short(words)}', the file quotes '{Short(quote)}'; allowed: offsets of the quoted words in {name}");
        return new Passage(span, inTitle, words);
    }

    private static string Short(string text)
    {
        if (text.Length <= 60)
            return text;
        return text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)] + "…";
    }
}
