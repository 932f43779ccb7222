using System;

namespace LossGen.Verification;

/// <summary>
/// A hyper-dual number with equal first-order parts (Fike and Alonso, 2011): a value with its first and second derivative
/// along one direction. Arithmetic on it differentiates exactly, without step size and without symbols.
/// </summary>
/// <param name="Value">f.</param>
/// <param name="First">f'.</param>
/// <param name="Second">f''.</param>
public readonly record struct HyperDual(Conditioned Value, Conditioned First, Conditioned Second)
{
    /// <summary>A constant: its derivatives are 0.</summary>
    /// <param name="value">The constant.</param>
    public static implicit operator HyperDual(double value) => new(value, 0, 0);

    /// <summary>A constant with a condition: its derivatives are 0.</summary>
    /// <param name="value">The constant.</param>
    public static implicit operator HyperDual(Conditioned value) => new(value, 0, 0);

    /// <summary>The number that is differentiated by.</summary>
    /// <param name="value">Its value.</param>
    public static HyperDual Variable(double value) => new(value, 1, 0);

    /// <summary>a + b.</summary>
    public static HyperDual operator +(HyperDual a, HyperDual b) => new(a.Value + b.Value, a.First + b.First, a.Second + b.Second);

    /// <summary>a - b.</summary>
    public static HyperDual operator -(HyperDual a, HyperDual b) => a + (-b);

    /// <summary>-a.</summary>
    public static HyperDual operator -(HyperDual a) => new(-a.Value, -a.First, -a.Second);

    /// <summary>a b: (a b)' = a' b + a b', (a b)'' = a'' b + 2 a' b' + a b''.</summary>
    public static HyperDual operator *(HyperDual a, HyperDual b) => new(
        a.Value * b.Value,
        (a.First * b.Value) + (a.Value * b.First),
        (a.Second * b.Value) + (2 * (a.First * b.First)) + (a.Value * b.Second));

    /// <summary>c = a / b: c' = (a' - c b') / b, c'' = (a'' - 2 c' b' - c b'') / b.</summary>
    public static HyperDual operator /(HyperDual a, HyperDual b)
    {
        Conditioned value = a.Value / b.Value;
        Conditioned first = (a.First - (value * b.First)) / b.Value;
        return new(value, first, (a.Second - (2 * (first * b.First)) - (value * b.Second)) / b.Value);
    }

    /// <summary>e^x.</summary>
    /// <param name="x">Any number.</param>
    public static HyperDual Exp(HyperDual x)
    {
        double value = Math.Exp(x.Value.Value);
        Conditioned exp = Conditioned.Apply(x.Value, value, value);
        return Chain(x, exp, exp, exp);
    }

    /// <summary>log x: x' / x and x'' / x - (x' / x)^2.</summary>
    /// <param name="x">A number &gt;= 0.</param>
    public static HyperDual Log(HyperDual x)
    {
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

    /// <summary>
    /// x^a: a x^a (x' / x) and a x^a ((a - 1) (x' / x)^2 + x'' / x). Derivatives that are infinite at x = 0 count as 0: in a
    /// loss their cofactor, -log(1 - x) or x', goes to 0 faster.
    /// </summary>
    /// <param name="x">A number &gt;= 0.</param>
    /// <param name="exponent">a, &gt;= 0.</param>
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

        if (x.Value.Value == 0)
        {
            return new(0, 0, exponent == 2 ? 2 * (x.First * x.First) : 0);
        }

        double value = Math.Pow(x.Value.Value, exponent);
        Conditioned power = Conditioned.Apply(x.Value, value, exponent * (value / x.Value.Value));
        Conditioned rate = x.First / x.Value;
        return new(
            power,
            exponent * (power * rate),
            exponent * (power * (((exponent - 1) * (rate * rate)) + (x.Second / x.Value))));
    }

    /// <summary>The square root of x.</summary>
    /// <param name="x">A number &gt;= 0.</param>
    public static HyperDual Sqrt(HyperDual x) => Pow(x, 0.5);

    /// <summary>The larger of x and a constant; derivative 0 where they are equal.</summary>
    /// <param name="x">Any number.</param>
    /// <param name="bound">The constant.</param>
    public static HyperDual Max(HyperDual x, double bound) => x.Value.Value <= bound ? bound : x;

    /// <summary>The smaller of x and a constant; derivative 0 where they are equal.</summary>
    /// <param name="x">Any number.</param>
    /// <param name="bound">The constant.</param>
    public static HyperDual Min(HyperDual x, double bound) => x.Value.Value >= bound ? bound : x;

    /// <summary>p = 1 / (1 + e^-x) of an exact x: p' = p q, p'' = p q (q - p) with q = 1 / (1 + e^x).</summary>
    /// <param name="x">Any number.</param>
    public static HyperDual Sigmoid(HyperDual x)
    {
        Conditioned p = Conditioned.Atom(LossMath.Sigmoid(x.Value.Value));
        Conditioned q = Conditioned.Atom(LossMath.Sigmoid(-x.Value.Value));
        return Chain(x, p, p * q, p * q * (q - p));
    }

    /// <summary>log(1 + e^x) of an exact x; its derivative is the sigmoid.</summary>
    /// <param name="x">Any number.</param>
    public static HyperDual Softplus(HyperDual x)
    {
        Conditioned p = Conditioned.Atom(LossMath.Sigmoid(x.Value.Value));
        Conditioned q = Conditioned.Atom(LossMath.Sigmoid(-x.Value.Value));
        return Chain(x, Conditioned.Atom(LossMath.Softplus(x.Value.Value)), p, p * q);
    }

    /// <summary>Stop-gradient: the value with derivatives 0.</summary>
    /// <param name="x">Any number.</param>
    public static HyperDual Detach(HyperDual x) => x.Value;

    // f(x)' = f'(x) x', f(x)'' = f''(x) x'^2 + f'(x) x''
    private static HyperDual Chain(HyperDual x, Conditioned value, Conditioned first, Conditioned second) => new(
        value,
        first * x.First,
        (second * (x.First * x.First)) + (first * x.Second));
}
