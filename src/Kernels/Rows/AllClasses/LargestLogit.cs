using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>The place of the largest logit of a row.</summary>
internal static class LargestLogit
{
    /// <summary>The first place that holds the maximum; 0 where none does, in a row that is not made of numbers.</summary>
    public static int IndexOf<T>(ReadOnlySpan<T> logits, T maximum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Math.Max(
            typeof(T) == typeof(float)
                ? IndexOf(MemoryMarshal.Cast<T, int>(logits), BitConverter.SingleToInt32Bits(float.CreateTruncating(maximum)), int.MinValue)
                : IndexOf(MemoryMarshal.Cast<T, long>(logits), BitConverter.DoubleToInt64Bits(double.CreateTruncating(maximum)), long.MinValue),
            0);

    // as bits, for which the search has vectors; 0 has two patterns, of which either may have come out as the maximum
    private static int IndexOf<TBits>(ReadOnlySpan<TBits> logits, TBits maximum, TBits negativeZero)
        where TBits : unmanaged, IBinaryInteger<TBits> =>
        maximum == TBits.Zero || maximum == negativeZero
            ? logits.IndexOfAny(TBits.Zero, negativeZero)
            : logits.IndexOf(maximum);
}
