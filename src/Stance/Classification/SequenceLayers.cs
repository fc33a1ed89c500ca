using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stance;

/// <summary>What the units of a network say of one sequence, token by token, and the way there. Room that is used again for the next sequence. Sums in one order whatever the processor's vectors: the same on every machine.</summary>
internal sealed class SequenceLayers
{
    private const int Hidden = SequenceWeights.Hidden, Taps = SequenceWeights.Taps;

    /// <summary>Neighbours of a token in the second layer stand as far from it. So many rows of the first layer before the first token and after the last are 0: what is beyond a sequence's ends adds nothing.</summary>
    private const int Reach = 2;

    /// <summary>Tokens whose second layer is computed side by side.</summary>
    private const int Side = 4;

    // What each token's codes say to the token after it, to it itself, and to the token before it; a row of zeros at either end.
    private readonly float[] said = new float[(1 + RoleSequence.MostTokens + 1) * Taps * Hidden];
    private readonly float[] first = new float[(Reach + RoleSequence.MostTokens + Side - 1 + Reach) * Hidden], second = new float[(RoleSequence.MostTokens + Side - 1) * Hidden];

    /// <summary>For each unit, the token at which it is strongest within the statement, and then anywhere; -1 where it is silent.</summary>
    public int[] Strongest { get; } = new int[2 * Hidden];

    /// <summary>The units of the first layer at a token.</summary>
    public ReadOnlySpan<float> First(int token) => first.AsSpan((token + Reach) * Hidden, Hidden);

    /// <summary>The units of the second layer at a token.</summary>
    public ReadOnlySpan<float> Second(int token) => second.AsSpan(token * Hidden, Hidden);

