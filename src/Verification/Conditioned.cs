using System;

namespace LossGen.Verification;

/// <summary>
/// A number with its conditioned magnitude. The magnitude is what a rounding error of the number is relative to when the
/// formula is evaluated as it stands with every operation correctly rounded: |value| for exact inputs, larger after a
/// cancellation. The contract of a kernel reads: for |z| &lt;= 87 the error of each loss and gradient is at most 4 ulp of
/// its magnitude, that of each hessian at most 8, the ulp being that of the kernel's type; results below the smallest
/// normal number may be flushed to 0. Where nothing cancels, the magnitude is the absolute value and the error is the ordinary error in ulp.
/// </summary>
/// <remarks>
/// With k(a) = magnitude / |value| for the condition number of a: a product has the larger k of its factors, a sum adds
/// magnitudes, and f(a) has k(a) |a f'(a) / f(a)|, but at least 1; a power
/// with a fractional exponent counts as the next whole one, since it is the product of a whole and a fractional power.
/// </remarks>
/// <param name="Value">The number.</param>
/// <param name="Magnitude">What its error is relative to, at least |value|.</param>
public readonly record struct Conditioned(double Value, double Magnitude)
{
    /// <summary>An exact number: its magnitude is its absolute value.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Conditioned(double value) => new(value, Math.Abs(value));

    /// <summary>The number is exactly 0.</summary>
    public bool IsZero => Value == 0 && Magnitude == 0;

    /// <summary>a + b; magnitudes add.</summary>
    public static Conditioned operator +(Conditioned a, Conditioned b) => new(a.Value + b.Value, a.Magnitude + b.Magnitude);

    /// <summary>a - b; magnitudes add.</summary>
    public static Conditioned operator -(Conditioned a, Conditioned b) => a + (-b);

    /// <summary>-a.</summary>
    public static Conditioned operator -(Conditioned a) => new(-a.Value, a.Magnitude);

    /// <summary>
    /// a b; the larger condition number of the two. 0 times infinity is 0: in a loss the zero is a power of a probability,
    /// exponentially small in the logit, and the infinity is a logarithm, linear in it.
    /// </summary>
    public static Conditioned operator *(Conditioned a, Conditioned b) => new(
        Product(a.Value, b.Value),
        Math.Max(Product(a.Magnitude, Math.Abs(b.Value)), Product(Math.Abs(a.Value), b.Magnitude)));

    /// <summary>a / b; the larger condition number of the two. 0 divided by an exact 0 is 0.</summary>
    public static Conditioned operator /(Conditioned a, Conditioned b) => a.IsZero ? a : new(
        a.Value / b.Value,
        Math.Max(a.Magnitude / Math.Abs(b.Value), Math.Abs(a.Value / b.Value) * (b.Magnitude / Math.Abs(b.Value))));

    /// <summary>f(a), given its value and its derivative there.</summary>
    /// <param name="argument">a.</param>
    /// <param name="value">f(a).</param>
    /// <param name="derivative">f'(a).</param>
    internal static Conditioned Apply(Conditioned argument, double value, double derivative) =>
        new(value, Math.Max(Math.Abs(value), Product(argument.Magnitude, Math.Abs(derivative))));

    private static double Product(double a, double b) => (a == 0 && double.IsInfinity(b)) || (b == 0 && double.IsInfinity(a)) ? 0 : a * b;
}
