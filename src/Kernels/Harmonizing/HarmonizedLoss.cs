using System;
using System.Buffers;
using System.ComponentModel;
using System.Numerics;

namespace LossGen.Kernels;

/// <summary>
/// Runs a generated kernel with weights that depend on the whole batch: one pass finds the bin of each element and counts, the
/// second is the kernel with the weight of each element's bin. Called by generated code only.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HarmonizedLoss
{
    /// <summary>Computes all that the roles of the kernel ask for.</summary>
    /// <typeparam name="TKernel">The kernel, which has <see cref="LossRoles.Weights"/>.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TTarget">The type of the targets: <typeparamref name="T"/> or <see cref="byte"/>.</typeparam>
    /// <param name="batch">The arguments by role.</param>
    /// <param name="harmonizing">How to weigh.</param>
    /// <param name="density">The average over batches, which takes the counts of this one.</param>
    /// <returns>The reduced loss; 0 where the kernel does not have <see cref="LossRoles.Value"/>.</returns>
    /// <exception cref="ArgumentException">A length does not fit, an output overlaps another argument, or the density has another number of bins.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is none.</exception>
    public static double Evaluate<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch, in Harmonizing harmonizing, GradientDensity density)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged => Evaluate<TKernel, T, TTarget>(in batch, in harmonizing, density, out _);

    /// <summary>Computes all that the roles of the kernel ask for, statistics included.</summary>
    /// <typeparam name="TKernel">The kernel, which has <see cref="LossRoles.Weights"/>.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TTarget">The type of the targets: <typeparamref name="T"/> or <see cref="byte"/>.</typeparam>
    /// <param name="batch">The arguments by role.</param>
    /// <param name="harmonizing">How to weigh.</param>
    /// <param name="density">The average over batches, which takes the counts of this one.</param>
    /// <param name="statistics">The statistics, in which every element counts once; empty where the kernel does not have <see cref="LossRoles.Statistics"/>.</param>
    /// <returns>The reduced loss; 0 where the kernel does not have <see cref="LossRoles.Value"/>.</returns>
    /// <exception cref="ArgumentException">A length does not fit, an output overlaps another argument, or the density has another number of bins.</exception>
    public static double Evaluate<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch, in Harmonizing harmonizing, GradientDensity density, out ProbabilityStatistics statistics)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        harmonizing.Check(density);
        return EvaluateWith<TKernel, T, TTarget>(in batch, in harmonizing, density, out statistics);
    }

    /// <summary>The same for a batch that stands alone.</summary>
    /// <typeparam name="TKernel">The kernel, which has <see cref="LossRoles.Weights"/>.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TTarget">The type of the targets: <typeparamref name="T"/> or <see cref="byte"/>.</typeparam>
    /// <param name="batch">The arguments by role.</param>
    /// <param name="harmonizing">How to weigh.</param>
    /// <returns>The reduced loss; 0 where the kernel does not have <see cref="LossRoles.Value"/>.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or an output overlaps another argument.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is none.</exception>
    public static double Evaluate<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch, in Harmonizing harmonizing)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged => EvaluateWith<TKernel, T, TTarget>(in batch, in harmonizing, density: null, out _);

    /// <summary>The same for a batch that stands alone, statistics included.</summary>
    /// <typeparam name="TKernel">The kernel, which has <see cref="LossRoles.Weights"/>.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TTarget">The type of the targets: <typeparamref name="T"/> or <see cref="byte"/>.</typeparam>
    /// <param name="batch">The arguments by role.</param>
    /// <param name="harmonizing">How to weigh.</param>
    /// <param name="statistics">The statistics, in which every element counts once; empty where the kernel does not have <see cref="LossRoles.Statistics"/>.</param>
    /// <returns>The reduced loss; 0 where the kernel does not have <see cref="LossRoles.Value"/>.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or an output overlaps another argument.</exception>
    public static double Evaluate<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch, in Harmonizing harmonizing, out ProbabilityStatistics statistics)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged => EvaluateWith<TKernel, T, TTarget>(in batch, in harmonizing, density: null, out statistics);

    private static double EvaluateWith<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch, in Harmonizing harmonizing, GradientDensity? density, out ProbabilityStatistics statistics)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        scoped ElementwiseBatch<T, TTarget> weighted = batch;
        if (!harmonizing.IsMasked)
        {
            // the kernel has weights where the method has none: to the guard they are what it checks already
            weighted.Weights = batch.Input;
        }

        Guard.Check<TKernel, T, TTarget>(in weighted);
        int n = batch.Input.Length;
        byte[] bins = ArrayPool<byte>.Shared.Rent(n);
        try
        {
            Span<long> counts = stackalloc long[harmonizing.Bins];
            Find<TKernel, T, TTarget>(in batch, in harmonizing, bins.AsSpan(0, n), counts);
            density?.Update(counts);
            Span<T> weights = stackalloc T[BinWeights.Length(harmonizing.Bins)];
            long counted = BinWeights.Fill(in harmonizing, counts, density, weights);
            weighted.Bins = bins.AsSpan(0, n);
            weighted.BinWeights = weights;
            return ElementwiseLoss.EvaluateChecked<TKernel, T, TTarget>(in weighted, TKernel.Reduction == Reduction.Sum ? 1 : Math.Max(counted, 1), out statistics);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bins);
        }
    }

    private static void Find<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch, in Harmonizing harmonizing, Span<byte> bins, Span<long> counts)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        if ((TKernel.Roles & LossRoles.MaxDegreeOfParallelism) != 0)
        {
            int threads = DegreeOfParallelism.Threads(batch.MaxDegreeOfParallelism, bins.Length);
            if (threads > 1)
            {
                GradientBinChunks<T, TTarget>.Find(in batch, in harmonizing, bins, counts, threads);
                return;
            }
        }

        GradientBins.Find(in batch, in harmonizing, bins, counts);
    }
}
