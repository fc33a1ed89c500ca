using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stance;

/// <summary>Sums of short vectors whose length is a multiple of eight, in the same order on every processor: that of .NET's <c>TensorPrimitives.Dot</c> follows the width of the processor's vectors, and a training must repeat elsewhere.</summary>
internal static class Vectors
{
    public static void Add(Span<float> to, ReadOnlySpan<float> what)
    {
        Check(to, what);
        ref float target = ref MemoryMarshal.GetReference(to), source = ref MemoryMarshal.GetReference(what);
        for (nuint i = 0; i < (nuint)to.Length; i += (nuint)Vector256<float>.Count)
            (Vector256.LoadUnsafe(ref target, i) + Vector256.LoadUnsafe(ref source, i)).StoreUnsafe(ref target, i);
    }

    public static void AddScaled(Span<float> to, ReadOnlySpan<float> what, float scale)
    {
        Check(to, what);
        var scales = Vector256.Create(scale);
        ref float target = ref MemoryMarshal.GetReference(to), source = ref MemoryMarshal.GetReference(what);
        for (nuint i = 0; i < (nuint)to.Length; i += (nuint)Vector256<float>.Count)
            (Vector256.LoadUnsafe(ref target, i) + Vector256.LoadUnsafe(ref source, i) * scales).StoreUnsafe(ref target, i);
    }

    public static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        Check(one, other);
        var sum = Vector256<float>.Zero;
        ref float left = ref MemoryMarshal.GetReference(one), right = ref MemoryMarshal.GetReference(other);
        for (nuint i = 0; i < (nuint)one.Length; i += (nuint)Vector256<float>.Count)
            sum += Vector256.LoadUnsafe(ref left, i) * Vector256.LoadUnsafe(ref right, i);
        return Vector256.Sum(sum);
    }

    /// <summary>One check for all accesses.</summary>
    private static void Check(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        if (one.Length != other.Length || one.Length % Vector256<float>.Count != 0)
            throw new ArgumentException($"vectors of length {one.Length} and {other.Length}; allowed: the same, a multiple of {Vector256<float>.Count}");
    }
}
