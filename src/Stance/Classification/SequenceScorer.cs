using System.Runtime.Intrinsics;

namespace Stance;

/// <summary>Scores a sequence of roles in log-odds by a small convolutional network: each token sees its neighbours, then their neighbours' neighbours, and the strongest answer anywhere counts (convolution with max-pooling
/// over a sentence, Kim 2014; the second layer dilated, Yu and Koltun 2016). With a mirror, the sequence of the negated proposition is scored too and half the difference counts, so that the score is odd; without, both are read as one.
/// Immutable and thread-safe. Sums in one order whatever the processor's vectors: the same on every machine.</summary>
internal sealed class SequenceScorer(SequenceWeights weights, bool mirrored)
{
    private const int Hidden = SequenceWeights.Hidden;

    public SequenceWeights Weights => weights;

    public static SequenceScorer None(bool mirrored) => new(new SequenceWeights(), mirrored);

    /// <summary>Room for one sequence, to be used again for the next.</summary>
    public sealed class Layers
    {
        public readonly float[] First = new float[RoleSequence.MostTokens * Hidden], Second = new float[RoleSequence.MostTokens * Hidden], Whole = new float[Hidden];

        /// <summary>For each unit, the token at which it is strongest within the statement, and then anywhere; -1 where it is silent.</summary>
        public readonly int[] Strongest = new int[2 * Hidden];
    }

    [ThreadStatic]
    private static Layers? own;

    public double Score(RoleSequence sequence)
    {
        own ??= new Layers();
        return mirrored ? (Forward(weights, sequence, RoleCodes.Itself, own) - Forward(weights, sequence, RoleCodes.MirrorOf, own)) / 2 : Forward(weights, sequence, RoleCodes.EvenOf, own) + weights.Bias[0];
    }

    /// <summary>The network's answer, without its bias.</summary>
    /// <param name="weights">The network.</param>
    /// <param name="sequence">The sequence.</param>
    /// <param name="reading">As what each code is read.</param>
    /// <param name="layers">Filled with what the units say.</param>
    public static float Forward(SequenceWeights weights, RoleSequence sequence, ReadOnlySpan<byte> reading, Layers layers)
    {
        var n = sequence.Tokens;
        var whole = layers.Whole.AsSpan();
        weights.FirstBias.CopyTo(whole);
        foreach (var code in sequence.Whole)
            Vectors.Add(whole, weights.Whole.AsSpan(reading[code] * Hidden, Hidden));
        for (var t = 0; t < n; t++)
        {
            var unit = layers.First.AsSpan(t * Hidden, Hidden);
            whole.CopyTo(unit);
            for (var tap = 0; tap < 3; tap++)
                if (t + tap - 1 is var near && near >= 0 && near < n)
                    foreach (var code in sequence.CodesOf(near))
                        Vectors.Add(unit, weights.First.AsSpan((tap * RoleCodes.Count + reading[code]) * Hidden, Hidden));
            Vectors.Rectify(unit);
        }
        for (var t = 0; t < n; t++)
        {
            var unit = layers.Second.AsSpan(t * Hidden, Hidden);
            weights.SecondBias.CopyTo(unit);
            for (var tap = 0; tap < 3; tap++)
            {
                var near = t + 2 * (tap - 1);
                if (near < 0 || near >= n)
                    continue;
                for (var i = 0; i < Hidden; i++)
                    if (layers.First[near * Hidden + i] is > 0 and var value)
                        Vectors.AddScaled(unit, weights.Second.AsSpan((tap * Hidden + i) * Hidden, Hidden), value);
            }
            Vectors.Rectify(unit);
        }
        Pool(sequence, layers);
        float score = 0;
        for (var j = 0; j < 2 * Hidden; j++)
            if (layers.Strongest[j] >= 0)
                score += weights.Out[j] * layers.Second[layers.Strongest[j] * Hidden + j % Hidden];
        return score;
    }

    private static void Pool(RoleSequence sequence, Layers layers)
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
}

/// <summary>The weights of a <see cref="SequenceScorer"/>.</summary>
internal sealed class SequenceWeights
{
    /// <summary>Units of either layer.</summary>
    public const int Hidden = 32;

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

/// <summary>Sums of short vectors whose length is a multiple of eight, in the same order on every processor.</summary>
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

    /// <summary>Negative values become 0.</summary>
    public static void Rectify(Span<float> values)
    {
        for (var i = 0; i < values.Length; i += Vector256<float>.Count)
            Vector256.Max(Vector256.Create<float>(values[i..]), Vector256<float>.Zero).CopyTo(values[i..]);
    }
}
