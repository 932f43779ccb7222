using System.Runtime.CompilerServices;

namespace LossGen.Elementary;

/// <content>Logarithms of a number given with its complement, and fractional powers.</content>
#if NET
public
#else
internal
#endif
readonly partial struct ElementaryFunctions<TValue, TArithmetic, TPolynomials>
{
    // far below rounding where it is added, and its product is not denormal
    private const double Tiny = 8.67361738e-19; // 2^-60

    /// <summary>k ln 2 + log1p(f), t = 2^k m, m in [0.75, 1.5), f = t &lt; 0.75 ? m - 1 : -u.</summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Log(TValue t, TValue u)
    {
        TValue k = arithmetic.ExponentBits(t);
        return polynomials.LogOfParts(arithmetic.ToNumber(k), Significand(t, t, k, u));
    }

    /// <summary><see cref="Log"/> of 2^j t less j ln 2 where t is below the normal numbers; the limits by selection.</summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue LogGuarded(TValue t, TValue u)
    {
        (TValue exponentBits, TValue f) = Split(t, u);
        return Guarded(t, polynomials.LogOfParts(exponentBits, f), arithmetic.Constant(double.NegativeInfinity));
    }

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

    /// <summary>t = 2^k (1 + f), also of a denormal t: k as an exponent field converted, and f.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (TValue ExponentBits, TValue F) Split(TValue t, TValue u)
    {
        TValue smallestNormal = arithmetic.Constant(polynomials.SmallestNormal);
        TValue upscaled = arithmetic.Multiply(t, arithmetic.Constant(polynomials.DenormalScale));
        TValue scaled = arithmetic.SelectLess(t, smallestNormal, upscaled, t);
        TValue shift = arithmetic.SelectLess(t, smallestNormal, arithmetic.Constant(polynomials.DenormalShift), arithmetic.Constant(0));
        TValue k = arithmetic.ExponentBits(scaled);
        return (arithmetic.Add(arithmetic.ToNumber(k), shift), Significand(t, scaled, k, u));
    }

    /// <summary>f = t &lt; 0.75 ? m - 1 : -u, where m = scaled 2^-k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Significand(TValue t, TValue scaled, TValue k, TValue u)
    {
        TValue reduced = arithmetic.Subtract(arithmetic.Rescale(scaled, k), arithmetic.Constant(1));
        return arithmetic.SelectLess(t, arithmetic.Constant(0.75), reduced, arithmetic.Negate(u));
    }

    /// <summary>The value where t is positive, the limit where it is 0, NaN where it is negative or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Guarded(TValue t, TValue value, TValue limit)
    {
        TValue zero = arithmetic.Constant(0);
        TValue outside = arithmetic.SelectLess(t, zero, arithmetic.Constant(double.NaN), arithmetic.Add(t, limit));
        return arithmetic.SelectLess(zero, t, value, outside);
    }
}
