using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Elementary;

/// <summary>Arithmetic on 4 lanes of <see cref="double"/>, for machines with AVX2 and FMA.</summary>
/// <remarks>
/// Max and Min of these machines define the result for NaN as <see cref="IArithmetic{TValue}"/> does. They have no mask registers:
/// a selection is three instructions unless it is written as the blend that it is.
/// </remarks>
[SideBySide(2, 4)]
public readonly struct Double256 : IVectorArithmetic<double, Vector256<double>>
{
    /// <inheritdoc/>
    public nuint Count => 4;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Load(ref readonly double source, nuint index, int vector) =>
        Vector256.LoadUnsafe(in source, index + (nuint)(4 * vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Load(ref readonly byte source, nuint index, int vector) =>
        ByteTargets.LoadDouble256(in source, index + (nuint)(4 * vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector256<double> value, ref double destination, nuint index, int vector) =>
        value.StoreUnsafe(ref destination, index + (nuint)(4 * vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Constant(double value) =>
        Vector256.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Add(Vector256<double> a, Vector256<double> b) =>
        a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Subtract(Vector256<double> a, Vector256<double> b) =>
        a - b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Multiply(Vector256<double> a, Vector256<double> b) =>
        a * b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Divide(Vector256<double> a, Vector256<double> b) =>
        a / b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> MultiplyAdd(Vector256<double> a, Vector256<double> b, Vector256<double> c) =>
        Vector256.FusedMultiplyAdd(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> NegatedMultiplyAdd(Vector256<double> a, Vector256<double> b, Vector256<double> c) =>
        Fma.MultiplyAddNegated(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> MultiplySubtract(Vector256<double> a, Vector256<double> b, Vector256<double> c) =>
        Fma.MultiplySubtract(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> SquareRoot(Vector256<double> a) =>
        Vector256.Sqrt(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Max(Vector256<double> a, Vector256<double> b) =>
        Avx.Max(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Min(Vector256<double> a, Vector256<double> b) =>
        Avx.Min(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Negate(Vector256<double> a) =>
        -a;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> NegativeAbs(Vector256<double> a) =>
        a | Vector256.Create(-0d);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> SelectLess(Vector256<double> a, Vector256<double> b, Vector256<double> x, Vector256<double> y) =>
        Avx.BlendVariable(y, x, Vector256.LessThan(a, b));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> SelectLessOrEqual(Vector256<double> a, Vector256<double> b, Vector256<double> x, Vector256<double> y) =>
        Avx.BlendVariable(y, x, Vector256.LessThanOrEqual(a, b));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> SelectEqual(Vector256<double> a, Vector256<double> b, Vector256<double> x, Vector256<double> y) =>
        Avx.BlendVariable(y, x, Vector256.Equals(a, b));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> NegateWhereLess(Vector256<double> a, Vector256<double> b, Vector256<double> x) =>
        Avx.BlendVariable(x, -x, Vector256.LessThan(a, b));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> CopySign(Vector256<double> a, Vector256<double> b) =>
        Vector256.CopySign(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> PowerOfTwo(Vector256<double> a) =>
        (a.AsInt64() << 52).AsDouble();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> ExponentBits(Vector256<double> a) =>
        ((a.AsInt64() - Vector256.Create(0x3FE8000000000000L)) & Vector256.Create(unchecked((long)0xFFF0000000000000))).AsDouble();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Rescale(Vector256<double> a, Vector256<double> exponentBits) =>
        (a.AsInt64() - exponentBits.AsInt64()).AsDouble();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> ToNumber(Vector256<double> exponentBits) =>
        Vector256.ConvertToDouble(exponentBits.AsInt64());
}
