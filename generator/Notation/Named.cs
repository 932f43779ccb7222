using System.Linq;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Notation;

/// <summary>The steps of a kernel that a reader looks for: their mathematics, and the name of the result.</summary>
internal static class Named
{
    /// <summary>The step that computes an expression; null where it is part of another.</summary>
    public static (string Mathematics, string Name)? Step(Expr e) => e.Op switch
    {
        Op.Sigmoid when e.A.Op == Op.Negate => ("q = 1 - p = sigmoid(-z)", "q"),
        Op.Sigmoid => ("p = sigmoid(z)", "p"),
        Op.Softplus when e.A.Op == Op.Negate => ("-log p = softplus(-z)", "lp"),
        Op.Softplus => ("-log(1 - p) = softplus(z)", "lq"),
        Op.BoundedSoftplus when e.A.Op == Op.Negate => ("-log p, bounded: its factor p is 0 before the bound is reached", "bp"),
        Op.BoundedSoftplus => ("-log(1 - p), bounded: its factor 1 - p is 0 before the bound is reached", "bq"),
        Op.Max => (Formula.Definitions(e, Typography.Plain).Append(Formula.PrintBare(e, Typography.Plain)).First(), "u"),
        Op.Min => (Formula.PrintBare(e, Typography.Plain), "v"),
        Op.LogOfPair => (Formula.PrintBare(e, Typography.Plain), "l"),
        Op.PowerOfSigmoid or Op.PowerOfPair => (Formula.PrintBare(e, Typography.Plain), "x"),
        _ => null,
    };
}
