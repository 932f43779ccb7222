using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>A batch as several threads take it. They have a copy of it; the driver of one thread needs none.</summary>
internal readonly ref struct ElementwiseChunks<TKernel, T, TTarget> : IChunkedSum<BatchSum>
    where TKernel : struct, IElementwiseKernel<T, TTarget>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TTarget : unmanaged
{
    private readonly ElementwiseBatch<T, TTarget> _batch;
    private readonly T _scale;

    private ElementwiseChunks(in ElementwiseBatch<T, TTarget> batch, T scale)
    {
        _batch = batch;
        _scale = scale;
    }

    /// <summary>The sum of all chunks.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static BatchSum Sum(in ElementwiseBatch<T, TTarget> batch, T scale, int threads) =>
        OrderedSum.Over<ElementwiseChunks<TKernel, T, TTarget>, BatchSum>(new(in batch, scale), ElementwiseChunk.Count(batch.Input.Length), threads);

    /// <inheritdoc/>
    public BatchSum Evaluate(int chunk)
    {
        ProbabilityStatistics statistics = default;
        double loss = ElementwiseChunk.Evaluate<TKernel, T, TTarget>(in _batch, chunk, _scale, ref statistics);
        return new(loss, statistics);
    }
}
