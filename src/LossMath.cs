using System;

namespace LossGen;

/// <summary>The functions of the field in double precision, accurate over their whole range.</summary>
public static class LossMath
{
    /// <summary>1 / (1 + exp(-x)), without overflow and with full relative accuracy on both sides.</summary>
    /// <param name="x">The logit.</param>
    public static double Sigmoid(double x)
    {
        double e = Math.Exp(-Math.Abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    /// <summary>log(1 + exp(x)) = max(x, 0) + log1p(exp(-|x|)).</summary>
    /// <param name="x">Any number.</param>
    public static double Softplus(double x) => Math.Max(x, 0) + Log1P(Math.Exp(-Math.Abs(x)));

    /// <summary>log(1 / (1 + exp(-x))) = -softplus(-x).</summary>
    /// <param name="x">The logit.</param>
    public static double LogSigmoid(double x) => -Softplus(-x);

    /// <summary>
    /// log(1 + x), accurate for tiny x where <see cref="double.LogP1"/> is 0: the rounding error of w = 1 + x cancels in
    /// x log(w) / (w - 1) (Kahan, see Goldberg 1991, theorem 4).
    /// </summary>
    /// <param name="x">A number >= -1.</param>
    public static double Log1P(double x)
    {
        double w = 1 + x;
        return w == 1 || double.IsPositiveInfinity(x) ? x : w == 0 ? double.NegativeInfinity : Math.Log(w) * (x / (w - 1));
    }

    /// <summary>
    /// exp(x) - 1, accurate for tiny x where <see cref="double.ExpM1"/> is 0: (w - 1) x / log(w) with w = exp(x) (Kahan, see
    /// Higham 2002, section 1.14.1).
    /// </summary>
    /// <param name="x">Any number.</param>
    public static double Expm1(double x)
    {
        double w = Math.Exp(x);
        return w == 1 ? x : Math.Abs(x) > 1 ? w - 1 : (w - 1) * (x / Math.Log(w));
    }

    /// <summary>
    /// Stop-gradient: the value of <paramref name="x"/>, which the derivatives of a loss treat as a constant.
    /// </summary>
    /// <param name="x">Any number.</param>
    /// <returns><paramref name="x"/>.</returns>
    public static double Detach(double x) => x;
}
