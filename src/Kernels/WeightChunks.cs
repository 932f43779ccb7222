using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>The weights of a batch as several threads add them up.</summary>
internal readonly ref struct WeightChunks<TKernel, T, TTarget> : IChunkedSum<double>
    where TKernel : struct, IElementwiseKernel<T, TTarget>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TTarget : unmanaged
{
    private readonly ElementwiseBatch<T, TTarget> _batch;

    private WeightChunks(in ElementwiseBatch<T, TTarget> batch) => _batch = batch;

    /// <summary>The sum of all chunks.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Sum(in ElementwiseBatch<T, TTarget> batch, int threads) =>
        OrderedSum.Over<WeightChunks<TKernel, T, TTarget>, double>(new(in batch), ElementwiseChunk.Count(batch.Input.Length), threads);

    /// <inheritdoc/>
    public double Evaluate(int chunk) => ElementWeights.SumOfChunk<TKernel, T, TTarget>(in _batch, chunk);
}
