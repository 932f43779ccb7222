using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace LossGen.Kernels;

/// <summary>The first pass of a harmonized loss on several threads: counts are integers, which add up to the same in any order.</summary>
internal readonly ref struct GradientBinChunks<T, TTarget> : IChunkedWork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TTarget : unmanaged
{
    // so long that it does not matter what it costs to read the counters out, as GradientBins has it
    private const int Length = 4 * ElementwiseChunk.Length;

    private readonly ElementwiseBatch<T, TTarget> _batch;
    private readonly Harmonizing _harmonizing;
    private readonly Span<byte> _bins;
    private readonly Span<long> _counts;

    private GradientBinChunks(in ElementwiseBatch<T, TTarget> batch, in Harmonizing harmonizing, Span<byte> bins, Span<long> counts)
    {
        _batch = batch;
        _harmonizing = harmonizing;
        _bins = bins;
        _counts = counts;
    }

    /// <summary>Finds the bin of each element and counts.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Find(in ElementwiseBatch<T, TTarget> batch, in Harmonizing harmonizing, Span<byte> bins, Span<long> counts, int threads)
    {
        counts.Clear();
        GradientBinChunks<T, TTarget> work = new(in batch, in harmonizing, bins, counts);
        ThreadTeam.Run(ref work, ((bins.Length - 1) / Length) + 1, threads);
    }

    /// <inheritdoc/>
    public void Run(int chunk)
    {
        int start = chunk * Length;
        int length = Math.Min(Length, _bins.Length - start);
        Span<long> counts = stackalloc long[_counts.Length];
        ElementwiseBatch<T, TTarget> part = new()
        {
            Input = _batch.Input.Slice(start, length),
            Targets = _batch.Targets.Slice(start, length),
            Weights = _harmonizing.IsMasked ? _batch.Weights.Slice(start, length) : [],
        };
        GradientBins.Find(in part, in _harmonizing, _bins.Slice(start, length), counts);
        for (int bin = 0; bin < counts.Length; bin++)
        {
            Interlocked.Add(ref _counts[bin], counts[bin]);
        }
    }
}
