using System;
using System.Runtime.CompilerServices;

namespace LossGen.Elementary;

/// <summary>Arithmetic on one <see cref="double"/>.</summary>
[SideBySide(2, 4)]
public readonly struct DoubleScalar : IVectorArithmetic<double, double>
{
    /// <inheritdoc/>
    public nuint Count => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Load(ref readonly double source, nuint index, int vector) =>
        Unsafe.Add(ref Unsafe.AsRef(in source), index + (nuint)vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Load(ref readonly byte source, nuint index, int vector) =>
        Unsafe.Add(ref Unsafe.AsRef(in source), index + (nuint)vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(double value, ref double destination, nuint index, int vector) =>
        Unsafe.Add(ref destination, index + (nuint)vector) = value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Constant(double value) =>
        value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Add(double a, double b) =>
        a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Subtract(double a, double b) =>
        a - b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Multiply(double a, double b) =>
        a * b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Divide(double a, double b) =>
        a / b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double MultiplyAdd(double a, double b, double c) =>
        Math.FusedMultiplyAdd(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NegatedMultiplyAdd(double a, double b, double c) =>
        Math.FusedMultiplyAdd(-a, b, c);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double MultiplySubtract(double a, double b, double c) =>
        Math.FusedMultiplyAdd(a, b, -c);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double SquareRoot(double a) =>
        Math.Sqrt(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Max(double a, double b) =>
        a > b ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Min(double a, double b) =>
        a < b ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Negate(double a) =>
        -a;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NegativeAbs(double a) =>
        -Math.Abs(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double SelectLess(double a, double b, double x, double y) =>
        a < b ? x : y;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double SelectLessOrEqual(double a, double b, double x, double y) =>
        a <= b ? x : y;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double SelectEqual(double a, double b, double x, double y) =>
        a == b ? x : y;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NegateWhereLess(double a, double b, double x) =>
        a < b ? -x : x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double CopySign(double a, double b) =>
        Math.CopySign(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double PowerOfTwo(double a) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(a) << 52);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ExponentBits(double a) =>
        BitConverter.Int64BitsToDouble(unchecked(BitConverter.DoubleToInt64Bits(a) - 0x3FE8000000000000L) & unchecked((long)0xFFF0000000000000));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Rescale(double a, double exponentBits) =>
        BitConverter.Int64BitsToDouble(unchecked(BitConverter.DoubleToInt64Bits(a) - BitConverter.DoubleToInt64Bits(exponentBits)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ToNumber(double exponentBits) =>
        BitConverter.DoubleToInt64Bits(exponentBits);
}
