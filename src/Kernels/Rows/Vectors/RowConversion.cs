using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LossGen.Kernels;

/// <summary>Numbers of rows in the type of the logits.</summary>
internal static class RowConversion
{
    /// <summary>Whole numbers, the places of classes.</summary>
    public static void ToNumbers<T>(ReadOnlySpan<int> places, Span<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int i = 0;
        if (typeof(T) == typeof(float) && Vector256.IsHardwareAccelerated)
        {
            ref int source = ref MemoryMarshal.GetReference(places);
            ref float destination = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(numbers[..places.Length]));
            for (; i + Vector256<int>.Count <= places.Length; i += Vector256<int>.Count)
            {
                Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref source, (nuint)i)).StoreUnsafe(ref destination, (nuint)i);
            }
        }

        for (; i < places.Length; i++)
        {
            numbers[i] = T.CreateTruncating(places[i]);
        }
    }
}
