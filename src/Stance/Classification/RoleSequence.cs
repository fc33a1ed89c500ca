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
    private readonly int start;
    private readonly ushort tokens, codes, whole, first, end;

    /// <param name="whole">Codes of the statement as a whole.</param>
    /// <param name="codes">Codes of the tokens, one token after the other.</param>
    /// <param name="starts">Where each token's codes start, and last where they end: one more than there are tokens.</param>
    /// <param name="first">First token of the statement itself.</param>
    /// <param name="end">One past its last.</param>
    public RoleSequence(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> codes, ReadOnlySpan<ushort> starts, int first, int end)
    {
        data = [.. MemoryMarshal.AsBytes(starts), .. codes, .. whole];
        (tokens, this.codes, this.whole, this.first, this.end) = ((ushort)(starts.Length - 1), (ushort)codes.Length, (ushort)whole.Length, (ushort)first, (ushort)end);
    }

    /// <summary>Another sequence, whose data lie elsewhere.</summary>
    private RoleSequence(in RoleSequence other, byte[] data, int start)
    {
        this = other;
        (this.data, this.start) = (data, start);
    }

    /// <summary>Puts the data of some sequences into one array.</summary>
    public static void Pack(Span<RoleSequence?> sequences)
    {
        var length = 0;
        foreach (var sequence in sequences)
            length += sequence?.Length ?? 0;
        var data = new byte[length];
        var start = 0;
        foreach (ref var sequence in sequences)
        {
            if (sequence is not { } read)
                continue;
            read.data.AsSpan(read.start, read.Length).CopyTo(data.AsSpan(start));
            sequence = new RoleSequence(read, data, start);
            start += read.Length;
        }
    }

    public static RoleSequence Empty { get; } = new([], [], [0], 0, 0);

    public int Tokens => tokens;

    /// <summary>First token of the statement itself.</summary>
    public int First => first;

    /// <summary>One past its last.</summary>
    public int End => end;

    /// <summary>Codes of the statement as a whole.</summary>
    public ReadOnlySpan<byte> Whole => data.AsSpan(FirstCode + codes, whole);

    private int Length => sizeof(ushort) * (tokens + 1) + codes + whole;

    private int FirstCode => start + sizeof(ushort) * (tokens + 1);

    private ReadOnlySpan<ushort> Starts => MemoryMarshal.Cast<byte, ushort>(data.AsSpan(start, sizeof(ushort) * (tokens + 1)));

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
