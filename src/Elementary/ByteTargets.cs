using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Elementary;

/// <summary>
/// Loads targets of type <see cref="byte"/> (or <see cref="bool"/>) as floating-point numbers. Each method reads exactly as many
/// bytes as it returns lanes. Those of 256 and 512 bits are for machines that have them.
/// </summary>
internal static class ByteTargets
{
    /// <summary>16 targets from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadSingle512(ref readonly byte source, nuint index) =>
        Vector512.ConvertToSingle(Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(in source, index)));

    /// <summary>8 targets from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadSingle256(ref readonly byte source, nuint index) =>
        Vector256.ConvertToSingle(LoadInt256(in source, index));

    /// <summary>4 targets from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LoadSingle128(ref readonly byte source, nuint index) =>
        Vector128.ConvertToSingle(LoadInt128(in source, index));

    /// <summary>8 targets from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadDouble512(ref readonly byte source, nuint index) =>
        Avx512F.ConvertToVector512Double(LoadInt256(in source, index));

    /// <summary>4 targets from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadDouble256(ref readonly byte source, nuint index) =>
        Avx.ConvertToVector256Double(LoadInt128(in source, index));

    /// <summary>2 targets from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LoadDouble128(ref readonly byte source, nuint index) =>
        Vector128.Create((double)At(in source, index), At(in source, index + 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> LoadInt256(ref readonly byte source, nuint index) =>
        Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(Read<ulong>(in source, index)).AsByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> LoadInt128(ref readonly byte source, nuint index)
    {
        Vector128<byte> bytes = Vector128.CreateScalarUnsafe(Read<uint>(in source, index)).AsByte();
        return Sse41.IsSupported
            ? Sse41.ConvertToVector128Int32(bytes)
            : Vector128.WidenLower(Vector128.WidenLower(bytes)).AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte At(ref readonly byte source, nuint index) => Unsafe.Add(ref Unsafe.AsRef(in source), index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TBits Read<TBits>(ref readonly byte source, nuint index)
        where TBits : unmanaged => Unsafe.ReadUnaligned<TBits>(in Unsafe.Add(ref Unsafe.AsRef(in source), index));
}
