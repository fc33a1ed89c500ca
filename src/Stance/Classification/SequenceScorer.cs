namespace Stance;

/// <summary>Scores a sequence of roles in log-odds by a small convolutional network: each token sees its neighbours, then their neighbours' neighbours, and the strongest answer anywhere counts (convolution with max-pooling
/// over a sentence, Kim 2014; the second layer dilated, Yu and Koltun 2016). With a mirror, the sequence of the negated proposition is scored too and half the difference counts, so that the score is odd; without, both are read as one.
/// Immutable and thread-safe.</summary>
/// <param name="networks">Networks that differ in their seed only; the mean of their answers counts, which errs less than any one (Hansen and Salamon 1990).</param>
/// <param name="mirrored">Whether the task has a mirror.</param>
internal sealed class SequenceScorer(IReadOnlyList<SequenceWeights> networks, bool mirrored)
{
    public static SequenceScorer None(bool mirrored) => new([], mirrored);

    [ThreadStatic]
    private static SequenceLayers? own;

    // An array: the interface's enumerator would be made anew for each sequence.
    private readonly SequenceWeights[] networks = [.. networks];

    public double Score(in RoleSequence sequence)
    {
        own ??= new SequenceLayers();
        double sum = 0;
        foreach (var weights in networks)
            sum += mirrored ? (Answer(weights, sequence, RoleCodes.Itself, own) - Answer(weights, sequence, RoleCodes.MirrorOf, own)) / 2 : Answer(weights, sequence, RoleCodes.EvenOf, own) + weights.Bias[0];
        return networks.Length == 0 ? 0 : sum / networks.Length;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(networks.Length);
        foreach (var weights in networks)
            weights.Write(writer);
    }

    /// <exception cref="FormatException">Weights of another size, or one that is no number.</exception>
    public static SequenceScorer Read(BinaryReader reader, bool mirrored)
    {
        var count = reader.ReadInt32();
        return count is >= 0 and <= 16 ? new SequenceScorer([.. Enumerable.Range(0, count).Select(_ => SequenceWeights.Read(reader))], mirrored) : throw new FormatException($"found {count} networks; allowed: 0 to 16");
    }

    private static double Answer(SequenceWeights weights, in RoleSequence sequence, ReadOnlySpan<byte> reading, SequenceLayers layers)
    {
        layers.Forward(weights, sequence, reading);
        return layers.Answer(weights, sequence);
    }
}
