namespace LossGen.Elementary;

/// <summary>
/// The operations an elementary function is written in. The same text computes with vectors of any width (the runtime
/// library) and appends instructions to a kernel (the compiler), which is why all of them give the same bits: every
/// operation here is correctly rounded or exact.
/// </summary>
/// <typeparam name="TValue">A vector of floating-point lanes, a scalar, or a value of a kernel under construction.</typeparam>
#if NET
public
#else
internal
#endif
interface IArithmetic<TValue>
{
    /// <summary>The constant, rounded to the lane type, in every lane.</summary>
    TValue Constant(double value);

    /// <summary>a + b.</summary>
    TValue Add(TValue a, TValue b);

    /// <summary>a - b.</summary>
    TValue Subtract(TValue a, TValue b);

    /// <summary>a * b.</summary>
    TValue Multiply(TValue a, TValue b);

    /// <summary>a / b.</summary>
    TValue Divide(TValue a, TValue b);

    /// <summary>a * b + c, rounded once.</summary>
    TValue MultiplyAdd(TValue a, TValue b, TValue c);

    /// <summary>c - a * b, rounded once.</summary>
    TValue NegatedMultiplyAdd(TValue a, TValue b, TValue c);

    /// <summary>The square root of a.</summary>
    TValue SquareRoot(TValue a);

    /// <summary>a &gt; b ? a : b, hence b where either is NaN.</summary>
    TValue Max(TValue a, TValue b);

    /// <summary>a &lt; b ? a : b, hence b where either is NaN.</summary>
    TValue Min(TValue a, TValue b);

    /// <summary>-a.</summary>
    TValue Negate(TValue a);

    /// <summary>-|a|.</summary>
    TValue NegativeAbs(TValue a);

    /// <summary>a &lt; b ? x : y, hence y where a or b is NaN.</summary>
    TValue SelectLess(TValue a, TValue b, TValue x, TValue y);

    /// <summary>a = b ? x : y, hence y where a or b is NaN.</summary>
    TValue SelectEqual(TValue a, TValue b, TValue x, TValue y);

    /// <summary>The magnitude of a with the sign of b.</summary>
    TValue CopySign(TValue a, TValue b);

    /// <summary>
    /// bits(a) shifted left by the width of the significand field: where the low bits of a hold a biased exponent, the
    /// power of two with that exponent.
    /// </summary>
    TValue PowerOfTwo(TValue a);

    /// <summary>(bits(a) - bits(0.75)) with all but sign and exponent field cleared: k * 2^(significand bits) as an integer, where a = 2^k m, m in [0.75, 1.5).</summary>
    TValue ExponentBits(TValue a);

    /// <summary>bits(a) - k as integers: a * 2^-k for the k of <see cref="ExponentBits"/>.</summary>
    TValue Rescale(TValue a, TValue exponentBits);

    /// <summary>The integer of <see cref="ExponentBits"/> converted to floating point.</summary>
    TValue ToNumber(TValue exponentBits);
}
