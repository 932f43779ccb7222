using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>Up to 16 short rows with their targets and what is asked for. In a tile number 16 j + r belongs to class j of row r.</summary>
/// <typeparam name="TKernel">The kernel of the terms.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct AllClassTile<TKernel, T>
    where TKernel : struct, IRowKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>K.</summary>
    public int Classes { get; init; }

    /// <summary>The true classes of 16 rows, where rows have labels.</summary>
    public ReadOnlySpan<int> Labels { get; init; }

    /// <summary>The weights of 16 rows, 0 where a row does not count.</summary>
    public ReadOnlySpan<double> Weights { get; init; }

    /// <summary>The logits, row after row.</summary>
    public ReadOnlySpan<T> Logits { get; init; }

    /// <summary>The distributions over the classes, where rows have no labels.</summary>
    public ReadOnlySpan<T> Targets { get; init; }

    /// <summary>The class weights of such rows as a tile, if there are any.</summary>
    public ReadOnlySpan<T> ClassWeights { get; init; }

    /// <summary>Receives the first derivatives; empty where they are not asked for.</summary>
    public Span<T> Gradient { get; init; }

    /// <summary>Receives the second derivatives; empty where they are not asked for.</summary>
    public Span<T> Hessian { get; init; }

    private int Length => RowTile.Rows * Classes;

    /// <summary>Computes the weighted losses of the rows and writes their derivatives.</summary>
    [SkipLocalsInit]
    public void Evaluate(in AllClassTerms<TKernel, T> terms, ref AllClassBlock<T> block, double scale, ref RowLanes<double> losses)
    {
        Unsafe.SkipInit(out RowSoftmax<T> softmax);
        SetSoftmax(ref block, ref softmax);
        EvaluateTerms(in terms, ref block, in softmax);
        LossSum sum = default;
        if (AllClassTerms<TKernel, T>.HasLosses)
        {
            sum.Add(in block.Losses[0], Length);
        }

        // lane r of the summation is row r
        for (int row = 0; row < RowTile.Rows; row++)
        {
            losses[row] = Weights[row] == 0 ? 0 : Weights[row] * sum[row];
        }

        if (AllClassTerms<TKernel, T>.HasFirst)
        {
            Unsafe.SkipInit(out AllClassFactors<T> factors);
            SetFactors(ref block, in softmax, scale, ref factors);
            WriteDerivatives(ref block, in softmax, in factors);
        }
    }

    [SkipLocalsInit]
    private void SetSoftmax(ref AllClassBlock<T> block, ref RowSoftmax<T> softmax)
    {
        Unsafe.SkipInit(out RowLanes<T> largest);
        Span<T> logits = ((Span<T>)block.LogProbabilities)[..Length];
        RowTile.Load(Logits, Classes, logits);
        VectorPass.Run<T, TileLargestPass<T>>(new(in logits[0], Classes, ref softmax.Maxima[0], ref largest[0]), RowTile.Rows);
        softmax.Maxima.Repeat();
        VectorPass.Run<T, ExponentialsPass<T>>(new(in logits[0], in softmax.Maxima[0], ref block.Exponentials[0]), Length);
        for (int row = 0; row < RowTile.Rows; row++)
        {
            softmax.Largest[row] = int.CreateTruncating(largest[row]);
            block.Exponentials[Place(softmax.Largest[row], row)] = T.Zero;
        }

        LossSum rest = default;
        rest.Add(in block.Exponentials[0], Length);
        for (int row = 0; row < RowTile.Rows; row++)
        {
            softmax.Rests[row] = rest[row];
        }

        softmax.SetLogSums(RowTile.Rows);
        softmax.LogSums.Repeat();
    }

    private void EvaluateTerms(in AllClassTerms<TKernel, T> terms, ref AllClassBlock<T> block, ref readonly RowSoftmax<T> softmax)
    {
        ref T logits = ref block.LogProbabilities[0];
        VectorPass.Run<T, LogProbabilityPass<T>>(new(in logits, in softmax, ref logits), Length);
        if (TKernel.HasLabels)
        {
            terms.SetOthers(ref block, Length);
            for (int row = 0; row < RowTile.Rows; row++)
            {
                terms.SetTrueClass(ref block, Place(Labels[row], row));
            }
        }
        else
        {
            Span<T> targets = ((Span<T>)block.Shares)[..Length];
            RowTile.Load(Targets, Classes, targets);
            terms.SetSoft(ref block, targets, ClassWeights);
        }

        terms.Evaluate(ref block, Length);
    }

    [SkipLocalsInit]
    private void SetFactors(ref AllClassBlock<T> block, ref readonly RowSoftmax<T> softmax, double scale, ref AllClassFactors<T> factors)
    {
        Unsafe.SkipInit(out RowLanes<double> firstOfLargest);
        Unsafe.SkipInit(out RowLanes<double> secondOfLargest);
        LossSum first = TakeLargest(block.First, in softmax, ref firstOfLargest);
        LossSum second = default;
        if (AllClassTerms<TKernel, T>.HasSecond)
        {
            second = TakeLargest(block.Second, in softmax, ref secondOfLargest);
        }
        else
        {
            ((Span<double>)secondOfLargest).Clear();
        }

        VectorPass.Run<double, AllClassFactorsPass<T>>(
            new(in Weights[0], scale, in softmax.Rests[0], new(in first[0], in firstOfLargest[0]), new(in second[0], in secondOfLargest[0]), ref factors),
            RowTile.Rows);
        factors.Repeat();
    }

    // the sums of the others, and what the largest would add
    private LossSum TakeLargest(Span<T> derivatives, ref readonly RowSoftmax<T> softmax, ref RowLanes<double> ofLargest)
    {
        for (int row = 0; row < RowTile.Rows; row++)
        {
            ref T largest = ref derivatives[Place(softmax.Largest[row], row)];
            ofLargest[row] = double.CreateTruncating(largest);
            largest = T.Zero;
        }

        LossSum sum = default;
        sum.Add(in derivatives[0], Length);
        return sum;
    }

    private void WriteDerivatives(ref AllClassBlock<T> block, ref readonly RowSoftmax<T> softmax, ref readonly AllClassFactors<T> factors)
    {
        if (!Gradient.IsEmpty)
        {
            ref T first = ref block.First[0];
            VectorPass.Run<T, AllClassGradientPass<T>>(new(in first, in block.Exponentials[0], in factors, ref first), Length);
            Write(block.First, in softmax, factors.FirstOfLargest, Gradient);
        }

        if (!Hessian.IsEmpty)
        {
            ref T second = ref block.Second[0];
            VectorPass.Run<T, AllClassHessianPass<T>>(new(in second, in block.Exponentials[0], in factors, ref second), Length);
            Write(block.Second, in softmax, factors.SecondOfLargest, Hessian);
        }
    }

    private void Write(Span<T> tile, ref readonly RowSoftmax<T> softmax, ReadOnlySpan<double> ofLargest, Span<T> rows)
    {
        for (int row = 0; row < RowTile.Rows; row++)
        {
            tile[Place(softmax.Largest[row], row)] = Precision<T>.Round(ofLargest[row]);
        }

        RowTile.Store(tile, Classes, rows);
        for (int row = 0; row < rows.Length / Classes; row++)
        {
            if (Weights[row] == 0)
            {
                rows.Slice(row * Classes, Classes).Clear();
            }
        }
    }

    private static int Place(int j, int row) => (RowTile.Rows * j) + row;
}
