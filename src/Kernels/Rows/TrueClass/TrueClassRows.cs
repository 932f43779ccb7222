using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>
/// Losses of rows that pay for their true class alone. With u = z_c - log sum_(j != c) exp z_j the probability of that class is
/// sigmoid(u), and with b = dL/du, h = d2L/du2 and the shares s_j of the others among themselves the derivatives are b and h by
/// z_c, -b s_j and s_j (h s_j - b (1 - s_j)) by z_j.
/// </summary>
internal static class TrueClassRows
{
    /// <summary>Computes all that the roles of the kernel ask for; the mean divides by <paramref name="denominator"/>.</summary>
    public static double Evaluate<TKernel, T, TLabel>(in RowBatch<T, TLabel> batch, RowShape shape, double denominator)
        where TKernel : struct, IRowKernel<double>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        Span<T> gradient = Has<TKernel>(LossRoles.Gradient) ? batch.Gradient : [];
        Span<T> hessian = Has<TKernel>(LossRoles.Hessian) ? batch.Hessian : [];
        return shape.Classes <= ShortRows<T>.MaxClasses
            ? EvaluateShort<TKernel, T, TLabel>(in batch, shape, denominator, gradient, hessian)
            : EvaluateBlocks<TKernel, T, TLabel, LongRows<T>>(in batch, shape, denominator, new(batch.Input, shape.Classes, gradient, hessian));
    }

    // The tiles are large: only short rows have them on the stack.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double EvaluateShort<TKernel, T, TLabel>(in RowBatch<T, TLabel> batch, RowShape shape, double denominator, Span<T> gradient, Span<T> hessian)
        where TKernel : struct, IRowKernel<double>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        Unsafe.SkipInit(out RowTiles<T> tiles);
        return EvaluateBlocks<TKernel, T, TLabel, ShortRows<T>>(in batch, shape, denominator, new(batch.Input, shape.Classes, gradient, hessian, tiles));
    }

    // Blocks are summed on their own and their sums are added in order.
    [SkipLocalsInit]
    private static double EvaluateBlocks<TKernel, T, TLabel, TRows>(in RowBatch<T, TLabel> batch, RowShape shape, double denominator, scoped TRows rows)
        where TKernel : struct, IRowKernel<double>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
        where TRows : struct, IRows, allows ref struct
    {
        Unsafe.SkipInit(out TrueClassBlock block);
        double numerator = Has<TKernel>(LossRoles.GradientScale) ? double.CreateTruncating(batch.GradientScale) : 1;
        double scale = denominator == 0 ? 0 : numerator / denominator;
        TrueClassTerms<TKernel, T> terms = new(batch.Scalars, batch.PerClass, stackalloc double[batch.Scalars.Length]);
        double sum = 0;
        for (int firstRow = 0; firstRow < shape.Rows; firstRow += rows.BlockLength)
        {
            int count = Math.Min(rows.BlockLength, shape.Rows - firstRow);
            ReadLabels<TKernel, T, TLabel>(in batch, ref block, firstRow, count, shape.Classes);
            rows.Read(ref block, firstRow, count);
            terms.Evaluate(ref block, count, scale);
            rows.Write(ref block, firstRow, count);
            if (Has<TKernel>(LossRoles.Losses))
            {
                for (int row = 0; row < count; row++)
                {
                    batch.Losses[firstRow + row] = T.CreateTruncating(block.Losses[row]);
                }
            }

            if (Has<TKernel>(LossRoles.Value))
            {
                LossSum blockSum = default;
                blockSum.Add(in block.Losses[0], count);
                sum += blockSum.Total();
            }
        }

        return denominator == 0 ? 0 : sum / denominator;
    }

    // A row that does not count has any class.
    private static void ReadLabels<TKernel, T, TLabel>(in RowBatch<T, TLabel> batch, ref TrueClassBlock block, int firstRow, int count, int classes)
        where TKernel : struct, IRowKernel<double>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        for (int row = 0; row < count; row++)
        {
            long label = long.CreateTruncating(batch.Labels[firstRow + row]);
            block.Labels[row] = (ulong)label < (ulong)classes ? (int)label : 0;
            block.Weights[row] = RowWeights.Of<TKernel, T, double, TLabel>(in batch, firstRow + row);
        }

        // Kernel and tiles go on past the last row.
        int end = Math.Max(RoundUp(count, TKernel.Step), RoundUp(count, RowTile.Rows));
        for (int row = count; row < end; row++)
        {
            block.Labels[row] = 0;
            block.Weights[row] = 0;
            block.Logits[row] = 0;
            block.Maxima[row] = 0;
            block.Sums[row] = 1;
            block.Rests[row] = 0;
        }
    }

    private static int RoundUp(int count, int step) => (count + step - 1) / step * step;

    private static bool Has<TKernel>(LossRoles role)
        where TKernel : struct, IRowKernel<double> => (TKernel.Roles & role) != 0;
}
