using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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

    /// <summary>Writes the vector of doubles, rounded, so that it begins at that element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow<T, TVector>(TVector vector, ref T values, nuint index)
        where T : unmanaged
        where TVector : struct
    {
        if (typeof(T) == typeof(double))
        {
            Store(vector, ref values, index);
        }
        else if (typeof(TVector) == typeof(Vector512<double>))
        {
            Store(Avx512F.ConvertToVector256Single(Unsafe.BitCast<TVector, Vector512<double>>(vector)), ref values, index);
        }
        else if (typeof(TVector) == typeof(Vector256<double>))
        {
            Vector256<double> doubles = Unsafe.BitCast<TVector, Vector256<double>>(vector);
            Store(Vector128.Narrow(doubles.GetLower(), doubles.GetUpper()), ref values, index);
        }
        else if (typeof(TVector) == typeof(Vector128<double>))
        {
            Vector128<double> doubles = Unsafe.BitCast<TVector, Vector128<double>>(vector);
            Store(Vector128.Narrow(doubles, doubles).GetLower(), ref values, index);
        }
        else
        {
            Store((float)Unsafe.BitCast<TVector, double>(vector), ref values, index);
        }
    }
}
