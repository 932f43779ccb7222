using System.Runtime.CompilerServices;

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
}
