using System.Linq;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Notation;

/// <summary>The steps of a kernel that a reader looks for: their mathematics, and the name of the result.</summary>
internal static class Named
{
    /// <summary>The step that computes an expression; null where it is part of another.</summary>
    public static (string Mathematics, string Name)? Step(Expr e, Typography type) => e.Op switch
    {
        Op.Sigmoid when IsNegatedLogit(e.A) => ("q = 1 - p = sigmoid(-z)", "q"),
        Op.Sigmoid when IsLogit(e.A) => ("p = sigmoid(z)", "p"),
        Op.Softplus when IsNegatedLogit(e.A) => ("-log p = softplus(-z)", "lp"),
        Op.Softplus when IsLogit(e.A) => ("-log(1 - p) = softplus(z)", "lq"),
        Op.BoundedSoftplus when IsNegatedLogit(e.A) => ("-log p, bounded: its factor p is 0 before the bound is reached", "bp"),
        Op.BoundedSoftplus when IsLogit(e.A) => ("-log(1 - p), bounded: its factor 1 - p is 0 before the bound is reached", "bq"),
        Op.Sigmoid when Margin.IsMagnitude(e.A) => ("1 / (1 + e), the larger of p and q", "r"),
        Op.Sigmoid when Margin.IsNegatedMagnitude(e.A) => ("e / (1 + e), the smaller of p and q", "m"),
        Op.Softplus when Margin.IsMagnitude(e.A) => ("softplus(|z|), the larger of -log p and -log q", "lm"),
        Op.Softplus when Margin.IsNegatedMagnitude(e.A) => ("log(1 + e), the smaller of -log p and -log q", "l"),
        Op.Sigmoid when Margin.Is(e.A) => ("t = sigmoid(u), the confidence in the target", "c"),
        Op.Sigmoid when Margin.IsNegated(e.A) => ("1 - t = sigmoid(-u), what is left to learn", "q"),
        Op.Softplus when Margin.IsNegated(e.A) => ("-log t = softplus(-u)", "lt"),
        Op.BoundedSoftplus when Margin.IsNegated(e.A) => ("-log t, bounded: its factor t is 0 before the bound is reached", "bt"),
        Op.Select when Margin.Is(e) => ("u = y = 1 ? z : -z, the margin", "u"),
        Op.Select when Margin.IsShareAgainst(e) => ("z < 0 ? y : 1 - y, the share of the target that z speaks against", "s"),
        Op.Exp when IsLogProbability(e.A) => ("p = exp(v), v = log p", "p"),
        Op.Expm1 when IsLogProbability(e.A) => ("expm1(v) = -(1 - p)", "m"),
        Op.Sigmoid or Op.Softplus or Op.BoundedSoftplus or Op.Exp or Op.Expm1 or Op.Tanh => (Formula.PrintBare(e, type), "f"),
        Op.Max => (Formula.Definitions(e, type).Append(Formula.PrintBare(e, type)).First(), "u"),
        Op.Min => (Formula.PrintBare(e, type), "v"),
        Op.LogOfPair => (Formula.PrintBare(e, type), "l"),
        Op.PowerOfSigmoid or Op.PowerOfPair or Op.GeneralPower => (Formula.PrintBare(e, type), "x"),
        _ => null,
    };

    private static bool IsLogProbability(Expr e) => e.Op == Op.LogProbability;

    private static bool IsLogit(Expr e) => e.Op == Op.Logit;

    private static bool IsNegatedLogit(Expr e) => e.Op == Op.Negate && IsLogit(e.A);
}
