using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Elementary;

/// <summary>Arithmetic on 8 lanes of <see cref="double"/>, for machines with AVX-512.</summary>
/// <remarks>Max and Min of these machines define the result for NaN as <see cref="IArithmetic{TValue}"/> does.</remarks>
[SideBySide(2, 4, 6, 8)]
public readonly struct Double512 : IVectorArithmetic<double, Vector512<double>>
{
    /// <inheritdoc/>
    public nuint Count => 8;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Load(ref readonly double source, nuint index, int vector) =>
        Vector512.LoadUnsafe(in source, index + (nuint)(8 * vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Load(ref readonly byte source, nuint index, int vector) =>
        ByteTargets.LoadDouble512(in source, index + (nuint)(8 * vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector512<double> value, ref double destination, nuint index, int vector) =>
        value.StoreUnsafe(ref destination, index + (nuint)(8 * vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Constant(double value) =>
        Vector512.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Add(Vector512<double> a, Vector512<double> b) =>
        a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Subtract(Vector512<double> a, Vector512<double> b) =>
        a - b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Multiply(Vector512<double> a, Vector512<double> b) =>
        a * b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Divide(Vector512<double> a, Vector512<double> b) =>
        a / b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> MultiplyAdd(Vector512<double> a, Vector512<double> b, Vector512<double> c) =>
        Vector512.FusedMultiplyAdd(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> NegatedMultiplyAdd(Vector512<double> a, Vector512<double> b, Vector512<double> c) =>
        Avx512F.FusedMultiplyAddNegated(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> MultiplySubtract(Vector512<double> a, Vector512<double> b, Vector512<double> c) =>
        Avx512F.FusedMultiplySubtract(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> SquareRoot(Vector512<double> a) =>
        Vector512.Sqrt(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Max(Vector512<double> a, Vector512<double> b) =>
        Avx512F.Max(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Min(Vector512<double> a, Vector512<double> b) =>
        Avx512F.Min(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Negate(Vector512<double> a) =>
        -a;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> NegativeAbs(Vector512<double> a) =>
        a | Vector512.Create(-0d);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> SelectLess(Vector512<double> a, Vector512<double> b, Vector512<double> x, Vector512<double> y) =>
        Vector512.ConditionalSelect(Vector512.LessThan(a, b), x, y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> SelectLessOrEqual(Vector512<double> a, Vector512<double> b, Vector512<double> x, Vector512<double> y) =>
        Vector512.ConditionalSelect(Vector512.LessThanOrEqual(a, b), x, y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> SelectEqual(Vector512<double> a, Vector512<double> b, Vector512<double> x, Vector512<double> y) =>
        Vector512.ConditionalSelect(Vector512.Equals(a, b), x, y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> NegateWhereLess(Vector512<double> a, Vector512<double> b, Vector512<double> x) =>
        Vector512.ConditionalSelect(Vector512.LessThan(a, b), -x, x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> CopySign(Vector512<double> a, Vector512<double> b) =>
        Vector512.CopySign(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> PowerOfTwo(Vector512<double> a) =>
        (a.AsInt64() << 52).AsDouble();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> ExponentBits(Vector512<double> a) =>
        ((a.AsInt64() - Vector512.Create(0x3FE8000000000000L)) & Vector512.Create(unchecked((long)0xFFF0000000000000))).AsDouble();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Rescale(Vector512<double> a, Vector512<double> exponentBits) =>
        (a.AsInt64() - exponentBits.AsInt64()).AsDouble();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> ToNumber(Vector512<double> exponentBits) =>
        Vector512.ConvertToDouble(exponentBits.AsInt64());
}
