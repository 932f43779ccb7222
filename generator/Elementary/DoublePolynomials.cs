using System.Runtime.CompilerServices;

namespace LossGen.Elementary;

/// <summary>What the elementary functions are in double precision: polynomials, constants, and how ln 2 is split.</summary>
/// <remarks>Polynomials by Sollya's fpminimax; stated errors are theirs, ulps are measured over sweeps.</remarks>
/// <typeparam name="TValue">A vector of lanes, a scalar, or a value of a kernel under construction.</typeparam>
/// <typeparam name="TArithmetic">Its operations.</typeparam>
#if NET
public
#else
internal
#endif
readonly struct DoublePolynomials<TValue, TArithmetic> : IPolynomials<TValue>
    where TArithmetic : IArithmetic<TValue>
{
    private const double ShortLn2 = 0.69314718036912382; // 0x1.62E42FEEp-1, 32 bits: k * it is exact
    private const double ShortLn2Rest = 1.9082149292705877e-10;

    /// <summary>2^-52: what one step of the exponent counts in an <see cref="IArithmetic{TValue}.ToNumber"/>.</summary>
    private const double ExponentUnit = 2.2204460492503131e-16;

    /// <summary>Keeps a square from being denormal: far below rounding where it is added.</summary>
    private const double Tiny = 6.2230152778611417e-61; // 2^-200

    private readonly TArithmetic arithmetic;

    /// <summary>The polynomials over the operations of <paramref name="arithmetic"/>.</summary>
    public DoublePolynomials(TArithmetic arithmetic)
    {
        this.arithmetic = arithmetic;
    }

    /// <summary>At its negative n is -1022, for which 2^(n-1) comes out as 0.</summary>
    /// <inheritdoc/>
    public double Bound => 708.5;

    /// <summary>n is 1024 there, and 2^(n-1) the largest power of two.</summary>
    /// <inheritdoc/>
    public double OverflowBound => 710;

    /// <inheritdoc/>
    public double Largest => double.MaxValue;

    /// <inheritdoc/>
    public double Negligible => 5.5511151231257827e-17; // 2^-54

    /// <inheritdoc/>
    public double SmallestNormal => 2.2250738585072014e-308;

    /// <inheritdoc/>
    public double DenormalScale => 18014398509481984;

    /// <inheritdoc/>
    public double DenormalShift => -54.0 * 4503599627370496;

    /// <inheritdoc/>
    public double Log2E => 1.4426950408889634;

    /// <summary>1.5 * 2^52 + 1022.</summary>
    /// <inheritdoc/>
    public double ExponentMagic => 6755399441056766;

    /// <inheritdoc/>
    public double Ln2High => 0.69314718055994529;

    /// <inheritdoc/>
    public double Ln2Low => 2.3190468138462996e-17;

    /// <inheritdoc/>
    public double Ln2Head => ExponentUnit * ShortLn2;

    /// <inheritdoc/>
    public double Ln2Rest => ExponentUnit * ShortLn2Rest;

    /// <inheritdoc/>
    public double Head(double exponent) => exponent;

    /// <summary>n <see cref="Ln2Low"/> is a third of half an ulp of x or more.</summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue OfDifference(TValue n, TValue high) => arithmetic.NegatedMultiplyAdd(n, arithmetic.Constant(Ln2Low), high);

    /// <summary>Of degree 9: e^t has an error of 0.03 * 2^-53.</summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue ExponentialQuotient(TValue t)
    {
        TValue p = arithmetic.Constant(5.0005238695056006e-08);
        p = Horner(p, t, 5.5261177857086893e-07);
        p = Horner(p, t, 5.5115158616550863e-06);
        p = Horner(p, t, 4.960298428823065e-05);
        p = Horner(p, t, 0.00039682539026746652);
        p = Horner(p, t, 0.0027777777889125251);
        p = Horner(p, t, 0.016666666666983639);
        p = Horner(p, t, 0.08333333333305297);
        p = Horner(p, t, 0.33333333333332832);
        return Horner(p, t, 1.0000000000000022);
    }

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

    /// <summary>log1p(f), f in [-0.25, 0.5].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Log1PReduced(TValue f)
    {
        (TValue s, TValue remainder) = Log1PParts(f);
        return arithmetic.MultiplyAdd(s, remainder, f);
    }

    /// <summary>k ln 2 + log1p(f), f in [-0.25, 0.5].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue LogOfParts(TValue exponentBits, TValue f)
    {
        (TValue s, TValue remainder) = Log1PParts(f);
        TValue low = arithmetic.MultiplyAdd(exponentBits, arithmetic.Constant(ExponentUnit * Ln2Low), f);
        TValue log1P = arithmetic.MultiplyAdd(s, remainder, low);
        return arithmetic.MultiplyAdd(exponentBits, arithmetic.Constant(ExponentUnit * Ln2High), log1P);
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
