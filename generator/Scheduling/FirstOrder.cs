using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Scheduling;

/// <summary>
/// Whether an error of e^-|z| counts at most once in every output: the probabilities of a pair and their logarithms are of degree
/// 1 each in all products. (p q counts once: where one of them has the error of e, the other one is near 1.) Cross entropy and Poly-1 are such losses;
/// a power, as in focal loss, is not, and of other functions nothing is said.
/// </summary>
internal static class FirstOrder
{
    /// <summary>The graph is of first order.</summary>
    public static bool Holds(ExprGraph graph)
    {
        Expr[] nodes = Transcription.Copy(graph, new ExprBuilder());
        return nodes.Where(e => e.Op is Op.Sigmoid or Op.Softplus or Op.BoundedSoftplus).Select(e => e.A).Distinct()
            .All(logit => Degrees(nodes, logit) is var degree && graph.Outputs.All(o => degree[nodes[o.Node]] <= 1));
    }

    private static Dictionary<Expr, double> Degrees(Expr[] nodes, Expr logit)
    {
        Dictionary<Expr, double> degree = [];
        foreach (Expr e in nodes)
        {
            degree[e] = e.Op switch
            {
                Op.Sigmoid or Op.Softplus or Op.BoundedSoftplus => !IsLogit(e.A) ? double.PositiveInfinity : e.A == logit ? 1 : 0,
                Op.Multiply => degree[e.A] + degree[e.B],
                Op.Add or Op.Subtract or Op.Negate or Op.ScaleBy => e.Operands.Max(operand => degree[operand]),
                Op.Select => Math.Max(degree[e.B], degree[e.C]),
                Op.Constant or Op.Logit or Op.Target or Op.Weight or Op.Scale or Op.Hyperparameter or Op.Less or Op.LessOrEqual or Op.Equal => 0,
                Op.Abs when e.A.Op == Op.Logit => 0,
                _ => double.PositiveInfinity,
            };
        }

        return degree;
    }

    // z, -z, |z|, -|z|, or a selection of those
    private static bool IsLogit(Expr e) => e.Op switch
    {
        Op.Logit => true,
        Op.Negate or Op.Abs => IsLogit(e.A),
        Op.Select => IsLogit(e.B) && IsLogit(e.C),
        _ => false,
    };
}
