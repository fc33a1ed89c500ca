using System.Runtime.InteropServices;

namespace Stance;

/// <summary>Gathers features by the hash of their names (feature hashing: Weinberger et al. 2009). Names are never kept.</summary>
internal sealed class HashedFeatures
{
    /// <summary>Number of features that hashes fall into.</summary>
    public const int Dimensions = 1 << 18;

    private readonly Dictionary<int, float> values = [];

    /// <summary>A name's hash (FNV-1a), to be carried on.</summary>
    public static ulong Hash(ulong seed, ReadOnlySpan<char> text)
    {
        var hash = seed;
        foreach (var c in text)
            hash = (hash ^ c) * 1099511628211;
        return (hash ^ '\u0001') * 1099511628211;
    }

    public static ulong Hash(ReadOnlySpan<char> text) => Hash(14695981039346656037, text);

    public void Add(ulong hash, float value = 1)
    {
        hash ^= hash >> 31;
        hash *= 0x9E3779B97F4A7C15;
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(values, (int)(hash >> 46), out _);
        sum += value;
    }

    /// <summary>The features that are there, each counted by the logarithm of its frequency, in order.</summary>
    public SparseRow Row()
    {
        var indices = values.Keys.ToArray();
        Array.Sort(indices);
        return new SparseRow(indices, [.. indices.Select(i => 1 + MathF.Log(Math.Max(1, values[i])))]);
    }
}
