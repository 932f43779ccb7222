using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Kernels;

/// <summary>Vectors of any width to and from memory of any alignment; a number is a vector of one lane.</summary>
internal static class Lanes
{
    /// <summary>The vector that begins at that element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<T, TVector>(ref readonly T values, nuint index)
        where T : unmanaged
        where TVector : struct =>
        Unsafe.ReadUnaligned<TVector>(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref Unsafe.AsRef(in values), index)));

    /// <summary>Writes the vector so that it begins at that element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T, TVector>(TVector vector, ref T values, nuint index)
        where T : unmanaged
        where TVector : struct =>
        Unsafe.WriteUnaligned(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref values, index)), vector);

    /// <summary>The number of lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Count<T, TVector>()
        where T : unmanaged
        where TVector : struct => (nuint)(Unsafe.SizeOf<TVector>() / Unsafe.SizeOf<T>());

    /// <summary>The number in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Fill<T, TVector>(T value)
        where T : unmanaged
        where TVector : struct =>
        typeof(TVector) == typeof(Vector512<T>) ? Unsafe.BitCast<Vector512<T>, TVector>(Vector512.Create(value))
        : typeof(TVector) == typeof(Vector256<T>) ? Unsafe.BitCast<Vector256<T>, TVector>(Vector256.Create(value))
        : typeof(TVector) == typeof(Vector128<T>) ? Unsafe.BitCast<Vector128<T>, TVector>(Vector128.Create(value))
        : Unsafe.BitCast<T, TVector>(value);

    /// <summary>The vector of doubles that begins at that element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Widen<T, TVector>(ref readonly T values, nuint index)
        where T : unmanaged
        where TVector : struct =>
        typeof(TVector) == typeof(Vector512<double>) ? Unsafe.BitCast<Vector512<double>, TVector>(LossSum.Widen512(in values, index))
        : typeof(TVector) == typeof(Vector256<double>) ? Unsafe.BitCast<Vector256<double>, TVector>(LossSum.Widen256(in values, index))
        : typeof(TVector) == typeof(Vector128<double>) ? Unsafe.BitCast<Vector128<double>, TVector>(LossSum.Widen128(in values, index))
        : Unsafe.BitCast<double, TVector>(LossSum.Widen(in values, index));
}
