using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>Short rows, 16 at a time as the columns of a tile.</summary>
internal static class AllClassTiles
{
    /// <summary>The largest number of classes.</summary>
    public const int MaxClasses = AllClassBlock.Length / RowTile.Rows;

    /// <summary>The sum of the weighted losses of the rows, which with all derivatives are written where they are asked for.</summary>
    [SkipLocalsInit]
    public static double Evaluate<TKernel, T, TLabel>(
        in RowBatch<T, TLabel> batch, int classes, int firstRow, int count, double scale, in AllClassTerms<TKernel, T> terms)
        where TKernel : struct, IRowKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        Unsafe.SkipInit(out AllClassBlock<T> block);
        Unsafe.SkipInit(out AllClassBlock<T>.Classes<T> classWeights);
        Unsafe.SkipInit(out RowLanes<int> labels);
        Unsafe.SkipInit(out RowLanes<double> weights);
        Unsafe.SkipInit(out RowLanes<double> losses);
        for (int k = 0; k < TKernel.PerClassCount; k++)
        {
            Spread(batch.PerClass[k].Values, terms.PerClass(k));
        }

        bool hasClassWeights = !TKernel.HasLabels && (TKernel.Roles & LossRoles.ClassWeights) != 0;
        if (hasClassWeights)
        {
            Spread(batch.ClassWeights, classWeights);
        }

        LossSum sum = default;
        for (int offset = 0; offset < count; offset += RowTile.Rows)
        {
            int start = firstRow + offset;
            int rows = Math.Min(RowTile.Rows, count - offset);
            ReadRows<TKernel, T, TLabel>(in batch, start, rows, ref labels, ref weights);
            AllClassTile<TKernel, T> tile = Tile<TKernel, T, TLabel>(in batch, start * classes, rows * classes) with
            {
                Classes = classes,
                Labels = labels,
                Weights = weights,
                ClassWeights = hasClassWeights ? ((ReadOnlySpan<T>)classWeights)[..(RowTile.Rows * classes)] : [],
            };
            tile.Evaluate(in terms, ref block, scale, ref losses);
            for (int row = 0; row < rows; row++)
            {
                sum[row] += losses[row];
                if ((TKernel.Roles & LossRoles.Losses) != 0)
                {
                    batch.Losses[start + row] = T.CreateTruncating(losses[row]);
                }
            }
        }

        return (TKernel.Roles & LossRoles.Value) != 0 ? sum.Total() : 0;
    }

    // one value per class for each of the rows of a tile
    private static void Spread<T>(ReadOnlySpan<T> perClass, Span<T> tile)
    {
        for (int j = 0; j < perClass.Length; j++)
        {
            tile.Slice(RowTile.Rows * j, RowTile.Rows).Fill(perClass[j]);
        }
    }

    // A row that does not count has any class.
    private static void ReadRows<TKernel, T, TLabel>(
        in RowBatch<T, TLabel> batch, int firstRow, int count, ref RowLanes<int> labels, ref RowLanes<double> weights)
        where TKernel : struct, IRowKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        for (int row = 0; row < RowTile.Rows; row++)
        {
            weights[row] = row < count ? RowWeights.Of<TKernel, T, T, TLabel>(in batch, firstRow + row) : 0;
            labels[row] = TKernel.HasLabels && weights[row] != 0 ? int.CreateTruncating(batch.Labels[firstRow + row]) : 0;
        }
    }

    private static AllClassTile<TKernel, T> Tile<TKernel, T, TLabel>(in RowBatch<T, TLabel> batch, int start, int length)
        where TKernel : struct, IRowKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel> => new()
        {
            Logits = batch.Input.Slice(start, length),
            Targets = TKernel.HasLabels ? [] : batch.Targets.Slice(start, length),
            Gradient = (TKernel.Roles & LossRoles.Gradient) != 0 ? batch.Gradient.Slice(start, length) : [],
            Hessian = (TKernel.Roles & LossRoles.Hessian) != 0 ? batch.Hessian.Slice(start, length) : [],
        };
}
