using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>The weights of rows, and what the sum of the losses of rows is divided by.</summary>
internal static class RowWeights
{
    /// <summary>Whether the label of the row says that it does not count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsIgnored<TKernel, T, TTerm, TLabel>(in RowBatch<T, TLabel> batch, int row)
        where TKernel : struct, IRowKernel<TTerm>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTerm : unmanaged
        where TLabel : unmanaged, IBinaryInteger<TLabel> =>
        TKernel.HasLabels && long.CreateTruncating(batch.Labels[row]) == TKernel.IgnoreLabel;

    /// <summary>
    /// The factor of all terms of a row, 0 where it does not count: its weight, with labels times the weight of its class, or the
    /// weight of its bin. Soft rows have the weights of the classes in their targets.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of<TKernel, T, TTerm, TLabel>(in RowBatch<T, TLabel> batch, int row)
        where TKernel : struct, IRowKernel<TTerm>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTerm : unmanaged
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        if (!batch.BinWeights.IsEmpty)
        {
            return BinWeights.Of(batch.Bins[row], batch.BinWeights);
        }

        if (IsIgnored<TKernel, T, TTerm, TLabel>(in batch, row))
        {
            return 0;
        }

        double weight = Has<TKernel, TTerm>(LossRoles.Weights) ? double.CreateTruncating(batch.Weights[row]) : 1;
        return TKernel.HasLabels && Has<TKernel, TTerm>(LossRoles.ClassWeights)
            ? weight * double.CreateTruncating(batch.ClassWeights[int.CreateTruncating(batch.Labels[row])])
            : weight;
    }

    /// <summary>
    /// What the sum of the losses is divided by. Mean: the number of rows that count. WeightedMean: the sum of their weights,
    /// where a soft row weighs w_r sum_j Y_j w_j. Summed in the order of the rows.
    /// </summary>
    public static double Denominator<TKernel, T, TTerm, TLabel>(in RowBatch<T, TLabel> batch, RowShape shape)
        where TKernel : struct, IRowKernel<TTerm>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTerm : unmanaged
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        if (TKernel.Reduction == Reduction.Sum)
        {
            return 1;
        }

        if (TKernel.Reduction != Reduction.WeightedMean || !Has<TKernel, TTerm>(LossRoles.Weights | LossRoles.ClassWeights))
        {
            return TKernel.HasLabels ? shape.Rows - Count(batch.Labels, TKernel.IgnoreLabel) : shape.Rows;
        }

        double sum = 0;
        for (int row = 0; row < shape.Rows; row++)
        {
            if (!IsIgnored<TKernel, T, TTerm, TLabel>(in batch, row))
            {
                sum += InDenominator<TKernel, T, TTerm, TLabel>(in batch, row, shape.Classes);
            }
        }

        return sum;
    }

    private static int Count<TLabel>(ReadOnlySpan<TLabel> labels, long label)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        TLabel value = TLabel.CreateTruncating(label);
        return long.CreateTruncating(value) == label ? labels.Count(value) : 0;
    }

    private static double InDenominator<TKernel, T, TTerm, TLabel>(in RowBatch<T, TLabel> batch, int row, int classes)
        where TKernel : struct, IRowKernel<TTerm>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTerm : unmanaged
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        double weight = Of<TKernel, T, TTerm, TLabel>(in batch, row);
        return !TKernel.HasLabels && Has<TKernel, TTerm>(LossRoles.ClassWeights) && weight != 0
            ? weight * SumOfProducts(batch.Targets.Slice(row * classes, classes), batch.ClassWeights)
            : weight;
    }

    [SkipLocalsInit]
    private static double SumOfProducts<T>(ReadOnlySpan<T> targets, ReadOnlySpan<T> classWeights)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Unsafe.SkipInit(out ElementwiseBlock<double> products);
        LossSum sum = default;
        for (int start = 0; start < targets.Length; start += ElementwiseBlock.Length)
        {
            int count = Math.Min(ElementwiseBlock.Length, targets.Length - start);
            for (int i = 0; i < count; i++)
            {
                products[i] = double.CreateTruncating(targets[start + i]) * double.CreateTruncating(classWeights[start + i]);
            }

            sum.Add(ref products[0], count);
        }

        return sum.Total();
    }

    private static bool Has<TKernel, TTerm>(LossRoles roles)
        where TKernel : struct, IRowKernel<TTerm>
        where TTerm : unmanaged => (TKernel.Roles & roles) != 0;
}
