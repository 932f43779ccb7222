using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>The ends of the range of normal numbers, and numbers brought into it.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal static class Precision<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The largest finite number.</summary>
    public static double Largest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? float.MaxValue : double.MaxValue;
    }

    /// <summary>The smallest normal number above 0.</summary>
    public static double SmallestNormal
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 1.17549435082228751e-38 : 2.2250738585072014e-308;
    }

    /// <summary>The number rounded, 0 where that is denormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Round(double value) => T.CreateTruncating(Math.Abs(value) < SmallestNormal ? 0 : value);

    /// <summary>Writes the vector of doubles, rounded, so that it begins at that element: 0 where that would be denormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TVector, TArithmetic>(TVector value, ref T numbers, nuint index, TArithmetic arithmetic)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
    {
        TVector normal = arithmetic.SelectLess(arithmetic.Constant(-SmallestNormal), arithmetic.NegativeAbs(value), arithmetic.Constant(0), value);
        Lanes.Narrow(normal, ref numbers, index);
    }

    /// <summary>The nearest finite number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Finite(T value) => value > T.CreateTruncating(Largest) ? T.CreateTruncating(Largest)
        : value < T.CreateTruncating(-Largest) ? T.CreateTruncating(-Largest)
        : value;

    /// <summary>The nearest finite number in every lane; NaN where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Finite<TVector, TArithmetic>(TVector value, TArithmetic arithmetic)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
    {
        TVector largest = arithmetic.Constant(Largest);
        return arithmetic.Max(arithmetic.Negate(largest), arithmetic.Min(largest, value));
    }
}
