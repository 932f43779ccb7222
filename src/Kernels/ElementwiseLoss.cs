using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>Runs a generated kernel over a batch: guards, blocks, tails, reduction. Called by generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ElementwiseLoss
{
    // Chunks are summed on their own and their sums are added in order: a chunk is what one thread can take.
    private const int ChunkLength = 64 * ElementwiseBlock.Length;

    /// <summary>Computes all that the roles of the kernel ask for.</summary>
    /// <typeparam name="TKernel">The kernel.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TTarget">The type of the targets: <typeparamref name="T"/> or <see cref="byte"/>.</typeparam>
    /// <param name="batch">The arguments by role; those that the kernel does not have are ignored.</param>
    /// <returns>The reduced loss; 0 where the kernel does not have <see cref="LossRoles.Value"/>.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or an output overlaps another argument.</exception>
    public static double Evaluate<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged => Evaluate<TKernel, T, TTarget>(in batch, out _);

    /// <summary>Computes all that the roles of the kernel ask for, statistics included.</summary>
    /// <typeparam name="TKernel">The kernel.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TTarget">The type of the targets: <typeparamref name="T"/> or <see cref="byte"/>.</typeparam>
    /// <param name="batch">The arguments by role; those that the kernel does not have are ignored.</param>
    /// <param name="statistics">The statistics; empty where the kernel does not have <see cref="LossRoles.Statistics"/>.</param>
    /// <returns>The reduced loss; 0 where the kernel does not have <see cref="LossRoles.Value"/>.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or an output overlaps another argument.</exception>
    public static double Evaluate<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch, out ProbabilityStatistics statistics)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        Guard.Check<TKernel, T, TTarget>(in batch);
        return EvaluateChecked<TKernel, T, TTarget>(in batch, Denominator<TKernel, T, TTarget>(in batch), out statistics);
    }

    /// <summary>The same for a batch that the guard let pass.</summary>
    internal static double EvaluateChecked<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch, double denominator, out ProbabilityStatistics statistics)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        statistics = default;
        int n = batch.Input.Length;
        if (n == 0)
        {
            return 0;
        }

        double numerator = (TKernel.Roles & LossRoles.GradientScale) != 0 ? double.CreateTruncating(batch.GradientScale) : 1;
        T scale = denominator == 0 ? T.Zero : T.CreateTruncating(numerator / denominator);
        double sum = 0;
        int chunks = ((n - 1) / ChunkLength) + 1;
        for (int chunk = 0; chunk < chunks; chunk++)
        {
            int start = chunk * ChunkLength;
            int length = Math.Min(ChunkLength, n - start);
            sum += (TKernel.Roles & LossRoles.Statistics) == 0
                ? EvaluateChunk<TKernel, T, TTarget>(in batch, start, length, scale, [], ref statistics)
                : EvaluateChunkWithStatistics<TKernel, T, TTarget>(in batch, start, length, scale, ref statistics);
        }

        return denominator == 0 ? 0 : sum / denominator;
    }

    // what the sum of the losses is divided by
    private static double Denominator<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged => TKernel.Reduction switch
        {
            Reduction.Sum => 1,
            Reduction.WeightedMean when (TKernel.Roles & (LossRoles.Weights | LossRoles.ClassWeights)) != 0 =>
                ElementWeights.Sum<TKernel, T, TTarget>(in batch),
            _ => batch.Input.Length,
        };

    // Only kernels that need the larger buffers have them on the stack: this one, and that of values per class.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double EvaluateChunkWithStatistics<TKernel, T, TTarget>(
        in ElementwiseBatch<T, TTarget> batch, int start, int length, T scale, ref ProbabilityStatistics statistics)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        Unsafe.SkipInit(out StatisticsBlock<T> statisticsBuffer);
        return EvaluateChunk<TKernel, T, TTarget>(in batch, start, length, scale, statisticsBuffer, ref statistics);
    }

    private static double EvaluateChunk<TKernel, T, TTarget>(
        in ElementwiseBatch<T, TTarget> batch, int start, int length, T scale, Span<T> statisticsBuffer, ref ProbabilityStatistics statistics)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged => TKernel.PerClassCount == 0
            ? EvaluateChunk<TKernel, T, TTarget>(in batch, start, length, scale, [], statisticsBuffer, ref statistics)
            : EvaluateChunkPerClass<TKernel, T, TTarget>(in batch, start, length, scale, statisticsBuffer, ref statistics);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double EvaluateChunkPerClass<TKernel, T, TTarget>(
        in ElementwiseBatch<T, TTarget> batch, int start, int length, T scale, Span<T> statisticsBuffer, ref ProbabilityStatistics statistics)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        Unsafe.SkipInit(out PerClassBlock<T> perClassBuffer);
        return EvaluateChunk<TKernel, T, TTarget>(in batch, start, length, scale, perClassBuffer, statisticsBuffer, ref statistics);
    }

    [SkipLocalsInit]
    private static double EvaluateChunk<TKernel, T, TTarget>(
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
            TKernel.Run(in lanes, (nuint)whole, scale);
        }

        if (whole < count)
        {
            ElementwiseTail.Run<TKernel, T, TTarget>(in lanes, whole, count - whole, scale);
        }
    }

    private static ref TElement At<TElement>(ReadOnlySpan<TElement> span, int index) =>
        ref Unsafe.Add(ref MemoryMarshal.GetReference(span), index);
}
