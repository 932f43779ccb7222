using System.Collections.Generic;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// Turns formulas in p into formulas in z that keep their relative accuracy near 0 and 1: 1 - p is never a subtraction
/// and log p never the logarithm of a rounded p.
/// </summary>
internal static class StabilityRules
{
    public static readonly IReadOnlyList<Rule> All =
    [
        new("1 - sigmoid(x) = sigmoid(-x)", RuleClass.ChangesRounding, e =>
            IsComplement(e) && e.B.Op == Op.Sigmoid ? Sigmoid(-e.B.A) : null),

        new("1 - (1 - x) = x", RuleClass.ChangesRounding, e =>
            IsComplement(e) && IsComplement(e.B) ? e.B.B : null),

        new("1 - min(t + m, 1) = max((1 - t) - m, 0)", RuleClass.ChangesRounding, e =>
            IsComplement(e) && e.B is { Op: Op.Min, A.Op: Op.Add, B.IsOne: true } && Range.IsFixed(e.B.A.B)
                ? Max((1 - e.B.A.A) - e.B.A.B, 0)
                : null),

        new("1 - max(t - m, 0) = min((1 - t) + m, 1)", RuleClass.ChangesRounding, e =>
            IsComplement(e) && e.B is { Op: Op.Max, A.Op: Op.Subtract, B.IsZero: true } && Range.IsFixed(e.B.A.B)
                ? Min((1 - e.B.A.A) + e.B.A.B, 1)
                : null),

        new("1 <= (1 - t) + m where t - m <= 0", RuleClass.ChangesRounding, e =>
            e is { Op: Op.LessOrEqual, A.IsOne: true, B.Op: Op.Add } && Range.IsFixed(e.B.B)
                ? LessOrEqual((1 - e.B.A) - e.B.B, e.Number(0))
                : null),

        new("log sigmoid(x) = -softplus(-x)", RuleClass.ChangesRounding, e =>
            e is { Op: Op.Log, A.Op: Op.Sigmoid } ? -Softplus(-e.A.A) : null),

        new("log t = log(t, 1 - t), accurate at both ends of [0, 1]", RuleClass.ChangesRounding, e =>
            e.Op == Op.Log ? LogOfPair(e.A, 1 - e.A) : null),
    ];

    // 1 - x
    private static bool IsComplement(Expr e) => e.Op == Op.Subtract && e.A.IsOne;
}
