using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>One row of any length with its target and what is asked for, and the passes over its blocks.</summary>
/// <typeparam name="TKernel">The kernel of the terms.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct AllClassRow<TKernel, T>
    where TKernel : struct, IRowKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The logits.</summary>
    public ReadOnlySpan<T> Logits { get; init; }

    /// <summary>The true class, where rows have labels.</summary>
    public int Label { get; init; }

    /// <summary>The distribution over the classes, where rows have no labels.</summary>
    public ReadOnlySpan<T> Targets { get; init; }

    /// <summary>The class weights of such rows, if there are any.</summary>
    public ReadOnlySpan<T> ClassWeights { get; init; }

    /// <summary>The hyperparameters with one value per class.</summary>
    public PerClassHyperparameters<T> PerClass { get; init; }

    /// <summary>Receives the first derivative; empty where it is not asked for.</summary>
    public Span<T> Gradient { get; init; }

    /// <summary>Receives the second derivative; empty where it is not asked for.</summary>
    public Span<T> Hessian { get; init; }

    /// <summary>Finds the largest logit and sums the exponentials of the others. Those of the last block remain in the block.</summary>
    public void SetSoftmax(ref AllClassBlock<T> block, ref RowSoftmax<T> softmax)
    {
        T maximum = RowMaximum.Of(Logits);
        softmax.Maxima.Fill(Precision<T>.Finite(maximum));
        softmax.Largest[0] = LargestLogit.IndexOf(Logits, maximum);
        LossSum rest = default;
        for (int start = 0; start < Logits.Length; start += AllClassBlock.Length)
        {
            int count = Math.Min(AllClassBlock.Length, Logits.Length - start);
            SetExponentials(ref block, in softmax, start, count);
            int largest = softmax.Largest[0] - start;
            if ((uint)largest < (uint)count)
            {
                block.Exponentials[largest] = T.Zero;
            }

            rest.Add(in block.Exponentials[0], count);
        }

        softmax.Rests[0] = rest.Total();
        softmax.SetLogSums(1);
        softmax.LogSums.Fill(softmax.LogSums[0]);
    }

    /// <summary>The terms of a block times the shares of the classes, and their derivatives.</summary>
    public void EvaluateTerms(
        in AllClassTerms<TKernel, T> terms, ref AllClassBlock<T> block, ref readonly RowSoftmax<T> softmax, int start, int count)
    {
        VectorPass.Run<T, LogProbabilityPass<T>>(new(in Logits[start], in softmax, ref block.LogProbabilities[0]), count);
        if (!TKernel.HasLabels)
        {
            terms.SetSoft(ref block, Targets.Slice(start, count), ClassWeights.IsEmpty ? [] : ClassWeights.Slice(start, count));
        }
        else
        {
            terms.SetOthers(ref block, count);
            int place = Label - start;
            if ((uint)place < (uint)count)
            {
                terms.SetTrueClass(ref block, place);
            }
        }

        for (int k = 0; k < TKernel.PerClassCount; k++)
        {
            PerClass[k].Values.Slice(start, count).CopyTo(terms.PerClass(k));
        }

        terms.Evaluate(ref block, count);
    }

    /// <summary>Writes the derivatives, the last block first.</summary>
    public void WriteDerivatives(
        in AllClassTerms<TKernel, T> terms, ref AllClassBlock<T> block, ref readonly RowSoftmax<T> softmax, ref readonly AllClassFactors<T> factors)
    {
        int last = (Logits.Length - 1) / AllClassBlock.Length * AllClassBlock.Length;
        for (int start = last; start >= 0; start -= AllClassBlock.Length)
        {
            int count = Math.Min(AllClassBlock.Length, Logits.Length - start);
            if (start != last)
            {
                SetExponentials(ref block, in softmax, start, count);
                EvaluateTerms(in terms, ref block, in softmax, start, count);
            }

            if (!Gradient.IsEmpty)
            {
                VectorPass.Run<T, AllClassGradientPass<T>>(
                    new(in block.First[0], in block.Exponentials[0], in factors, ref Gradient[start]), count);
            }

            if (!Hessian.IsEmpty)
            {
                VectorPass.Run<T, AllClassHessianPass<T>>(
                    new(in block.Second[0], in block.Exponentials[0], in factors, ref Hessian[start]), count);
            }
        }

        if (!Gradient.IsEmpty)
        {
            Gradient[softmax.Largest[0]] = Precision<T>.Round(factors.FirstOfLargest[0]);
        }

        if (!Hessian.IsEmpty)
        {
            Hessian[softmax.Largest[0]] = Precision<T>.Round(factors.SecondOfLargest[0]);
        }
    }

    private void SetExponentials(ref AllClassBlock<T> block, ref readonly RowSoftmax<T> softmax, int start, int count) =>
        VectorPass.Run<T, ExponentialsPass<T>>(new(in Logits[start], in softmax.Maxima[0], ref block.Exponentials[0]), count);
}
