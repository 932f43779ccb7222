using System;
using System.Numerics;

namespace LossGen.Kernels;

/// <summary>The terms of the classes of a block: shares of the target, terms and their derivatives by log p, and products of both.</summary>
/// <typeparam name="TKernel">The kernel of the terms.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct AllClassTerms<TKernel, T>
    where TKernel : struct, IRowKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> _scalars;
    private readonly Span<T> _perClass;
    private readonly double _smoothed;

    /// <summary>Terms of that many classes.</summary>
    /// <param name="scalars">The hyperparameters with one value.</param>
    /// <param name="perClass">Holds those with one value per class, for the classes of a block.</param>
    /// <param name="classes">K.</param>
    public AllClassTerms(ReadOnlySpan<T> scalars, Span<T> perClass, int classes)
    {
        _scalars = scalars;
        _perClass = perClass;
        _smoothed = TKernel.LabelSmoothing / classes;
    }

    /// <summary>Whether terms are asked for.</summary>
    public static bool HasLosses => Has(LossRoles.Value | LossRoles.Losses);

    /// <summary>Whether derivatives of terms are asked for, which a second derivative needs as well.</summary>
    public static bool HasFirst => Has(LossRoles.Gradient | LossRoles.Hessian);

    /// <summary>Whether second derivatives of terms are asked for.</summary>
    public static bool HasSecond => Has(LossRoles.Hessian);

    /// <summary>The hyperparameter with that place in the order of the kernel, for the classes of a block.</summary>
    public Span<T> PerClass(int index) => _perClass.Slice(index * AllClassBlock.Length, AllClassBlock.Length);

    /// <summary>Every class of the block has the share s / K, and pays the term of the others.</summary>
    public void SetOthers(ref AllClassBlock<T> block, int count)
    {
        ((Span<T>)block.Shares)[..count].Fill(T.CreateTruncating(_smoothed));
        ((Span<byte>)block.Truths)[..Padded(count)].Clear();
    }

    /// <summary>The class at that place has the share 1 - s + s / K, and pays the term of the true class.</summary>
    public void SetTrueClass(ref AllClassBlock<T> block, int place)
    {
        block.Shares[place] = T.CreateTruncating(1 - TKernel.LabelSmoothing + _smoothed);
        block.Truths[place] = 1;
    }

    /// <summary>The classes have the shares that the targets say, and each pays the term of a true class.</summary>
    public void SetSoft(ref AllClassBlock<T> block, ReadOnlySpan<T> targets, ReadOnlySpan<T> classWeights)
    {
        VectorPass.Run<T, SoftSharePass<T>>(
            new(in targets[0], 1 - TKernel.LabelSmoothing, _smoothed, ref block.Shares[0]), targets.Length);
        if (!classWeights.IsEmpty)
        {
            VectorPass.Run<T, ShareOfTermPass<T>>(new(in classWeights[0], ref block.Shares[0]), targets.Length);
        }

        ((Span<byte>)block.Truths)[..Padded(targets.Length)].Fill(1);
    }

    /// <summary>From log p to the terms that the classes pay, and to their derivatives.</summary>
    public void Evaluate(ref AllClassBlock<T> block, int count)
    {
        int padded = Padded(count);
        ((Span<T>)block.LogProbabilities)[count..padded].Fill(T.NegativeOne);
        scoped ElementwiseLanes<T, byte> lanes = default;
        lanes.Input = ref block.LogProbabilities[0];
        lanes.Targets = ref block.Truths[0];
        lanes.Scalars = _scalars;
        if (TKernel.PerClassCount != 0)
        {
            lanes.FirstPerClass = ref _perClass[0];
            lanes.PerClassStride = AllClassBlock.Length;
        }

        lanes.Losses = ref block.Losses[0];
        lanes.Gradient = ref block.First[0];
        lanes.Hessian = ref block.Second[0];
        TKernel.Run(in lanes, (nuint)padded, T.One);
        if (HasLosses)
        {
            VectorPass.Run<T, ShareOfTermPass<T>>(new(in block.Shares[0], ref block.Losses[0]), count);
        }

        if (HasFirst)
        {
            VectorPass.Run<T, ShareOfTermPass<T>>(new(in block.Shares[0], ref block.First[0]), count);
        }

        if (HasSecond)
        {
            VectorPass.Run<T, ShareOfTermPass<T>>(new(in block.Shares[0], ref block.Second[0]), count);
        }
    }

    private static int Padded(int count) => (count + TKernel.Step - 1) / TKernel.Step * TKernel.Step;

    private static bool Has(LossRoles roles) => (TKernel.Roles & roles) != 0;
}
