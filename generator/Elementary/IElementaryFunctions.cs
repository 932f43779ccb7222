namespace LossGen.Elementary;

/// <summary>
/// The elementary functions of a classification loss, without branches, in the operations of
/// <see cref="IArithmetic{TValue}"/> only. B is the largest magnitude of a logit that is told from infinity: 87.4 in
/// single, 708.5 in double precision. No function produces a denormal intermediate from arguments that are not denormal, but
/// for powers of a sigmoid to less than 1 whose logit is next to 0 or to -B.
/// </summary>
/// <remarks>
/// Functions of the same argument share their parts (e^-|x| and what follows from it) in the same operations in the same
/// order, so that a compiler that numbers values computes them once.
/// Largest errors in ulp, single and double: e^x 0.89 and 0.85, e^x - 1 1.32 and 1.21, tanh 2.99 and 2.90, log(1 + e) 1.06
/// and 1.01, softplus 1.78 and 1.52, sigmoid 2.40 and 2.14, sigmoid of a pair 1.97 and 1.71, log 0.94 and 1.25, fractional
/// powers 1.66 and about 1.5. Powers to a value a, where an error of the logarithm counts a times: of a sigmoid 1.5 + 1.4 a
/// (for a = 2: 3.52 and 2.9), of a number 1.4 + 0.5 |a| (for a = 2: 2.01 and 1.9). Where the values are doubles, those are
/// called from generic code: by name alone, an exponent that is a double means the constant.
/// </remarks>
/// <typeparam name="TValue">A vector of floating-point lanes, a scalar, or a value of a kernel under construction.</typeparam>
#if NET
public
#else
internal
#endif
interface IElementaryFunctions<TValue>
{
    /// <summary>-min(|z|, B); NaN where z is NaN.</summary>
    TValue BoundedMagnitude(TValue z);

    /// <summary>
    /// e^x for x &lt;= 0: either a normal number or exactly 0, which it is from about -87 (single) or -708 (double) down to
    /// -infinity. NaN where x is NaN.
    /// </summary>
    TValue ExpNonPositive(TValue x);

    /// <summary>
    /// e^x for x &lt;= 0 that is a rounded difference: as <see cref="ExpNonPositive"/>, but what is below the rounding of x in single
    /// precision may be missing, an error of |x| 2^-28 in e^x.
    /// </summary>
    TValue ExpOfDifference(TValue x);

    /// <summary>e^-|x|, the e of every other function here.</summary>
    TValue ExpNegativeMagnitude(TValue x);

    /// <summary>
    /// e^x for any x: a normal number, or exactly 0 where <see cref="ExpNonPositive"/> is and infinite where the largest finite
    /// number is exceeded. NaN where x is NaN.
    /// </summary>
    TValue Exp(TValue x);

    /// <summary>e^x - 1 for any x, accurate relative to itself also near 0, where it is x: -1 and infinity at the ends.</summary>
    TValue Expm1(TValue x);

    /// <summary>tanh x for any x, accurate relative to itself also near 0, where it is x: -1 and 1 at the ends.</summary>
    TValue Tanh(TValue x);

    /// <summary>log(1 + e) for e in [0, 1].</summary>
    TValue Log1PUnit(TValue e);

    /// <summary>log(1 + e^x) = (x &lt; 0 ? 0 : x) + log1p(e), e = e^-|x|.</summary>
    TValue Softplus(TValue x);

    /// <summary>log(1 + e^-x), by the same comparison of x with 0.</summary>
    TValue SoftplusOfNegated(TValue x);

    /// <summary>The softplus of x with its magnitude limited to B: finite at infinity, so that 0 times it is 0.</summary>
    TValue BoundedSoftplus(TValue x);

    /// <summary>The bounded softplus of -x, by the same comparison of x with 0.</summary>
    TValue BoundedSoftplusOfNegated(TValue x);

    /// <summary>1 / a.</summary>
    TValue Reciprocal(TValue a);

    /// <summary>1 / (1 + e^-x) = (x &lt; 0 ? e : 1) / (1 + e), e = e^-|x|.</summary>
    TValue Sigmoid(TValue x);

    /// <summary>1 / (1 + e^x), by the same comparison of x with 0.</summary>
    TValue SigmoidOfNegated(TValue x);

    /// <summary>e / (1 + e) as e - e (e r), r = 1 / (1 + e): the smaller of sigmoid(x) and sigmoid(-x).</summary>
    TValue SmallerOfPair(TValue x);

    /// <summary>
    /// sigmoid(x) as x &lt; 0 ? e - e (e r) : r, r = 1 / (1 + e): for where sigmoid(-x) is wanted too, so that one division
    /// does for both. Neither is ever 1 minus the other.
    /// </summary>
    TValue SigmoidOfPair(TValue x);

    /// <summary>sigmoid(-x) as x &lt; 0 ? r : e - e (e r), the other of the pair.</summary>
    TValue SigmoidOfNegatedOfPair(TValue x);

