using System.Runtime.CompilerServices;

namespace LossGen.Elementary;

/// <content>Logarithms of a number given with its complement.</content>
#if NET
public
#else
internal
#endif
readonly partial struct ElementaryFunctions<TValue, TArithmetic, TPolynomials>
{
    /// <summary>k ln 2 + log1p(f), t = 2^k m, m in [0.75, 1.5), f = t &lt; 0.75 ? m - 1 : -u.</summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Log(TValue t, TValue u)
    {
        TValue k = arithmetic.ExponentBits(t);
        return polynomials.LogOfParts(arithmetic.ToNumber(k), Significand(t, Reduced(t, k), u));
    }

    /// <summary>As <see cref="Log"/>, f = t &gt; 1.49 ? m - 1 : -u. Up to 1.5, where the exponent changes, either will do.</summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue LogAboveOne(TValue t, TValue u)
    {
        TValue k = arithmetic.ExponentBits(t);
        return polynomials.LogOfParts(arithmetic.ToNumber(k), arithmetic.SelectLess(arithmetic.Constant(1.49), t, Reduced(t, k), arithmetic.Negate(u)));
    }

    /// <summary><see cref="Log"/> of 2^j t less j ln 2 where t is below the normal numbers; the limits by selection.</summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue LogGuarded(TValue t, TValue u)
    {
        (TValue exponentBits, TValue f) = Split(t, u);
        return Guarded(t, polynomials.LogOfParts(exponentBits, f), arithmetic.Constant(double.NegativeInfinity));
    }

    /// <summary><see cref="LogGuarded"/> with the significand of t from 3/2 on as well.</summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue LogAny(TValue t, TValue u)
    {
        (TValue exponentBits, TValue f) = SplitAny(t, u);
        TValue infinity = arithmetic.Constant(double.PositiveInfinity);
        TValue value = arithmetic.SelectLess(t, infinity, polynomials.LogOfParts(exponentBits, f), infinity);
        return Guarded(t, value, arithmetic.Constant(double.NegativeInfinity));
    }

    /// <summary>t = 2^k (1 + f), also of a denormal t: k as an exponent field converted, and f.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (TValue ExponentBits, TValue F) Split(TValue t, TValue u)
    {
        (TValue scaled, TValue shift) = Normal(t);
        TValue k = arithmetic.ExponentBits(scaled);
        return (arithmetic.Add(arithmetic.ToNumber(k), shift), Significand(t, Reduced(scaled, k), u));
    }

    /// <summary><see cref="Split"/> of a t that may be above 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (TValue ExponentBits, TValue F) SplitAny(TValue t, TValue u)
    {
        (TValue scaled, TValue shift) = Normal(t);
        TValue k = arithmetic.ExponentBits(scaled);
        TValue reduced = Reduced(scaled, k);
        TValue f = arithmetic.SelectLess(t, arithmetic.Constant(1.5), Significand(t, reduced, u), reduced);
        return (arithmetic.Add(arithmetic.ToNumber(k), shift), f);
    }

    /// <summary>t, multiplied by a power of two where it is denormal, and what that takes from its exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (TValue Scaled, TValue Shift) Normal(TValue t)
    {
        TValue smallestNormal = arithmetic.Constant(polynomials.SmallestNormal);
        TValue upscaled = arithmetic.Multiply(t, arithmetic.Constant(polynomials.DenormalScale));
        TValue scaled = arithmetic.SelectLess(t, smallestNormal, upscaled, t);
        TValue shift = arithmetic.SelectLess(t, smallestNormal, arithmetic.Constant(polynomials.DenormalShift), arithmetic.Constant(0));
        return (scaled, shift);
    }

    /// <summary>f = t &lt; 0.75 ? m - 1 : -u.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Significand(TValue t, TValue reduced, TValue u) =>
        arithmetic.SelectLess(t, arithmetic.Constant(0.75), reduced, arithmetic.Negate(u));

    /// <summary>m - 1, where m = scaled 2^-k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Reduced(TValue scaled, TValue k) => arithmetic.Subtract(arithmetic.Rescale(scaled, k), arithmetic.Constant(1));

    /// <summary>The value where t is positive, the limit where it is 0, NaN where it is negative or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Guarded(TValue t, TValue value, TValue limit)
    {
        TValue zero = arithmetic.Constant(0);
        TValue outside = arithmetic.SelectLess(t, zero, arithmetic.Constant(double.NaN), arithmetic.Add(t, limit));
        return arithmetic.SelectLess(zero, t, value, outside);
    }
}
