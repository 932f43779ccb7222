using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>A part of a batch that is summed on its own, so that any thread can take it: some blocks, one after the other.</summary>
internal static class ElementwiseChunk
{
    /// <summary>
    /// The number of elements of a chunk but the last one: some microseconds of work, so that no thread waits long for the last
    /// one of another, and next to which taking a chunk does not matter.
    /// </summary>
    public const int Length = 16 * ElementwiseBlock.Length;

    /// <summary>The number of chunks of n elements.</summary>
    public static int Count(int n) => n == 0 ? 0 : ((n - 1) / Length) + 1;

    /// <summary>The sum of the losses of a chunk, after all else that the kernel computes was written, and added to the statistics.</summary>
    public static double Evaluate<TKernel, T, TTarget>(
        in ElementwiseBatch<T, TTarget> batch, int chunk, T scale, ref ProbabilityStatistics statistics)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        int start = chunk * Length;
        int length = Math.Min(Length, batch.Input.Length - start);
        return (TKernel.Roles & LossRoles.Statistics) == 0
            ? Evaluate<TKernel, T, TTarget>(in batch, start, length, scale, [], ref statistics)
            : EvaluateWithStatistics<TKernel, T, TTarget>(in batch, start, length, scale, ref statistics);
    }

    // Only kernels that need the larger buffers have them on the stack: this one, and that of values per class.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double EvaluateWithStatistics<TKernel, T, TTarget>(
        in ElementwiseBatch<T, TTarget> batch, int start, int length, T scale, ref ProbabilityStatistics statistics)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        Unsafe.SkipInit(out StatisticsBlock<T> statisticsBuffer);
        return Evaluate<TKernel, T, TTarget>(in batch, start, length, scale, statisticsBuffer, ref statistics);
    }

    private static double Evaluate<TKernel, T, TTarget>(
        in ElementwiseBatch<T, TTarget> batch, int start, int length, T scale, Span<T> statisticsBuffer, ref ProbabilityStatistics statistics)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged => TKernel.PerClassCount == 0
            ? Evaluate<TKernel, T, TTarget>(in batch, start, length, scale, [], statisticsBuffer, ref statistics)
            : EvaluatePerClass<TKernel, T, TTarget>(in batch, start, length, scale, statisticsBuffer, ref statistics);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double EvaluatePerClass<TKernel, T, TTarget>(
        in ElementwiseBatch<T, TTarget> batch, int start, int length, T scale, Span<T> statisticsBuffer, ref ProbabilityStatistics statistics)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        Unsafe.SkipInit(out PerClassBlock<T> perClassBuffer);
        return Evaluate<TKernel, T, TTarget>(in batch, start, length, scale, perClassBuffer, statisticsBuffer, ref statistics);
    }

    [SkipLocalsInit]
    private static double Evaluate<TKernel, T, TTarget>(
        in ElementwiseBatch<T, TTarget> batch,
        int chunkStart,
        int chunkLength,
        T scale,
        Span<T> perClassBuffer,
        Span<T> statisticsBuffer,
        ref ProbabilityStatistics statistics)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        Unsafe.SkipInit(out ElementwiseBlock<T> lossBuffer);
        Unsafe.SkipInit(out ElementwiseBlock<T> weightBuffer);
        LossSum sum = default;
        StatisticsSum statisticsSum = default;
        for (int offset = 0; offset < chunkLength; offset += ElementwiseBlock.Length)
        {
            int start = chunkStart + offset;
            int count = Math.Min(ElementwiseBlock.Length, chunkLength - offset);
            scoped ElementwiseLanes<T, TTarget> lanes = default;
            lanes.Input = ref At(batch.Input, start);
            lanes.Targets = ref At(batch.Targets, start);
            if ((TKernel.Roles & (LossRoles.Weights | LossRoles.ClassWeights)) != 0)
            {
                lanes.Weights = ref ElementWeights.Block<TKernel, T, TTarget>(in batch, start, count, weightBuffer);
            }

            lanes.Scalars = batch.Scalars;
            if (TKernel.PerClassCount != 0)
            {
                PerClassBlock.Fill<TKernel, T, TTarget>(in batch, start, count, perClassBuffer);
                lanes.FirstPerClass = ref perClassBuffer[0];
                lanes.PerClassStride = ElementwiseBlock.Length;
            }

            if ((TKernel.Roles & LossRoles.Gradient) != 0)
            {
                lanes.Gradient = ref At(batch.Gradient, start);
            }

            if ((TKernel.Roles & LossRoles.Hessian) != 0)
            {
                lanes.Hessian = ref At(batch.Hessian, start);
            }

            if ((TKernel.Roles & LossRoles.Losses) != 0)
            {
                lanes.Losses = ref At(batch.Losses, start);
            }
            else if ((TKernel.Roles & LossRoles.Value) != 0)
            {
                lanes.Losses = ref lossBuffer[0];
            }

            if ((TKernel.Roles & LossRoles.Statistics) != 0)
            {
                lanes.FirstStatistic = ref statisticsBuffer[0];
                lanes.StatisticsStride = ElementwiseBlock.Length;
            }

            Run<TKernel, T, TTarget>(in lanes, count, scale);
            if ((TKernel.Roles & LossRoles.Value) != 0)
            {
                sum.Add(ref lanes.Losses, count);
            }

            if ((TKernel.Roles & LossRoles.Statistics) != 0)
            {
                statisticsSum.Add(in lanes, count);
            }
        }

        if ((TKernel.Roles & LossRoles.Statistics) != 0)
        {
            statistics += statisticsSum.Total();
        }

        return sum.Total();
    }

    private static void Run<TKernel, T, TTarget>(scoped in ElementwiseLanes<T, TTarget> lanes, int count, T scale)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged
        where TTarget : unmanaged
    {
        int whole = count - (count % TKernel.Step);
        if (whole > 0)
        {
            KernelCall.Run<TKernel, T, TTarget>(in lanes, (nuint)whole, scale);
        }

        if (whole < count)
        {
            ElementwiseTail.Run<TKernel, T, TTarget>(in lanes, whole, count - whole, scale);
        }
    }

    private static ref TElement At<TElement>(ReadOnlySpan<TElement> span, int index) =>
        ref Unsafe.Add(ref MemoryMarshal.GetReference(span), index);
}
