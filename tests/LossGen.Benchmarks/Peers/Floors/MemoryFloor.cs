using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LossGen.Benchmarks.Peers.Floors;

/// <summary>One vector instruction per vector of elements: what is left of a loss when its arithmetic is free.</summary>
internal static class MemoryFloor
{
    /// <summary>gradient = logits - targets.</summary>
    public static void Elementwise(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        ref float z = ref MemoryMarshal.GetReference(logits);
        ref float y = ref MemoryMarshal.GetReference(targets);
        ref float g = ref MemoryMarshal.GetReference(gradient);
        nuint i = 0;
        nuint length = (nuint)logits.Length;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i + 16 <= length; i += 16)
            {
                (Vector512.LoadUnsafe(in z, i) - Vector512.LoadUnsafe(in y, i)).StoreUnsafe(ref g, i);
            }
        }

        for (; i + 8 <= length; i += 8)
        {
            (Vector256.LoadUnsafe(in z, i) - Vector256.LoadUnsafe(in y, i)).StoreUnsafe(ref g, i);
        }

        for (; i < length; i++)
        {
            gradient[(int)i] = logits[(int)i] - targets[(int)i];
        }
    }

    /// <summary>gradient = logits - 1, since rows have next to no targets.</summary>
    public static void Rows(ReadOnlySpan<float> logits, Span<float> gradient)
    {
        ref float z = ref MemoryMarshal.GetReference(logits);
        ref float g = ref MemoryMarshal.GetReference(gradient);
        nuint i = 0;
        nuint length = (nuint)logits.Length;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i + 16 <= length; i += 16)
            {
                (Vector512.LoadUnsafe(in z, i) - Vector512<float>.One).StoreUnsafe(ref g, i);
            }
        }

        for (; i + 8 <= length; i += 8)
        {
            (Vector256.LoadUnsafe(in z, i) - Vector256<float>.One).StoreUnsafe(ref g, i);
        }

        for (; i < length; i++)
        {
            gradient[(int)i] = logits[(int)i] - 1;
        }
    }
}
