using System.Collections.Generic;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// Writes formulas in the logit z of a probability p in v = log p, where that is the input: after all rules that know sigmoids.
/// 1 - p = -expm1(v) is as accurate as v near 0.
/// </summary>
internal static class LogProbabilityRules
{
    // e^-1000 is 0
    private const double LargestMagnitude = 1000;

    /// <summary>Probabilities and their logarithms.</summary>
    public static readonly IReadOnlyList<Rule> OfProbabilities =
    [
        new("sigmoid(z) = exp(v)", RuleClass.ChangesRounding, e =>
            e.Op == Op.Sigmoid && IsLogit(e.A) ? P(e) : null),

        new("sigmoid(-z) = -expm1(v)", RuleClass.ChangesRounding, e =>
            e.Op == Op.Sigmoid && IsNegatedLogit(e.A) ? Q(e) : null),

        new("softplus(-z) = -v", RuleClass.ChangesRounding, e =>
            e.Op == Op.Softplus && IsNegatedLogit(e.A) ? -V(e) : null),

        new("softplus(-z), bounded = -max(v, -1000)", RuleClass.Exact, e =>
            e.Op == Op.BoundedSoftplus && IsNegatedLogit(e.A) ? -Max(V(e), -LargestMagnitude) : null),

        new("softplus(min(-z, c)) = -max(v, -c), c large", RuleClass.ChangesRounding, e =>
            e is { Op: Op.Softplus, A: { Op: Op.Min, B.IsConstant: true, B.Value: >= LargestMagnitude } } && IsNegatedLogit(e.A.A)
                ? -Max(V(e), -e.A.B.Value)
                : null),

        new("softplus(z) = -log(-expm1(v), exp(v))", RuleClass.ChangesRounding, e =>
            e.Op is Op.Softplus or Op.BoundedSoftplus && IsLogit(e.A) ? -LogOfPair(Q(e), P(e)) : null),

        new("sigmoid(z)^a = exp(a v)", RuleClass.ChangesRounding, e =>
            e.Op == Op.PowerOfSigmoid && IsLogit(e.A) ? Exp(e.B * V(e)) : null),

        new("sqrt(exp(v)) = exp(v / 2), which is not 0 where exp(v) is", RuleClass.ChangesRounding, e =>
            e is { Op: Op.SquareRoot, A: { Op: Op.Exp, A.Op: Op.LogProbability } } ? Exp(0.5 * V(e)) : null),

        new("sigmoid(-z)^a = (-expm1(v))^a", RuleClass.ChangesRounding, e =>
            e.Op == Op.PowerOfSigmoid && IsNegatedLogit(e.A) ? PowerOfPair(Q(e), P(e), e.B) : null),
    ];

    /// <summary>The logit itself, and the signs that the others leave.</summary>
    public static readonly IReadOnlyList<Rule> OfLogits =
    [
        new("z = v - log(-expm1(v), exp(v))", RuleClass.ChangesRounding, e => IsLogit(e) ? V(e) - LogOfPair(Q(e), P(e)) : null),

        new("-(-x) = x", RuleClass.Exact, e => e is { Op: Op.Negate, A.Op: Op.Negate } ? e.A.A : null),

        new("x + (-y) = x - y", RuleClass.Exact, e => e is { Op: Op.Add, B.Op: Op.Negate } ? e.A - e.B.A : null),

        new("x - (-y) = x + y", RuleClass.Exact, e => e is { Op: Op.Subtract, B.Op: Op.Negate } ? e.A + e.B.A : null),
    ];

    private static bool IsLogit(Expr e) => e.Op == Op.Logit;

    private static bool IsNegatedLogit(Expr e) => e.Op == Op.Negate && IsLogit(e.A);

    private static Expr V(Expr e) => e.Builder.Add(Op.LogProbability);

    private static Expr P(Expr e) => Exp(V(e));

    private static Expr Q(Expr e) => -Expm1(V(e));
}
