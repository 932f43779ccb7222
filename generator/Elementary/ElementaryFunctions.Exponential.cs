using System.Runtime.CompilerServices;

namespace LossGen.Elementary;

/// <content>
/// The exponential: x = n ln 2 + t, e^x = 2^n e^t. The power of two is taken as h = 2^(n-1), which is 0 and not denormal for
/// the smallest n and finite for the largest.
/// </content>
#if NET
public
#else
internal
#endif
readonly partial struct ElementaryFunctions<TValue, TArithmetic, TPolynomials>
{
    /// <summary>13 and 18 operations. 0.89 ulp at -5.84864187, 0.85 at -513.9493775749343.</summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue ExpNonPositive(TValue x) => Exponential(Clamp(x));

    /// <summary>12 and 18 operations.</summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue ExpOfDifference(TValue x)
    {
        (TValue b, TValue n, TValue high) = Reduce(Clamp(x));
        return arithmetic.Multiply(DoubledExponential(polynomials.OfDifference(n, high)), arithmetic.PowerOfTwo(b));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue ExpNegativeMagnitude(TValue x) => ExpNonPositive(arithmetic.NegativeAbs(x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Exp(TValue x) => Exponential(ClampBothSides(x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Expm1(TValue x) => ExponentialLessOne(x, ClampBothSides(x));

    /// <summary>
    /// w = expm1(-2|x|) / 2, tanh |x| = -w / (1 + w) as w (w / (1 + w)) - w: what the quotient is rounded by counts only in the
    /// correction.
    /// </summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Tanh(TValue x)
    {
        TValue magnitude = arithmetic.NegativeAbs(x);
        TValue twice = arithmetic.Add(magnitude, magnitude);
        TValue w = arithmetic.Multiply(ExponentialLessOne(twice, Clamp(twice)), arithmetic.Constant(0.5));
        TValue quotient = arithmetic.Divide(w, arithmetic.Add(arithmetic.Constant(1), w));
        return arithmetic.CopySign(arithmetic.NegatedMultiplyAdd(w, quotient, w), x);
    }

    /// <summary>e^x of an x within the bounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Exponential(TValue bounded)
    {
        (TValue significand, TValue h) = ExponentialParts(bounded);
        return arithmetic.Multiply(significand, h);
    }

    /// <summary>2 e^t and h.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (TValue Significand, TValue H) ExponentialParts(TValue bounded)
    {
        (TValue b, TValue n, TValue high) = Reduce(bounded);
        TValue t = arithmetic.NegatedMultiplyAdd(n, arithmetic.Constant(polynomials.Ln2Low), high);
        return (DoubledExponential(t), arithmetic.PowerOfTwo(b));
    }

    /// <summary>2 e^t.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue DoubledExponential(TValue t)
    {
        TValue two = arithmetic.Constant(2);
        TValue p = arithmetic.MultiplyAdd(polynomials.ExponentialQuotient(t), t, two);
        return arithmetic.MultiplyAdd(p, t, two);
    }

    /// <summary>
    /// 2^n (e^t - 1) + 2^n - 1 = 2 (h t + (h - 1/2)) + h s, s = 2 (e^t - 1 - t): each sum is smaller than the one before it was
    /// large, where that matters, and what rounding leaves of t goes into s. x itself where it is next to nothing, instead of
    /// which a number goes through that has a square.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue ExponentialLessOne(TValue x, TValue bounded)
    {
        TValue magnitude = arithmetic.NegativeAbs(x);
        TValue negligible = arithmetic.Constant(-polynomials.Negligible);
        (TValue b, TValue n, TValue high) = Reduce(arithmetic.SelectLess(magnitude, negligible, bounded, negligible));
        TValue low = arithmetic.Constant(polynomials.Ln2Low);
        TValue t = arithmetic.NegatedMultiplyAdd(n, low, high);
        TValue rest = arithmetic.NegatedMultiplyAdd(n, low, arithmetic.Subtract(high, t));
        TValue s = arithmetic.MultiplyAdd(polynomials.ExponentialQuotient(t), arithmetic.Multiply(t, t), arithmetic.Add(rest, rest));
        TValue h = arithmetic.PowerOfTwo(b);
        TValue linear = arithmetic.MultiplyAdd(h, t, arithmetic.Subtract(h, arithmetic.Constant(0.5)));
        TValue result = arithmetic.MultiplyAdd(h, s, arithmetic.Add(linear, linear));
        return arithmetic.SelectLess(magnitude, negligible, result, x);
    }

    /// <summary>b with n in its low bits, n = round(x log2 e), and x - n ln 2 with the rounded ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (TValue B, TValue N, TValue High) Reduce(TValue bounded)
    {
        TValue magic = arithmetic.Constant(polynomials.ExponentMagic);
        TValue b = arithmetic.MultiplyAdd(bounded, arithmetic.Constant(polynomials.Log2E), magic);
        TValue n = arithmetic.Subtract(b, magic);
        return (b, n, arithmetic.NegatedMultiplyAdd(n, arithmetic.Constant(polynomials.Ln2High), bounded));
    }

    /// <summary>x, where its exponential is 0 or infinite no more than that needs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue ClampBothSides(TValue x) => Clamp(arithmetic.Min(arithmetic.Constant(polynomials.OverflowBound), x));
}
