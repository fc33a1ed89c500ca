namespace Stance;

/// <summary>How a feature changes when an issue's proposition is negated and its phrases are swapped.</summary>
internal enum Mirror : byte
{
    /// <summary>Not at all.</summary>
    Even,

    /// <summary>It changes sign.</summary>
    Odd,

    /// <summary>It changes places with the feature after it.</summary>
    SwapsWithNext,

    /// <summary>It changes places with the feature before it.</summary>
    SwapsWithPrevious,
}

/// <summary>The names of a feature vector's entries, in order, and how each is mirrored.</summary>
internal sealed class FeatureSchema
{
    private readonly List<string> names = [];
    private readonly List<Mirror> mirrors = [];

    public IReadOnlyList<string> Names => names;

    public int Count => names.Count;

    public int Add(string name, Mirror mirror = Mirror.Even)
    {
        names.Add(name);
        mirrors.Add(mirror);
        return names.Count - 1;
    }

    public int AddGroup<T>(string name, Mirror mirror = Mirror.Even)
        where T : struct, Enum
    {
        var first = Count;
        foreach (var value in Enum.GetNames<T>())
            Add($"{name} {value.ToLowerInvariant()}", mirror);
        return first;
    }

    public Mirror MirrorOf(int feature) => mirrors[feature];

    /// <summary>A vector that is the same for a proposition and its negation: of odd features the size, of swapped ones the larger first.</summary>
    public float[] Fold(ReadOnlySpan<float> from)
    {
        var to = new float[Count];
        for (var i = 0; i < Count; i++)
        {
            to[i] = mirrors[i] switch
            {
                Mirror.Odd => Math.Abs(from[i]),
                Mirror.SwapsWithNext => Math.Max(from[i], from[i + 1]),
                Mirror.SwapsWithPrevious => Math.Min(from[i], from[i - 1]),
                _ => from[i],
            };
        }
        return to;
    }

    /// <summary>The vector for the negated proposition.</summary>
    public void WriteMirrored(ReadOnlySpan<float> from, Span<float> to)
    {
        for (var i = 0; i < Count; i++)
        {
            to[i] = mirrors[i] switch
            {
                Mirror.Odd => -from[i],
                Mirror.SwapsWithNext => from[i + 1],
                Mirror.SwapsWithPrevious => from[i - 1],
                _ => from[i],
            };
        }
    }

    /// <summary>Hash of the names and their order: a model refuses features of another schema.</summary>
    public string Hash => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', names))))[..16];
}
