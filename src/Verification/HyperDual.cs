using System;

namespace LossGen.Verification;

/// <summary>
/// A hyper-dual number with equal first-order parts (Fike and Alonso, 2011): a value with its first and second derivative
/// along one direction. Arithmetic on it differentiates exactly, without step size and without symbols. A probability and
/// what is made of it by 1 - t, by adding a constant or by a bound know their complement to 1 without cancellation.
/// </summary>
/// <param name="Value">f.</param>
/// <param name="First">f'.</param>
/// <param name="Second">f''.</param>
public readonly partial record struct HyperDual(Conditioned Value, Conditioned First, Conditioned Second)
{
    /// <summary>What is known beside the value; null for most numbers.</summary>
    internal Confidence? Confidence { get; init; }

    /// <summary>The derivatives are 0.</summary>
    internal bool IsConstant => First.IsZero && Second.IsZero;

    // the number 1 as it is written in a formula; a target that happens to be 1 is none
    private bool IsLiteralOne => IsOne && Value.Rounding == 0;

    private bool IsOne => Value.IsOne && IsConstant;

    /// <summary>A constant: its derivatives are 0.</summary>
    /// <param name="value">The constant.</param>
    public static implicit operator HyperDual(double value) => new(value, 0, 0);

    /// <summary>A constant with a condition: its derivatives are 0.</summary>
    /// <param name="value">The constant.</param>
    public static implicit operator HyperDual(Conditioned value) => new(value, 0, 0);

    /// <summary>The number that is differentiated by.</summary>
    /// <param name="value">Its value.</param>
    public static HyperDual Variable(double value) => new(value, 1, 0);

    /// <summary>A constant of a user's term: an atom where the kernel rounds it to <see cref="float"/>.</summary>
    /// <param name="value">The constant.</param>
    public static HyperDual Literal(double value) => (float)value == value ? value : Conditioned.Atom(value);

    /// <summary>a + b.</summary>
    public static HyperDual operator +(HyperDual a, HyperDual b)
    {
        HyperDual sum = Sum(a, b);
        return a.Confidence is not null && b.IsConstant ? sum.WithComplement(Difference(a.Complement(), b))
            : b.Confidence is not null && a.IsConstant ? sum.WithComplement(Difference(b.Complement(), a))
            : sum;
    }

    /// <summary>a - b; 1 - t of a probability t is its complement.</summary>
    public static HyperDual operator -(HyperDual a, HyperDual b)
    {
        if (b.Confidence is not null && a.IsOne)
        {
            return a.IsLiteralOne ? b.Complement() : Difference(a, b).WithExactValue(b.Complement());
        }

        if (a.Confidence is null || !b.IsConstant)
        {
            return Difference(a, b);
        }

        HyperDual complement = a.Complement();
        return b.IsLiteralOne ? -complement
            : (b.IsOne ? Difference(a, b).WithExactValue(-complement) : Difference(a, b)).WithComplement(Sum(complement, b));
    }

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
        Conditioned value = a.Value.IsZero && b.Value.Value == 0 ? double.NaN : a.Value / b.Value;
        Conditioned first = (a.First - (value * b.First)) / b.Value;
        return new(value, first, (a.Second - (2 * (first * b.First)) - (value * b.Second)) / b.Value);
    }

    /// <summary>The sign of a - b, from the complements where those are the smaller numbers.</summary>
    /// <returns>a - b: a NaN where one of them is.</returns>
    internal static double Compare(HyperDual a, HyperDual b)
    {
        if (a.Confidence is null && b.Confidence is null)
        {
            // infinities are equal, and their difference is NaN
            return a.Value.Value == b.Value.Value ? 0 : a.Value.Value - b.Value.Value;
        }

        Conditioned notA = (1 - a).Value;
        Conditioned notB = (1 - b).Value;
        return Math.Abs(notA.Value) < Math.Abs(a.Value.Value) ? notB.Value - notA.Value : a.Value.Value - b.Value.Value;
    }

    /// <summary>The same number with its complement.</summary>
    /// <param name="complement">1 - t, without cancellation.</param>
    internal HyperDual WithComplement(HyperDual complement) =>
        this with { Confidence = new Confidence.OfPair(complement with { Confidence = null }) };

    /// <summary>Another value with the derivatives of this number.</summary>
    /// <param name="value">The value.</param>
    /// <param name="complement">1 - value, without cancellation.</param>
    internal HyperDual MovedTo(double value, double complement)
    {
        HyperDual moved = this with { Value = Value with { Value = value }, Confidence = null };
        if (Confidence is null)
        {
            return moved;
        }

        HyperDual other = Complement();
        return moved.WithComplement(other with { Value = other.Value with { Value = complement } });
    }

    /// <summary>The same number, with the rounding of each operation on it counted.</summary>
    internal HyperDual Rounding() => this with
    {
        Value = Value with { Rounding = Conditioned.RoundingOfTerm },
        First = First with { Rounding = Conditioned.RoundingOfTerm },
        Second = Second with { Rounding = Conditioned.RoundingOfTerm },
        Confidence = Confidence?.Rounding(),
    };

    private static HyperDual Sum(HyperDual a, HyperDual b) => new(a.Value + b.Value, a.First + b.First, a.Second + b.Second);

    // y - p for y = 1: as sensitive as any difference, but the number that is left has all its digits
    private HyperDual WithExactValue(HyperDual exact) => this with { Value = Value with { Value = exact.Value.Value } };

    private static HyperDual Difference(HyperDual a, HyperDual b) => new(a.Value - b.Value, a.First - b.First, a.Second - b.Second);

    private HyperDual Complement() => Confidence!.Complement(this with { Confidence = null });
}
