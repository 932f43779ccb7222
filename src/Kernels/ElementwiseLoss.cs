using System;
using System.ComponentModel;
using System.Numerics;

namespace LossGen.Kernels;

/// <summary>Runs a generated kernel over a batch: guards, blocks, tails, reduction. Called by generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ElementwiseLoss
{
    /// <summary>Computes all that the roles of the kernel ask for.</summary>
    /// <typeparam name="TKernel">The kernel.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TTarget">The type of the targets: <typeparamref name="T"/> or <see cref="byte"/>.</typeparam>
    /// <param name="batch">The arguments by role; those that the kernel does not have are ignored.</param>
    /// <returns>The reduced loss; 0 where the kernel does not have <see cref="LossRoles.Value"/>.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or an output overlaps another argument.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is none.</exception>
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
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is none.</exception>
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
        double sum = Sum<TKernel, T, TTarget>(in batch, scale, ref statistics);
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

    // Chunks are summed on their own and their sums are added in order, whoever computes them.
    private static double Sum<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch, T scale, ref ProbabilityStatistics statistics)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        if ((TKernel.Roles & LossRoles.MaxDegreeOfParallelism) != 0)
        {
            int threads = DegreeOfParallelism.Threads(batch.MaxDegreeOfParallelism, batch.Input.Length);
            if (threads > 1)
            {
                BatchSum total = ElementwiseChunks<TKernel, T, TTarget>.Sum(in batch, scale, threads);
                statistics = total.Statistics;
                return total.Loss;
            }
        }

        double sum = 0;
        int chunks = ElementwiseChunk.Count(batch.Input.Length);
        for (int chunk = 0; chunk < chunks; chunk++)
        {
            sum += ElementwiseChunk.Evaluate<TKernel, T, TTarget>(in batch, chunk, scale, ref statistics);
        }

        return sum;
    }
}
