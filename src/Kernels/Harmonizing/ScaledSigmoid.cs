using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// c / (1 + e^-z) with an error below 2^-23 c, in double precision 2^-52 c: small against 1, not against p where that is small,
/// which takes fewer operations than a sigmoid of the elementary functions.
/// </summary>
/// <remarks>
/// e^-z = 2^n 2^t, n = round(-z log2 e), for either sign of z, and 1 + 2^n 2^t is rounded once. A relative error d of the
/// exponential is one of p (1 - p) d &lt;= d / 4 of p, so that a polynomial of low degree does, and the product with the rounded
/// log2 e needs no correction: |z| p (1 - p) is below 0.23.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal static class ScaledSigmoid<T>
    where T : unmanaged
{
    /// <summary>NaN where z is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TVector, TArithmetic>(TVector z, double c, TArithmetic arithmetic)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
    {
        // such that the powers of two are normal, and so is what the largest exponential leaves of c; 1.5 * 2^23 + 127, 1.5 * 2^52 + 1023
        double bound = typeof(T) == typeof(float) ? 87 : 708;
        TVector magic = arithmetic.Constant(typeof(T) == typeof(float) ? 12583039 : 6755399441056767);
        TVector log2E = arithmetic.Constant(typeof(T) == typeof(float) ? 1.44269502 : 1.4426950408889634);

        // the constants stand first so that NaN stays
        TVector bounded = arithmetic.Min(arithmetic.Constant(bound), arithmetic.Max(arithmetic.Constant(-bound), z));
        TVector b = arithmetic.NegatedMultiplyAdd(bounded, log2E, magic);
        TVector t = arithmetic.NegatedMultiplyAdd(bounded, log2E, arithmetic.Subtract(magic, b));
        TVector p = typeof(T) == typeof(float) ? SinglePowerOfTwo(t, arithmetic) : DoublePowerOfTwo(t, arithmetic);
        TVector denominator = arithmetic.MultiplyAdd(p, arithmetic.PowerOfTwo(b), arithmetic.Constant(1));
        return arithmetic.Divide(arithmetic.Constant(c), denominator);
    }

    // 2^t, t in [-0.5, 0.5], 1 at 0: by Sollya's fpminimax, with a relative error of 1.6 * 2^-24
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SinglePowerOfTwo<TVector, TArithmetic>(TVector t, TArithmetic arithmetic)
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

    // the same with a relative error of 2 * 2^-53
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector DoublePowerOfTwo<TVector, TArithmetic>(TVector t, TArithmetic arithmetic)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
    {
        TVector p = arithmetic.Constant(7.038156558480604e-09);
        p = arithmetic.MultiplyAdd(p, t, arithmetic.Constant(1.0208321813162578e-07));
        p = arithmetic.MultiplyAdd(p, t, arithmetic.Constant(1.3215653741684507e-06));
        p = arithmetic.MultiplyAdd(p, t, arithmetic.Constant(1.5252659434999928e-05));
        p = arithmetic.MultiplyAdd(p, t, arithmetic.Constant(0.00015403529993919285));
        p = arithmetic.MultiplyAdd(p, t, arithmetic.Constant(0.0013333558225784672));
        p = arithmetic.MultiplyAdd(p, t, arithmetic.Constant(0.009618129107983429));
        p = arithmetic.MultiplyAdd(p, t, arithmetic.Constant(0.05550410866448195));
        p = arithmetic.MultiplyAdd(p, t, arithmetic.Constant(0.240226506959091));
        p = arithmetic.MultiplyAdd(p, t, arithmetic.Constant(0.6931471805599492));
        return arithmetic.MultiplyAdd(p, t, arithmetic.Constant(1));
    }
}
