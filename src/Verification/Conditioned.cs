using System;

namespace LossGen.Verification;

/// <summary>
/// A number with its sensitivity: what a relative error of 1 in each of the atoms that it is computed from (p, 1 - p, log p,
/// log(1 - p), the logarithm of a shifted probability, the shift itself, which the kernel rounds to its type) would change it by, to first order. sensitivity / |value| is the
/// condition number of the formula (Higham, Accuracy and Stability of Numerical Algorithms, section 1.6). The contract of a
/// kernel reads: for |z| &lt;= 87 the error of each loss, gradient and hessian is at most 4 ulp of the larger of |value| and
/// sensitivity, the ulp being that of the kernel's type; results below the smallest normal number may be flushed to 0.
/// Where the condition number is at most 1 (cross entropy, and every loss on the side where it is a multiple of one atom)
/// this is the ordinary error in ulp; p^a log(1 - p) has the condition number a + 1.
/// <para>
/// A term of a user may have any length, so there each operation counts too: it is rounded by half an ulp of its result,
/// an eighth of the 4 ulp that an atom may be off, and so adds |result| / 8 to the sensitivity (<see cref="Rounding"/>).
/// Elementary functions of a term are atoms, and so are its literals that are no numbers of type <see cref="float"/>:
/// the kernel rounds 0.1, but not 0.5.
/// </para>
/// </summary>
/// <param name="Value">The number.</param>
/// <param name="Sensitivity">Its sensitivity to the atoms; 0 for exact inputs.</param>
public readonly record struct Conditioned(double Value, double Sensitivity)
{
    /// <summary>What an operation on a number of a user's term adds to the sensitivity, relative to its result.</summary>
    public const double RoundingOfTerm = 1.0 / 8;

    /// <summary>What each operation on this number adds to the sensitivity, relative to its result: 0 in built-in terms.</summary>
    public double Rounding { get; init; }

    /// <summary>What an error is relative to.</summary>
    public double Magnitude => Math.Max(Math.Abs(Value), Sensitivity);

    /// <summary>The number is exactly 0.</summary>
    public bool IsZero => Value == 0 && Sensitivity == 0;

    /// <summary>The number is exactly 1.</summary>
    public bool IsOne => Value == 1 && Sensitivity == 0;

    /// <summary>An exact number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Conditioned(double value) => new(value, 0);

    /// <summary>An atom, a number that the kernel computes or rounds: its sensitivity is its absolute value.</summary>
    /// <param name="value">The number.</param>
    public static Conditioned Atom(double value) => new(value, Math.Abs(value));

    /// <summary>a + b; sensitivities add.</summary>
    public static Conditioned operator +(Conditioned a, Conditioned b)
    {
        double rounding = Math.Max(a.Rounding, b.Rounding);
        if (rounding == 0)
        {
            return new(a.Value + b.Value, a.Sensitivity + b.Sensitivity);
        }

        return a.IsZero ? b with { Rounding = rounding }
            : b.IsZero ? a with { Rounding = rounding }
            : Rounded(a.Value + b.Value, a.Sensitivity + b.Sensitivity, rounding);
    }

    /// <summary>a - b; sensitivities add.</summary>
    public static Conditioned operator -(Conditioned a, Conditioned b) => a + (-b);

    /// <summary>-a.</summary>
    public static Conditioned operator -(Conditioned a) => new(-a.Value, a.Sensitivity) { Rounding = a.Rounding };

    /// <summary>
    /// a b; condition numbers add. 0 times infinity is 0: in a loss the zero is a power of a probability, exponentially
    /// small in the logit, and the infinity is a logarithm, linear in it.
    /// </summary>
    public static Conditioned operator *(Conditioned a, Conditioned b)
    {
        double rounding = Math.Max(a.Rounding, b.Rounding);
        double value = Product(a.Value, b.Value);
        double sensitivity = Product(a.Sensitivity, Math.Abs(b.Value)) + Product(Math.Abs(a.Value), b.Sensitivity);
        if (rounding == 0)
        {
            return new(value, sensitivity);
        }

        return a.IsOne ? b with { Rounding = rounding }
            : b.IsOne ? a with { Rounding = rounding }
            : Rounded(value, sensitivity, rounding);
    }

    /// <summary>a / b; condition numbers add. 0 divided by an exact 0 is 0.</summary>
    public static Conditioned operator /(Conditioned a, Conditioned b) => a.IsZero ? a : Rounded(
        a.Value / b.Value,
        (a.Sensitivity / Math.Abs(b.Value)) + (Math.Abs(a.Value / b.Value) * (b.Sensitivity / Math.Abs(b.Value))),
        Math.Max(a.Rounding, b.Rounding));

    /// <summary>f(a), an atom where a is exact.</summary>
    /// <param name="argument">a.</param>
    /// <param name="value">f(a).</param>
    /// <param name="derivative">f'(a).</param>
    internal static Conditioned Apply(Conditioned argument, double value, double derivative) =>
        Rounded(value, Math.Max(Math.Abs(value), Product(argument.Sensitivity, Math.Abs(derivative))), argument.Rounding);

    private static Conditioned Rounded(double value, double sensitivity, double rounding) =>
        rounding == 0 ? new(value, sensitivity) : new(value, sensitivity + (rounding * Math.Abs(value))) { Rounding = rounding };

    private static double Product(double a, double b) => (a == 0 && double.IsInfinity(b)) || (b == 0 && double.IsInfinity(a)) ? 0 : a * b;
}
