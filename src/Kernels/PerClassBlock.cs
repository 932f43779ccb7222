using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>Values per class as values per element.</summary>
internal static class PerClassBlock
{
    /// <summary>destination[i] = period[(first + i) mod period.Length]; what is there doubles with each copy.</summary>
    public static void Repeat<T>(ReadOnlySpan<T> period, int first, Span<T> destination)
    {
        int filled = Math.Min(period.Length - first, destination.Length);
        period.Slice(first, filled).CopyTo(destination);
        int start = Math.Min(first, destination.Length - filled);
        period[..start].CopyTo(destination[filled..]);
        filled += start;
        while (filled < destination.Length)
        {
            int length = Math.Min(filled, destination.Length - filled);
            destination[..length].CopyTo(destination[filled..]);
            filled += length;
        }
    }

    /// <summary>The hyperparameters per class for the elements of one block, one after the other.</summary>
    public static void Fill<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch, int start, int count, Span<T> buffer)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        for (int k = 0; k < TKernel.PerClassCount; k++)
        {
            ReadOnlySpan<T> values = batch.PerClass[k].Values;
            Repeat(values, start % values.Length, buffer.Slice(k * ElementwiseBlock.Length, count));
        }
    }
}

/// <summary>The hyperparameters per class for the elements of a block, on the stack.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[InlineArray(ElementwiseBlock.Length * PerClassHyperparameters<float>.MaxCount)]
internal struct PerClassBlock<T>
    where T : unmanaged
{
    private T element0;
}
