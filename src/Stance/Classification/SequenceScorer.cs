using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stance;

/// <summary>Scores a sequence of roles in log-odds by a small convolutional network: each token sees its neighbours, then their neighbours' neighbours, and the strongest answer anywhere counts (convolution with max-pooling
/// over a sentence, Kim 2014; the second layer dilated, Yu and Koltun 2016). With a mirror, the sequence of the negated proposition is scored too and half the difference counts, so that the score is odd; without, both are read as one.
/// Immutable and thread-safe. Sums in one order whatever the processor's vectors: the same on every machine.</summary>
/// <param name="networks">Networks that differ in their seed only; the mean of their answers counts, which errs less than any one (Hansen and Salamon 1990).</param>
/// <param name="mirrored">Whether the task has a mirror.</param>
internal sealed class SequenceScorer(IReadOnlyList<SequenceWeights> networks, bool mirrored)
{
    private const int Hidden = SequenceWeights.Hidden;

    public static SequenceScorer None(bool mirrored) => new([], mirrored);

    /// <summary>Room for one sequence, to be used again for the next.</summary>
    public sealed class Layers
    {
        public readonly float[] First = new float[RoleSequence.MostTokens * Hidden], Second = new float[RoleSequence.MostTokens * Hidden];

        /// <summary>For each unit, the token at which it is strongest within the statement, and then anywhere; -1 where it is silent.</summary>
        public readonly int[] Strongest = new int[2 * Hidden];
    }

    [ThreadStatic]
    private static Layers? own;

    public double Score(RoleSequence sequence)
    {
        own ??= new Layers();
        double sum = 0;
        foreach (var weights in networks)
            sum += mirrored ? (Answer(weights, sequence, RoleCodes.Itself, own) - Answer(weights, sequence, RoleCodes.MirrorOf, own)) / 2 : Answer(weights, sequence, RoleCodes.EvenOf, own) + weights.Bias[0];
        return networks.Count == 0 ? 0 : sum / networks.Count;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(networks.Count);
        foreach (var weights in networks)
            weights.Write(writer);
    }

    /// <exception cref="FormatException">Weights of another size, or one that is no number.</exception>
    public static SequenceScorer Read(BinaryReader reader, bool mirrored)
    {
        var count = reader.ReadInt32();
        return count is >= 0 and <= 16 ? new SequenceScorer([.. Enumerable.Range(0, count).Select(_ => SequenceWeights.Read(reader))], mirrored) : throw new FormatException($"found {count} networks; allowed: 0 to 16");
    }

    private static double Answer(SequenceWeights weights, RoleSequence sequence, ReadOnlySpan<byte> reading, Layers layers)
    {
        Forward(weights, sequence, reading, layers);
        Units within = default, anywhere = default;
        for (var t = 0; t < sequence.Tokens; t++)
        {
            var units = Units.Of(layers.Second, t);
            anywhere.Max(units);
            if (t >= sequence.First && t < sequence.End)
                within.Max(units);
        }
        return within.Dot(weights.Out, 0) + anywhere.Dot(weights.Out, 1);
    }

    /// <summary>Fills the layers.</summary>
    /// <param name="weights">The network.</param>
    /// <param name="sequence">The sequence.</param>
    /// <param name="reading">As what each code is read.</param>
    /// <param name="layers">Filled with what the units say.</param>
    public static void Forward(SequenceWeights weights, RoleSequence sequence, ReadOnlySpan<byte> reading, Layers layers)
    {
        var n = sequence.Tokens;
        var whole = Units.Of(weights.FirstBias, 0);
        foreach (var code in sequence.Whole)
            whole.Add(weights.Whole, reading[code]);
        for (var t = 0; t < n; t++)
        {
            var units = whole;
            for (var tap = 0; tap < 3; tap++)
                if (t + tap - 1 is var near && near >= 0 && near < n)
                    foreach (var code in sequence.CodesOf(near))
                        units.Add(weights.First, tap * RoleCodes.Count + reading[code]);
            units.Max(default);
            units.CopyTo(layers.First, t);
        }
        var bias = Units.Of(weights.SecondBias, 0);
        for (var t = 0; t < n; t++)
        {
            var units = bias;
            for (var tap = 0; tap < 3; tap++)
                if (t + 2 * (tap - 1) is var near && near >= 0 && near < n)
                    units.AddScaled(weights.Second, tap * Hidden, layers.First.AsSpan(near * Hidden, Hidden));
            units.Max(default);
            units.CopyTo(layers.Second, t);
        }
    }

    /// <summary>For each unit, where in the second layer it is strongest, within the statement and anywhere.</summary>
    public static void Pool(RoleSequence sequence, Layers layers)
    {
        for (var j = 0; j < Hidden; j++)
        {
            int within = -1, anywhere = -1;
            for (var t = 0; t < sequence.Tokens; t++)
            {
                var value = layers.Second[t * Hidden + j];
                if (value <= 0)
                    continue;
                if (t >= sequence.First && t < sequence.End && (within < 0 || value > layers.Second[within * Hidden + j]))
                    within = t;
                if (anywhere < 0 || value > layers.Second[anywhere * Hidden + j])
                    anywhere = t;
            }
            (layers.Strongest[j], layers.Strongest[Hidden + j]) = (within, anywhere);
        }
    }

