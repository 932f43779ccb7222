using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LossGen.Kernels;

/// <summary>Numbers of rows from the type of the logits to double precision and back.</summary>
internal static class RowConversion
{
    /// <summary>The numbers in double precision.</summary>
    public static void Widen<T>(ReadOnlySpan<T> values, Span<double> widened)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int i = 0;
        if (typeof(T) == typeof(float) && Vector256.IsHardwareAccelerated)
        {
            ref float source = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(values));
            ref double destination = ref MemoryMarshal.GetReference(widened[..values.Length]);
            for (; i + Vector256<float>.Count <= values.Length; i += Vector256<float>.Count)
            {
                (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(Vector256.LoadUnsafe(ref source, (nuint)i));
                lower.StoreUnsafe(ref destination, (nuint)i);
                upper.StoreUnsafe(ref destination, (nuint)(i + Vector256<double>.Count));
            }
        }

        for (; i < values.Length; i++)
        {
            widened[i] = double.CreateTruncating(values[i]);
        }
    }

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

    /// <summary>The numbers rounded as <see cref="Precision{T}.Round"/> does.</summary>
    public static void Round<T>(ReadOnlySpan<double> values, Span<T> rounded)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int i = 0;
        if (typeof(T) == typeof(float) && Vector256.IsHardwareAccelerated)
        {
            ref double source = ref MemoryMarshal.GetReference(values);
            ref float destination = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(rounded[..values.Length]));
            for (; i + Vector256<float>.Count <= values.Length; i += Vector256<float>.Count)
            {
                Vector256<double> lower = Normal<T>(Vector256.LoadUnsafe(ref source, (nuint)i));
                Vector256<double> upper = Normal<T>(Vector256.LoadUnsafe(ref source, (nuint)(i + Vector256<double>.Count)));
                Vector256.Narrow(lower, upper).StoreUnsafe(ref destination, (nuint)i);
            }
        }

        for (; i < values.Length; i++)
        {
            rounded[i] = Precision<T>.Round(values[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Normal<T>(Vector256<double> value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.AndNot(value, Vector256.LessThan(Vector256.Abs(value), Vector256.Create(Precision<T>.SmallestNormal)));
}
