using System.Runtime.CompilerServices;

namespace LossGen.Elementary;

/// <content>Powers between 0 and 1 whose exponent is known when the function is compiled.</content>
#if NET
public
#else
internal
#endif
readonly partial struct ElementaryFunctions<TValue, TArithmetic, TPolynomials>
{
    // far below rounding where it is added, and its product is not denormal
    private const double Tiny = 8.67361738e-19; // 2^-60

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue PowerOfSigmoid(TValue x, double exponent) =>
        PowerOfSigmoid(SelectNegative(x, x, arithmetic.Constant(0)), x, exponent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue PowerOfSigmoidOfNegated(TValue x, double exponent) =>
        PowerOfSigmoid(SelectNegative(x, arithmetic.Constant(0), arithmetic.Negate(x)), x, exponent);

    /// <summary>
    /// t^a = e^(a k ln 2 + a log1p(f)), t = 2^k (1 + f) as in <see cref="Log"/>: ln 2 in a head with which a k ln 2 splits
    /// into what it is rounded to and what is left, and the rest.
    /// </summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue PowerOfPair(TValue t, TValue u, double exponent)
    {
        (TValue exponentBits, TValue f) = Split(t, u);
        TValue linear = arithmetic.Multiply(exponentBits, arithmetic.Constant(polynomials.Ln2Head));
        TValue rest = arithmetic.MultiplyAdd(exponentBits, arithmetic.Constant(polynomials.Ln2Rest), polynomials.Log1PReduced(f));
        return Guarded(t, ScaledExponential(linear, arithmetic.Negate(rest), exponent), arithmetic.Constant(0));
    }

    /// <summary>sigmoid^a where linear is the part of its logarithm that is linear in x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue PowerOfSigmoid(TValue linear, TValue x, double exponent) =>
        ScaledExponential(linear, arithmetic.Max(arithmetic.Constant(Tiny), Log1PUnit(ExpNegativeMagnitude(x))), exponent);

    /// <summary>
    /// e^(a (linear - l)) = e^s (1 + c): a in a head of the lane type and a tail, the product of the head and linear in what
    /// it is rounded to and the excess, s the sum of the parts as rounded and c what that leaves.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue ScaledExponential(TValue linear, TValue l, double exponent)
    {
        double head = polynomials.Head(exponent);
        double tail = exponent - head;
        TValue factor = arithmetic.Constant(head);
        TValue bounded = arithmetic.Max(arithmetic.Constant(-(polynomials.Bound + 1) / head), linear);
        TValue product = arithmetic.Multiply(factor, bounded);
        TValue excess = arithmetic.NegatedMultiplyAdd(factor, bounded, product);
        TValue rest = arithmetic.NegatedMultiplyAdd(factor, l, arithmetic.Negate(excess));
        rest = tail == 0 ? rest : arithmetic.MultiplyAdd(arithmetic.Constant(tail), bounded, rest);
        TValue s = arithmetic.Add(product, rest);
        TValue c = arithmetic.Add(arithmetic.Subtract(product, s), rest);
        TValue power = ExpNonPositive(s);
        return arithmetic.MultiplyAdd(power, c, power);
    }
}
