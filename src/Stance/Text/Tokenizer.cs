namespace Stance;

/// <summary>Cuts normalised text into tokens. Hash signs and underscores separate, so a hashtag yields its words.</summary>
internal static class Tokenizer
{
    public static List<Token> Tokenize(NormalizedText text)
    {
        var tokens = new List<Token>(text.Length / 5 + 8);
        var chars = text.Chars;
        var i = 0;
        while (i < chars.Length)
        {
            var c = chars[i];
            if (c == ' ' || c == '_' || c == '#')
            {
                i++;
                continue;
            }
            var start = i;
            if (char.IsLetter(c))
            {
                i = EndOfWord(chars, i);
                tokens.Add(new Token(start, i, TokenKind.Word));
                // The English possessive is a token of its own, so that the name before it is found.
                if (i + 1 < chars.Length && chars[i] == '\'' && chars[i + 1] == 's' && (i + 2 == chars.Length || !char.IsLetter(chars[i + 2])))
                {
                    tokens.Add(new Token(i, i + 2, TokenKind.Other));
                    i += 2;
                }
                continue;
            }
            if (char.IsDigit(c))
            {
                // Decimals, thousands, dates: 3.5, 1,200, 12/4/2017.
                while (i < chars.Length && (char.IsDigit(chars[i]) || (chars[i] is '.' or ',' or '/' or ':' or '\u066B' or '\u066C' && i + 1 < chars.Length && char.IsDigit(chars[i + 1]))))
                    i++;
                tokens.Add(new Token(start, i, TokenKind.Number));
                continue;
            }
            i++;
            // A double straight quote also comes as two single ones.
            if (c == '\'' && i < chars.Length && chars[i] == '\'')
                i++;
            tokens.Add(new Token(start, i, Classify(c)));
        }
        return tokens;
    }

    private static int EndOfWord(ReadOnlySpan<char> chars, int i)
    {
        var start = i;
        while (i < chars.Length && char.IsLetterOrDigit(chars[i]))
        {
            // A year glued to a word («عام2017») starts a token of its own.
            if (char.IsDigit(chars[i]) && chars[i - 1] >= '\u0600')
                return i;
            i++;
        }
        // Abbreviations with inner points: u.s., u.n., e.u.
        if (i - start == 1 && chars[start] < '\u0250')
        {
            var end = i;
            while (end + 1 < chars.Length && chars[end] == '.' && char.IsAsciiLetter(chars[end + 1]) && (end + 2 >= chars.Length || !char.IsLetter(chars[end + 2])))
                end += 2;
            if (end > i)
                return end < chars.Length && chars[end] == '.' ? end + 1 : end;
        }
        // n't and o'clock stay whole.
        if (i + 1 < chars.Length && chars[i] == '\'' && char.IsAsciiLetter(chars[i + 1]) && chars[i - 1] < '\u0250' && !(chars[i + 1] == 's' && (i + 2 == chars.Length || !char.IsLetter(chars[i + 2]))))
        {
            i++;
            while (i < chars.Length && char.IsAsciiLetter(chars[i]))
                i++;
        }
        return i;
    }

    private static TokenKind Classify(char c) => c switch
    {
        '\n' => TokenKind.LineBreak,
        '.' or '!' or '?' or '\u061F' or '\u2026' or '\u06D4' => TokenKind.Stop,
        ',' or '\u060C' or '\u061B' or ';' => TokenKind.Comma,
        ':' => TokenKind.Colon,
        '\u00AB' or '\u201C' or '\u201E' => TokenKind.QuoteOpen,
        '\u00BB' or '\u201D' => TokenKind.QuoteClose,
        '"' or '\'' => TokenKind.QuoteEither,
        '-' or '\u2013' or '\u2014' or '\u2012' or '\u2015' => TokenKind.Dash,
        _ => TokenKind.Other,
    };
}
