namespace Stance;

/// <summary>Which tokens of a sentence stand within quotation marks; the opening mark counts as within, the closing one does not.</summary>
internal readonly struct QuotedTokens
{
    private readonly bool[] inside;
    private readonly int first;

    public QuotedTokens(MarkedText text, Sentence sentence)
    {
        first = sentence.FirstToken;
        inside = new bool[sentence.EndToken - first];
        var open = sentence.OpensInQuote;
        for (var i = first; i < sentence.EndToken; i++)
        {
            var kind = text.Tokens[i].Kind;
            if (kind == TokenKind.QuoteOpen) open = true;
            else if (kind == TokenKind.QuoteClose) open = false;
            else if (kind == TokenKind.QuoteEither) open = !open;
            inside[i - first] = open;
        }
    }

    /// <summary>By the token's index in the document.</summary>
    public bool this[int token] => inside[token - first];

    /// <summary>Whether any token of a stretch stands within quotation marks.</summary>
    public bool Any(int from, int end)
    {
        for (var i = from; i < end; i++)
            if (this[i])
                return true;
        return false;
    }
}
