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

    /// <summary>log(1 + e^x).</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + Log1P(Math.Exp(-Math.Abs(x)));

    /// <summary>1 / (1 + e^-x).</summary>
    public static double Sigmoid(double x)
    {
        double e = Math.Exp(-Math.Abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }
}
