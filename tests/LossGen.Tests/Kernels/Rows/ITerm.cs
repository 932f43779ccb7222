using System;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>A term f(p) of the true class as a function of its logit u, p = sigmoid(u), with its derivatives by u.</summary>
internal interface ITerm
{
    static abstract (double Loss, double First, double Second) At(double u);

    /// <summary>The sum of the magnitudes of what the second derivative is the sum of.</summary>
    static virtual double MagnitudeOfSecond(double u, double second) => Math.Abs(second);
}

/// <summary>-log p.</summary>
internal readonly struct CrossEntropyTerm : ITerm
{
    public static (double Loss, double First, double Second) At(double u) =>
        (LossMath.Softplus(-u), -LossMath.Sigmoid(-u), LossMath.Sigmoid(u) * LossMath.Sigmoid(-u));
}

/// <summary>-(1 - p)^2 log p.</summary>
internal readonly struct FocalTerm : ITerm
{
    public static (double Loss, double First, double Second) At(double u)
    {
        double p = LossMath.Sigmoid(u);
        double q = LossMath.Sigmoid(-u);
        double logarithm = Math.Min(LossMath.Softplus(-u), double.MaxValue);
        double product = p * logarithm;
        return (q * q * logarithm, -(q * q) * ((2 * product) + q), q * q * ((((4 * p) - (2 * q)) * product) + (5 * p * q)));
    }

    public static double MagnitudeOfSecond(double u, double second)
    {
        double p = LossMath.Sigmoid(u);
        double q = LossMath.Sigmoid(-u);
        return p * q * q * ((((4 * p) + (2 * q)) * LossMath.Softplus(-u)) + (5 * q));
    }
}
