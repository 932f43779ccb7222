using System;
using System.ComponentModel;
using System.Numerics;

namespace LossGen.Kernels;

/// <summary>Runs a generated kernel over a batch: guards, blocks, tails, reduction. Called by generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ElementwiseLoss
{
    /// <summary>Computes all that the roles of the kernel ask for.</summary>
    /// <typeparam name="TKernel">The kernel.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TTarget">The type of the targets: <typeparamref name="T"/> or <see cref="byte"/>.</typeparam>
    /// <param name="batch">The arguments by role; those that the kernel does not have are ignored.</param>
    /// <returns>The reduced loss; 0 where the kernel does not have <see cref="LossRoles.Value"/>.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or an output overlaps another argument.</exception>
    public static double Evaluate<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged => throw new NotImplementedException();
}
