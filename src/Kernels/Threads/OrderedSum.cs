using System;
using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>
/// The sum of chunks that several threads compute in any order. It is taken over the stored summands in the order of the chunks,
/// as one thread takes it: the same bits for every number of threads.
/// </summary>
internal static class OrderedSum
{
    private const int MaxOnStack = 128;

    /// <summary>(...((0 + s_0) + s_1) + ...) + s_(count - 1).</summary>
    [SkipLocalsInit]
    public static TSum Over<TChunks, TSum>(scoped in TChunks chunks, int count, int threads)
        where TChunks : struct, IChunkedSum<TSum>, allows ref struct
        where TSum : unmanaged, IAdditionOperators<TSum, TSum, TSum>
    {
        TSum[]? rented = count > MaxOnStack ? ArrayPool<TSum>.Shared.Rent(count) : null;
        Span<TSum> summands = rented is null ? stackalloc TSum[count] : rented.AsSpan(0, count);
        Summands<TChunks, TSum> work = new(in chunks, summands);
        ThreadTeam.Run(ref work, count, threads);
        TSum sum = default;
        foreach (TSum summand in summands)
        {
            sum += summand;
        }

        if (rented is not null)
        {
            ArrayPool<TSum>.Shared.Return(rented);
        }

        return sum;
    }

    private ref struct Summands<TChunks, TSum> : IChunkedWork
        where TChunks : struct, IChunkedSum<TSum>, allows ref struct
    {
        private readonly Span<TSum> _summands;
        private TChunks _chunks;

        public Summands(scoped in TChunks chunks, Span<TSum> summands)
        {
            _chunks = chunks;
            _summands = summands;
        }

        public void Run(int chunk) => _summands[chunk] = _chunks.Evaluate(chunk);
    }
}
