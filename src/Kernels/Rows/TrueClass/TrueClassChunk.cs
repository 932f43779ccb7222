using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>Some rows that pay for their true class alone.</summary>
/// <typeparam name="TKernel">The kernel of the term of the true class.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TLabel"><see cref="int"/> or <see cref="long"/>.</typeparam>
internal readonly struct TrueClassChunk<TKernel, T, TLabel> : IRowChunk<T, TLabel>
    where TKernel : struct, IRowKernel<double>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLabel : unmanaged, IBinaryInteger<TLabel>
{
    /// <inheritdoc/>
    public static int BlockLength(int classes) =>
        classes <= ShortRows<T>.MaxClasses ? ShortRows<T>.LengthOfBlock(classes)
        : classes <= MediumRows<T>.MaxClasses ? MediumRows<T>.LengthOfBlock(classes)
        : LongRows<T>.LengthOfBlock(classes);

    /// <inheritdoc/>
    public static double Evaluate(in RowBatch<T, TLabel> batch, int classes, int firstRow, int count, double scale)
    {
        Span<T> gradient = Has(LossRoles.Gradient) ? batch.Gradient : [];
        Span<T> hessian = Has(LossRoles.Hessian) ? batch.Hessian : [];
        return classes <= ShortRows<T>.MaxClasses
            ? EvaluateShort(in batch, classes, firstRow, count, scale, gradient, hessian)
            : classes <= MediumRows<T>.MaxClasses
            ? EvaluateMedium(in batch, classes, firstRow, count, scale, gradient, hessian)
            : EvaluateLong(in batch, classes, firstRow, count, scale, gradient, hessian);
    }

    // The tiles are large: long rows do not have them on the stack.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double EvaluateShort(
        in RowBatch<T, TLabel> batch, int classes, int firstRow, int count, double scale, Span<T> gradient, Span<T> hessian)
    {
        Unsafe.SkipInit(out RowTiles<T> tiles);
        Unsafe.SkipInit(out RowBlock<T> labels);
        ShortRows<T> rows = new(batch.Input, classes, gradient, hessian, tiles, labels);
        return EvaluateBlocks(in batch, classes, firstRow, count, scale, ref rows);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double EvaluateMedium(
        in RowBatch<T, TLabel> batch, int classes, int firstRow, int count, double scale, Span<T> gradient, Span<T> hessian)
    {
        Unsafe.SkipInit(out RowTiles<T> tiles);
        MediumRows<T> rows = new(batch.Input, classes, gradient, hessian, tiles);
        return EvaluateBlocks(in batch, classes, firstRow, count, scale, ref rows);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double EvaluateLong(
        in RowBatch<T, TLabel> batch, int classes, int firstRow, int count, double scale, Span<T> gradient, Span<T> hessian)
    {
        Unsafe.SkipInit(out RowChunkSums parts);
        LongRows<T> rows = new(batch.Input, classes, gradient, hessian, ref parts);
        return EvaluateBlocks(in batch, classes, firstRow, count, scale, ref rows);
    }

    // Blocks are summed on their own and their sums are added in order.
    [SkipLocalsInit]
    private static double EvaluateBlocks<TRows>(
        in RowBatch<T, TLabel> batch, int classes, int firstRow, int rowCount, double scale, scoped ref TRows rows)
        where TRows : struct, IRows<T>, allows ref struct
    {
        Unsafe.SkipInit(out TrueClassBlock<T> block);
        Unsafe.SkipInit(out RowBlock<double> losses);
        TrueClassTerms<TKernel, T> terms = new(batch.Scalars, batch.PerClass, stackalloc double[batch.Scalars.Length]);
        int blockLength = BlockLength(classes);
        block.EveryRowCounts = false;
        double sum = 0;
        for (int start = 0; start < rowCount; start += blockLength)
        {
            int length = Math.Min(blockLength, rowCount - start);
            for (int part = 0; part < length; part += rows.PartLength)
            {
                int first = firstRow + start + part;
                int count = Math.Min(rows.PartLength, length - part);
                ReadLabels(in batch, ref block, first, count, classes);
                rows.Read(ref block, first, count);
                terms.Evaluate(ref block, ((Span<double>)losses).Slice(part, count), scale);
                rows.Write(ref block, first, count);
            }

            if (Has(LossRoles.Losses))
            {
                for (int row = 0; row < length; row++)
                {
                    batch.Losses[firstRow + start + row] = T.CreateTruncating(losses[row]);
                }
            }

            if (Has(LossRoles.Value))
            {
                LossSum blockSum = default;
                blockSum.Add(in losses[0], length);
                sum += blockSum.Total();
            }
        }

        return sum;
    }

    private static void ReadLabels(in RowBatch<T, TLabel> batch, ref TrueClassBlock<T> block, int firstRow, int count, int classes)
    {
        ReadOnlySpan<TLabel> labels = batch.Labels.Slice(firstRow, count);
        if (typeof(TLabel) != typeof(int) || Has(LossRoles.Weights | LossRoles.ClassWeights) || !batch.BinWeights.IsEmpty
            || !AllCount(MemoryMarshal.Cast<TLabel, int>(labels), ((Span<int>)block.Labels)[..count], classes))
        {
            block.EveryRowCounts = false;
            ReadLabels(in batch, ref block, labels, firstRow, classes);
        }
        else if (!block.EveryRowCounts)
        {
            // once for all blocks, until there is one with other weights
            ((Span<double>)block.Weights).Fill(1);
            block.EveryRowCounts = true;
        }

        // the kernel goes on past the last row
        Range padding = count..TrueClassTerms<TKernel, T>.Padded(count);
        ((Span<int>)block.Labels)[padding].Clear();
        ((Span<double>)block.Logits)[padding].Clear();
    }

    // Copies the labels; true where all of the copies are classes that count. What becomes of the labels meanwhile does not matter.
    private static bool AllCount(ReadOnlySpan<int> labels, Span<int> copies, int classes)
    {
        labels.CopyTo(copies);
        return ClassLabels.AreClasses(copies, classes)
            && ((ulong)TKernel.IgnoreLabel >= (ulong)classes || !copies.Contains((int)TKernel.IgnoreLabel));
    }

    // A row that does not count has any class.
    private static void ReadLabels(in RowBatch<T, TLabel> batch, ref TrueClassBlock<T> block, ReadOnlySpan<TLabel> labels, int firstRow, int classes)
    {
        for (int row = 0; row < labels.Length; row++)
        {
            long label = long.CreateTruncating(labels[row]);
            block.Labels[row] = (ulong)label < (ulong)classes ? (int)label : 0;
            block.Weights[row] = RowWeights.Of<TKernel, T, double, TLabel>(in batch, firstRow + row);
        }
    }

    private static bool Has(LossRoles roles) => (TKernel.Roles & roles) != 0;
}
