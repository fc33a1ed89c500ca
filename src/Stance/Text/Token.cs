namespace Stance;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    Word,
    Number,
    Comma,
    Stop,
    Colon,
    QuoteOpen,
    QuoteClose,
    QuoteEither,
    Dash,
    Other,
    LineBreak,
}

/// <summary>One token: where it stands in the normalised text. Half-open.</summary>
internal readonly record struct Token(int Start, int End, TokenKind Kind)
{
    public int Length => End - Start;

    public bool IsWord => Kind is TokenKind.Word;

    public bool IsQuote => Kind is TokenKind.QuoteOpen or TokenKind.QuoteClose or TokenKind.QuoteEither;
}
