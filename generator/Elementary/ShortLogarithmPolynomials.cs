using System.Runtime.CompilerServices;

namespace LossGen.Elementary;

/// <summary>
/// Single precision with a shorter log(1 + e), for losses in which its error counts once: within 1.5 ulp where that of
/// <see cref="SinglePolynomials{TValue, TArithmetic}"/> is within 1.1, with one multiplication less.
/// </summary>
/// <remarks>The polynomial by Sollya's fpminimax.</remarks>
/// <typeparam name="TValue">A vector of lanes, a scalar, or a value of a kernel under construction.</typeparam>
/// <typeparam name="TArithmetic">Its operations.</typeparam>
#if NET
public
#else
internal
#endif
readonly struct ShortLogarithmPolynomials<TValue, TArithmetic> : IPolynomials<TValue>
    where TArithmetic : IArithmetic<TValue>
{
    private readonly TArithmetic arithmetic;
    private readonly SinglePolynomials<TValue, TArithmetic> single;

    /// <summary>The polynomials over the operations of <paramref name="arithmetic"/>.</summary>
    public ShortLogarithmPolynomials(TArithmetic arithmetic)
    {
        this.arithmetic = arithmetic;
        single = new SinglePolynomials<TValue, TArithmetic>(arithmetic);
    }

    /// <inheritdoc/>
    public double Bound => single.Bound;

    /// <inheritdoc/>
    public double OverflowBound => single.OverflowBound;

    /// <inheritdoc/>
    public double Largest => single.Largest;

    /// <inheritdoc/>
    public double Negligible => single.Negligible;

    /// <inheritdoc/>
    public double SmallestNormal => single.SmallestNormal;

    /// <inheritdoc/>
    public double DenormalScale => single.DenormalScale;

    /// <inheritdoc/>
    public double DenormalShift => single.DenormalShift;

    /// <inheritdoc/>
    public double Log2E => single.Log2E;

    /// <inheritdoc/>
    public double ExponentMagic => single.ExponentMagic;

    /// <inheritdoc/>
    public double Ln2High => single.Ln2High;

    /// <inheritdoc/>
    public double Ln2Low => single.Ln2Low;

    /// <inheritdoc/>
    public double Ln2Head => single.Ln2Head;

    /// <inheritdoc/>
    public double Ln2Rest => single.Ln2Rest;

    /// <inheritdoc/>
    public double Head(double exponent) => single.Head(exponent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue ExponentialQuotient(TValue t) => single.ExponentialQuotient(t);

    /// <summary>log(1 + e) = e + e (e R(e)), e in [0, 1]: of degree 9, error 0.56 * 2^-24. 9 operations.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Log1PUnit(TValue e)
    {
        TValue r = arithmetic.Constant(0.00536542246);
        r = Horner(r, e, -0.0300683007);
        r = Horner(r, e, 0.0792088285);
        r = Horner(r, e, -0.137541875);
        r = Horner(r, e, 0.191538483);
        r = Horner(r, e, -0.248572171);
        r = Horner(r, e, 0.3332133);
        r = Horner(r, e, -0.499996483);
        TValue tail = arithmetic.MultiplyAdd(r, e, arithmetic.Constant(-SinglePolynomials<TValue, TArithmetic>.Tiny));
        return arithmetic.MultiplyAdd(tail, e, e);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Log1PReduced(TValue f) => single.Log1PReduced(f);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue LogOfParts(TValue exponentBits, TValue f) => single.LogOfParts(exponentBits, f);

    /// <summary>p x + c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Horner(TValue p, TValue x, double c) => arithmetic.MultiplyAdd(p, x, arithmetic.Constant(c));
}
