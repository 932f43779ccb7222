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
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        double denominator = RowWeights.Denominator<TKernel, T, T, TLabel>(in batch, shape);
        double numerator = (TKernel.Roles & LossRoles.GradientScale) != 0 ? double.CreateTruncating(batch.GradientScale) : 1;
        double scale = denominator == 0 ? 0 : numerator / denominator;
        int threads = (TKernel.Roles & LossRoles.MaxDegreeOfParallelism) != 0
            ? DegreeOfParallelism.Threads(batch.MaxDegreeOfParallelism, batch.Input.Length)
            : 1;
        double sum = RowChunks<AllClassChunk<TKernel, T, TLabel>, T, TLabel>.Sum(in batch, shape, scale, threads);
        return denominator == 0 ? 0 : sum / denominator;
    }
}
