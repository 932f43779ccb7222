using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// c / (1 + e^-z) in single precision with an error below 2^-23 c: small against 1, not against p where that is small, which
/// takes fewer operations than a sigmoid of the elementary functions.
/// </summary>
/// <remarks>
/// e^-z = 2^n 2^t, n = round(-z log2 e), for either sign of z, and 1 + 2^n 2^t is rounded once. A relative error d of the
/// exponential is one of p (1 - p) d &lt;= d / 4 of p, so that 2^t needs no more than degree 5, and the product with the rounded
/// log2 e no correction: |z| p (1 - p) is below 0.23.
/// </remarks>
internal static class ScaledSigmoid
{
    // the powers of two are normal, and so is what the largest exponential leaves of c
    private const double Bound = 87;
    private const double Log2E = 1.44269502;

    // 1.5 * 2^23 + 127
    private const double ExponentMagic = 12583039;

    /// <summary>NaN where z is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TVector, TArithmetic>(TVector z, double c, TArithmetic arithmetic)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
    {
        // the constants stand first so that NaN stays
        TVector bounded = arithmetic.Min(arithmetic.Constant(Bound), arithmetic.Max(arithmetic.Constant(-Bound), z));
        TVector magic = arithmetic.Constant(ExponentMagic);
        TVector log2E = arithmetic.Constant(Log2E);
        TVector b = arithmetic.NegatedMultiplyAdd(bounded, log2E, magic);
        TVector t = arithmetic.NegatedMultiplyAdd(bounded, log2E, arithmetic.Subtract(magic, b));
        TVector denominator = arithmetic.MultiplyAdd(PowerOfTwo(t, arithmetic), arithmetic.PowerOfTwo(b), arithmetic.Constant(1));
        return arithmetic.Divide(arithmetic.Constant(c), denominator);
    }

    // 2^t, t in [-0.5, 0.5], 1 at 0: by Sollya's fpminimax, with a relative error of 1.6 * 2^-24
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector PowerOfTwo<TVector, TArithmetic>(TVector t, TArithmetic arithmetic)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
    {
        TVector p = arithmetic.Constant(0.00132743502);
        p = arithmetic.MultiplyAdd(p, t, arithmetic.Constant(0.0096715847));
        p = arithmetic.MultiplyAdd(p, t, arithmetic.Constant(0.0555070043));
        p = arithmetic.MultiplyAdd(p, t, arithmetic.Constant(0.240222409));
        p = arithmetic.MultiplyAdd(p, t, arithmetic.Constant(0.693147004));
        return arithmetic.MultiplyAdd(p, t, arithmetic.Constant(1));
    }
}
