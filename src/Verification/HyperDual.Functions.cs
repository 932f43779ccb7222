using System;

namespace LossGen.Verification;

public readonly partial record struct HyperDual
{
    /// <summary>e^x.</summary>
    /// <param name="x">Any number.</param>
    public static HyperDual Exp(HyperDual x)
    {
        double value = Math.Exp(x.Value.Value);
        Conditioned exp = Conditioned.Apply(x.Value, value, value);
        return Chain(x, exp, exp, exp);
    }

    /// <summary>e^x - 1; its derivatives are those of e^x.</summary>
    /// <param name="x">Any number.</param>
    public static HyperDual Expm1(HyperDual x)
    {
        Conditioned exp = Exp(x.Value).Value;
        return Chain(x, Conditioned.Apply(x.Value, LossMath.Expm1(x.Value.Value), exp.Value), exp, exp);
    }

    /// <summary>tanh x; tanh' = 1 / cosh^2 x = 4 sigmoid(2x) sigmoid(-2x), tanh'' = -2 tanh x tanh' x.</summary>
    /// <param name="x">Any number.</param>
    public static HyperDual Tanh(HyperDual x)
    {
        Conditioned twice = 2 * x.Value;
        Conditioned slope = 4 * (Sigmoid(twice).Value * Sigmoid(-twice).Value);
        Conditioned tanh = Conditioned.Apply(x.Value, Math.Tanh(x.Value.Value), slope.Value);
        return Chain(x, tanh, slope, -2 * (tanh * slope));
    }

    /// <summary>log x: x' / x and x'' / x - (x' / x)^2; of a number that knows its complement accurate near 1 too.</summary>
    /// <param name="x">A number &gt;= 0.</param>
    public static HyperDual Log(HyperDual x)
    {
        if (x.Confidence is Confidence confidence)
        {
            return confidence.Log(x with { Confidence = null });
        }

        Conditioned rate = x.First / x.Value;
        return new(
            Conditioned.Apply(x.Value, Math.Log(x.Value.Value), 1 / x.Value.Value),
            rate,
            (x.Second / x.Value) - (rate * rate));
    }

    /// <summary>log(1 + x): x' / (1 + x) and x'' / (1 + x) - (x' / (1 + x))^2.</summary>
    /// <param name="x">A number &gt;= -1.</param>
    public static HyperDual Log1P(HyperDual x)
    {
        Conditioned onePlus = Conditioned.Apply(x.Value, 1 + x.Value.Value, 1);
        Conditioned rate = x.First / onePlus;
        return new(
            Conditioned.Apply(x.Value, LossMath.Log1P(x.Value.Value), 1 / onePlus.Value),
            rate,
            (x.Second / onePlus) - (rate * rate));
    }

    /// <summary>log t where 1 - t is given too: log(1 - u) with the smaller of both.</summary>
    /// <param name="t">A number &gt;= 0.</param>
    /// <param name="u">1 - t.</param>
    public static HyperDual LogOfPair(HyperDual t, HyperDual u) =>
        u.Confidence is not null ? Log(1 - u)
        : t.Confidence is not null ? Log(t)
        : u.Value.Value > 0.5 ? Log(t)
        : Log1P(-u);

    /// <summary>
    /// x^a: a x^a (x' / x) and a x^a ((a - 1) (x' / x)^2 + x'' / x). Derivatives that are infinite at x = 0 count as 0: in a
    /// loss their cofactor, -log(1 - x) or x', goes to 0 faster.
    /// </summary>
    /// <param name="x">A number &gt;= 0, or any number where a is an integer.</param>
    /// <param name="exponent">a.</param>
    public static HyperDual Pow(HyperDual x, double exponent)
    {
        if (exponent == 0)
        {
            return 1;
        }

        if (exponent == 1)
        {
            return x;
        }

        double value = Math.Pow(x.Value.Value, exponent);
        if (x.Value.Value == 0)
        {
            return new(value, 0, exponent == 2 ? 2 * (x.First * x.First) : 0);
        }

        Conditioned power = Conditioned.Apply(x.Value, value, exponent * (value / x.Value.Value));
        Conditioned rate = x.First / x.Value;
        return new(
            power,
            exponent * (power * rate),
            exponent * (power * (((exponent - 1) * (rate * rate)) + (x.Second / x.Value))));
    }

    /// <summary>
    /// x^a with an exponent that is a number too; 0^0 = 1. With r = x' / x and l = log x, (x^a)' = x^a (a r + l a') and
    /// (x^a)'' = x^a (a (a - 1) r^2 + a x'' / x + 2 a r l a' + 2 r a' + (l a')^2 + l a'').
    /// </summary>
    /// <param name="x">A number &gt;= 0.</param>
    /// <param name="exponent">a.</param>
    public static HyperDual Pow(HyperDual x, HyperDual exponent)
    {
        if (x.Value.Value == 0 || (exponent.IsConstant && exponent.Value.Sensitivity == 0))
        {
            return Pow(x, exponent.Value.Value);
        }

        Conditioned a = exponent.Value;
        Conditioned log = Log(x).Value;
        Conditioned rate = x.First / x.Value;
        double value = Math.Pow(x.Value.Value, a.Value);
        Conditioned ofBase = Conditioned.Apply(x.Value, value, a.Value * (value / x.Value.Value));
        Conditioned power = ofBase with
        {
            Sensitivity = ofBase.Sensitivity + (a.Sensitivity * Math.Abs(value * log.Value)),

            // also of exact numbers: what follows is rounded
            Rounding = Math.Max(ofBase.Rounding, Conditioned.RoundingOfTerm),
        };
        Conditioned growth = log * exponent.First;
        return new(
            power,
            power * ((a * rate) + growth),
            power * ((a * ((a - 1) * (rate * rate))) + (a * (x.Second / x.Value)) + (2 * (rate * ((a * growth) + exponent.First)))
                + (growth * growth) + (log * exponent.Second)));
    }

    /// <summary>The square root of x.</summary>
    /// <param name="x">A number &gt;= 0.</param>
    public static HyperDual Sqrt(HyperDual x) => Pow(x, 0.5);

    /// <summary>The larger of two numbers; the derivative is that of the second where they are equal.</summary>
    /// <param name="a">Any number.</param>
    /// <param name="b">Any number.</param>
    public static HyperDual Max(HyperDual a, HyperDual b) => Compare(a, b) <= 0 || double.IsNaN(b.Value.Value) ? b : a;

    /// <summary>The smaller of two numbers; the derivative is that of the second where they are equal.</summary>
    /// <param name="a">Any number.</param>
    /// <param name="b">Any number.</param>
    public static HyperDual Min(HyperDual a, HyperDual b) => Compare(a, b) >= 0 || double.IsNaN(b.Value.Value) ? b : a;

    /// <summary>|x|; the derivative at 0 is 0.</summary>
    /// <param name="x">Any number.</param>
    public static HyperDual Abs(HyperDual x) => x.Value.Value > 0 ? x : x.Value.Value < 0 ? -x : Detach(x);

    /// <summary>p = 1 / (1 + e^-x): p' = p q, p'' = p q (q - p) with q = 1 / (1 + e^x); it knows its complement q.</summary>
    /// <param name="x">Any number.</param>
    public static HyperDual Sigmoid(HyperDual x)
    {
        (Conditioned p, Conditioned q) = Sigmoids(x.Value);
        return Chain(x, p, p * q, p * q * (q - p)) with { Confidence = new Confidence.OfLogit(x) };
    }

    /// <summary>log(1 + e^x); its derivative is the sigmoid.</summary>
    /// <param name="x">Any number.</param>
    public static HyperDual Softplus(HyperDual x)
    {
        (Conditioned p, Conditioned q) = Sigmoids(x.Value);
        return Chain(x, Conditioned.Apply(x.Value, LossMath.Softplus(x.Value.Value), p.Value), p, p * q);
    }

    /// <summary>One of two numbers, both of which are computed.</summary>
    /// <param name="condition">Which.</param>
    /// <param name="whenTrue">The number where the condition holds.</param>
    /// <param name="whenFalse">The number where it does not.</param>
    public static HyperDual Select(bool condition, HyperDual whenTrue, HyperDual whenFalse) => condition ? whenTrue : whenFalse;

    /// <summary>Stop-gradient: the value with derivatives 0.</summary>
    /// <param name="x">Any number.</param>
    public static HyperDual Detach(HyperDual x) => new(x.Value, 0, 0) { Confidence = x.Confidence?.Detach() };

    private static (Conditioned P, Conditioned Q) Sigmoids(Conditioned x)
    {
        double p = LossMath.Sigmoid(x.Value);
        double q = LossMath.Sigmoid(-x.Value);
        return (Conditioned.Apply(x, p, p * q), Conditioned.Apply(x, q, p * q));
    }

    // f(x)' = f'(x) x', f(x)'' = f''(x) x'^2 + f'(x) x''
    private static HyperDual Chain(HyperDual x, Conditioned value, Conditioned first, Conditioned second) => new(
        value,
        first * x.First,
        (second * (x.First * x.First)) + (first * x.Second));
}
