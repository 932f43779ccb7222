using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>
/// Losses of rows that pay for every class, sum_j y_j l_j(log p_j): the terms of the classes are elements of their own, and the
/// softmax connects their derivatives.
/// </summary>
internal static class AllClassRows
{
    /// <summary>Computes all that the roles of the kernel ask for.</summary>
    public static double Evaluate<TKernel, T, TLabel>(in RowBatch<T, TLabel> batch, RowShape shape)
        where TKernel : struct, IRowKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        double denominator = RowWeights.Denominator<TKernel, T, T, TLabel>(in batch, shape);
        double numerator = (TKernel.Roles & LossRoles.GradientScale) != 0 ? double.CreateTruncating(batch.GradientScale) : 1;
        double scale = denominator == 0 ? 0 : numerator / denominator;
        double sum = TKernel.PerClassCount == 0
            ? Evaluate<TKernel, T, TLabel>(in batch, shape, scale, [])
            : EvaluatePerClass<TKernel, T, TLabel>(in batch, shape, scale);
        return denominator == 0 ? 0 : sum / denominator;
    }

    // The buffer is as large as the others together: only kernels that need it have it on the stack. What lies beyond the classes
    // goes through the kernel as well, and is 0.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double EvaluatePerClass<TKernel, T, TLabel>(in RowBatch<T, TLabel> batch, RowShape shape, double scale)
        where TKernel : struct, IRowKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        Unsafe.SkipInit(out AllClassHyperparameters<T> buffer);
        Span<T> perClass = ((Span<T>)buffer)[..(TKernel.PerClassCount * AllClassBlock.Length)];
        perClass.Clear();
        return Evaluate<TKernel, T, TLabel>(in batch, shape, scale, perClass);
    }

    private static double Evaluate<TKernel, T, TLabel>(in RowBatch<T, TLabel> batch, RowShape shape, double scale, Span<T> perClass)
        where TKernel : struct, IRowKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        AllClassTerms<TKernel, T> terms = new(batch.Scalars, perClass, shape.Classes);
        return shape.Classes <= AllClassTiles.MaxClasses
            ? AllClassTiles.Evaluate(in batch, shape, scale, in terms)
            : AllClassLongRows.Evaluate(in batch, shape, scale, in terms);
    }
}
