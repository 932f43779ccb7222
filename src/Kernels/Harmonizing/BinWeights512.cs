using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Kernels;

/// <summary>Weights by the byte of a bin, with vectors of 512 bits.</summary>
internal static class BinWeights512
{
    /// <summary>Of up to 32 weights; returns how many were looked up.</summary>
    /// <remarks>32 weights are in two registers, of which a permutation takes one by the lower five bits of the bin.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int LookUpHalf(ReadOnlySpan<byte> bins, ReadOnlySpan<float> weights, Span<float> values)
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

    /// <summary>Of up to 32 weights; returns how many were looked up.</summary>
    /// <remarks>In four registers, two for either value of the fifth bit.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int LookUpHalf(ReadOnlySpan<byte> bins, ReadOnlySpan<double> weights, Span<double> values)
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

    /// <summary>Of up to 64 weights; returns how many were looked up.</summary>
    /// <remarks>64 weights are in four registers.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int LookUp(ReadOnlySpan<byte> bins, ReadOnlySpan<float> weights, Span<float> values)
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
                Vector512.Equals(bin & Vector512.Create(BinWeights.Half), Vector512<int>.Zero).AsSingle(),
                Avx512F.PermuteVar16x32x2(first, bin, second),
                Avx512F.PermuteVar16x32x2(third, bin, fourth));
            Vector512.ConditionalSelect(Vector512.LessThan(bin, Vector512.Create((int)GradientBins.Masked)).AsSingle(), weight, Vector512<float>.Zero)
                .StoreUnsafe(ref destination, (nuint)i);
        }

        return i;
    }
}
