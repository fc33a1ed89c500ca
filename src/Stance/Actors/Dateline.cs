namespace Stance;

/// <summary>Takes away the places of datelines: «دبي، الإمارات العربية المتحدة (CNN)-- …», «القاهرة – رويترز: …», «WASHINGTON (Reuters) - …» say where a report was filed, not who acts in it.</summary>
internal static class Dateline
{
    private const int Longest = 9;

    public static void Remove(List<Mention> mentions, TextDocument document)
    {
        if (mentions.Count == 0)
            return;
        var paragraph = -1;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.IsTitle || sentence.Paragraph == paragraph)
                continue;
            paragraph = sentence.Paragraph;
            var end = End(document, sentence.FirstToken, out var sure);
            if (end > sentence.FirstToken)
                mentions.RemoveAll(m => m.First >= sentence.FirstToken && m.End <= end && (m.Kind == MentionKind.Capital || (sure && m.Kind == MentionKind.Name)));
        }
    }

    /// <summary>Where the dateline ends that begins at a token, or the token itself where none does; <paramref name="sure"/> where an agency in brackets closes it.</summary>
    private static int End(TextDocument document, int first, out bool sure)
    {
        sure = false;
        for (var i = first; i < Math.Min(first + Longest, document.Tokens.Count); i++)
        {
            var token = document.Tokens[i];
            switch (token.Kind)
            {
                case TokenKind.Word or TokenKind.Comma or TokenKind.Number:
                    continue;
                case TokenKind.Dash:
                    // A dash within a word («أبو-ظبي») joins; one with a blank beside it parts. «موسكو - الدوحة» at a line's start is a dateline too.
                    if (i > first && i - first <= 4 && token.Start > document.Tokens[i - 1].End)
                        return i;
                    if (i > first && i - first <= 4 && i + 1 < document.Tokens.Count && document.Tokens[i + 1].Start > token.End)
                        return i;
                    continue;
                case TokenKind.Other when i > first && document.Text[token.Start] == '(':
                    var close = i + 1;
                    while (close < Math.Min(i + 6, document.Tokens.Count) && document.Text[document.Tokens[close].Start] != ')')
                        close++;
                    if (close + 1 >= document.Tokens.Count || document.Text[document.Tokens[close].Start] != ')' || document.Tokens[close + 1].Kind is not (TokenKind.Dash or TokenKind.Colon))
                        return first;
                    sure = true;
                    return i;
                default:
                    return first;
            }
        }
        return first;
    }
}
