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
            i = weights.Length == Half ? LookUpHalf512(bins, Singles(weights), Singles(values)) : LookUp512(bins, Singles(weights), Singles(values));
        }
        else if (typeof(T) == typeof(float) && Vector256.IsHardwareAccelerated && Avx2.IsSupported)
        {
            i = weights.Length == Half ? LookUpHalf256(bins, Singles(weights), Singles(values)) : LookUp256(bins, Singles(weights), Singles(values));
        }
        else if (typeof(T) == typeof(double) && weights.Length == Half && Vector512.IsHardwareAccelerated && Avx512F.IsSupported)
        {
            i = LookUpHalf512(bins, MemoryMarshal.Cast<T, double>(weights), MemoryMarshal.Cast<T, double>(values));
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

    // 32 weights are in two registers, of which a permutation takes one by the lower five bits of the bin
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int LookUpHalf512(ReadOnlySpan<byte> bins, ReadOnlySpan<float> weights, Span<float> values)
    {
        ref float table = ref MemoryMarshal.GetReference(weights);
        Vector512<float> first = Vector512.LoadUnsafe(ref table);
        Vector512<float> second = Vector512.LoadUnsafe(ref table, 16);
        ref byte source = ref MemoryMarshal.GetReference(bins);
        ref float destination = ref MemoryMarshal.GetReference(values[..bins.Length]);
        int i = 0;
        for (; i + Vector512<float>.Count <= bins.Length; i += Vector512<float>.Count)
        {
            Vector512<int> bin = Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref source, (nuint)i));
            Avx512F.PermuteVar16x32x2(first, bin, second).StoreUnsafe(ref destination, (nuint)i);
        }

        return i;
    }

    // in four registers, two for either value of the fifth bit
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int LookUpHalf512(ReadOnlySpan<byte> bins, ReadOnlySpan<double> weights, Span<double> values)
    {
        ref double table = ref MemoryMarshal.GetReference(weights);
        Vector512<double> first = Vector512.LoadUnsafe(ref table);
        Vector512<double> second = Vector512.LoadUnsafe(ref table, 8);
        Vector512<double> third = Vector512.LoadUnsafe(ref table, 16);
        Vector512<double> fourth = Vector512.LoadUnsafe(ref table, 24);
        ref byte source = ref MemoryMarshal.GetReference(bins);
        ref double destination = ref MemoryMarshal.GetReference(values[..bins.Length]);
        int i = 0;
        for (; i + Vector512<double>.Count <= bins.Length; i += Vector512<double>.Count)
        {
            ulong bytes = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, i));
            Vector512<long> bin = Avx512F.ConvertToVector512Int64(Vector128.CreateScalarUnsafe(bytes).AsByte());
            Vector512.ConditionalSelect(
                Vector512.Equals(bin & Vector512.Create(0x10L), Vector512<long>.Zero).AsDouble(),
                Avx512F.PermuteVar8x64x2(first, bin, second),
                Avx512F.PermuteVar8x64x2(third, bin, fourth)).StoreUnsafe(ref destination, (nuint)i);
        }

        return i;
    }

    // 64 weights are in four registers
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int LookUp512(ReadOnlySpan<byte> bins, ReadOnlySpan<float> weights, Span<float> values)
    {
        ref float table = ref MemoryMarshal.GetReference(weights);
        Vector512<float> first = Vector512.LoadUnsafe(ref table);
        Vector512<float> second = Vector512.LoadUnsafe(ref table, 16);
        Vector512<float> third = Vector512.LoadUnsafe(ref table, 32);
        Vector512<float> fourth = Vector512.LoadUnsafe(ref table, 48);
        ref byte source = ref MemoryMarshal.GetReference(bins);
        ref float destination = ref MemoryMarshal.GetReference(values[..bins.Length]);
        int i = 0;
        for (; i + Vector512<float>.Count <= bins.Length; i += Vector512<float>.Count)
        {
            Vector512<int> bin = Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref source, (nuint)i));
            Vector512<float> weight = Vector512.ConditionalSelect(
                Vector512.Equals(bin & Vector512.Create(Half), Vector512<int>.Zero).AsSingle(),
                Avx512F.PermuteVar16x32x2(first, bin, second),
                Avx512F.PermuteVar16x32x2(third, bin, fourth));
            Vector512.ConditionalSelect(Vector512.LessThan(bin, Vector512.Create((int)GradientBins.Masked)).AsSingle(), weight, Vector512<float>.Zero)
                .StoreUnsafe(ref destination, (nuint)i);
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int LookUpHalf256(ReadOnlySpan<byte> bins, ReadOnlySpan<float> weights, Span<float> values)
    {
        ref float table = ref MemoryMarshal.GetReference(weights);
        ref byte source = ref MemoryMarshal.GetReference(bins);
        ref float destination = ref MemoryMarshal.GetReference(values[..bins.Length]);
        int i = 0;
        for (; i + Vector256<float>.Count <= bins.Length; i += Vector256<float>.Count)
        {
            OfHalf(ref table, Load256(ref source, i)).StoreUnsafe(ref destination, (nuint)i);
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int LookUp256(ReadOnlySpan<byte> bins, ReadOnlySpan<float> weights, Span<float> values)
    {
        ref float table = ref MemoryMarshal.GetReference(weights);
        ref byte source = ref MemoryMarshal.GetReference(bins);
        ref float destination = ref MemoryMarshal.GetReference(values[..bins.Length]);
        int i = 0;
        for (; i + Vector256<float>.Count <= bins.Length; i += Vector256<float>.Count)
        {
            Vector256<int> bin = Load256(ref source, i);
            Vector256<float> weight = Avx.BlendVariable(
                OfHalf(ref table, bin), OfHalf(ref Unsafe.Add(ref table, Half), bin), Vector256.ShiftLeft(bin, 26).AsSingle());
            Vector256.ConditionalSelect(Vector256.LessThan(bin, Vector256.Create((int)GradientBins.Masked)).AsSingle(), weight, Vector256<float>.Zero)
                .StoreUnsafe(ref destination, (nuint)i);
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Load256(ref byte source, int index) =>
        Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, index))).AsByte());

    // 32 weights are in four registers. A permutation takes one of eight by the lower three bits of the bin, and two levels of blends
    // choose among them by the next two, each of which is shifted to the place of the sign.
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
