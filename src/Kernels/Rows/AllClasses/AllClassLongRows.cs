using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>
/// Rows one after the other, block by block: the exponentials and their sum, then the terms and theirs, then the derivatives.
/// What the last block holds is still there in the end; other blocks are computed again from the logits, which for a gradient in
/// place stay until then.
/// </summary>
internal static class AllClassLongRows
{
    /// <summary>The sum of the weighted losses of the rows, which with all derivatives are written where they are asked for.</summary>
    [SkipLocalsInit]
    public static double Evaluate<TKernel, T, TLabel>(
        in RowBatch<T, TLabel> batch, int classes, int firstRow, int count, double scale, in AllClassTerms<TKernel, T> terms)
        where TKernel : struct, IRowKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        Unsafe.SkipInit(out AllClassBlock<T> block);
        double sum = 0;
        for (int row = firstRow; row < firstRow + count; row++)
        {
            double weight = RowWeights.Of<TKernel, T, T, TLabel>(in batch, row);
            double loss = 0;
            AllClassRow<TKernel, T> values = Row<TKernel, T, TLabel>(in batch, row, classes);
            if (weight == 0)
            {
                values.Gradient.Clear();
                values.Hessian.Clear();
            }
            else
            {
                loss = weight * Evaluate(in values, weight * scale, in terms, ref block);
            }

            if ((TKernel.Roles & LossRoles.Losses) != 0)
            {
                batch.Losses[row] = T.CreateTruncating(loss);
            }

            sum += loss;
        }

        return (TKernel.Roles & LossRoles.Value) != 0 ? sum : 0;
    }

    private static AllClassRow<TKernel, T> Row<TKernel, T, TLabel>(in RowBatch<T, TLabel> batch, int row, int classes)
        where TKernel : struct, IRowKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        int start = row * classes;
        return new()
        {
            Logits = batch.Input.Slice(start, classes),
            Label = TKernel.HasLabels ? int.CreateTruncating(batch.Labels[row]) : 0,
            Targets = TKernel.HasLabels ? [] : batch.Targets.Slice(start, classes),
            ClassWeights = !TKernel.HasLabels && (TKernel.Roles & LossRoles.ClassWeights) != 0 ? batch.ClassWeights : [],
            PerClass = batch.PerClass,
            Gradient = (TKernel.Roles & LossRoles.Gradient) != 0 ? batch.Gradient.Slice(start, classes) : [],
            Hessian = (TKernel.Roles & LossRoles.Hessian) != 0 ? batch.Hessian.Slice(start, classes) : [],
        };
    }

    [SkipLocalsInit]
    private static double Evaluate<TKernel, T>(
        in AllClassRow<TKernel, T> row, double scale, in AllClassTerms<TKernel, T> terms, ref AllClassBlock<T> block)
        where TKernel : struct, IRowKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Unsafe.SkipInit(out RowSoftmax<T> softmax);
        row.SetSoftmax(ref block, ref softmax);
        LossSum losses = default;
        LossSum first = default;
        LossSum second = default;
        T firstOfLargest = T.Zero;
        T secondOfLargest = T.Zero;
        for (int start = 0; start < row.Logits.Length; start += AllClassBlock.Length)
        {
            int count = Math.Min(AllClassBlock.Length, row.Logits.Length - start);
            row.EvaluateTerms(in terms, ref block, in softmax, start, count);
            int largest = softmax.Largest[0] - start;
            bool hasLargest = (uint)largest < (uint)count;
            if (AllClassTerms<TKernel, T>.HasLosses)
            {
                losses.Add(in block.Losses[0], count);
            }

            if (AllClassTerms<TKernel, T>.HasFirst)
            {
                firstOfLargest = hasLargest ? Take(ref block.First[largest]) : firstOfLargest;
                first.Add(in block.First[0], count);
            }

            if (AllClassTerms<TKernel, T>.HasSecond)
            {
                secondOfLargest = hasLargest ? Take(ref block.Second[largest]) : secondOfLargest;
                second.Add(in block.Second[0], count);
            }
        }

        if (AllClassTerms<TKernel, T>.HasFirst)
        {
            Unsafe.SkipInit(out AllClassFactors<T> factors);
            double weight = 1;
            double firstOthers = first.Total();
            double firstLargest = double.CreateTruncating(firstOfLargest);
            double secondOthers = second.Total();
            double secondLargest = double.CreateTruncating(secondOfLargest);
            VectorPass.Run<double, AllClassFactorsPass<T>>(
                new(in weight, scale, in softmax.Rests[0], new(in firstOthers, in firstLargest), new(in secondOthers, in secondLargest), ref factors), 1);
            factors.Fill();
            row.WriteDerivatives(in terms, ref block, in softmax, in factors);
        }

        return losses.Total();
    }

    private static T Take<T>(ref T value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T taken = value;
        value = T.Zero;
        return taken;
    }
}