    /// <summary>The units of a layer at one token, in registers. Multiplication and addition are fused, which .NET computes on a processor that cannot, too: all say the same.</summary>
    private struct Units
    {
        private Vector256<float> a, b;

        /// <summary>Row of an array that holds one after the other.</summary>
        public static Units Of(float[] from, int row)
        {
            ref var at = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(from), Checked(from, row, 1));
            return new Units { a = Vector256.LoadUnsafe(ref at), b = Vector256.LoadUnsafe(ref at, 8) };
        }

        public readonly void CopyTo(float[] to, int row)
        {
            ref var at = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(to), Checked(to, row, 1));
            a.StoreUnsafe(ref at);
            b.StoreUnsafe(ref at, 8);
        }

        public void Add(float[] from, int row)
        {
            ref var at = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(from), Checked(from, row, 1));
            a += Vector256.LoadUnsafe(ref at);
            b += Vector256.LoadUnsafe(ref at, 8);
        }

        /// <summary>Adds as many rows as there are scales, each times its scale.</summary>
        public void AddScaled(float[] from, int firstRow, ReadOnlySpan<float> scales)
        {
            ref var at = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(from), Checked(from, firstRow, scales.Length));
            var (p, q) = (a, b);
            foreach (var value in scales)
            {
                var scale = Vector256.Create(value);
                p = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref at), scale, p);
                q = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref at, 8), scale, q);
                at = ref Unsafe.Add(ref at, Hidden);
            }
            (a, b) = (p, q);
        }

        public void Max(in Units other) => (a, b) = (Vector256.Max(a, other.a), Vector256.Max(b, other.b));

        public readonly float Dot(float[] with, int row)
        {
            var other = Of(with, row);
            return Vector256.Sum(a * other.a + b * other.b);
        }

        /// <summary>Where a row starts; checked once for all that is read from there.</summary>
        private static int Checked(float[] array, int row, int rows) =>
            row >= 0 && (row + rows) * Hidden <= array.Length ? row * Hidden : throw new ArgumentOutOfRangeException(nameof(row), row, "no such row");
    }
}

/// <summary>The weights of a <see cref="SequenceScorer"/>.</summary>
internal sealed class SequenceWeights
{
    /// <summary>Units of either layer.</summary>
    public const int Hidden = 16;

    /// <summary>First layer: for each of three neighbours and each code what it adds to every unit; what the codes of the whole add; and a bias.</summary>
    public readonly float[] First = new float[3 * RoleCodes.Count * Hidden], Whole = new float[RoleCodes.Count * Hidden], FirstBias = new float[Hidden];

    /// <summary>Second layer: for each of three neighbours two tokens apart and each unit of the first.</summary>
    public readonly float[] Second = new float[3 * Hidden * Hidden], SecondBias = new float[Hidden];

    /// <summary>For the strongest answer of each unit within the statement, and then anywhere; and a bias.</summary>
    public readonly float[] Out = new float[2 * Hidden], Bias = new float[1];

    public float[][] All => [First, Whole, FirstBias, Second, SecondBias, Out, Bias];

    public void Write(BinaryWriter writer)
    {
        writer.Write(RoleCodes.Count);
        writer.Write(Hidden);
        foreach (var part in All)
            foreach (var weight in part)
                writer.Write(weight);
    }

    /// <exception cref="FormatException">Weights of another size, or one that is no number.</exception>
    public static SequenceWeights Read(BinaryReader reader)
    {
        var (codes, hidden) = (reader.ReadInt32(), reader.ReadInt32());
        if (codes != RoleCodes.Count || hidden != Hidden)
            throw new FormatException($"found a network of {codes} roles and {hidden} units; allowed: {RoleCodes.Count} and {Hidden}");
        var weights = new SequenceWeights();
        foreach (var part in weights.All)
            for (var i = 0; i < part.Length; i++)
                if (!float.IsFinite(part[i] = reader.ReadSingle()))
                    throw new FormatException("found a weight that is no number");
        return weights;
    }
}

/// <summary>Sums of short vectors whose length is a multiple of eight, in the same order on every processor: that of .NET's <c>TensorPrimitives.Dot</c> follows the width of the processor's vectors, and a training must repeat elsewhere.</summary>
internal static class Vectors
{
    public static void Add(Span<float> to, ReadOnlySpan<float> what)
    {
        for (var i = 0; i < to.Length; i += Vector256<float>.Count)
            (Vector256.Create<float>(to[i..]) + Vector256.Create(what[i..])).CopyTo(to[i..]);
    }

    public static void AddScaled(Span<float> to, ReadOnlySpan<float> what, float scale)
    {
        var scales = Vector256.Create(scale);
        for (var i = 0; i < to.Length; i += Vector256<float>.Count)
            (Vector256.Create<float>(to[i..]) + Vector256.Create(what[i..]) * scales).CopyTo(to[i..]);
    }

    public static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < one.Length; i += Vector256<float>.Count)
            sum += Vector256.Create(one[i..]) * Vector256.Create(other[i..]);
        return Vector256.Sum(sum);
    }
}
