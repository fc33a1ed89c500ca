namespace Stance;

/// <summary>A linear model over hashed features as a plain array. Immutable and thread-safe.</summary>
internal sealed class LinearScorer(float[] weights, float bias)
{
    public int Dimensions => weights.Length;

    public float Bias => bias;

    /// <summary>One model that says what several say on average.</summary>
    public static LinearScorer Mean(IReadOnlyList<LinearScorer> models) =>
        new([.. Enumerable.Range(0, models[0].Dimensions).Select(i => (float)models.Average(m => m.WeightOf(i)))], models.Average(m => m.Bias));

    public double WeightOf(int feature) => weights[feature];

    private readonly int[] weighted = [.. Enumerable.Range(0, weights.Length).Where(i => weights[i] != 0)];

    /// <summary>Score of a dense vector.</summary>
    public double Score(ReadOnlySpan<float> features)
    {
        double sum = bias;
        foreach (var i in weighted)
            sum += weights[i] * features[i];
        return sum;
    }

    public double Score(ReadOnlySpan<int> indices, ReadOnlySpan<float> values)
    {
        double sum = bias;
        for (var i = 0; i < indices.Length; i++)
            sum += weights[indices[i]] * values[i];
        return sum;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(bias);
        writer.Write(weights.Length);
        writer.Write(weights.Count(w => w != 0));
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0)
                continue;
            writer.Write(i);
            writer.Write(weights[i]);
        }
    }

    public static LinearScorer Read(BinaryReader reader)
    {
        var bias = reader.ReadSingle();
        var dimensions = reader.ReadInt32();
        var entries = reader.ReadInt32();
        if (dimensions is < 1 or > 1 << 22 || entries < 0 || entries > dimensions)
            throw new FormatException("the linear weights do not fit together");
        var weights = new float[dimensions];
        for (var k = 0; k < entries; k++)
        {
            var i = reader.ReadInt32();
            if (i < 0 || i >= dimensions)
                throw new FormatException("the linear weights do not fit together");
            weights[i] = reader.ReadSingle();
        }
        return new LinearScorer(weights, bias);
    }
}
