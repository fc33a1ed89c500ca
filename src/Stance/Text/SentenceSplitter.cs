namespace Stance;

/// <summary>Finds sentences in newsroom text: abbreviations, decimals and dots of omission do not end one; a full stop glued to the next word does.</summary>
internal static class SentenceSplitter
{
    public static List<Sentence> Split(NormalizedText text, List<Token> tokens, int bodyStart)
    {
        var sentences = new List<Sentence>();
        int first = 0, paragraph = 0;
        bool inQuote = false, openedInQuote = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.QuoteOpen) inQuote = true;
            else if (token.Kind == TokenKind.QuoteClose) inQuote = false;
            else if (token.Kind == TokenKind.QuoteEither && (token.Length == 2 || text[token.Start] == '"')) inQuote = !inQuote;
            if (token.Kind == TokenKind.LineBreak)
            {
                Close(i, endsLine: true);
                paragraph++;
                // A quotation rarely survives a paragraph: an unbalanced mark must not turn the rest of the article into a quote.
                inQuote = false;
                openedInQuote = false;
                first = i + 1;
            }
            else if (token.Kind == TokenKind.Stop && EndsSentence(text, tokens, i))
            {
                var end = i + 1;
                // Closing quotes belong to the sentence they close.
                while (end < tokens.Count && (tokens[end].Kind == TokenKind.QuoteClose || (inQuote && tokens[end].Kind == TokenKind.QuoteEither)))
                {
                    inQuote = false;
                    end++;
                }
                Close(end, endsLine: false);
                first = end;
                i = end - 1;
                openedInQuote = inQuote;
            }
        }
        Close(tokens.Count, endsLine: true);
        return sentences;

        void Close(int end, bool endsLine)
        {
            var words = 0;
            for (var k = first; k < end; k++)
                if (tokens[k].IsWord)
                    words++;
            if (words == 0)
                return;
            var isTitle = text.ToOriginal(tokens[first].Start) < bodyStart;
            var isHeading = endsLine && tokens[end - 1].Kind is not (TokenKind.Stop or TokenKind.QuoteClose or TokenKind.QuoteEither) && words <= 16
                && (first == 0 || tokens[first - 1].Kind == TokenKind.LineBreak);
            sentences.Add(new Sentence(first, end, paragraph, isTitle, isHeading && !isTitle, openedInQuote));
            openedInQuote = inQuote;
        }
    }

    private static bool EndsSentence(NormalizedText text, List<Token> tokens, int i)
    {
        var stop = tokens[i];
        if (text[stop.Start] is '!' or '?' or '\u061F')
            return true;
        // Dots of omission: two stops in a row end nothing, unless a line break follows.
        var nextIsStop = i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Stop && tokens[i + 1].Start == stop.End;
        var previousIsStop = i > 0 && tokens[i - 1].Kind == TokenKind.Stop && tokens[i - 1].End == stop.Start;
        if (nextIsStop || previousIsStop || text[stop.Start] == '\u2026')
            return false;
        if (i == 0)
            return false;
        var before = tokens[i - 1];
        var adjacent = before.End == stop.Start;
        // «د. أحمد», «أ.د. سامي», J. Smith: one or two letters before the point are an abbreviation.
        if (adjacent && before.IsWord && IsAbbreviation(text, before))
            return i + 1 >= tokens.Count || tokens[i + 1].Kind == TokenKind.LineBreak;
        // A glued Latin or numeric continuation is an address or a number: example.com, 3.5.
        if (i + 1 < tokens.Count && tokens[i + 1].Start == stop.End && adjacent
            && (tokens[i + 1].Kind == TokenKind.Number || (tokens[i + 1].IsWord && text[tokens[i + 1].Start] < '\u0250' && text[before.Start] < '\u0250')))
            return char.IsAsciiLetter(text[tokens[i + 1].Start]) && char.IsUpper(text.Original[text.ToOriginal(tokens[i + 1].Start)]) && before.Length > 3;
        return true;
    }

    private static readonly WordSet LatinAbbreviations = ["mr", "mrs", "ms", "dr", "gen", "lt", "col", "sen", "rep", "gov", "st", "prof", "vs", "no", "adm", "capt", "sgt", "jan", "feb", "aug", "sept", "oct", "nov", "dec"];

    private static bool IsAbbreviation(NormalizedText text, Token word)
    {
        var chars = text.Chars[word.Start..word.End];
        if (chars[0] >= '\u0600')
            return word.Length == 1;
        return word.Length == 1 || (chars.Contains('.') && word.Length <= 4) || LatinAbbreviations.Contains(chars);
    }
}
