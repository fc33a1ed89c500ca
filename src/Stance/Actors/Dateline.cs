namespace Stance;

/// <summary>Takes away what datelines name: «دبي، الإمارات العربية المتحدة (CNN)-- …», «القاهرة – رويترز: …», «موسكو/ الأناضول/ …», «WASHINGTON (Reuters) - …» say where a report was filed and by whom, not who acts or speaks in it.</summary>
internal static class Dateline
{
    private const int Longest = 9;

    public static void Remove(List<Mention> mentions, TextDocument document, HitTable hits)
    {
        if (mentions.Count == 0)
            return;
        var paragraph = -1;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.IsTitle || sentence.Paragraph == paragraph)
                continue;
            paragraph = sentence.Paragraph;
            var end = End(document, hits, sentence.FirstToken, out var sure);
            if (end > sentence.FirstToken)
                mentions.RemoveAll(m => m.First >= sentence.FirstToken && m.End <= end && (sure || m.Kind == MentionKind.Capital));
        }
    }

    /// <summary>Where the dateline ends that begins at a token, or the token itself where none does; <paramref name="sure"/> where an agency in brackets closes it or a second dash follows.</summary>
    private static int End(TextDocument document, HitTable hits, int first, out bool sure)
    {
        sure = false;
        var end = first;
        for (var i = first; i < Math.Min(end + Longest, document.Tokens.Count); i++)
        {
            var token = document.Tokens[i];
            switch (token.Kind)
            {
                // «رفضت واشنطن (الحليف الأبرز) - …»: who does something stands in no dateline. «القدس المحتلة» is a place for all that.
                case TokenKind.Word when document.IsArabic && hits.Is(i, EntryKind.Cue) && i != first + 1:
                    return end;
                case TokenKind.Word or TokenKind.Comma or TokenKind.Number:
                    continue;
                // «* نيودلهي - …».
                case TokenKind.Other when i == first && document.Text[token.Start] != '(':
                    continue;
                case TokenKind.Dash:
                case TokenKind.Other when document.Text[token.Start] == '/':
                    // A dash within a word («أبو-ظبي») joins; one with a blank beside it parts, and what lies between two is short: «رام الله - عمان - …».
                    // «إيران - وهي حليف دمشق - رفضت» is none.
                    if (i + 1 < document.Tokens.Count && document.Tokens[i + 1].IsWord && document.Word(i + 1) is "وهي" or "وهو" or "التي" or "الذي" or "which" or "who")
                        return end;
                    if (i > first && i - end <= 5 && (token.Start > document.Tokens[i - 1].End || (i + 1 < document.Tokens.Count && document.Tokens[i + 1].Start > token.End)))
                    {
                        sure = end > first;
                        end = i;
                    }
                    continue;
                case TokenKind.Other when document.Text[token.Start] == '(':
                    var close = i + 1;
                    while (close < Math.Min(i + 6, document.Tokens.Count) && document.Text[document.Tokens[close].Start] != ')')
                        close++;
                    if (close + 1 >= document.Tokens.Count || document.Text[document.Tokens[close].Start] != ')' || document.Tokens[close + 1].Kind is not (TokenKind.Dash or TokenKind.Colon))
                        return end;
                    sure = true;
                    return close;
                default:
                    return end;
            }
        }
        return end;
    }
}
