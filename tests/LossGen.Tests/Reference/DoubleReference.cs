using System;

namespace LossGen.Tests.Reference;

/// <summary>Elementary functions in double precision, a few ulp of double: what single precision is measured against.</summary>
internal static class DoubleReference
{
    /// <summary>log(1 + x) after Kahan; <see cref="double.LogP1"/> is log of the rounded sum and loses small x.</summary>
    public static double Log1P(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }

    /// <summary>e^x - 1 after Kahan; <see cref="double.ExpM1"/> is the rounded power less 1 and loses small x.</summary>
    public static double Expm1(double x)
    {
        double power = Math.Exp(x);
        return power == 1 ? x : Math.Abs(x) > 1 ? power - 1 : (power - 1) * x / Math.Log(power);
    }

    /// <summary>tanh x.</summary>
    public static double Tanh(double x)
    {
        double t = Expm1(-2 * Math.Abs(x));
        return Math.CopySign(t / (2 + t), x);
    }

    /// <summary>log(1 + e^x).</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + Log1P(Math.Exp(-Math.Abs(x)));

    /// <summary>1 / (1 + e^-x).</summary>
    public static double Sigmoid(double x)
    {
        double e = Math.Exp(-Math.Abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }
}
