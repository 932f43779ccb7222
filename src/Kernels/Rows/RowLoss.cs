using System;
using System.ComponentModel;
using System.Numerics;

namespace LossGen.Kernels;

/// <summary>Runs a generated kernel over rows of classes: guards, softmax, terms, reduction. Called by generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowLoss
{
    /// <summary>Computes all that the roles of the kernel ask for, where a row pays for its true class alone.</summary>
    /// <typeparam name="TKernel">The kernel of the term of the true class.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TLabel"><see cref="int"/> or <see cref="long"/>.</typeparam>
    /// <param name="batch">The arguments by role; those that the kernel does not have are ignored.</param>
    /// <returns>The reduced loss; 0 where the kernel does not have <see cref="LossRoles.Value"/>.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or an output overlaps another argument.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class, or there are fewer than two classes, or the number of threads is none.</exception>
    public static double EvaluateTrueClass<TKernel, T, TLabel>(in RowBatch<T, TLabel> batch)
        where TKernel : struct, IRowKernel<double>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        RowShape shape = RowGuard.Check<TKernel, T, double, TLabel>(in batch);
        return TrueClassRows.Evaluate<TKernel, T, TLabel>(in batch, shape, RowWeights.Denominator<TKernel, T, double, TLabel>(in batch, shape));
    }

    /// <summary>Computes all that the roles of the kernel ask for, where every class pays.</summary>
    /// <typeparam name="TKernel">The kernel of the terms of all classes.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TLabel"><see cref="int"/> or <see cref="long"/>.</typeparam>
    /// <param name="batch">The arguments by role; those that the kernel does not have are ignored.</param>
    /// <returns>The reduced loss; 0 where the kernel does not have <see cref="LossRoles.Value"/>.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or an output overlaps another argument.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class, or there are fewer than two classes, or the number of threads is none.</exception>
    public static double EvaluateAllClasses<TKernel, T, TLabel>(in RowBatch<T, TLabel> batch)
        where TKernel : struct, IRowKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        RowShape shape = RowGuard.Check<TKernel, T, T, TLabel>(in batch);
        return AllClassRows.Evaluate<TKernel, T, TLabel>(in batch, shape);
    }
}
