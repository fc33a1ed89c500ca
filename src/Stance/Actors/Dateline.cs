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

    /// <summary>Where the dateline ends that begins at a token, or the token itself where none does; <paramref name="sure"/> where an agency in brackets closes it or a second dash follows.</summary>
    private static int End(TextDocument document, int first, out bool sure)
    {
        sure = false;
        var end = first;
        for (var i = first; i < Math.Min(end + Longest, document.Tokens.Count); i++)
        {
            var token = document.Tokens[i];
            switch (token.Kind)
            {
                case TokenKind.Word or TokenKind.Comma or TokenKind.Number:
                    continue;
                // «* نيودلهي - …».
                case TokenKind.Other when i == first && document.Text[token.Start] != '(':
                    continue;
                case TokenKind.Dash:
                    // A dash within a word («أبو-ظبي») joins; one with a blank beside it parts, and what lies between two is short: «رام الله - عمان - …».
                    if (i > first && i - end <= 5 && (token.Start > document.Tokens[i - 1].End || (i + 1 < document.Tokens.Count && document.Tokens[i + 1].Start > token.End)))
                    {
                        sure = end > first;
                        end = i;
                    }
                    continue;
                case TokenKind.Other when i > first && document.Text[token.Start] == '(':
                    var close = i + 1;
                    while (close < Math.Min(i + 6, document.Tokens.Count) && document.Text[document.Tokens[close].Start] != ')')
                        close++;
                    if (close + 1 >= document.Tokens.Count || document.Text[document.Tokens[close].Start] != ')' || document.Tokens[close + 1].Kind is not (TokenKind.Dash or TokenKind.Colon))
                        return end;
                    sure = true;
                    return i;
                default:
                    return end;
            }
        }
        return end;
    }
}
