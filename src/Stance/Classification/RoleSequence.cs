using System.Runtime.InteropServices;

namespace Stance;

/// <summary>A statement with what stands around it as a sequence of roles (<see cref="RoleCodes"/>), for one (actor, issue) or (source, target). Training holds some hundred thousand of them, and every collection of garbage visits
/// each array: all of a sequence lies in one.</summary>
internal readonly struct RoleSequence
{
    /// <summary>A sequence has at most so many tokens.</summary>
    public const int MostTokens = 64;

    // Where each token's codes start, and last where they end; the codes of the tokens; the codes of the whole.
    private readonly byte[] data;
    private readonly ushort tokens, codes, first, end;

    /// <param name="whole">Codes of the statement as a whole.</param>
    /// <param name="codes">Codes of the tokens, one token after the other.</param>
    /// <param name="starts">Where each token's codes start, and last where they end: one more than there are tokens.</param>
    /// <param name="first">First token of the statement itself.</param>
    /// <param name="end">One past its last.</param>
    public RoleSequence(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> codes, ReadOnlySpan<ushort> starts, int first, int end)
    {
        data = [.. MemoryMarshal.AsBytes(starts), .. codes, .. whole];
        (tokens, this.codes, this.first, this.end) = ((ushort)(starts.Length - 1), (ushort)codes.Length, (ushort)first, (ushort)end);
    }

    public static RoleSequence Empty { get; } = new([], [], [0], 0, 0);

    public int Tokens => tokens;

    /// <summary>First token of the statement itself.</summary>
    public int First => first;

    /// <summary>One past its last.</summary>
    public int End => end;

    /// <summary>Codes of the statement as a whole.</summary>
    public ReadOnlySpan<byte> Whole => data.AsSpan(FirstCode + codes);

    private int FirstCode => sizeof(ushort) * (tokens + 1);

    private ReadOnlySpan<ushort> Starts => MemoryMarshal.Cast<byte, ushort>(data.AsSpan(0, FirstCode));

    public ReadOnlySpan<byte> CodesOf(int token)
    {
        var starts = Starts;
        return data.AsSpan(FirstCode + starts[token], starts[token + 1] - starts[token]);
    }

    /// <summary>The sequence with the roles of one token left out; the token keeps its place.</summary>
    public RoleSequence Without(int token)
    {
        var starts = Starts.ToArray();
        int from = starts[token], to = starts[token + 1];
        for (var t = token + 1; t < starts.Length; t++)
            starts[t] -= (ushort)(to - from);
        var kept = data.AsSpan(FirstCode, codes);
        return new RoleSequence(Whole, [.. kept[..from], .. kept[to..]], starts, first, end);
    }

    /// <summary>The sequence for the negated proposition.</summary>
    public RoleSequence Mirror()
    {
        static byte[] Mirrored(ReadOnlySpan<byte> codes) => Array.ConvertAll(codes.ToArray(), c => RoleCodes.MirrorOf[c]);
        return new RoleSequence(Mirrored(Whole), Mirrored(data.AsSpan(FirstCode, codes)), Starts, first, end);
    }
}
