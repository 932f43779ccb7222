using System.Runtime.CompilerServices;

namespace LossGen.Elementary;

/// <content>
/// Powers whose exponent is a value: t^a = e^(a log t) with log t as a sum of two numbers, so that an error of its logarithm
/// is all that the exponent multiplies.
/// </content>
#if NET
public
#else
internal
#endif
readonly partial struct ElementaryFunctions<TValue, TArithmetic, TPolynomials>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue PowerOfSigmoid(TValue x, TValue exponent)
    {
        (TValue high, TValue low) = LogSigmoidParts(arithmetic.Min(arithmetic.Constant(0), x), x);
        return PowerOfNonPositiveLog(high, low, exponent);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue PowerOfSigmoidOfNegated(TValue x, TValue exponent)
    {
        (TValue high, TValue low) = LogSigmoidParts(arithmetic.Min(arithmetic.Constant(0), arithmetic.Negate(x)), x);
        return PowerOfNonPositiveLog(high, low, exponent);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue PowerAnyOfSigmoid(TValue x, TValue exponent)
    {
        (TValue high, TValue low) = LogSigmoidParts(arithmetic.Min(arithmetic.Constant(0), x), x);
        return PowerOfLog(high, low, exponent);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue PowerAnyOfSigmoidOfNegated(TValue x, TValue exponent)
    {
        (TValue high, TValue low) = LogSigmoidParts(arithmetic.Min(arithmetic.Constant(0), arithmetic.Negate(x)), x);
        return PowerOfLog(high, low, exponent);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue PowerOfPair(TValue t, TValue u, TValue exponent)
    {
        (TValue exponentBits, TValue f) = Split(t, u);
        (TValue high, TValue low) = LogParts(exponentBits, f);
        return PowerOfNonPositiveLog(Guarded(t, high, arithmetic.Constant(-polynomials.Largest)), low, exponent);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue PowerAny(TValue t, TValue u, TValue exponent)
    {
        (TValue exponentBits, TValue f) = SplitAny(t, u);
        (TValue high, TValue low) = LogParts(exponentBits, f);
        TValue largest = arithmetic.Constant(polynomials.Largest);
        TValue finite = arithmetic.SelectLess(t, arithmetic.Constant(double.PositiveInfinity), high, largest);
        return PowerOfLog(Guarded(t, finite, arithmetic.Constant(-polynomials.Largest)), low, exponent);
    }

    /// <summary>log sigmoid = linear - log(1 + e), linear the smaller of 0 and x: the larger of the two first, then the sum is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (TValue High, TValue Low) LogSigmoidParts(TValue linear, TValue x)
    {
        TValue finite = arithmetic.Max(arithmetic.Constant(-polynomials.Largest), linear);
        TValue l = arithmetic.Negate(Log1PUnit(ExpNegativeMagnitude(x)));
        return Sum(arithmetic.Min(finite, l), arithmetic.Max(finite, l));
    }

    /// <summary>k ln 2 + log(1 + f): the head of k ln 2 is exact, and 0 or larger than the rest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (TValue High, TValue Low) LogParts(TValue exponentBits, TValue f)
    {
        TValue head = arithmetic.Multiply(exponentBits, arithmetic.Constant(polynomials.Ln2Head));
        TValue rest = arithmetic.MultiplyAdd(exponentBits, arithmetic.Constant(polynomials.Ln2Rest), polynomials.Log1PReduced(f));
        return Sum(head, rest);
    }

    /// <summary>The rounded sum and what rounding leaves (Dekker 1971), exact where the first number is 0 or the larger one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (TValue High, TValue Low) Sum(TValue larger, TValue smaller)
    {
        TValue high = arithmetic.Add(larger, smaller);
        return (high, arithmetic.Subtract(smaller, arithmetic.Subtract(high, larger)));
    }

    /// <summary>e^(a (high + low)) for a &gt;= 0 and high &lt;= 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue PowerOfNonPositiveLog(TValue high, TValue low, TValue exponent)
    {
        TValue bounded = Clamp(Product(high, exponent));
        return ExponentialOfSum(bounded, Excess(bounded, high, low, exponent));
    }

    /// <summary>e^(a (high + low)) for any a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue PowerOfLog(TValue high, TValue low, TValue exponent)
    {
        TValue bounded = ClampBothSides(Product(high, exponent));
        TValue excess = arithmetic.Max(arithmetic.Constant(-1), Excess(bounded, high, low, exponent));
        return ExponentialOfSum(bounded, excess);
    }

    /// <summary>a high, less a number that keeps the product from being denormal and comes back with the excess.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Product(TValue high, TValue exponent) =>
        arithmetic.MultiplyAdd(exponent, high, arithmetic.Constant(-Tiny));

    /// <summary>
    /// What product is above a (high + low): next to nothing, unless the product was bounded and the power is 0 or infinite
    /// whatever stands here, as long as it is finite.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Excess(TValue product, TValue high, TValue low, TValue exponent) =>
        arithmetic.Min(
            arithmetic.Constant(1),
            arithmetic.NegatedMultiplyAdd(exponent, low, arithmetic.NegatedMultiplyAdd(exponent, high, product)));

    /// <summary>e^(x - c) = e^x (1 - c), with c applied before the power of two: there is no infinity yet to multiply it with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue ExponentialOfSum(TValue x, TValue c)
    {
        (TValue significand, TValue h) = ExponentialParts(x);
        return arithmetic.Multiply(arithmetic.NegatedMultiplyAdd(significand, c, significand), h);
    }
}
