namespace Stance.Tests;

/// <summary>What vectors compute side by side is what plain loops compute one after the other.</summary>
public class SequenceLayersTests
{
    private const int Hidden = SequenceWeights.Hidden, Taps = SequenceWeights.Taps;

    private static SequenceWeights Weights(int seed)
    {
        var (weights, random) = (new SequenceWeights(), new Random(seed));
        foreach (var part in weights.All)
            for (var i = 0; i < part.Length; i++)
                part[i] = (random.NextSingle() * 2 - 1) / 3;
        return weights;
    }

    /// <summary>A sequence of as many tokens with none to three codes each; the statement is its middle.</summary>
    private static RoleSequence Sequence(int tokens, Random random)
    {
        var (codes, starts) = (new List<byte>(), new List<ushort>());
        for (var t = 0; t < tokens; t++)
        {
            starts.Add((ushort)codes.Count);
            for (var k = random.Next(4); k > 0; k--)
                codes.Add((byte)random.Next(RoleCodes.Count));
        }
        starts.Add((ushort)codes.Count);
        return new RoleSequence([1, 2, 3], codes.ToArray(), starts.ToArray(), tokens / 4, tokens - tokens / 4);
    }

    private static (double[,] First, double[,] Second) Plainly(SequenceWeights w, RoleSequence sequence, byte[] reading)
    {
        var (first, second) = (new double[sequence.Tokens, Hidden], new double[sequence.Tokens, Hidden]);
        for (var t = 0; t < sequence.Tokens; t++)
            for (var unit = 0; unit < Hidden; unit++)
            {
                double sum = w.FirstBias[unit];
                foreach (var code in sequence.Whole)
                    sum += w.Whole[reading[code] * Hidden + unit];
                for (var tap = 0; tap < Taps; tap++)
                    if (t + tap - 1 is var near && near >= 0 && near < sequence.Tokens)
                        foreach (var code in sequence.CodesOf(near))
                            sum += w.First[(reading[code] * Taps + tap) * Hidden + unit];
                first[t, unit] = Math.Max(0, sum);
            }
        for (var t = 0; t < sequence.Tokens; t++)
            for (var unit = 0; unit < Hidden; unit++)
            {
                double sum = w.SecondBias[unit];
                for (var tap = 0; tap < Taps; tap++)
                    if (t + 2 * (tap - 1) is var near && near >= 0 && near < sequence.Tokens)
                        for (var i = 0; i < Hidden; i++)
                            sum += w.Second[(tap * Hidden + i) * Hidden + unit] * first[near, i];
                second[t, unit] = Math.Max(0, sum);
            }
        return (first, second);
    }

    [Fact]
    public void Sequences_of_every_length_are_read_alike()
    {
        // One room for all, the longest first: what an earlier sequence left must not be seen.
        var (layers, random) = (new SequenceLayers(), new Random(5));
        for (var tokens = RoleSequence.MostTokens; tokens >= 0; tokens--)
        {
            var (weights, sequence) = (Weights(tokens), Sequence(tokens, random));
            var reading = tokens % 3 == 0 ? RoleCodes.MirrorOf : RoleCodes.Itself;
            layers.Forward(weights, sequence, reading);
            var (first, second) = Plainly(weights, sequence, reading);
            for (var t = 0; t < tokens; t++)
                for (var unit = 0; unit < Hidden; unit++)
                {
                    Assert.Equal(first[t, unit], layers.First(t)[unit], 1e-4);
                    Assert.Equal(second[t, unit], layers.Second(t)[unit], 1e-4);
                }
            double Strongest(int unit, int from, int end) => Enumerable.Range(from, end - from).Select(t => second[t, unit]).Append(0).Max();
            var answer = Enumerable.Range(0, Hidden).Sum(unit => weights.Out[unit] * Strongest(unit, sequence.First, sequence.End) + weights.Out[Hidden + unit] * Strongest(unit, 0, tokens));
            Assert.Equal(answer, layers.Answer(weights, sequence), 1e-4);
            layers.Pool(sequence);
            for (var unit = 0; unit < 2 * Hidden; unit++)
            {
                var (from, end) = unit < Hidden ? (sequence.First, sequence.End) : (0, tokens);
                var expected = Strongest(unit % Hidden, from, end);
                if (layers.Strongest[unit] is >= 0 and var at)
                {
                    Assert.InRange(at, from, end - 1);
                    Assert.Equal(expected, layers.Second(at)[unit % Hidden], 1e-4);
                }
                else
                    Assert.Equal(0, expected, 1e-4);
            }
        }
    }

    [Fact]
    public void Sums_go_over_whole_vectors_of_one_length()
    {
        float[] to = [1, 2, 3, 4, 5, 6, 7, 8], what = [1, 1, 1, 1, 1, 1, 1, 2];
        Vectors.Add(to, what);
        Vectors.AddScaled(to, what, 10);
        Assert.Equal([12, 13, 14, 15, 16, 17, 18, 30], to);
        Assert.Equal(165, Vectors.Dot(to, what));
        Assert.Contains("a multiple of 8", Assert.Throws<ArgumentException>(() => Vectors.Add(to, what.AsSpan(1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Vectors.Dot(to.AsSpan(4), what.AsSpan(4)));
    }
}
