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

    /// <summary>Evaluates the terms of the first <paramref name="count"/> rows; on to <see cref="Padded"/> the logits are numbers and the labels classes.</summary>
    public void Evaluate(ref TrueClassBlock block, int count, double scale)
    {
        VectorPass.Run<double, TrueClassLogitPass<T>>(new(ref block), count);
        if (TKernel.PerClassCount == 0)
        {
            Run(ref block, Padded(count), []);
        }
        else
        {
            RunPerClass(ref block, Padded(count));
        }

        Weigh(ref block, count, scale);
    }

    private static void Weigh(ref TrueClassBlock block, int count, double scale)
    {
        ref readonly double weights = ref block.Weights[0];
        if ((TKernel.Roles & (LossRoles.Value | LossRoles.Losses)) != 0)
        {
            VectorPass.Run<double, WeightPass>(new(ref block.Losses[0], in weights, 1), count);
        }

        if ((TKernel.Roles & (LossRoles.Gradient | LossRoles.Hessian)) != 0)
        {
            VectorPass.Run<double, WeightPass>(new(ref block.First[0], in weights, scale), count);
        }

        if ((TKernel.Roles & LossRoles.Hessian) != 0)
        {
            VectorPass.Run<double, WeightPass>(new(ref block.Second[0], in weights, scale), count);
        }

        if ((TKernel.Roles & LossRoles.Gradient) != 0)
        {
            VectorPass.Run<double, SharePass>(new(in block.First[0], in block.Sums[0], ref block.Factors[0]), count);
        }
    }

    // The buffer is larger than the block: only kernels that need it have it on the stack.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunPerClass(ref TrueClassBlock block, int count)
    {
        Unsafe.SkipInit(out PerClassRows buffer);
        Span<double> values = buffer;
        for (int k = 0; k < TKernel.PerClassCount; k++)
        {
            ReadOnlySpan<T> perClass = _perClass[k].Values;
            for (int row = 0; row < count; row++)
            {
                values[(k * TrueClassBlock.Length) + row] = double.CreateTruncating(perClass[block.Labels[row]]);
            }
        }

        Run(ref block, count, values);
    }

    [SkipLocalsInit]
    private void Run(ref TrueClassBlock block, int count, Span<double> perClass)
    {
        Unsafe.SkipInit(out RowBlock<byte> targets);
        ((Span<byte>)targets)[..count].Fill(1);
        scoped ElementwiseLanes<double, byte> lanes = default;
        lanes.Input = ref block.Logits[0];
        lanes.Targets = ref targets[0];
        lanes.Scalars = _scalars;
        if (!perClass.IsEmpty)
        {
            lanes.FirstPerClass = ref perClass[0];
            lanes.PerClassStride = TrueClassBlock.Length;
        }

        lanes.Gradient = ref block.First[0];
        lanes.Hessian = ref block.Second[0];
        lanes.Losses = ref block.Losses[0];
        TKernel.Run(in lanes, (nuint)count, 1);
    }

    [InlineArray(TrueClassBlock.Length * PerClassHyperparameters<float>.MaxCount)]
    private struct PerClassRows
    {
        private double element0;
    }
}
