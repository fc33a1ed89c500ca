using System.Runtime.InteropServices;

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
    private readonly List<int> odd = [], swapped = [];

    public IReadOnlyList<string> Names => names;

    public int Count => names.Count;

    public int Add(string name, Mirror mirror = Mirror.Even)
    {
        if (mirror == Mirror.Odd) odd.Add(Count);
        if (mirror == Mirror.SwapsWithNext) swapped.Add(Count);
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
        Fold(from, to);
        return to;
    }

    /// <summary>The same, into a vector that is there.</summary>
    public void Fold(ReadOnlySpan<float> from, Span<float> to)
    {
        from[..Count].CopyTo(to);
        foreach (var i in CollectionsMarshal.AsSpan(odd))
            to[i] = Math.Abs(from[i]);
        foreach (var i in CollectionsMarshal.AsSpan(swapped))
            (to[i], to[i + 1]) = (Math.Max(from[i], from[i + 1]), Math.Min(from[i], from[i + 1]));
    }

    /// <summary>The vector for the negated proposition.</summary>
    public void WriteMirrored(ReadOnlySpan<float> from, Span<float> to)
    {
        from[..Count].CopyTo(to);
        foreach (var i in CollectionsMarshal.AsSpan(odd))
            to[i] = -from[i];
        foreach (var i in CollectionsMarshal.AsSpan(swapped))
            (to[i], to[i + 1]) = (from[i + 1], from[i]);
    }

    /// <summary>Hash of the names and their order: a model refuses features of another schema.</summary>
    public string Hash => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', names))))[..16];
}
