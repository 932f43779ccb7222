using System;
using System.Collections.Generic;

namespace LossGen.Tests.Verification;

/// <summary>Loss, first and second derivative by the logit.</summary>
internal readonly record struct Derivatives(double Value, double First, double Second)
{
    public static Derivatives operator +(Derivatives a, Derivatives b) => new(a.Value + b.Value, a.First + b.First, a.Second + b.Second);

    public static Derivatives operator *(double factor, Derivatives a) => new(factor * a.Value, factor * a.First, factor * a.Second);

    /// <summary>The same loss of -z.</summary>
    public Derivatives Mirror() => this with { First = -First };
}

/// <summary>The published losses of a positive element, differentiated by hand: functions of z with t = sigmoid(z), q = 1 - t.</summary>
internal static class ClosedForms
{
    /// <summary>q^g softplus(-z) + sum_j eps_j q^(g + j), Poly-N focal.</summary>
    public static Derivatives PolyFocal(double gamma, IReadOnlyList<double> poly, double z)
    {
        double t = LossMath.Sigmoid(z);
        double q = LossMath.Sigmoid(-z);
        double loss = LossMath.Softplus(-z);
        double focus = Math.Pow(q, gamma);
        Derivatives sum = new(
            focus * loss,
            -focus * (q + (gamma * t * loss)),
            t * focus * (((1 + (2 * gamma)) * q) - (gamma * (q - (gamma * t)) * loss)));
        for (int j = 1; j <= poly.Count; j++)
        {
            double exponent = gamma + j;
            double monomial = poly[j - 1] * Math.Pow(q, exponent);
            sum += new Derivatives(monomial, -exponent * t * monomial, exponent * t * monomial * ((exponent * t) - q));
        }

        return sum;
    }

    /// <summary>q^g softplus(-z) with q^g held constant.</summary>
    public static Derivatives DetachedFocal(double gamma, double z)
    {
        double t = LossMath.Sigmoid(z);
        double q = LossMath.Sigmoid(-z);
        double focus = Math.Pow(q, gamma);
        return new(focus * LossMath.Softplus(-z), -focus * q, focus * q * t);
    }

    /// <summary>
    /// The shifted term of asymmetric loss with u = max(q - m, 0): -u^g log(1 - u). With A = u^g (1 / (1 - u) + g r) and
    /// r = -log(1 - u) / u, its first derivative is -A t q.
    /// </summary>
    public static Derivatives Shifted(double gamma, double shift, double z)
    {
        double t = LossMath.Sigmoid(z);
        double q = LossMath.Sigmoid(-z);
        double u = Math.Max(q - shift, 0);
        if (u == 0)
        {
            return default;
        }

        double loss = -LossMath.Log1P(-u);
        double r = loss / u;
        double inverse = 1 / Math.Min(t + shift, 1);
        double a = Math.Pow(u, gamma) * (inverse + (gamma * r));
        double slope = (Math.Pow(u, gamma - 1) * ((gamma * (gamma - 1) * r) + (2 * gamma * inverse))) + (Math.Pow(u, gamma) * inverse * inverse);
        return new(Math.Pow(u, gamma) * loss, -a * t * q, (slope * t * q * t * q) + (a * t * q * (t - q)));
    }
}
