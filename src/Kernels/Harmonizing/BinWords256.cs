using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Kernels;

/// <summary>8 words.</summary>
internal readonly struct BinWords256 : IBinWords<Vector256<uint>>
{
    /// <summary>The processor has the instructions.</summary>
    public static bool IsSupported => Vector256.IsHardwareAccelerated && Avx2.IsSupported;

    /// <inheritdoc/>
    public static int Count => Vector256<uint>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> OneHot(ref readonly byte bins, uint first)
    {
        ulong bytes = Unsafe.ReadUnaligned<ulong>(in bins);
        Vector256<uint> numbers = Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(bytes).AsByte()).AsUInt32();
        return Avx2.ShiftLeftLogicalVariable(Vector256<uint>.One, numbers - Vector256.Create(first));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Sum(Vector256<uint> a, Vector256<uint> b, Vector256<uint> c) => a ^ b ^ c;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Carry(Vector256<uint> a, Vector256<uint> b, Vector256<uint> c) => (a & b) | ((a ^ b) & c);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong BitsOfBytes(Vector256<uint> words, int index) => (words << (7 - index)).AsByte().ExtractMostSignificantBits();
}
