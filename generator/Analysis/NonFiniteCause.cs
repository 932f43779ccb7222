using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Analysis;

/// <summary>The operation of a user's term that makes it infinite or NaN, and what to write instead.</summary>
internal sealed class NonFiniteCause
{
    private readonly ExprGraph _graph;
    private readonly double[] _values;

    private NonFiniteCause(ExprGraph graph, double[] values) => (_graph, _values) = (graph, values);

    /// <summary>What to write instead, where the term as it is written has those leaves.</summary>
    /// <param name="graph">The term as it is written.</param>
    /// <param name="leaves">The parameters of the method.</param>
    /// <param name="hyperparameters">Those that are given at run time.</param>
    /// <param name="probability">p, for an example that helps there.</param>
    public static string Advice(ExprGraph graph, IReadOnlyDictionary<Op, double> leaves, double[] hyperparameters, double probability)
    {
        NonFiniteCause cause = new(graph, Evaluator.Values(graph, leaves, hyperparameters));

        // the logarithm of p or 1 - p is stable by itself, so that it is rarely to blame beside another operation
        Op[] operations = [.. cause.Operations(graph.Outputs.Single().Node).OrderBy(op => op == Op.Log)];
        return (operations.Length == 0 ? null : Advice(operations[0])) is { } advice
            ? advice + Example(operations[0], probability)
            : "keep what it divides by, or takes a root or a power of, away from 0" + Example(Op.Divide, probability);
    }

    private static string? Advice(Op operation) => operation switch
    {
        Op.Divide => "keep the divisor away from 0",
        Op.Log => "keep the argument of the logarithm above 0",
        Op.SquareRoot => "keep the argument of the square root above 0",
        Op.Power or Op.GeneralPower => "keep the base of the power above 0",
        Op.Exp or Op.Expm1 => "bound the argument of the exponential",
        _ => null,
    };

    private static string Example(Op operation, double probability) => (operation, probability) switch
    {
        (Op.Exp or Op.Expm1, _) => ", for example with Math.Min(x, 50)",
        (_, 0) => ", for example with Math.Max(p, 1e-7)",
        (_, 1) => ", for example with Math.Max(1 - p, 1e-7)",
        _ => ", for example with Math.Max(x, 1e-7)",
    };

    // those whose operands are finite and whose result is not, and that are not on the side of a selection that is not taken
    private IEnumerable<Op> Operations(int id)
    {
        Node node = _graph.Nodes[id];
        if (IsFinite(id))
        {
            return [];
        }

        int[] culprits = node.Op == Op.Select
            ? [_values[node.A] != 0 ? node.B : node.C]
            : [.. ExprGraph.Operands(node).Where(operand => !IsFinite(operand))];
        return culprits.Length == 0 ? [node.Op] : culprits.SelectMany(Operations);
    }

    private bool IsFinite(int id) => !double.IsNaN(_values[id]) && !double.IsInfinity(_values[id]);
}
