using System.Numerics;

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
        where TLabel : unmanaged, IBinaryInteger<TLabel> =>
        RowChunks<AllClassChunk<TKernel, T, TLabel>, T, TLabel>.Evaluate(in batch, shape, TKernel.Roles, RowWeights.Denominator<TKernel, T, T, TLabel>(in batch, shape));
}