    /// <summary>Fills both layers.</summary>
    /// <param name="weights">The network.</param>
    /// <param name="sequence">The sequence.</param>
    /// <param name="reading">As what each code is read.</param>
    public void Forward(SequenceWeights weights, in RoleSequence sequence, ReadOnlySpan<byte> reading)
    {
        var n = sequence.Tokens;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, RoleSequence.MostTokens);
        var whole = Units.Of(weights.FirstBias, 0);
        foreach (var code in sequence.Whole)
            whole.Add(weights.Whole, reading[code]);
        for (var t = 0; t < n; t++)
            Say(weights.First, sequence.CodesOf(t), reading, t + 1);
        said.AsSpan((n + 1) * Taps * Hidden, Taps * Hidden).Clear();
        for (var t = 0; t < n; t++)
        {
            var units = whole;
            for (var tap = 0; tap < Taps; tap++)
                units.Add(said, (t + tap) * Taps + tap);
            units.Max(default);
            units.CopyTo(first, t + Reach);
        }
        first.AsSpan((n + Reach) * Hidden, (Side - 1 + Reach) * Hidden).Clear();
        for (var t = 0; t < n; t += Side)
            SideBySide(weights, t);
    }

    /// <summary>The score of what the layers say: the strongest answer of each unit within the statement, and anywhere.</summary>
    public float Answer(SequenceWeights weights, in RoleSequence sequence)
    {
        Units within = default, anywhere = default;
        for (var t = 0; t < sequence.Tokens; t++)
        {
            var units = Units.Of(second, t);
            anywhere.Max(units);
            if (t >= sequence.First && t < sequence.End)
                within.Max(units);
        }
        return within.Dot(weights.Out, 0) + anywhere.Dot(weights.Out, 1);
    }

    /// <summary>For each unit, where in the second layer it is strongest, within the statement and anywhere.</summary>
    public void Pool(in RoleSequence sequence)
    {
        for (var half = 0; half < Hidden; half += Vector256<float>.Count)
        {
            var (within, anywhere, withinAt, anywhereAt) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<int>.AllBitsSet, Vector256<int>.AllBitsSet);
            for (var t = 0; t < sequence.Tokens; t++)
            {
                var values = Vector256.Create<float>(second.AsSpan(t * Hidden + half));
                var at = Vector256.Create(t);
                var more = Vector256.GreaterThan(values, anywhere);
                (anywhere, anywhereAt) = (Vector256.ConditionalSelect(more, values, anywhere), Vector256.ConditionalSelect(more.AsInt32(), at, anywhereAt));
                if (t < sequence.First || t >= sequence.End)
                    continue;
                more = Vector256.GreaterThan(values, within);
                (within, withinAt) = (Vector256.ConditionalSelect(more, values, within), Vector256.ConditionalSelect(more.AsInt32(), at, withinAt));
            }
            withinAt.CopyTo(Strongest, half);
            anywhereAt.CopyTo(Strongest, Hidden + half);
        }
    }

    /// <summary>Sums what the codes of one token say to its neighbours and itself.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Say(float[] weights, ReadOnlySpan<byte> codes, ReadOnlySpan<byte> reading, int row)
    {
        Units before = default, itself = default, after = default;
        foreach (var code in codes)
        {
            var at = reading[code] * Taps;
            before.Add(weights, at);
            itself.Add(weights, at + 1);
            after.Add(weights, at + 2);
        }
        before.CopyTo(said, row * Taps);
        itself.CopyTo(said, row * Taps + 1);
        after.CopyTo(said, row * Taps + 2);
    }

    /// <summary>The second layer at four tokens. A unit's sum waits for each of its addends; of four tokens the sums wait side by side, and a weight is read once for all.
    /// Multiplication and addition are fused, which .NET computes on a processor that cannot, too: all say the same.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SideBySide(SequenceWeights weights, int token)
    {
        // All rows that are read or written from here on lie within their arrays.
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)token, (uint)RoleSequence.MostTokens - 1);
        ref var weight = ref MemoryMarshal.GetArrayDataReference(weights.Second);
        ref var from = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(first), token * Hidden);
        ref var to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(second), token * Hidden);
        Vector256<float> a0 = Vector256.Create(weights.SecondBias), b0 = Vector256.Create(weights.SecondBias, 8), a1 = a0, b1 = b0, a2 = a0, b2 = b0, a3 = a0, b3 = b0;
        for (var tap = 0; tap < Taps; tap++)
        {
            for (var i = 0; i < Hidden; i++)
            {
                var (a, b) = (Vector256.LoadUnsafe(ref weight), Vector256.LoadUnsafe(ref weight, 8));
                var unit = Vector256.Create(Unsafe.Add(ref from, i));
                a0 = Vector256.FusedMultiplyAdd(a, unit, a0);
                b0 = Vector256.FusedMultiplyAdd(b, unit, b0);
                unit = Vector256.Create(Unsafe.Add(ref from, Hidden + i));
                a1 = Vector256.FusedMultiplyAdd(a, unit, a1);
                b1 = Vector256.FusedMultiplyAdd(b, unit, b1);
                unit = Vector256.Create(Unsafe.Add(ref from, 2 * Hidden + i));
                a2 = Vector256.FusedMultiplyAdd(a, unit, a2);
                b2 = Vector256.FusedMultiplyAdd(b, unit, b2);
                unit = Vector256.Create(Unsafe.Add(ref from, 3 * Hidden + i));
                a3 = Vector256.FusedMultiplyAdd(a, unit, a3);
                b3 = Vector256.FusedMultiplyAdd(b, unit, b3);
                weight = ref Unsafe.Add(ref weight, Hidden);
            }
            from = ref Unsafe.Add(ref from, Reach * Hidden);
        }
        Store(a0, b0, ref to, 0);
        Store(a1, b1, ref to, 1);
        Store(a2, b2, ref to, 2);
        Store(a3, b3, ref to, 3);

        static void Store(Vector256<float> a, Vector256<float> b, ref float to, int row)
        {
            Vector256.Max(a, default).StoreUnsafe(ref to, (nuint)(row * Hidden));
            Vector256.Max(b, default).StoreUnsafe(ref to, (nuint)(row * Hidden + 8));
        }
    }

    /// <summary>The units at one token, in registers.</summary>
    private struct Units
    {
        private Vector256<float> a, b;

        /// <summary>Row of an array that holds one after the other.</summary>
        public static Units Of(float[] from, int row)
        {
            ref var at = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(from), Checked(from, row));
            return new Units { a = Vector256.LoadUnsafe(ref at), b = Vector256.LoadUnsafe(ref at, 8) };
        }

        public readonly void CopyTo(float[] to, int row)
        {
            ref var at = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(to), Checked(to, row));
            a.StoreUnsafe(ref at);
            b.StoreUnsafe(ref at, 8);
        }

        public void Add(float[] from, int row)
        {
            ref var at = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(from), Checked(from, row));
            a += Vector256.LoadUnsafe(ref at);
            b += Vector256.LoadUnsafe(ref at, 8);
        }

        public void Max(in Units other) => (a, b) = (Vector256.Max(a, other.a), Vector256.Max(b, other.b));

        public readonly float Dot(float[] with, int row)
        {
            var other = Of(with, row);
            return Vector256.Sum(a * other.a + b * other.b);
        }

        /// <summary>Where a row starts; checked once for all that is read from there.</summary>
        private static int Checked(float[] array, int row) =>
            row >= 0 && (row + 1) * Hidden <= array.Length ? row * Hidden : throw new ArgumentOutOfRangeException(nameof(row), row, "no such row");
    }
}
