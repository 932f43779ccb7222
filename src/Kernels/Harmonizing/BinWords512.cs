using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Kernels;

/// <summary>16 words.</summary>
internal readonly struct BinWords512 : IBinWords<Vector512<uint>>
{
    /// <summary>The processor has the instructions, and is not slowed down by them.</summary>
    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512F.IsSupported;

    /// <inheritdoc/>
    public static int Count => Vector512<uint>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> OneHot(ref readonly byte bins, uint first) => Avx512F.ShiftLeftLogicalVariable(
        Vector512<uint>.One, Avx512F.ConvertToVector512UInt32(Vector128.LoadUnsafe(in bins)) - Vector512.Create(first));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Sum(Vector512<uint> a, Vector512<uint> b, Vector512<uint> c) => Avx512F.TernaryLogic(a, b, c, 0b1001_0110);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Carry(Vector512<uint> a, Vector512<uint> b, Vector512<uint> c) => Avx512F.TernaryLogic(a, b, c, 0b1110_1000);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong BitsOfBytes(Vector512<uint> words, int index) => (words << (7 - index)).AsByte().ExtractMostSignificantBits();
}
