using System.Numerics;

namespace LossGen.Kernels;

/// <summary>
/// Losses of rows that pay for their true class alone. With u = z_c - log sum_(j != c) exp z_j the probability of that class is
/// sigmoid(u), and with b = dL/du, h = d2L/du2 and the shares s_j of the others among themselves the derivatives are b and h by
/// z_c, -b s_j and s_j (h s_j - b (1 - s_j)) by z_j.
/// </summary>
internal static class TrueClassRows
{
    /// <summary>Computes all that the roles of the kernel ask for; the sum of the losses is divided by <paramref name="denominator"/>.</summary>
    public static double Evaluate<TKernel, T, TLabel>(in RowBatch<T, TLabel> batch, RowShape shape, double denominator)
        where TKernel : struct, IRowKernel<double>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel> =>
        RowChunks<TrueClassChunk<TKernel, T, TLabel>, T, TLabel>.Evaluate(in batch, shape, TKernel.Roles, denominator);
}