    /// <summary>
    /// sigmoid(x)^a = exp(a log sigmoid(x)) for 0 &lt; a &lt; 1, as accurate as sigmoid(x) itself: x is exact, and what rounding
    /// leaves of a x goes into the result as a factor. 0 where the power is below the normal numbers.
    /// </summary>
    TValue PowerOfSigmoid(TValue x, double exponent);

    /// <summary>sigmoid(-x)^a, by the same comparison of x with 0.</summary>
    TValue PowerOfSigmoidOfNegated(TValue x, double exponent);

    /// <summary>
    /// sigmoid(x)^a for an a >= 0 that is a value, from the e and the log(1 + e) of <see cref="Sigmoid"/> and
    /// <see cref="Softplus"/>: 1 for a = 0 and any x but NaN, 0 where the power is below the normal numbers.
    /// </summary>
    /// <param name="x">The logit.</param>
    /// <param name="exponent">a, finite. Infinity is the largest finite number here: its sigmoid to the a below 1e-36 (single) is not 0.</param>
    TValue PowerOfSigmoid(TValue x, TValue exponent);

    /// <summary>sigmoid(-x)^a for an a >= 0 that is a value.</summary>
    /// <param name="x">The logit.</param>
    /// <param name="exponent">As for sigmoid(x)^a.</param>
    TValue PowerOfSigmoidOfNegated(TValue x, TValue exponent);

    /// <summary>sigmoid(x)^a for any a: +infinity where that overflows.</summary>
    TValue PowerAnyOfSigmoid(TValue x, TValue exponent);

    /// <summary>sigmoid(-x)^a for any a.</summary>
    TValue PowerAnyOfSigmoidOfNegated(TValue x, TValue exponent);

    /// <summary>
    /// log t for normal t in (0, 1], accurate near 1 as well because u = 1 - t is given. At t = 1, u = 0 it is +0.
    /// </summary>
    /// <param name="t">Accurate to rounding where it is below 3/4.</param>
    /// <param name="u">1 - t, accurate to rounding where t is 3/4 or above.</param>
    TValue Log(TValue t, TValue u);

    /// <summary><see cref="Log"/> for finite t from 1 on; NaN where u is NaN.</summary>
    /// <param name="t">Accurate to rounding where it is above 1.49.</param>
    /// <param name="u">1 - t, accurate to rounding where t is up to 1.49.</param>
    TValue LogAboveOne(TValue t, TValue u);

    /// <summary>
    /// <see cref="Log"/> for any t up to 1: exact limits at t = 0 (-infinity), full accuracy for denormal t, NaN where t is
    /// negative or NaN.
    /// </summary>
    /// <param name="t">As for <see cref="Log"/>.</param>
    /// <param name="u">As for <see cref="Log"/>.</param>
    TValue LogGuarded(TValue t, TValue u);

    /// <summary><see cref="LogGuarded"/> for any t, above 1 as well: infinity at infinity.</summary>
    /// <param name="t">Accurate to rounding where it is below 3/4 or 3/2 and above.</param>
    /// <param name="u">1 - t, accurate to rounding where t is between.</param>
    TValue LogAny(TValue t, TValue u);

    /// <summary>t^a for 0 &lt; a &lt; 1 and any t up to 1, within 1.7 ulp in single precision: 0 at t = 0, NaN where t is negative or NaN.</summary>
    /// <param name="t">As for <see cref="Log"/>.</param>
    /// <param name="u">As for <see cref="Log"/>.</param>
    /// <param name="exponent">a.</param>
    TValue PowerOfPair(TValue t, TValue u, double exponent);

    /// <summary>
    /// t^a for any t up to 1 and an a >= 0 that is a value: 1 for a = 0, also at t = 0, where it is 0 otherwise; 0 where the
    /// power is below the normal numbers, NaN where t is negative or NaN.
    /// </summary>
    /// <param name="t">As for <see cref="Log"/>.</param>
    /// <param name="u">As for <see cref="Log"/>.</param>
    /// <param name="exponent">a, finite, and 0 or at least 1e-36 in single precision, 1e-300 in double.</param>
    TValue PowerOfPair(TValue t, TValue u, TValue exponent);

    /// <summary>
    /// t^a for any t and any a of either sign: 1 for a = 0, 0 where the power is below the normal numbers, infinite where it is
    /// above the largest finite one, as it is for a negative a at t = 0, NaN where t is negative or NaN.
    /// </summary>
    /// <param name="t">As for <see cref="LogAny"/>.</param>
    /// <param name="u">As for <see cref="LogAny"/>.</param>
    /// <param name="exponent">a, finite, and 0 or of a magnitude of at least 1e-36 in single precision, 1e-300 in double.</param>
    TValue PowerAny(TValue t, TValue u, TValue exponent);

    /// <summary>x^n by repeated multiplication; shares x^(n-1) with that power's own chain where n is odd.</summary>
    /// <exception cref="System.ArgumentOutOfRangeException">n is negative.</exception>
    TValue Power(TValue x, int n);
}
