using System;
using System.Buffers;
using System.ComponentModel;
using System.Numerics;

namespace LossGen.Kernels;

/// <summary>
/// Runs a generated kernel of rows that pay for their true class alone with weights that depend on the whole batch: what
/// <see cref="HarmonizedLoss"/> is for elements, with the gradient norm g = 1 - p of each row. Called by generated code only.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HarmonizedRowLoss
{
    /// <summary>Computes all that the roles of the kernel ask for.</summary>
    /// <typeparam name="TKernel">The kernel of the term of the true class.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TLabel"><see cref="int"/> or <see cref="long"/>.</typeparam>
    /// <param name="batch">The arguments by role.</param>
    /// <param name="harmonizing">How to weigh.</param>
    /// <param name="density">The average over batches, which takes the counts of this one.</param>
    /// <returns>The reduced loss; 0 where the kernel does not have <see cref="LossRoles.Value"/>.</returns>
    /// <exception cref="ArgumentException">A length does not fit, an output overlaps another argument, or the density has another number of bins.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class, or there are fewer than two classes.</exception>
    public static double Evaluate<TKernel, T, TLabel>(in RowBatch<T, TLabel> batch, in Harmonizing harmonizing, GradientDensity density)
        where TKernel : struct, IRowKernel<double>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        harmonizing.Check(density);
        return EvaluateWith<TKernel, T, TLabel>(in batch, in harmonizing, density);
    }

    /// <summary>The same for a batch that stands alone.</summary>
    /// <typeparam name="TKernel">The kernel of the term of the true class.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TLabel"><see cref="int"/> or <see cref="long"/>.</typeparam>
    /// <param name="batch">The arguments by role.</param>
    /// <param name="harmonizing">How to weigh.</param>
    /// <returns>The reduced loss; 0 where the kernel does not have <see cref="LossRoles.Value"/>.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or an output overlaps another argument.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class, or there are fewer than two classes.</exception>
    public static double Evaluate<TKernel, T, TLabel>(in RowBatch<T, TLabel> batch, in Harmonizing harmonizing)
        where TKernel : struct, IRowKernel<double>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel> => EvaluateWith<TKernel, T, TLabel>(in batch, in harmonizing, density: null);

    private static double EvaluateWith<TKernel, T, TLabel>(in RowBatch<T, TLabel> batch, in Harmonizing harmonizing, GradientDensity? density)
        where TKernel : struct, IRowKernel<double>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        RowShape shape = RowGuard.Check<TKernel, T, double, TLabel>(in batch);
        byte[] rented = ArrayPool<byte>.Shared.Rent(shape.Rows);
        try
        {
            Span<byte> bins = rented.AsSpan(0, shape.Rows);
            Span<long> counts = stackalloc long[harmonizing.Bins];
            RowBins.Find<TKernel, T, TLabel>(in batch, shape, in harmonizing, bins, counts);
            density?.Update(counts);
            Span<double> weights = stackalloc double[BinWeights.Length(harmonizing.Bins)];
            long counted = BinWeights.Fill(in harmonizing, counts, density, weights);
            scoped RowBatch<T, TLabel> weighted = batch;
            weighted.Bins = bins;
            weighted.BinWeights = weights;
            double denominator = TKernel.Reduction == Reduction.Sum ? 1 : Math.Max(counted, 1);
            return TrueClassRows.Evaluate<TKernel, T, TLabel>(in weighted, shape, denominator);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
