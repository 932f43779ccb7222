using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LossGen.Kernels;

/// <summary>The largest of a sequence of logits. Where one is NaN it may be any number: NaN reaches all that comes of it anyway.</summary>
internal static class RowMaximum
{
    /// <summary>The largest of all but one, -infinity where there are no others.</summary>
    /// <param name="logits">The logits.</param>
    /// <param name="excluded">Which of them does not count; it may lie outside.</param>
    public static T Excluding<T>(ReadOnlySpan<T> logits, int excluded)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // where the excluded one is cannot be predicted: two loops to and from it take longer than one more over all
        T maximum = Of(logits);
        return (uint)excluded < (uint)logits.Length && !(logits[excluded] < maximum)
            ? T.MaxNative(Of(logits[..excluded]), Of(logits[(excluded + 1)..]))
            : maximum;
    }

    /// <summary>The largest, -infinity where there are none.</summary>
    public static T Of<T>(ReadOnlySpan<T> logits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref readonly T first = ref MemoryMarshal.GetReference(logits);
        nuint count = (nuint)logits.Length;
        return Vector512.IsHardwareAccelerated && count >= (nuint)Vector512<T>.Count ? Of512(in first, count)
            : Vector256.IsHardwareAccelerated && count >= (nuint)Vector256<T>.Count ? Of256(in first, count)
            : Vector128.IsHardwareAccelerated && count >= (nuint)Vector128<T>.Count ? Of128(in first, count)
            : OfScalars(in first, count);
    }

    // The last vector may overlap the one before.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static T Of512<T>(ref readonly T logits, nuint count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nuint lanes = (nuint)Vector512<T>.Count;
        Vector512<T> a = Vector512.LoadUnsafe(in logits, count - lanes);
        Vector512<T> b = a, c = a, d = a;
        nuint i = 0;
        for (; i + (4 * lanes) <= count; i += 4 * lanes)
        {
            a = Vector512.MaxNative(a, Vector512.LoadUnsafe(in logits, i));
            b = Vector512.MaxNative(b, Vector512.LoadUnsafe(in logits, i + lanes));
            c = Vector512.MaxNative(c, Vector512.LoadUnsafe(in logits, i + (2 * lanes)));
            d = Vector512.MaxNative(d, Vector512.LoadUnsafe(in logits, i + (3 * lanes)));
        }

        for (; i + lanes <= count; i += lanes)
        {
            a = Vector512.MaxNative(a, Vector512.LoadUnsafe(in logits, i));
        }

        a = Vector512.MaxNative(Vector512.MaxNative(a, b), Vector512.MaxNative(c, d));
        return OfLanes(Vector256.MaxNative(a.GetLower(), a.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static T Of256<T>(ref readonly T logits, nuint count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nuint lanes = (nuint)Vector256<T>.Count;
        Vector256<T> a = Vector256.LoadUnsafe(in logits, count - lanes);
        Vector256<T> b = a, c = a, d = a;
        nuint i = 0;
        for (; i + (4 * lanes) <= count; i += 4 * lanes)
        {
            a = Vector256.MaxNative(a, Vector256.LoadUnsafe(in logits, i));
            b = Vector256.MaxNative(b, Vector256.LoadUnsafe(in logits, i + lanes));
            c = Vector256.MaxNative(c, Vector256.LoadUnsafe(in logits, i + (2 * lanes)));
            d = Vector256.MaxNative(d, Vector256.LoadUnsafe(in logits, i + (3 * lanes)));
        }

        for (; i + lanes <= count; i += lanes)
        {
            a = Vector256.MaxNative(a, Vector256.LoadUnsafe(in logits, i));
        }

        return OfLanes(Vector256.MaxNative(Vector256.MaxNative(a, b), Vector256.MaxNative(c, d)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static T Of128<T>(ref readonly T logits, nuint count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nuint lanes = (nuint)Vector128<T>.Count;
        Vector128<T> a = Vector128.LoadUnsafe(in logits, count - lanes);
        Vector128<T> b = a;
        nuint i = 0;
        for (; i + (2 * lanes) <= count; i += 2 * lanes)
        {
            a = Vector128.MaxNative(a, Vector128.LoadUnsafe(in logits, i));
            b = Vector128.MaxNative(b, Vector128.LoadUnsafe(in logits, i + lanes));
        }

        for (; i + lanes <= count; i += lanes)
        {
            a = Vector128.MaxNative(a, Vector128.LoadUnsafe(in logits, i));
        }

        return OfLanes(Vector128.MaxNative(a, b));
    }

    internal static T OfScalars<T>(ref readonly T logits, nuint count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T maximum = T.NegativeInfinity;
        for (nuint i = 0; i < count; i++)
        {
            T logit = Unsafe.Add(ref Unsafe.AsRef(in logits), i);
            maximum = logit > maximum ? logit : maximum;
        }

        return maximum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T OfLanes<T>(Vector256<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => OfLanes(Vector128.MaxNative(a.GetLower(), a.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T OfLanes<T>(Vector128<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            Vector128<float> pairs = a.AsSingle();
            pairs = Vector128.MaxNative(pairs, Vector128.Shuffle(pairs, Vector128.Create(2, 3, 0, 1)));
            return (T)(object)float.MaxNative(pairs[0], pairs[1]);
        }

        return T.MaxNative(a[0], a[1]);
    }
}
