using System.Runtime.CompilerServices;

namespace LossGen.Elementary;

/// <summary>The elementary functions for lanes of <see cref="double"/>.</summary>
/// <remarks>Polynomials by Sollya's fpminimax with double-precision coefficients; the errors in terms of 2^-53 are theirs.
/// Errors in ulp are the largest found on 300,000 random arguments against 200-bit arithmetic.</remarks>
/// <typeparam name="TValue">A vector of lanes, a scalar, or a value of a kernel under construction.</typeparam>
/// <typeparam name="TArithmetic">Its operations: a struct where the functions are to be compiled into straight code.</typeparam>
#if NET
public
#else
internal
#endif
readonly struct DoubleFunctions<TValue, TArithmetic> : IElementaryFunctions<TValue>
    where TArithmetic : IArithmetic<TValue>
{
    /// <summary>B: exponents from here down are cut; its n below is -1022, for which 2^(n-1) comes out as 0.</summary>
    private const double Bound = 708.5;

    private const double Log2E = 1.4426950408889634;

    /// <summary>1.5 * 2^52 + 1022: adding it rounds to an integer n and leaves n + 1022 in the low bits.</summary>
    private const double ExpMagic = 6755399441056766;

    private const double ShortLn2 = 0.69314718036912382; // 0x1.62E42FEEp-1, 32 bits: k * it is exact
    private const double ShortLn2Rest = 1.9082149292705877e-10;
    private const double Ln2High = 0.69314718055994529;
    private const double Ln2Low = 2.3190468138462996e-17;

    /// <summary>2^-52: what one step of the exponent counts in an <see cref="IArithmetic{TValue}.ToNumber"/>.</summary>
    private const double ExponentUnit = 2.2204460492503131e-16;

    /// <summary>Keeps a square from being denormal: far below rounding where it is added.</summary>
    private const double Tiny = 6.2230152778611417e-61; // 2^-200

    private readonly TArithmetic arithmetic;

    /// <summary>The functions over the operations of <paramref name="arithmetic"/>.</summary>
    public DoubleFunctions(TArithmetic arithmetic)
    {
        this.arithmetic = arithmetic;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue BoundedMagnitude(TValue z) => Clamp(arithmetic.NegativeAbs(z));

    /// <summary>
    /// e^x = 2^n e^t, n = round(x log2 e), t = x - n ln 2 (in two parts), e^t = 1 + t + t^2 Q(t) of degree 11, error
    /// 0.03 * 2^-53. Domain x &lt;= 0; exactly 0 below -1021.5 ln 2 = -708.05. 18 operations.
    /// 0.85 ulp, at -513.9493775749343.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue ExpNonPositive(TValue x)
    {
        TValue magic = arithmetic.Constant(ExpMagic);
        TValue bounded = Clamp(x);
        TValue b = arithmetic.MultiplyAdd(bounded, arithmetic.Constant(Log2E), magic);
        TValue n = arithmetic.Subtract(b, magic);
        TValue t = arithmetic.NegatedMultiplyAdd(n, arithmetic.Constant(Ln2High), bounded);
        t = arithmetic.NegatedMultiplyAdd(n, arithmetic.Constant(Ln2Low), t);

        // 2 e^t, because PowerOfTwo(b) is 2^(n - 1): it is 0, not 2^-1023, at n = -1022.
        TValue p = arithmetic.Constant(5.0005238695056006e-08);
        p = Horner(p, t, 5.5261177857086893e-07);
        p = Horner(p, t, 5.5115158616550863e-06);
        p = Horner(p, t, 4.960298428823065e-05);
        p = Horner(p, t, 0.00039682539026746652);
        p = Horner(p, t, 0.0027777777889125251);
        p = Horner(p, t, 0.016666666666983639);
        p = Horner(p, t, 0.08333333333305297);
        p = Horner(p, t, 0.33333333333332832);
        p = Horner(p, t, 1.0000000000000022);
        p = Horner(p, t, 2);
        p = Horner(p, t, 2);
        return arithmetic.Multiply(p, arithmetic.PowerOfTwo(b));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue ExpNegativeMagnitude(TValue x) => ExpNonPositive(arithmetic.NegativeAbs(x));

    /// <summary>
    /// log(1 + e) = 2 artanh(s / 2), s = e / (1 + e / 2), as e + s (R - e / 2) with R = 2 artanh(s / 2) / s - 1 =
    /// s^2 / 12 + s^4 / 80 + ...: e itself is exact and the rest small. R of degree 10 in s^2, error 0.02 * 2^-53 of
    /// the result. Domain [0, 1]. 15 operations, one of them a division.
    /// 1.01 ulp, at 0.6365207879042816.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Log1PUnit(TValue e)
    {
        TValue s = Quotient(e);
        TValue z = Square(s);
        TValue r = arithmetic.Constant(8.1149311260638759e-08);
        r = Horner(r, z, 1.5908068431710305e-07);
        r = Horner(r, z, 9.2361310515901427e-07);
        r = Horner(r, z, 4.0591405861593069e-06);
        r = Horner(r, z, 1.8782419513671327e-05);
        r = Horner(r, z, 8.8778047066289623e-05);
        r = Horner(r, z, 0.00043402781182609764);
        r = Horner(r, z, 0.0022321428553081155);
        r = Horner(r, z, 0.012500000000048835);
        r = Horner(r, z, 0.083333333333332885);
        return arithmetic.MultiplyAdd(s, Remainder(r, z, e), e);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Softplus(TValue x) =>
        SigmoidFunctions.Softplus(arithmetic, x, Log1PUnit(ExpNegativeMagnitude(x)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue SoftplusOfNegated(TValue x) =>
        SigmoidFunctions.SoftplusOfNegated(arithmetic, x, x, Log1PUnit(ExpNegativeMagnitude(x)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue BoundedSoftplus(TValue x) =>
        SigmoidFunctions.BoundedSoftplus(arithmetic, x, BoundedMagnitude(x), Log1PUnit(ExpNegativeMagnitude(x)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue BoundedSoftplusOfNegated(TValue x) =>
        SigmoidFunctions.SoftplusOfNegated(arithmetic, x, BoundedMagnitude(x), Log1PUnit(ExpNegativeMagnitude(x)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Reciprocal(TValue a) => SigmoidFunctions.Reciprocal(arithmetic, a);

    /// <summary>(x &lt; 0 ? e : 1) / (1 + e), e = e^-|x|. 2.14 ulp, at -3.4544345193796024.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Sigmoid(TValue x) => SigmoidFunctions.Sigmoid(arithmetic, x, ExpNegativeMagnitude(x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue SigmoidOfNegated(TValue x) => SigmoidFunctions.SigmoidOfNegated(arithmetic, x, ExpNegativeMagnitude(x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue SmallerOfPair(TValue x)
    {
        TValue e = ExpNegativeMagnitude(x);
        return SigmoidFunctions.SmallerOfPair(arithmetic, e, Reciprocal(arithmetic.Add(arithmetic.Constant(1), e)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue SigmoidOfPair(TValue x) => SigmoidFunctions.SigmoidOfPair(arithmetic, x, ExpNegativeMagnitude(x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue SigmoidOfNegatedOfPair(TValue x) => SigmoidFunctions.SigmoidOfNegatedOfPair(arithmetic, x, ExpNegativeMagnitude(x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue PowerOfSigmoid(TValue x, double exponent) =>
        PowerOfSigmoid(arithmetic.SelectLess(x, arithmetic.Constant(0), x, arithmetic.Constant(0)), x, exponent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue PowerOfSigmoidOfNegated(TValue x, double exponent) =>
        PowerOfSigmoid(arithmetic.SelectLess(x, arithmetic.Constant(0), arithmetic.Constant(0), arithmetic.Negate(x)), x, exponent);

    /// <summary>
    /// log t = k ln 2 (in two parts) + log1p(f), t = 2^k m, m in [0.75, 1.5), f = t &lt; 0.75 ? m - 1 : -u, and log1p(f) as
    /// in <see cref="Log1PUnit"/>, R of degree 8 in s^2 on s in [-0.286, 0.4], error 0.002 * 2^-53 of the result. Domain normal
    /// t in (0, 1]. 21 operations, one of them a division. 1.25 ulp, at t = 0.6256781327192104.
    /// </summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Log(TValue t, TValue u)
    {
        TValue k = arithmetic.ExponentBits(t);
        TValue f = Significand(t, t, k, u);
        return FromParts(arithmetic.ToNumber(k), f);
    }

    /// <summary>
    /// <see cref="Log"/> of 2^54 t less 54 ln 2 where t is below the normal numbers; the limits by selection. 28 operations. 1.25 ulp.
    /// </summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue LogGuarded(TValue t, TValue u)
    {
        (TValue exponentBits, TValue f) = Split(t, u);
        return Guarded(t, FromParts(exponentBits, f), arithmetic.Constant(double.NegativeInfinity));
    }

    /// <summary>
    /// t^a = e^(a k ln 2 + a log1p(f)), t = 2^k (1 + f) as in <see cref="Log"/>: ln 2 in a head with which a k ln 2 splits
    /// into what it is rounded to and what is left, and the rest.
    /// </summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue PowerOfPair(TValue t, TValue u, double exponent)
    {
        (TValue exponentBits, TValue f) = Split(t, u);
        TValue linear = arithmetic.Multiply(exponentBits, arithmetic.Constant(ExponentUnit * ShortLn2));
        TValue rest = arithmetic.MultiplyAdd(exponentBits, arithmetic.Constant(ExponentUnit * ShortLn2Rest), Log1PReduced(f));
        return Guarded(t, ScaledExponential(linear, arithmetic.Negate(rest), exponent), arithmetic.Constant(0));
    }

    /// <inheritdoc/>
    public TValue Power(TValue x, int n) => IntegerPower.Of(arithmetic, x, n);

    /// <summary>sigmoid^a where linear is the part of its logarithm that is linear in x; the product with what is left is not denormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue PowerOfSigmoid(TValue linear, TValue x, double exponent) =>
        ScaledExponential(linear, arithmetic.Max(arithmetic.Constant(Tiny), Log1PUnit(ExpNegativeMagnitude(x))), exponent);

    /// <summary>e^s (1 + c), s + c = a (linear - l): s is the sum as rounded and c what that left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue ScaledExponential(TValue linear, TValue l, double exponent)
    {
        double head = exponent;
        (TValue s, TValue c) = SigmoidFunctions.ScaledLogarithm(arithmetic, linear, l, head, exponent - head, -(Bound + 1) / head);
        TValue power = ExpNonPositive(s);
        return arithmetic.MultiplyAdd(power, c, power);
    }

    /// <summary>t = 2^k (1 + f), also of a denormal t: k as an exponent field converted, and f.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (TValue ExponentBits, TValue F) Split(TValue t, TValue u)
    {
        TValue smallestNormal = arithmetic.Constant(2.2250738585072014e-308);
        TValue scaled = arithmetic.SelectLess(t, smallestNormal, arithmetic.Multiply(t, arithmetic.Constant(18014398509481984)), t);
        TValue shift = arithmetic.SelectLess(t, smallestNormal, arithmetic.Constant(-54.0 * 4503599627370496), arithmetic.Constant(0));
        TValue k = arithmetic.ExponentBits(scaled);
        return (arithmetic.Add(arithmetic.ToNumber(k), shift), Significand(t, scaled, k, u));
    }

    /// <summary>The value where t is positive, the limit where it is 0, NaN where it is negative or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Guarded(TValue t, TValue value, TValue limit)
    {
        TValue zero = arithmetic.Constant(0);
        TValue outside = arithmetic.SelectLess(t, zero, arithmetic.Constant(double.NaN), arithmetic.Add(t, limit));
        return arithmetic.SelectLess(zero, t, value, outside);
    }

    /// <summary>max(-B, x); the constant stands first so that NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Clamp(TValue x) => arithmetic.Max(arithmetic.Constant(-Bound), x);

    /// <summary>f = t &lt; 0.75 ? m - 1 : -u, where m = scaled 2^-k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Significand(TValue t, TValue scaled, TValue k, TValue u)
    {
        TValue reduced = arithmetic.Subtract(arithmetic.Rescale(scaled, k), arithmetic.Constant(1));
        return arithmetic.SelectLess(t, arithmetic.Constant(0.75), reduced, arithmetic.Negate(u));
    }

    /// <summary>k ln 2 + log1p(f), f in [-0.25, 0.5].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue FromParts(TValue exponentBits, TValue f)
    {
        (TValue s, TValue remainder) = Log1PParts(f);
        TValue low = arithmetic.MultiplyAdd(exponentBits, arithmetic.Constant(ExponentUnit * Ln2Low), f);
        TValue log1P = arithmetic.MultiplyAdd(s, remainder, low);
        return arithmetic.MultiplyAdd(exponentBits, arithmetic.Constant(ExponentUnit * Ln2High), log1P);
    }

    /// <summary>log1p(f), f in [-0.25, 0.5].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Log1PReduced(TValue f)
    {
        (TValue s, TValue remainder) = Log1PParts(f);
        return arithmetic.MultiplyAdd(s, remainder, f);
    }

    /// <summary>log1p(f) - f as the product of s and R - f / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (TValue S, TValue Remainder) Log1PParts(TValue f)
    {
        TValue s = Quotient(f);
        TValue z = Square(s);
        TValue r = arithmetic.Constant(1.0559565865751983e-06);
        r = Horner(r, z, 4.0203683660862816e-06);
        r = Horner(r, z, 1.8787954603352649e-05);
        r = Horner(r, z, 8.8777668141847249e-05);
        r = Horner(r, z, 0.00043402781812597519);
        r = Horner(r, z, 0.0022321428559289236);
        r = Horner(r, z, 0.012500000000017658);
        r = Horner(r, z, 0.083333333333333245);
        return (s, Remainder(r, z, f));
    }

    /// <summary>s = f / (1 + f / 2): artanh(s / 2) = log1p(f) / 2, and s is normal where f is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Quotient(TValue f) =>
        arithmetic.Divide(f, arithmetic.MultiplyAdd(f, arithmetic.Constant(0.5), arithmetic.Constant(1)));

    /// <summary>s^2, but not denormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Square(TValue s) => arithmetic.MultiplyAdd(s, s, arithmetic.Constant(Tiny));

    /// <summary>r z - f / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Remainder(TValue r, TValue z, TValue f) =>
        arithmetic.NegatedMultiplyAdd(f, arithmetic.Constant(0.5), arithmetic.Multiply(r, z));

    /// <summary>p x + c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Horner(TValue p, TValue x, double c) => arithmetic.MultiplyAdd(p, x, arithmetic.Constant(c));
}
