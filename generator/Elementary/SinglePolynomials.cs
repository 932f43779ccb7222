using System;
using System.Runtime.CompilerServices;

namespace LossGen.Elementary;

/// <summary>What the elementary functions are in single precision: polynomials, constants, and how ln 2 is split.</summary>
/// <remarks>Polynomials by Sollya's fpminimax; stated errors are theirs, ulps are measured over sweeps.</remarks>
/// <typeparam name="TValue">A vector of lanes, a scalar, or a value of a kernel under construction.</typeparam>
/// <typeparam name="TArithmetic">Its operations.</typeparam>
#if NET
public
#else
internal
#endif
readonly struct SinglePolynomials<TValue, TArithmetic> : IPolynomials<TValue>
    where TArithmetic : IArithmetic<TValue>
{
    /// <summary>2^-23: what one step of the exponent counts in an <see cref="IArithmetic{TValue}.ToNumber"/>.</summary>
    private const double ExponentUnit = 1.1920928955078125e-07;

    private const double Ln2 = 0.69314718055994531;
    private const double ShortLn2 = 0.693145751953125; // 0x1.62E4p-1, 16 bits: k * it is exact
    private const double ShortLn2Rest = 1.4286068203094172e-06;

    /// <summary>Keeps a product beside 1 from being denormal: far below rounding where it is added.</summary>
    private const double Tiny = 8.67361738e-19; // 2^-60

    private readonly TArithmetic arithmetic;

    /// <summary>The polynomials over the operations of <paramref name="arithmetic"/>.</summary>
    public SinglePolynomials(TArithmetic arithmetic)
    {
        this.arithmetic = arithmetic;
    }

    /// <summary>At its negative n is -126, for which 2^(n-1) comes out as 0.</summary>
    /// <inheritdoc/>
    public double Bound => 87.4;

    /// <summary>n is 128 there, and 2^(n-1) the largest power of two.</summary>
    /// <inheritdoc/>
    public double OverflowBound => 89;

    /// <inheritdoc/>
    public double Largest => 3.40282347e+38;

    /// <inheritdoc/>
    public double Negligible => 2.98023224e-08; // 2^-25

    /// <inheritdoc/>
    public double SmallestNormal => 1.17549435e-38;

    /// <inheritdoc/>
    public double DenormalScale => 16777216;

    /// <inheritdoc/>
    public double DenormalShift => -24.0 * 8388608;

    /// <summary>
    /// log2(e) (1 - 1.15e-4): the largest float L with 87 L &lt; 125.5, so that n >= -125 and the result is normal
    /// down to x = -87; t is in [-0.3567, 0.3569] for it.
    /// </summary>
    /// <inheritdoc/>
    public double Log2E => 1.44252872;

    /// <summary>1.5 * 2^23 + 126.</summary>
    /// <inheritdoc/>
    public double ExponentMagic => 12583038;

    /// <summary>0x1.62E43p-1, 20 bits: n times it is exact.</summary>
    /// <inheritdoc/>
    public double Ln2High => 0.693147182;

    /// <summary>-0x1.05C61p-29.</summary>
    /// <inheritdoc/>
    public double Ln2Low => -1.90465421e-09;

    /// <inheritdoc/>
    public double Ln2Head => ExponentUnit * ShortLn2;

    /// <inheritdoc/>
    public double Ln2Rest => ExponentUnit * ShortLn2Rest;

    /// <inheritdoc/>
    public double Head(double exponent) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(exponent) & ~((1L << 29) - 1)); // 24 bits

    /// <summary>n <see cref="Ln2Low"/> is less than a tenth of half an ulp of x.</summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue OfDifference(TValue n, TValue high) => high;

    /// <summary>Of degree 4: e^t has an error of 0.06 * 2^-24 on [-0.3567, 0.3467].</summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue ExponentialQuotient(TValue t)
    {
        TValue p = arithmetic.Constant(0.00274984888);
        p = Horner(p, t, 0.0167387277);
        p = Horner(p, t, 0.0833385587);
        p = Horner(p, t, 0.333330303);
        return Horner(p, t, 0.999999821);
    }

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

    /// <summary>log1p(f) = f + f (f Q(f)), f in [-0.25, 0.5].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Log1PReduced(TValue f)
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

    /// <summary>k ln 2 + log1p(f), f in [-0.25, 0.5].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue LogOfParts(TValue exponentBits, TValue f) =>
        arithmetic.MultiplyAdd(exponentBits, arithmetic.Constant(ExponentUnit * Ln2), Log1PReduced(f));

    /// <summary>p x + c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Horner(TValue p, TValue x, double c) => arithmetic.MultiplyAdd(p, x, arithmetic.Constant(c));
}
