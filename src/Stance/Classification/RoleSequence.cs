namespace Stance;

/// <summary>A statement with what stands around it as a sequence of roles (<see cref="RoleCodes"/>), for one (actor, issue) or (source, target).</summary>
/// <param name="Whole">Codes of the statement as a whole.</param>
/// <param name="Codes">Codes of the tokens, one token after the other.</param>
/// <param name="Starts">Where each token's codes start, and last where they end: one more than there are tokens.</param>
/// <param name="First">First token of the statement itself.</param>
/// <param name="End">One past its last.</param>
internal sealed record RoleSequence(byte[] Whole, byte[] Codes, ushort[] Starts, int First, int End)
{
    /// <summary>A sequence has at most so many tokens.</summary>
    public const int MostTokens = 64;

    public static RoleSequence Empty { get; } = new([], [], [0], 0, 0);

    public int Tokens => Starts.Length - 1;

    public ReadOnlySpan<byte> CodesOf(int token) => Codes.AsSpan(Starts[token], Starts[token + 1] - Starts[token]);

    /// <summary>The sequence with the roles of one token left out; the token keeps its place.</summary>
    public RoleSequence Without(int token)
    {
        var (from, to) = (Starts[token], Starts[token + 1]);
        return this with { Codes = [.. Codes.AsSpan(0, from), .. Codes.AsSpan(to)], Starts = [.. Starts.Select(s => s <= from ? s : (ushort)(s - (to - from)))] };
    }

    /// <summary>The sequence for the negated proposition.</summary>
    public RoleSequence Mirror() => this with { Whole = [.. Whole.Select(c => RoleCodes.MirrorOf[c])], Codes = [.. Codes.Select(c => RoleCodes.MirrorOf[c])] };
}
