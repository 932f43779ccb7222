using System.Runtime.CompilerServices;

namespace LossGen.Elementary;

/// <summary>The elementary functions for lanes of <see cref="float"/>.</summary>
/// <remarks>Polynomials by Sollya's fpminimax with single-precision coefficients, relative error; the errors in terms of 2^-24
/// are theirs. Errors in ulp are the largest found over every fifth bit pattern of the domain, for the functions of a logit from
/// 1e-6 in magnitude on.</remarks>
/// <typeparam name="TValue">A vector of lanes, a scalar, or a value of a kernel under construction.</typeparam>
/// <typeparam name="TArithmetic">Its operations: a struct where the functions are to be compiled into straight code.</typeparam>
#if NET
public
#else
internal
#endif
readonly struct SingleFunctions<TValue, TArithmetic> : IElementaryFunctions<TValue>
    where TArithmetic : IArithmetic<TValue>
{
    /// <summary>B: exponents from here down are cut; its n below is -126, for which 2^(n-1) comes out as 0.</summary>
    private const double Bound = 87.4;

    /// <summary>
    /// log2(e) (1 - 1.15e-4): the largest float L with 87 L &lt; 125.5, so that n >= -125 and the result is normal
    /// down to x = -87; t is in [-0.3567, 0.3466] for it.
    /// </summary>
    private const double Log2E = 1.44252872;

    /// <summary>1.5 * 2^23 + 126: adding it rounds to an integer n and leaves n + 126 in the low bits.</summary>
    private const double ExpMagic = 12583038;

    private const double Ln2High = 0.693147182;     // 0x1.62E43p-1, 20 bits: n * it is exact
    private const double Ln2Low = -1.90465421e-09;  // -0x1.05C61p-29

    /// <summary>2^-23: what one step of the exponent counts in an <see cref="IArithmetic{TValue}.ToNumber"/>.</summary>
    private const double ExponentUnit = 1.1920928955078125e-07;

    private const double Ln2 = 0.69314718055994531;
    private const double ShortLn2 = 0.693145751953125; // 0x1.62E4p-1, 16 bits: k * it is exact
    private const double ShortLn2Rest = 1.4286068203094172e-06;

    /// <summary>Keeps a product beside 1 from being denormal: far below rounding where it is added.</summary>
    private const double Tiny = 8.67361738e-19; // 2^-60

    private readonly TArithmetic arithmetic;

    /// <summary>The functions over the operations of <paramref name="arithmetic"/>.</summary>
    public SingleFunctions(TArithmetic arithmetic)
    {
        this.arithmetic = arithmetic;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue BoundedMagnitude(TValue z) => Clamp(arithmetic.NegativeAbs(z));

    /// <summary>
    /// e^x = 2^n e^t, n = round(x L), t = x - n ln 2 (in two parts), e^t = 1 + t + t^2 Q(t) of degree 6, error
    /// 0.06 * 2^-24 on [-0.3567, 0.3467]. Domain x &lt;= 0; exactly 0 below -87. 13 operations.
    /// 0.89 ulp, at -5.84864187.
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

        // 2 e^t, because PowerOfTwo(b) is 2^(n - 1): it is 0, not 2^-127, at n = -126.
        TValue p = arithmetic.Constant(0.00274984888);
        p = Horner(p, t, 0.0167387277);
        p = Horner(p, t, 0.0833385587);
        p = Horner(p, t, 0.333330303);
        p = Horner(p, t, 0.999999821);
        p = Horner(p, t, 2);
        p = Horner(p, t, 2);
        return arithmetic.Multiply(p, arithmetic.PowerOfTwo(b));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue ExpNegativeMagnitude(TValue x) => ExpNonPositive(arithmetic.NegativeAbs(x));

    /// <summary>
    /// log(1 + e) = e + e (e R(e)), e in [0, 1]: of degree 10, error 0.09 * 2^-24; e itself is exact and the rest small.
    /// 10 operations.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Log1PUnit(TValue e)
    {
        TValue r = arithmetic.Constant(-0.00331243477);
        r = Horner(r, e, 0.0201764461);
        r = Horner(r, e, -0.0576093942);
        r = Horner(r, e, 0.106746942);
        r = Horner(r, e, -0.153517172);
        r = Horner(r, e, 0.196940243);
        r = Horner(r, e, -0.249582931);
        r = Horner(r, e, 0.333304793);
        r = Horner(r, e, -0.499999315);
        TValue tail = arithmetic.MultiplyAdd(r, e, arithmetic.Constant(-Tiny));
        return arithmetic.MultiplyAdd(tail, e, e);
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

    /// <summary>(x &lt; 0 ? e : 1) / (1 + e), e = e^-|x|. 2.40 ulp, at -4.1572938.</summary>
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
    /// log t = k ln 2 + log1p(f), t = 2^k m, m in [0.75, 1.5), f = t &lt; 0.75 ? m - 1 : -u, and log1p(f) = f + f (f Q(f))
    /// of degree 10, error 0.09 * 2^-24 on [-0.25, 0.5]. Domain normal t in (0, 1]. 17 operations.
    /// 0.94 ulp, at t = 0.374782562.
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
    /// <see cref="Log"/> of 2^24 t less 24 ln 2 where t is below the normal numbers; the limits by selection. 24 operations. 0.94 ulp.
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
        double head = SigmoidFunctions.RoundDown(exponent);
        (TValue s, TValue c) = SigmoidFunctions.ScaledLogarithm(arithmetic, linear, l, head, exponent - head, -(Bound + 1) / head);
        TValue power = ExpNonPositive(s);
        return arithmetic.MultiplyAdd(power, c, power);
    }

    /// <summary>t = 2^k (1 + f), also of a denormal t: k as an exponent field converted, and f.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (TValue ExponentBits, TValue F) Split(TValue t, TValue u)
    {
        TValue smallestNormal = arithmetic.Constant(1.17549435e-38);
        TValue scaled = arithmetic.SelectLess(t, smallestNormal, arithmetic.Multiply(t, arithmetic.Constant(16777216)), t);
        TValue shift = arithmetic.SelectLess(t, smallestNormal, arithmetic.Constant(-24.0 * 8388608), arithmetic.Constant(0));
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
    private TValue FromParts(TValue exponentBits, TValue f) =>
        arithmetic.MultiplyAdd(exponentBits, arithmetic.Constant(ExponentUnit * Ln2), Log1PReduced(f));

    /// <summary>log1p(f) = f + f (f Q(f)), f in [-0.25, 0.5].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Log1PReduced(TValue f)
    {
        TValue q = arithmetic.Constant(-0.0451804064);
        q = Horner(q, f, 0.104802974);
        q = Horner(q, f, -0.131697476);
        q = Horner(q, f, 0.144785941);
        q = Horner(q, f, -0.166464314);
        q = Horner(q, f, 0.199907139);
        q = Horner(q, f, -0.250001162);
        q = Horner(q, f, 0.333334535);
        q = Horner(q, f, -0.5);
        TValue w = arithmetic.MultiplyAdd(q, f, arithmetic.Constant(Tiny));
        return arithmetic.MultiplyAdd(w, f, f);
    }

    /// <summary>p x + c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Horner(TValue p, TValue x, double c) => arithmetic.MultiplyAdd(p, x, arithmetic.Constant(c));
}
