using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>One weight per element: the element weight, the class weight of the column, their product, or the weight of its bin.</summary>
internal static class ElementWeights
{
    /// <summary>The weights of one block: the element weights where they are, or, with class weights or bins, in the buffer.</summary>
    public static ref T Block<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch, int start, int count, Span<T> buffer)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        if (!batch.BinWeights.IsEmpty)
        {
            BinWeights.LookUp(batch.Bins.Slice(start, count), batch.BinWeights, buffer);
            return ref MemoryMarshal.GetReference(buffer);
        }

        if ((TKernel.Roles & LossRoles.ClassWeights) == 0)
        {
            return ref Unsafe.Add(ref MemoryMarshal.GetReference(batch.Weights), start);
        }

        PerClassBlock.Repeat(batch.ClassWeights, start % batch.ClassWeights.Length, buffer[..count]);
        if ((TKernel.Roles & LossRoles.Weights) != 0)
        {
            Multiply(buffer[..count], batch.Weights.Slice(start, count));
        }

        return ref MemoryMarshal.GetReference(buffer);
    }

    /// <summary>The sum of the weights of all elements, chunk by chunk like that of the losses.</summary>
    public static double Sum<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        if ((TKernel.Roles & LossRoles.MaxDegreeOfParallelism) != 0)
        {
            int threads = DegreeOfParallelism.Threads(batch.MaxDegreeOfParallelism, batch.Input.Length);
            if (threads > 1)
            {
                return WeightChunks<TKernel, T, TTarget>.Sum(in batch, threads);
            }
        }

        double sum = 0;
        int chunks = ElementwiseChunk.Count(batch.Input.Length);
        for (int chunk = 0; chunk < chunks; chunk++)
        {
            sum += SumOfChunk<TKernel, T, TTarget>(in batch, chunk);
        }

        return sum;
    }

    /// <summary>The sum of the weights of the elements of one chunk.</summary>
    [SkipLocalsInit]
    public static double SumOfChunk<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch, int chunk)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        Unsafe.SkipInit(out ElementwiseBlock<T> buffer);
        LossSum sum = default;
        int first = chunk * ElementwiseChunk.Length;
        int end = first + Math.Min(ElementwiseChunk.Length, batch.Input.Length - first);
        for (int start = first; start < end; start += ElementwiseBlock.Length)
        {
            int count = Math.Min(ElementwiseBlock.Length, end - start);
            sum.Add(ref Block<TKernel, T, TTarget>(in batch, start, count, buffer), count);
        }

        return sum.Total();
    }

    private static void Multiply<T>(Span<T> product, ReadOnlySpan<T> factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int whole = product.Length - (product.Length % Vector<T>.Count);
        for (int i = 0; i < whole; i += Vector<T>.Count)
        {
            (new Vector<T>(product[i..]) * new Vector<T>(factor[i..])).CopyTo(product[i..]);
        }

        for (int i = whole; i < product.Length; i++)
        {
            product[i] *= factor[i];
        }
    }
}
