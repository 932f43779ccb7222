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
    /// <summary>What fits into half of the registers that the weights of all bins take.</summary>
    public const int Half = GradientDensity.MaxBins / 2;

    private const int BinMask = GradientDensity.MaxBins - 1;

    /// <summary>
    /// The number of weights for so many bins: one for each value of the lower five or six bits of a byte. The last one of half of
    /// them is that of <see cref="GradientBins.Masked"/>, so that it is looked up like any other.
    /// </summary>
    public static int Length(int bins) => bins < Half ? Half : GradientDensity.MaxBins;

    /// <summary>
    /// beta = n / average / (number of occupied bins, or of all), where the average of a batch that stands alone is its count. Bins
    /// without an element have the weight 1, which only an element that is NaN can take.
    /// </summary>
    /// <returns>n.</returns>
    public static long Fill<T>(in Harmonizing harmonizing, ReadOnlySpan<long> counts, GradientDensity? density, Span<T> weights)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        weights.Fill(T.One);
        if (weights.Length == Half)
        {
            weights[^1] = T.Zero;
        }

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
            i = weights.Length == Half ? BinWeights512.LookUpHalf(bins, Singles(weights), Singles(values)) : BinWeights512.LookUp(bins, Singles(weights), Singles(values));
        }
        else if (typeof(T) == typeof(float) && Vector256.IsHardwareAccelerated && Avx2.IsSupported)
        {
            i = weights.Length == Half ? BinWeights256.LookUpHalf(bins, Singles(weights), Singles(values)) : BinWeights256.LookUp(bins, Singles(weights), Singles(values));
        }
        else if (typeof(T) == typeof(double) && weights.Length == Half && Vector512.IsHardwareAccelerated && Avx512F.IsSupported)
        {
            i = BinWeights512.LookUpHalf(bins, MemoryMarshal.Cast<T, double>(weights), MemoryMarshal.Cast<T, double>(values));
        }

        for (; i < bins.Length; i++)
        {
            values[i] = Of(bins[i], weights);
        }
    }

    /// <summary>The weight of one element, or row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(byte bin, ReadOnlySpan<T> weights)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => bin == GradientBins.Masked ? T.Zero : weights[bin & BinMask];

    private static ReadOnlySpan<float> Singles<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged => MemoryMarshal.Cast<T, float>(numbers);

    private static Span<float> Singles<T>(Span<T> numbers)
        where T : unmanaged => MemoryMarshal.Cast<T, float>(numbers);
}
