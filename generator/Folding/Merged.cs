using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Folding;

/// <summary>What a condition selects of two expressions, as one expression.</summary>
/// <param name="Value">The expression, but for its sign.</param>
/// <param name="Savings">The instructions that it needs less than both expressions.</param>
/// <param name="IsSigned">It is the value where the condition is true and its negation where it is not.</param>
internal readonly record struct Merged(Expr Value, int Savings, bool IsSigned = false)
{
    /// <summary>What a selection takes beside what it selects from: a blend. The comparison is shared by all of them.</summary>
    public const int Selection = 1;

    /// <summary>The savings with the sign applied.</summary>
    public int PlainSavings => IsSigned ? Savings - Selection : Savings;

    /// <summary>The negation of both.</summary>
    public Merged Negated => this with { Value = -Value };

    /// <summary>The same with the first one negated.</summary>
    public Merged WithFirstNegated => this with { Value = -Value, IsSigned = !IsSigned };

    /// <summary>The same with the second one negated.</summary>
    public Merged WithSecondNegated => this with { IsSigned = !IsSigned };

    /// <summary>The same with the sign applied; opposites are always selected in the same direction, so that one selection serves them all.</summary>
    public Merged Plain(Expr condition) =>
        !IsSigned ? this
        : Value.Op == Op.Negate ? new(-Select(condition, Value.A, Value), PlainSavings)
        : new(Select(condition, Value, -Value), PlainSavings);
}
