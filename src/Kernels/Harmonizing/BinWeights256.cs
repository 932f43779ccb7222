using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Kernels;

/// <summary>Weights by the byte of a bin, with vectors of 256 bits.</summary>
internal static class BinWeights256
{
    /// <summary>Of up to 32 weights; returns how many were looked up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int LookUpHalf(ReadOnlySpan<byte> bins, ReadOnlySpan<float> weights, Span<float> values)
    {
        ref float table = ref MemoryMarshal.GetReference(weights);
        ref byte source = ref MemoryMarshal.GetReference(bins);
        ref float destination = ref MemoryMarshal.GetReference(values[..bins.Length]);
        int i = 0;
        for (; i + Vector256<float>.Count <= bins.Length; i += Vector256<float>.Count)
        {
            OfHalf(ref table, Load(ref source, i)).StoreUnsafe(ref destination, (nuint)i);
        }

        return i;
    }

    /// <summary>Of up to 64 weights; returns how many were looked up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int LookUp(ReadOnlySpan<byte> bins, ReadOnlySpan<float> weights, Span<float> values)
    {
        ref float table = ref MemoryMarshal.GetReference(weights);
        ref byte source = ref MemoryMarshal.GetReference(bins);
        ref float destination = ref MemoryMarshal.GetReference(values[..bins.Length]);
        int i = 0;
        for (; i + Vector256<float>.Count <= bins.Length; i += Vector256<float>.Count)
        {
            Vector256<int> bin = Load(ref source, i);
            Vector256<float> weight = Avx.BlendVariable(
                OfHalf(ref table, bin), OfHalf(ref Unsafe.Add(ref table, BinWeights.Half), bin), Vector256.ShiftLeft(bin, 26).AsSingle());
            Vector256.ConditionalSelect(Vector256.LessThan(bin, Vector256.Create((int)GradientBins.Masked)).AsSingle(), weight, Vector256<float>.Zero)
                .StoreUnsafe(ref destination, (nuint)i);
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Load(ref byte source, int index) =>
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
