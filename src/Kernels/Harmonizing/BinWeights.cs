using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Kernels;

/// <summary>The weight of each bin, and of each element by the byte of its bin.</summary>
internal static class BinWeights
{
    // what fits into half of the registers that the weights of all bins take
    private const int Half = GradientDensity.MaxBins / 2;

    private const int BinMask = GradientDensity.MaxBins - 1;

    /// <summary>The number of weights for so many bins: one for each value of the lower five or six bits of a byte.</summary>
    public static int Length(int bins) => bins <= Half ? Half : GradientDensity.MaxBins;

    /// <summary>
    /// beta = n / average / (number of occupied bins, or of all), where the average of a batch that stands alone is its count. Bins
    /// without an element have the weight 1, which only an element that is NaN can take.
    /// </summary>
    /// <returns>n.</returns>
    public static long Fill<T>(in Harmonizing harmonizing, ReadOnlySpan<long> counts, GradientDensity? density, Span<T> weights)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        weights.Fill(T.One);
        long n = 0;
        int occupied = 0;
        foreach (long count in counts)
        {
            n += count;
            occupied += count > 0 ? 1 : 0;
        }

        int divisor = harmonizing.Normalization == DensityNormalization.AllBins ? counts.Length : occupied;
        for (int bin = 0; bin < counts.Length; bin++)
        {
            if (counts[bin] > 0)
            {
                double average = density?.Averages[bin] ?? counts[bin];
                if (density is not null && harmonizing.BiasCorrection)
                {
                    average /= 1 - Math.Pow(density.Momentum, density.Updates[bin]);
                }

                weights[bin] = T.CreateTruncating(n / average / divisor);
            }
        }

        return n;
    }

    /// <summary>The weights of the elements of a block.</summary>
    public static void LookUp<T>(ReadOnlySpan<byte> bins, ReadOnlySpan<T> weights, Span<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int i = 0;
        if (typeof(T) == typeof(float) && Vector512.IsHardwareAccelerated && Avx512F.IsSupported)
        {
            i = LookUp512(bins, MemoryMarshal.Cast<T, float>(weights), MemoryMarshal.Cast<T, float>(values));
        }
        else if (typeof(T) == typeof(float) && Vector256.IsHardwareAccelerated && Avx2.IsSupported)
        {
            i = LookUp256(bins, MemoryMarshal.Cast<T, float>(weights), MemoryMarshal.Cast<T, float>(values));
        }

        for (; i < bins.Length; i++)
        {
            values[i] = Of(bins[i], weights);
        }
    }

    /// <summary>The weight of one element, or row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(byte bin, ReadOnlySpan<T> weights)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => bin >= GradientBins.Masked ? T.Zero : weights[bin & BinMask];

    // 64 weights are in four registers; a permutation takes two of them
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int LookUp512(ReadOnlySpan<byte> bins, ReadOnlySpan<float> weights, Span<float> values)
    {
        bool isHalf = weights.Length == Half;
        ref float table = ref MemoryMarshal.GetReference(weights);
        ref float upperTable = ref Unsafe.Add(ref table, weights.Length - Half);
        Vector512<float> first = Vector512.LoadUnsafe(ref table);
        Vector512<float> second = Vector512.LoadUnsafe(ref table, 16);
        Vector512<float> third = Vector512.LoadUnsafe(ref upperTable);
        Vector512<float> fourth = Vector512.LoadUnsafe(ref upperTable, 16);
        ref byte source = ref MemoryMarshal.GetReference(bins);
        ref float destination = ref MemoryMarshal.GetReference(values[..bins.Length]);
        int i = 0;
        for (; i + Vector512<float>.Count <= bins.Length; i += Vector512<float>.Count)
        {
            Vector512<int> bin = Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref source, (nuint)i));
            Vector512<float> lower = Avx512F.PermuteVar16x32x2(first, bin, second);
            Vector512<float> upper = isHalf ? lower : Avx512F.PermuteVar16x32x2(third, bin, fourth);
            Vector512<float> weight = Vector512.ConditionalSelect(
                Vector512.Equals(bin & Vector512.Create(0x20), Vector512<int>.Zero).AsSingle(), lower, upper);
            Vector512.ConditionalSelect(Vector512.LessThan(bin, Vector512.Create((int)GradientBins.Masked)).AsSingle(), weight, Vector512<float>.Zero)
                .StoreUnsafe(ref destination, (nuint)i);
        }

        return i;
    }

    // 64 weights are in eight registers. A permutation takes one of eight by the lower three bits of the bin, and three levels of blends
    // choose among them by the other bits, each of which is shifted to the place of the sign.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int LookUp256(ReadOnlySpan<byte> bins, ReadOnlySpan<float> weights, Span<float> values)
    {
        bool isHalf = weights.Length == Half;
        ref float table = ref MemoryMarshal.GetReference(weights);
        ref float upperTable = ref Unsafe.Add(ref table, weights.Length - Half);
        ref byte source = ref MemoryMarshal.GetReference(bins);
        ref float destination = ref MemoryMarshal.GetReference(values[..bins.Length]);
        int i = 0;
        for (; i + Vector256<float>.Count <= bins.Length; i += Vector256<float>.Count)
        {
            Vector256<int> bin = Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref Unsafe.Add(ref source, i))).AsByte());
            Vector256<float> lower = OfHalf(ref table, bin);
            Vector256<float> weight = isHalf ? lower : Avx.BlendVariable(lower, OfHalf(ref upperTable, bin), Vector256.ShiftLeft(bin, 26).AsSingle());
            Vector256.ConditionalSelect(Vector256.LessThan(bin, Vector256.Create((int)GradientBins.Masked)).AsSingle(), weight, Vector256<float>.Zero)
                .StoreUnsafe(ref destination, (nuint)i);
        }

        return i;
    }

    // of the 32 weights there
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> OfHalf(ref float table, Vector256<int> bin)
    {
        Vector256<float> by8 = Vector256.ShiftLeft(bin, 28).AsSingle();
        return Avx.BlendVariable(
            Avx.BlendVariable(Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref table), bin), Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref table, 8), bin), by8),
            Avx.BlendVariable(Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref table, 16), bin), Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref table, 24), bin), by8),
            Vector256.ShiftLeft(bin, 27).AsSingle());
    }
}
