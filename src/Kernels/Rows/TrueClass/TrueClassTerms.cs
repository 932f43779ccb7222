using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>The terms of the true classes of a block of rows: from margins and sums to weighted losses and derivatives.</summary>
/// <typeparam name="TKernel">The kernel of the term.</typeparam>
/// <typeparam name="T">The type of the logits.</typeparam>
internal readonly ref struct TrueClassTerms<TKernel, T>
    where TKernel : struct, IRowKernel<double>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<double> _scalars;
    private readonly PerClassHyperparameters<T> _perClass;

    /// <summary>Terms with those hyperparameters.</summary>
    /// <param name="scalars">Those with one value.</param>
    /// <param name="perClass">Those with one value per class.</param>
    /// <param name="buffer">Receives the ones with one value.</param>
    public TrueClassTerms(ReadOnlySpan<T> scalars, PerClassHyperparameters<T> perClass, Span<double> buffer)
    {
        for (int i = 0; i < scalars.Length; i++)
        {
            buffer[i] = double.CreateTruncating(scalars[i]);
        }

        _scalars = buffer;
        _perClass = perClass;
    }

    /// <summary>The next multiple of the step of the kernel.</summary>
    public static int Padded(int count) => (count + TKernel.Step - 1) / TKernel.Step * TKernel.Step;

    /// <summary>Evaluates the terms of the first rows; on to <see cref="Padded"/> the logits are numbers and the labels classes.</summary>
    /// <param name="block">The rows.</param>
    /// <param name="losses">Receives the losses with their weights, one for each of the rows.</param>
    /// <param name="scale">What derivatives are multiplied by.</param>
    public void Evaluate(ref TrueClassBlock<T> block, Span<double> losses, double scale)
    {
        int count = losses.Length;
        VectorPass.Run<double, TrueClassLogitPass<T>>(new(ref block), count);
        if (TKernel.PerClassCount == 0)
        {
            Run(ref block, Padded(count), []);
        }
        else
        {
            RunPerClass(ref block, Padded(count));
        }

        VectorPass.Run<double, TrueClassResultPass<T>>(new(ref block, ref losses[0], TKernel.Roles, scale), count);
    }

    // The buffer is larger than the block: only kernels that need it have it on the stack.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunPerClass(ref TrueClassBlock<T> block, int count)
    {
        Unsafe.SkipInit(out PerClassRows buffer);
        Span<double> values = buffer;
        for (int k = 0; k < TKernel.PerClassCount; k++)
        {
            ReadOnlySpan<T> perClass = _perClass[k].Values;
            for (int row = 0; row < count; row++)
            {
                values[(k * RowBlock.Length) + row] = double.CreateTruncating(perClass[block.Labels[row]]);
            }
        }

        Run(ref block, count, values);
    }

    // a term of the true class reads no targets
    private void Run(ref TrueClassBlock<T> block, int count, Span<double> perClass)
    {
        scoped ElementwiseLanes<double, byte> lanes = default;
        lanes.Input = ref block.Logits[0];
        lanes.Scalars = _scalars;
        if (!perClass.IsEmpty)
        {
            lanes.FirstPerClass = ref perClass[0];
            lanes.PerClassStride = RowBlock.Length;
        }

        lanes.Gradient = ref block.First[0];
        lanes.Hessian = ref block.Second[0];
        lanes.Losses = ref block.Losses[0];
        TKernel.Run(in lanes, (nuint)count, 1);
    }

    [InlineArray(RowBlock.Length * PerClassHyperparameters<float>.MaxCount)]
    private struct PerClassRows
    {
        private double element0;
    }
}
