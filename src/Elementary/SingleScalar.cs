using System;
using System.Runtime.CompilerServices;

namespace LossGen.Elementary;

/// <summary>Arithmetic on one <see cref="float"/>.</summary>
[SideBySide(2, 4)]
public readonly struct SingleScalar : IVectorArithmetic<float, float>
{
    /// <inheritdoc/>
    public nuint Count => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Load(ref readonly float source, nuint index, int vector) =>
        Unsafe.Add(ref Unsafe.AsRef(in source), index + (nuint)vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Load(ref readonly byte source, nuint index, int vector) =>
        Unsafe.Add(ref Unsafe.AsRef(in source), index + (nuint)vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float value, ref float destination, nuint index, int vector) =>
        Unsafe.Add(ref destination, index + (nuint)vector) = value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Constant(double value) =>
        (float)value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Add(float a, float b) =>
        a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Subtract(float a, float b) =>
        a - b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Multiply(float a, float b) =>
        a * b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Divide(float a, float b) =>
        a / b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float MultiplyAdd(float a, float b, float c) =>
        MathF.FusedMultiplyAdd(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float NegatedMultiplyAdd(float a, float b, float c) =>
        MathF.FusedMultiplyAdd(-a, b, c);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float MultiplySubtract(float a, float b, float c) =>
        MathF.FusedMultiplyAdd(a, b, -c);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float SquareRoot(float a) =>
        MathF.Sqrt(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Max(float a, float b) =>
        a > b ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Min(float a, float b) =>
        a < b ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Negate(float a) =>
        -a;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float NegativeAbs(float a) =>
        -MathF.Abs(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float SelectLess(float a, float b, float x, float y) =>
        a < b ? x : y;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float SelectLessOrEqual(float a, float b, float x, float y) =>
        a <= b ? x : y;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float SelectEqual(float a, float b, float x, float y) =>
        a == b ? x : y;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float NegateWhereLess(float a, float b, float x) =>
        a < b ? -x : x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float CopySign(float a, float b) =>
        MathF.CopySign(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float PowerOfTwo(float a) =>
        BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(a) << 23);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float ExponentBits(float a) =>
        BitConverter.Int32BitsToSingle(unchecked(BitConverter.SingleToInt32Bits(a) - 0x3F400000) & unchecked((int)0xFF800000));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Rescale(float a, float exponentBits) =>
        BitConverter.Int32BitsToSingle(unchecked(BitConverter.SingleToInt32Bits(a) - BitConverter.SingleToInt32Bits(exponentBits)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float ToNumber(float exponentBits) =>
        BitConverter.SingleToInt32Bits(exponentBits);
}
