namespace Stance;

/// <summary>The features of a pair's statements, one vector after the other in one array: training holds some hundred thousand vectors, and every collection of garbage visits each array.</summary>
/// <param name="values">All values.</param>
/// <param name="width">Length of a vector.</param>
internal readonly struct FeatureRows(float[] values, int width)
{
    /// <summary>Vectors of zeros.</summary>
    public static FeatureRows Of(int count, int width) => new(new float[count * width], width);

    /// <summary>Number of vectors.</summary>
    public int Count => width == 0 ? 0 : values.Length / width;

    /// <summary>The vector of a statement.</summary>
    public Span<float> this[int row] => values.AsSpan(row * width, width);

    /// <summary>These without one of them.</summary>
    public FeatureRows Without(int row) => new([.. values.AsSpan(0, row * width), .. values.AsSpan((row + 1) * width)], width);
}
