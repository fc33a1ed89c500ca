namespace Stance;

/// <summary>Words that show a label, with their place.</summary>
/// <param name="Span">In UTF-16 code units of the text or, if <paramref name="InTitle"/>, of the title.</param>
/// <param name="InTitle">Whether they stand in the headline.</param>
/// <param name="Quote">The words.</param>
internal sealed record Passage(TextSpan Span, bool InTitle, string Quote)
{
    /// <summary>A passage of an article's evidence: at its recorded place, else where its words first occur in the text, else in the title.</summary>
    /// <exception cref="FormatException">The words are not there.</exception>
    public static Passage Locate(Article article, string quote, TextSpan? recorded)
    {
        if (quote.Length > 0 && (char.IsLowSurrogate(quote[0]) || char.IsHighSurrogate(quote[^1])))
            throw new FormatException("evidence begins or ends within a character (a surrogate pair); allowed: whole characters");
        if (recorded is { } span)
            return span.Start >= 0 && span.End <= article.Text.Length && span.Length >= 0 && span.Of(article.Text) == quote ? new Passage(span, false, quote)
                : throw new FormatException($"evidence does not stand at [{span.Start}, {span.End}): '{Short(quote)}'; allowed: offsets of the quoted words");
        var at = quote.Length == 0 ? -1 : article.Text.IndexOf(quote, StringComparison.Ordinal);
        if (at >= 0)
            return new Passage(new TextSpan(at, at + quote.Length), false, quote);
        at = quote.Length == 0 ? -1 : (article.Title ?? "").IndexOf(quote, StringComparison.Ordinal);
        return at >= 0 ? new Passage(new TextSpan(at, at + quote.Length), true, quote)
            : throw new FormatException($"evidence is not in the text: '{Short(quote)}'; allowed: a verbatim passage");
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
