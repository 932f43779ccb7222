using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Scheduling;

/// <summary>
/// Whether the logarithms of sigmoids enter every output linearly, so that an error of log(1 + e) counts once: in all published
/// losses but for powers that are taken by logarithm.
/// </summary>
internal static class LinearLogarithm
{
    /// <summary>The outputs of the graph are linear in them.</summary>
    public static bool Holds(ExprGraph graph)
    {
        Dictionary<Expr, double> degree = [];
        Expr[] nodes = Transcription.Copy(graph, new ExprBuilder());
        foreach (Expr e in nodes)
        {
            degree[e] = Degree(e, degree);
        }

        return graph.Outputs.All(o => degree[nodes[o.Node]] <= 1);
    }

    private static double Degree(Expr e, Dictionary<Expr, double> degree) => e.Op switch
    {
        Op.Softplus or Op.BoundedSoftplus => 1,
        Op.PowerOfSigmoid => double.PositiveInfinity,
        Op.Multiply => degree[e.A] + degree[e.B],
        Op.Divide when degree[e.B] == 0 => degree[e.A],
        Op.Add or Op.Subtract or Op.Negate or Op.ScaleBy or Op.Max or Op.Min => e.Operands.Max(operand => degree[operand]),
        Op.Select => Math.Max(degree[e.B], degree[e.C]),
        _ => e.Operands.All(operand => degree[operand] == 0) ? 0 : double.PositiveInfinity,
    };
}
