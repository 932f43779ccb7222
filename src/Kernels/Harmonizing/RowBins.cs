using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>The first pass over rows that pay for their true class alone: what <see cref="GradientBins"/> is for elements, of g = 1 - p.</summary>
internal static class RowBins
{
    /// <summary>Finds the bin of each row and counts.</summary>
    [SkipLocalsInit]
    public static void Find<TKernel, T, TLabel>(in RowBatch<T, TLabel> batch, RowShape shape, in Harmonizing harmonizing, Span<byte> bins, Span<long> counts)
        where TKernel : struct, IRowKernel<double>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        Unsafe.SkipInit(out ElementwiseBlock<T> places);

        // of bin 0, where all rows that count are as long as their bin is not known
        Span<double> one = [1];
        Mask<TKernel, T, TLabel>(in batch, in harmonizing, bins);
        for (int start = 0; start < shape.Rows; start += ElementwiseBlock.Length)
        {
            int count = Math.Min(ElementwiseBlock.Length, shape.Rows - start);
            Span<byte> found = bins.Slice(start, count);
            scoped RowBatch<T, TLabel> rows = default;
            rows.Input = batch.Input.Slice(start * shape.Classes, count * shape.Classes);
            rows.Labels = batch.Labels.Slice(start, count);
            rows.Scalars = [T.CreateTruncating(harmonizing.Bins)];
            rows.Losses = ((Span<T>)places)[..count];
            rows.Bins = found;
            rows.BinWeights = one;
            TrueClassRows.Evaluate<TrueClassBinKernel, T, TLabel>(in rows, shape with { Rows = count }, denominator: 1);
            Take<T>(rows.Losses, found);
        }

        counts.Clear();
        BinCounts.Add(bins, counts);
    }

    // bin 0, until it is known, or the byte of a row that does not count
    private static void Mask<TKernel, T, TLabel>(in RowBatch<T, TLabel> batch, in Harmonizing harmonizing, Span<byte> bins)
        where TKernel : struct, IRowKernel<double>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        for (int row = 0; row < bins.Length; row++)
        {
            bool counts = !RowWeights.IsIgnored<TKernel, T, double, TLabel>(in batch, row) && (!harmonizing.IsMasked || batch.Weights[row] > T.Zero);
            bins[row] = counts ? (byte)0 : GradientBins.Masked;
        }
    }

    private static void Take<T>(ReadOnlySpan<T> places, Span<byte> bins)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int row = 0; row < bins.Length; row++)
        {
            bins[row] = bins[row] == GradientBins.Masked ? GradientBins.Masked : byte.CreateTruncating(places[row]);
        }
    }
}
