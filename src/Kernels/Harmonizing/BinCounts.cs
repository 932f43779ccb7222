using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Kernels;

/// <summary>
/// Counts the bytes that are equal to each bin, block by block. A block stays in the first-level cache and a comparison takes 64
/// bytes, so that 30 bins cost 8 cycles per 16 elements; no two elements write to one counter, as they do in a table of
/// counters, so that an imbalanced batch costs no more than any other.
/// </summary>
internal static class BinCounts
{
    private const nuint Part = ElementwiseBlock.Length / 6;

    /// <summary>Adds the number of bytes with each value below the number of counts.</summary>
    [SkipLocalsInit]
    public static void Add(ReadOnlySpan<byte> bins, Span<long> counts)
    {
        int remainder = bins.Length % ElementwiseBlock.Length;
        for (int start = 0; start + ElementwiseBlock.Length <= bins.Length; start += ElementwiseBlock.Length)
        {
            AddBlock(in bins[start], counts);
        }

        if (remainder > 0)
        {
            Unsafe.SkipInit(out ElementwiseBlock<byte> buffer);
            Span<byte> padded = buffer;
            bins[^remainder..].CopyTo(padded);
            padded[remainder..].Fill(GradientBins.NotCounted);
            AddBlock(in padded[0], counts);
        }
    }

    private static void AddBlock(ref readonly byte block, Span<long> counts)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Add512(in block, counts);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Add256(in block, counts);
        }
        else
        {
            Add128(in block, counts);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Add512(ref readonly byte block, Span<long> counts)
    {
        for (int bin = 0; bin < counts.Length; bin++)
        {
            Vector512<byte> value = Vector512.Create((byte)bin);
            counts[bin] += Equal(in block, 0, value) + Equal(in block, Part, value) + Equal(in block, 2 * Part, value)
                + Equal(in block, 3 * Part, value) + Equal(in block, 4 * Part, value) + Equal(in block, 5 * Part, value);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static int Equal(ref readonly byte block, nuint index, Vector512<byte> value) =>
            BitOperations.PopCount(Vector512.Equals(Vector512.LoadUnsafe(in block, index), value).ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Add256(ref readonly byte block, Span<long> counts)
    {
        for (int bin = 0; bin < counts.Length; bin++)
        {
            Vector256<byte> value = Vector256.Create((byte)bin);
            int count = 0;
            for (nuint i = 0; i < ElementwiseBlock.Length; i += Part)
            {
                count += Equal(in block, i, value) + Equal(in block, i + (Part / 2), value);
            }

            counts[bin] += count;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static int Equal(ref readonly byte block, nuint index, Vector256<byte> value) =>
            BitOperations.PopCount(Vector256.Equals(Vector256.LoadUnsafe(in block, index), value).ExtractMostSignificantBits());
    }

    // also without any vectors, where the library computes these byte by byte
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Add128(ref readonly byte block, Span<long> counts)
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
