using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>Bytes from numbers in [0, 255], and numbers from bytes.</summary>
internal static class BinBytes
{
    // what the widest of the loops takes at a time
    private const int Step = 32;

    /// <summary>The integral part of each number.</summary>
    public static void Convert<T>(ReadOnlySpan<T> numbers, Span<byte> bytes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int whole = numbers.Length - (numbers.Length % Step);
        ref byte destination = ref MemoryMarshal.GetReference(bytes[..numbers.Length]);
        if (typeof(T) == typeof(float))
        {
            ref float singles = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(numbers));
            if (Vector512.IsHardwareAccelerated && Avx512F.IsSupported)
            {
                Convert512(ref singles, ref destination, (nuint)whole);
            }
            else if (Vector256.IsHardwareAccelerated && Avx2.IsSupported)
            {
                Convert256(ref singles, ref destination, (nuint)whole);
            }
            else
            {
                Convert128(ref singles, ref destination, (nuint)whole);
            }
        }
        else if (Vector256.IsHardwareAccelerated && Avx.IsSupported)
        {
            Convert256(ref Unsafe.As<T, double>(ref MemoryMarshal.GetReference(numbers)), ref destination, (nuint)whole);
        }
        else
        {
            whole = 0;
        }

        for (int i = whole; i < numbers.Length; i++)
        {
            bytes[i] = byte.CreateTruncating(numbers[i]);
        }
    }

    /// <summary>Each byte as a number.</summary>
    public static void Convert<T>(ReadOnlySpan<byte> bytes, Span<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int i = 0;
        if (typeof(T) == typeof(float))
        {
            ref byte source = ref MemoryMarshal.GetReference(bytes);
            ref float destination = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(numbers[..bytes.Length]));
            if (Vector512.IsHardwareAccelerated)
            {
                for (; i + Vector512<float>.Count <= bytes.Length; i += Vector512<float>.Count)
                {
                    ByteTargets.LoadSingle512(in source, (nuint)i).StoreUnsafe(ref destination, (nuint)i);
                }
            }

            if (Vector256.IsHardwareAccelerated)
            {
                for (; i + Vector256<float>.Count <= bytes.Length; i += Vector256<float>.Count)
                {
                    ByteTargets.LoadSingle256(in source, (nuint)i).StoreUnsafe(ref destination, (nuint)i);
                }
            }

            for (; i + Vector128<float>.Count <= bytes.Length; i += Vector128<float>.Count)
            {
                ByteTargets.LoadSingle128(in source, (nuint)i).StoreUnsafe(ref destination, (nuint)i);
            }
        }

        for (; i < bytes.Length; i++)
        {
            numbers[i] = T.CreateTruncating(bytes[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Convert512(ref float source, ref byte destination, nuint count)
    {
        for (nuint i = 0; i < count; i += (nuint)Vector512<float>.Count)
        {
            Vector512<int> integers = Avx512F.ConvertToVector512Int32WithTruncation(Vector512.LoadUnsafe(ref source, i));
            Avx512F.ConvertToVector128Byte(integers).StoreUnsafe(ref destination, i);
        }
    }

    // what is packed comes from the lower halves of four vectors, then from their upper halves
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Convert256(ref float source, ref byte destination, nuint count)
    {
        for (nuint i = 0; i < count; i += (nuint)Vector256<byte>.Count)
        {
            Vector256<byte> bytes = Avx2.PackUnsignedSaturate(Words(ref source, i), Words(ref source, i + 16));
            Avx2.PermuteVar8x32(bytes.AsInt32(), Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)).AsByte().StoreUnsafe(ref destination, i);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector256<short> Words(ref float source, nuint index) => Avx2.PackSignedSaturate(
            Avx.ConvertToVector256Int32WithTruncation(Vector256.LoadUnsafe(ref source, index)),
            Avx.ConvertToVector256Int32WithTruncation(Vector256.LoadUnsafe(ref source, index + 8)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Convert256(ref double source, ref byte destination, nuint count)
    {
        for (nuint i = 0; i < count; i += (nuint)Vector128<byte>.Count)
        {
            Sse2.PackUnsignedSaturate(Words(ref source, i), Words(ref source, i + 8)).StoreUnsafe(ref destination, i);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector128<short> Words(ref double source, nuint index) => Sse2.PackSignedSaturate(
            Avx.ConvertToVector128Int32WithTruncation(Vector256.LoadUnsafe(ref source, index)),
            Avx.ConvertToVector128Int32WithTruncation(Vector256.LoadUnsafe(ref source, index + 4)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Convert128(ref float source, ref byte destination, nuint count)
    {
        for (nuint i = 0; i < count; i += (nuint)Vector128<byte>.Count)
        {
            Vector128.Narrow(Integers(ref source, i), Integers(ref source, i + 8)).StoreUnsafe(ref destination, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Integers(ref float source, nuint index) => Vector128.Narrow(
        Vector128.ConvertToInt32(Vector128.LoadUnsafe(ref source, index)),
        Vector128.ConvertToInt32(Vector128.LoadUnsafe(ref source, index + 4))).AsUInt16();
}
