using System.Collections.Generic;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>Powers to exponents that are given at run time: of a probability, they have derivatives of their own.</summary>
internal static class PowerRules
{
    public static readonly IReadOnlyList<Rule> All =
    [
        new("sigmoid(x)^a by the logarithm that softplus has", RuleClass.ChangesRounding, e =>
            e is { Op: Op.GeneralPower, A.Op: Op.Sigmoid } && Range.IsFixed(e.B) ? PowerOfSigmoid(e.A.A, e.B) : null),

        new("u^a, a >= 0, u a probability: accurate at both ends of [0, 1]", RuleClass.ChangesRounding, e =>
            IsFocus(e) && IsProbability(e.A) ? PowerOfPair(e.A, 1 - e.A, e.B) : null),
    ];

    private static bool IsProbability(Expr e) =>
        e.Op == Op.Probability || e is { Op: Op.Subtract, A.IsOne: true, B.Op: Op.Probability } || (Range.LowerBound(e) >= 0 && Range.UpperBound(e) <= 1);

    // a focusing factor: a power to a run-time value that is at least 0
    private static bool IsFocus(Expr e) => e.Op == Op.GeneralPower && Range.IsFixed(e.B) && Range.LowerBound(e.B) >= 0;
}
