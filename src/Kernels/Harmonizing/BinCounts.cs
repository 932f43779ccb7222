using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Kernels;

/// <summary>Counts the bytes that are equal to each bin, and no others.</summary>
internal static class BinCounts
{
    // what a word has bits for
    private const int BinsAtATime = 32;

    /// <summary>Adds the number of bytes with each value below the number of counts.</summary>
    public static void Add(ReadOnlySpan<byte> bins, Span<long> counts)
    {
        if (BinWords512.IsSupported)
        {
            Add<Vector512<uint>, BinWords512>(bins, counts);
        }
        else if (BinWords256.IsSupported)
        {
            Add<Vector256<uint>, BinWords256>(bins, counts);
        }
        else
        {
            AddByComparison(bins, counts);
        }
    }

    /// <summary>The same with words of bits.</summary>
    [SkipLocalsInit]
    internal static void Add<TVector, TWords>(ReadOnlySpan<byte> bins, Span<long> counts)
        where TVector : struct
        where TWords : struct, IBinWords<TVector>
    {
        int groupLength = BitCounters<TVector, TWords>.GroupLength;
        int maxLength = BitCounters<TVector, TWords>.MaxLength;
        Unsafe.SkipInit(out ElementwiseBlock<byte> buffer);
        Span<byte> padded = ((Span<byte>)buffer)[..groupLength];
        for (int start = 0; start < bins.Length; start += maxLength)
        {
            ReadOnlySpan<byte> part = bins.Slice(start, Math.Min(maxLength, bins.Length - start));
            int remainder = part.Length % groupLength;
            Pad(part[^remainder..], padded);
            for (int first = 0; first < counts.Length; first += BinsAtATime)
            {
                BitCounters<TVector, TWords> counters = new(first);
                counters.Take(part[..^remainder]);
                counters.Take(remainder > 0 ? padded : []);
                counters.AddTo(counts[first..]);
            }
        }
    }

    /// <summary>The same bin by bin and block by block: also without any vectors, where the library computes these byte by byte.</summary>
    [SkipLocalsInit]
    internal static void AddByComparison(ReadOnlySpan<byte> bins, Span<long> counts)
    {
        int remainder = bins.Length % ElementwiseBlock.Length;
        for (int start = 0; start + ElementwiseBlock.Length <= bins.Length; start += ElementwiseBlock.Length)
        {
            AddBlock(in bins[start], counts);
        }

        if (remainder > 0)
        {
            Unsafe.SkipInit(out ElementwiseBlock<byte> padded);
            Pad(bins[^remainder..], padded);
            AddBlock(in padded[0], counts);
        }
    }

    private static void Pad(ReadOnlySpan<byte> remainder, Span<byte> padded)
    {
        remainder.CopyTo(padded);
        padded[remainder.Length..].Fill(GradientBins.NotCounted);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void AddBlock(ref readonly byte block, Span<long> counts)
    {
        for (int bin = 0; bin < counts.Length; bin++)
        {
            Vector128<byte> value = Vector128.Create((byte)bin);
            int count = 0;
            for (nuint i = 0; i < ElementwiseBlock.Length; i += (nuint)Vector128<byte>.Count)
            {
                count += BitOperations.PopCount(Vector128.Equals(Vector128.LoadUnsafe(in block, i), value).ExtractMostSignificantBits());
            }

            counts[bin] += count;
        }
    }
}
