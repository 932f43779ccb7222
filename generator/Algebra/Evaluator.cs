using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen.Generator.Algebra;

/// <summary>Evaluates expressions in double precision: at the points where a term may not be finite, and what the tests hold rewriting and scheduling against.</summary>
internal static class Evaluator
{
    /// <summary>One evaluation per operation that has operands; truth is 1, falsehood 0.</summary>
    public static readonly IReadOnlyDictionary<Op, Func<double[], double>> Rows = new Dictionary<Op, Func<double[], double>>
    {
        [Op.Negate] = x => -x[0],
        [Op.Add] = x => x[0] + x[1],
        [Op.Subtract] = x => x[0] - x[1],
        [Op.Multiply] = x => x[0] * x[1],
        [Op.Divide] = x => x[0] / x[1],
        [Op.Power] = x => Math.Pow(x[0], x[1]),
        [Op.GeneralPower] = x => Math.Pow(x[0], x[1]),
        [Op.SquareRoot] = x => Math.Sqrt(x[0]),
        [Op.Abs] = x => Math.Abs(x[0]),
        [Op.Max] = x => Math.Max(x[0], x[1]),
        [Op.Min] = x => Math.Min(x[0], x[1]),
        [Op.Exp] = x => Math.Exp(x[0]),
        [Op.Expm1] = x => Expm1(x[0]),
        [Op.Tanh] = x => Math.Tanh(x[0]),
        [Op.Log] = x => Math.Log(x[0]),
        [Op.LogOfPair] = x => x[0] < 0.5 ? Math.Log(x[0]) : Log1P(-x[1]),
        [Op.Sigmoid] = x => Sigmoid(x[0]),
        [Op.PowerOfSigmoid] = x => Math.Pow(Sigmoid(x[0]), x[1]),
        [Op.PowerOfPair] = x => Math.Pow(x[0], x[2]),
        [Op.Softplus] = x => Softplus(x[0]),
        [Op.BoundedSoftplus] = x => Softplus(Math.Min(x[0], BoundedMagnitude)),
        [Op.Detach] = x => x[0],
        [Op.ScaleBy] = x => x[0] * x[1],
        [Op.Less] = x => x[0] < x[1] ? 1 : 0,
        [Op.LessOrEqual] = x => x[0] <= x[1] ? 1 : 0,
        [Op.Equal] = x => x[0] == x[1] ? 1 : 0,
        [Op.Select] = x => x[0] != 0 ? x[1] : x[2],
    };

    // beyond it sigmoid(-|x|) is 0 in double
    private const double BoundedMagnitude = 750;

    /// <summary>The outputs of the graph for those values of its leaves and of the hyperparameters by their index.</summary>
    public static IReadOnlyDictionary<OutputKind, double> Evaluate(
        ExprGraph graph, IReadOnlyDictionary<Op, double> leaves, params double[] hyperparameters)
    {
        double[] values = Values(graph, leaves, hyperparameters);
        return graph.Outputs.ToDictionary(o => o.Kind, o => values[o.Node]);
    }

    /// <summary>The values of all nodes.</summary>
    public static double[] Values(ExprGraph graph, IReadOnlyDictionary<Op, double> leaves, double[] hyperparameters)
    {
        double[] values = new double[graph.Nodes.Count];
        for (int id = 0; id < values.Length; id++)
        {
            Node node = graph.Nodes[id];
            values[id] = node.Op == Op.Constant ? BitConverter.Int64BitsToDouble(node.Bits)
                : node.Op == Op.Hyperparameter ? hyperparameters[(int)(node.Bits >> 1)]
                : leaves.TryGetValue(node.Op, out double leaf) ? leaf
                : Rows[node.Op](ExprGraph.Operands(node).Select(operand => values[operand]).ToArray());
        }

        return values;
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Softplus(double x) => Math.Max(x, 0) + Log1P(Math.Exp(-Math.Abs(x)));

    // Kahan's e^x - 1
    private static double Expm1(double x)
    {
        double w = Math.Exp(x);
        return w == 1 ? x : Math.Abs(x) > 1 ? w - 1 : (w - 1) * x / Math.Log(w);
    }

    // Kahan's log(1 + x)
    private static double Log1P(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }
}
