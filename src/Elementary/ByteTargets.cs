using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Elementary;

/// <summary>
/// Loads targets of type <see cref="byte"/> (or <see cref="bool"/>) as floating-point numbers. Each method reads exactly as
/// many bytes as it returns lanes.
/// </summary>
internal static class ByteTargets
{
    /// <summary>16 targets from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadSingle512(ref readonly byte source, nuint index)
    {
        Vector128<byte> bytes = Vector128.LoadUnsafe(in source, index);
        if (Avx512F.IsSupported)
        {
            return Vector512.ConvertToSingle(Avx512F.ConvertToVector512Int32(bytes));
        }

        (Vector128<ushort> lower, Vector128<ushort> upper) = Vector128.Widen(bytes);
        return Vector512.ConvertToSingle(Vector512.Create(
            Vector256.Create(Vector128.WidenLower(lower), Vector128.WidenUpper(lower)),
            Vector256.Create(Vector128.WidenLower(upper), Vector128.WidenUpper(upper))).AsInt32());
    }

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
    public static Vector512<double> LoadDouble512(ref readonly byte source, nuint index)
    {
        Vector256<int> numbers = LoadInt256(in source, index);
        if (Avx512F.IsSupported)
        {
            return Avx512F.ConvertToVector512Double(numbers);
        }

        (Vector256<long> lower, Vector256<long> upper) = Vector256.Widen(numbers);
        return Vector512.ConvertToDouble(Vector512.Create(lower, upper));
    }

    /// <summary>4 targets from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadDouble256(ref readonly byte source, nuint index)
    {
        Vector128<int> numbers = LoadInt128(in source, index);
        if (Avx.IsSupported)
        {
            return Avx.ConvertToVector256Double(numbers);
        }

        (Vector128<long> lower, Vector128<long> upper) = Vector128.Widen(numbers);
        return Vector256.ConvertToDouble(Vector256.Create(lower, upper));
    }

    /// <summary>2 targets from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LoadDouble128(ref readonly byte source, nuint index) =>
        Vector128.Create((double)At(in source, index), At(in source, index + 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> LoadInt256(ref readonly byte source, nuint index)
    {
        Vector128<byte> bytes = Vector128.CreateScalarUnsafe(Read<ulong>(in source, index)).AsByte();
        if (Avx2.IsSupported)
        {
            return Avx2.ConvertToVector256Int32(bytes);
        }

        Vector128<ushort> words = Vector128.WidenLower(bytes);
        return Vector256.Create(Vector128.WidenLower(words), Vector128.WidenUpper(words)).AsInt32();
    }

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
