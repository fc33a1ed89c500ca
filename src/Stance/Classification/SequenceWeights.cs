namespace Stance;

/// <summary>The weights of a <see cref="SequenceScorer"/>.</summary>
internal sealed class SequenceWeights
{
    /// <summary>Units of either layer.</summary>
    public const int Hidden = 16;

    /// <summary>Tokens that a unit of either layer sees.</summary>
    public const int Taps = 3;

    /// <summary>First layer: for each code and each of three neighbours what it adds to every unit; what the codes of the whole add; and a bias.</summary>
    public readonly float[] First = new float[RoleCodes.Count * Taps * Hidden], Whole = new float[RoleCodes.Count * Hidden], FirstBias = new float[Hidden];

    /// <summary>Second layer: for each of three neighbours two tokens apart and each unit of the first.</summary>
    public readonly float[] Second = new float[Taps * Hidden * Hidden], SecondBias = new float[Hidden];

    /// <summary>For the strongest answer of each unit within the statement, and then anywhere; and a bias.</summary>
    public readonly float[] Out = new float[2 * Hidden], Bias = new float[1];

    /// <summary>The places of <see cref="First"/> as a file has them: neighbour by neighbour, while scoring wants code by code.</summary>
    public static readonly int[] FirstAsWritten =
        [.. from tap in Enumerable.Range(0, Taps) from code in Enumerable.Range(0, RoleCodes.Count) from unit in Enumerable.Range(0, Hidden) select (code * Taps + tap) * Hidden + unit];

    public float[][] All => [First, Whole, FirstBias, Second, SecondBias, Out, Bias];

    public void Write(BinaryWriter writer)
    {
        writer.Write(RoleCodes.Count);
        writer.Write(Hidden);
        foreach (var at in FirstAsWritten)
            writer.Write(First[at]);
        foreach (var part in All[1..])
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
        foreach (var at in FirstAsWritten)
            weights.First[at] = Number();
        foreach (var part in weights.All[1..])
            for (var i = 0; i < part.Length; i++)
                part[i] = Number();
        return weights;

        float Number() => reader.ReadSingle() is var number && float.IsFinite(number) ? number : throw new FormatException("found a weight that is no number");
    }
}
