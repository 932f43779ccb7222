using System.Collections.Generic;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>What bounds, signs and comparisons come to where the ranges of their operands decide them. The result is an operand.</summary>
internal static class RangeRules
{
    public static readonly IReadOnlyList<Rule> All =
    [
        // the derivative at the kink is that of the second operand: 0
        new("max(c, x) = max(x, c), min(c, x) = min(x, c)", RuleClass.Exact, e =>
            e.Op is Op.Max or Op.Min && e.A.IsConstant && !e.B.IsConstant ? e.Builder.Add(e.Op, e.B, e.A) : null),

        new("max(a, b) = a where a >= b", RuleClass.Exact, e =>
            e.Op == Op.Max ? Larger(e.A, e.B) : null),

        new("min(a, b) = b where a >= b", RuleClass.Exact, e =>
            e.Op == Op.Min ? Smaller(e.A, e.B) : null),

        new("max(max(x, a), b) = max(x, max(a, b)), and of minima", RuleClass.Exact, e =>
            e.Op is Op.Max or Op.Min && e.B.IsConstant && e.A.Op == e.Op && e.A.B.IsConstant
                ? e.Builder.Add(e.Op, e.A.A, (e.Op == Op.Max ? Larger(e.A.B, e.B) : Smaller(e.A.B, e.B))!.Value)
                : null),

        new("|x| = x where x >= 0, |x| = |-x|", RuleClass.Exact, e =>
            e.Op == Op.Abs ? Magnitude(e.A) : null),

        new("true ? a : b = a, false ? a : b = b", RuleClass.Exact, e =>
            e.Op == Op.Select && Truth(e.A) is { } truth ? truth ? e.B : e.C : null),
    ];

    private static Expr? Larger(Expr a, Expr b) =>
        Range.LowerBound(a) >= Range.UpperBound(b) ? a : Range.LowerBound(b) >= Range.UpperBound(a) ? b : null;

    private static Expr? Smaller(Expr a, Expr b) =>
        Range.LowerBound(a) >= Range.UpperBound(b) ? b : Range.LowerBound(b) >= Range.UpperBound(a) ? a : null;

    private static Expr? Magnitude(Expr x) =>
        Range.LowerBound(x) >= 0 ? x
        : Range.UpperBound(x) <= 0 ? -x
        : x.Op == Op.Negate ? Abs(x.A)
        : null;

    private static bool? Truth(Expr condition) => condition.Op switch
    {
        Op.Less => Decide(
            Range.UpperBound(condition.A) < Range.LowerBound(condition.B),
            Range.LowerBound(condition.A) >= Range.UpperBound(condition.B)),
        Op.LessOrEqual => Decide(
            Range.UpperBound(condition.A) <= Range.LowerBound(condition.B),
            Range.LowerBound(condition.A) > Range.UpperBound(condition.B)),
        Op.Equal => Decide(
            condition.A.IsConstant && condition.B.IsConstant && condition.A.Value == condition.B.Value,
            Range.LowerBound(condition.A) > Range.UpperBound(condition.B) || Range.UpperBound(condition.A) < Range.LowerBound(condition.B)),
        _ => null,
    };

    private static bool? Decide(bool isTrue, bool isFalse) => isTrue ? true : isFalse ? false : null;
}
