using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// Four vectors that lie one after the other. What is computed with them is computed step by step for all four, which hides the
/// latency of a chain of dependent operations.
/// </summary>
/// <typeparam name="TVector">A vector of lanes.</typeparam>
internal readonly struct Four<TVector>(TVector a, TVector b, TVector c, TVector d)
    where TVector : struct
{
    /// <summary>The first vector.</summary>
    public readonly TVector A = a;

    /// <summary>The second vector.</summary>
    public readonly TVector B = b;

    /// <summary>The third vector.</summary>
    public readonly TVector C = c;

    /// <summary>The fourth vector.</summary>
    public readonly TVector D = d;
}

/// <summary>Arithmetic on four vectors at a time.</summary>
/// <typeparam name="TVector">A vector of lanes.</typeparam>
/// <typeparam name="TArithmetic">Its operations.</typeparam>
internal readonly struct FourArithmetic<TVector, TArithmetic> : IArithmetic<Four<TVector>>
    where TVector : struct
    where TArithmetic : struct, IArithmetic<TVector>
{
    private static TArithmetic Each => default;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> Constant(double value)
    {
        TVector constant = Each.Constant(value);
        return new(constant, constant, constant, constant);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> Add(Four<TVector> a, Four<TVector> b) =>
        new(Each.Add(a.A, b.A), Each.Add(a.B, b.B), Each.Add(a.C, b.C), Each.Add(a.D, b.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> Subtract(Four<TVector> a, Four<TVector> b) =>
        new(Each.Subtract(a.A, b.A), Each.Subtract(a.B, b.B), Each.Subtract(a.C, b.C), Each.Subtract(a.D, b.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> Multiply(Four<TVector> a, Four<TVector> b) =>
        new(Each.Multiply(a.A, b.A), Each.Multiply(a.B, b.B), Each.Multiply(a.C, b.C), Each.Multiply(a.D, b.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> Divide(Four<TVector> a, Four<TVector> b) =>
        new(Each.Divide(a.A, b.A), Each.Divide(a.B, b.B), Each.Divide(a.C, b.C), Each.Divide(a.D, b.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> MultiplyAdd(Four<TVector> a, Four<TVector> b, Four<TVector> c) =>
        new(Each.MultiplyAdd(a.A, b.A, c.A), Each.MultiplyAdd(a.B, b.B, c.B), Each.MultiplyAdd(a.C, b.C, c.C), Each.MultiplyAdd(a.D, b.D, c.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> NegatedMultiplyAdd(Four<TVector> a, Four<TVector> b, Four<TVector> c) =>
        new(Each.NegatedMultiplyAdd(a.A, b.A, c.A), Each.NegatedMultiplyAdd(a.B, b.B, c.B), Each.NegatedMultiplyAdd(a.C, b.C, c.C), Each.NegatedMultiplyAdd(a.D, b.D, c.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> SquareRoot(Four<TVector> a) =>
        new(Each.SquareRoot(a.A), Each.SquareRoot(a.B), Each.SquareRoot(a.C), Each.SquareRoot(a.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> Max(Four<TVector> a, Four<TVector> b) =>
        new(Each.Max(a.A, b.A), Each.Max(a.B, b.B), Each.Max(a.C, b.C), Each.Max(a.D, b.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> Min(Four<TVector> a, Four<TVector> b) =>
        new(Each.Min(a.A, b.A), Each.Min(a.B, b.B), Each.Min(a.C, b.C), Each.Min(a.D, b.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> Negate(Four<TVector> a) =>
        new(Each.Negate(a.A), Each.Negate(a.B), Each.Negate(a.C), Each.Negate(a.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> NegativeAbs(Four<TVector> a) =>
        new(Each.NegativeAbs(a.A), Each.NegativeAbs(a.B), Each.NegativeAbs(a.C), Each.NegativeAbs(a.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> SelectLess(Four<TVector> a, Four<TVector> b, Four<TVector> x, Four<TVector> y) =>
        new(Each.SelectLess(a.A, b.A, x.A, y.A), Each.SelectLess(a.B, b.B, x.B, y.B), Each.SelectLess(a.C, b.C, x.C, y.C), Each.SelectLess(a.D, b.D, x.D, y.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> SelectEqual(Four<TVector> a, Four<TVector> b, Four<TVector> x, Four<TVector> y) =>
        new(Each.SelectEqual(a.A, b.A, x.A, y.A), Each.SelectEqual(a.B, b.B, x.B, y.B), Each.SelectEqual(a.C, b.C, x.C, y.C), Each.SelectEqual(a.D, b.D, x.D, y.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> CopySign(Four<TVector> a, Four<TVector> b) =>
        new(Each.CopySign(a.A, b.A), Each.CopySign(a.B, b.B), Each.CopySign(a.C, b.C), Each.CopySign(a.D, b.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> PowerOfTwo(Four<TVector> a) =>
        new(Each.PowerOfTwo(a.A), Each.PowerOfTwo(a.B), Each.PowerOfTwo(a.C), Each.PowerOfTwo(a.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> ExponentBits(Four<TVector> a) =>
        new(Each.ExponentBits(a.A), Each.ExponentBits(a.B), Each.ExponentBits(a.C), Each.ExponentBits(a.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> Rescale(Four<TVector> a, Four<TVector> exponentBits) =>
        new(Each.Rescale(a.A, exponentBits.A), Each.Rescale(a.B, exponentBits.B), Each.Rescale(a.C, exponentBits.C), Each.Rescale(a.D, exponentBits.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> ToNumber(Four<TVector> exponentBits) =>
        new(Each.ToNumber(exponentBits.A), Each.ToNumber(exponentBits.B), Each.ToNumber(exponentBits.C), Each.ToNumber(exponentBits.D));
}
