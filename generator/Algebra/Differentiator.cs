using System;
using System.Collections.Generic;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Algebra;

/// <summary>Symbolic derivatives with respect to the input (the logit z, or the probability p), or to log p.</summary>
internal static class Differentiator
{
    /// <summary>The derivative of an operation, given the operation and the derivatives of its operands.</summary>
    public delegate Expr Row(Expr e, Expr[] d);

    /// <summary>One formula per operation.</summary>
    public static readonly IReadOnlyDictionary<Op, Row> Rows = new Dictionary<Op, Row>
    {
        // dc = 0; targets, weights and scale do not depend on the input
        [Op.Constant] = (e, d) => e.Number(0),
        [Op.Target] = (e, d) => e.Number(0),
        [Op.Weight] = (e, d) => e.Number(0),
        [Op.Scale] = (e, d) => e.Number(0),
        [Op.Hyperparameter] = (e, d) => e.Number(0),

        // dz/dz = 1, and dp/dp = 1 or d log p / d log p = 1 where that is the input
        [Op.Logit] = (e, d) => e.Number(1),
        [Op.Probability] = (e, d) => e.Number(1),
        [Op.LogProbability] = (e, d) => e.Number(1),

        [Op.Negate] = (e, d) => -d[0],
        [Op.Add] = (e, d) => d[0] + d[1],
        [Op.Subtract] = (e, d) => d[0] - d[1],

        // d(ab) = b da + a db
        [Op.Multiply] = (e, d) => (d[0] * e.B) + (e.A * d[1]),
        [Op.ScaleBy] = (e, d) => ScaleBy(d[0], e.B),

        // d(a/b) = da / b - a db / b^2
        [Op.Divide] = (e, d) => (d[0] / e.B) - ((e.A * d[1]) / Power(e.B, 2)),

        // d(x^a) = a x^a dx / x
        [Op.Power] = (e, d) => e.B * ((e * d[0]) / e.A),

        // d(x^y) = y x^(y-1) dx + x^y log x dy; x^y / x would be 0 / 0 where x is 0, and x^y log x is 0 times infinity there
        [Op.GeneralPower] = (e, d) => d[1].IsZero
            ? e.B * (GeneralPower(e.A, e.B - 1) * d[0])
            : (e.B * (GeneralPower(e.A, e.B - 1) * d[0])) + Select(Equal(e.A, 0), e.Number(0), e * (Log(e.A) * d[1])),

        // d sqrt(x) = dx / (2 sqrt(x))
        [Op.SquareRoot] = (e, d) => d[0] / (2 * e),

        // the subgradient of |x| at 0 is 0
        [Op.Abs] = (e, d) => Select(Less(e.Number(0), e.A), d[0], Select(Less(e.A, e.Number(0)), -d[0], e.Number(0))),

        // the subgradient of max and min: that of the second operand at the kink
        [Op.Max] = (e, d) => Select(LessOrEqual(e.A, e.B), d[1], d[0]),
        [Op.Min] = (e, d) => Select(LessOrEqual(e.B, e.A), d[1], d[0]),

        // d e^x = e^x dx
        [Op.Exp] = (e, d) => e * d[0],
        [Op.Expm1] = (e, d) => Exp(e.A) * d[0],

        // d tanh(x) = 1 / cosh^2(x) dx = 4 sigmoid(2 x) sigmoid(-2 x) dx
        [Op.Tanh] = (e, d) => 4 * (Sigmoid(2 * e.A) * (Sigmoid(-(2 * e.A)) * d[0])),

        // d log x = dx / x
        [Op.Log] = (e, d) => d[0] / e.A,

        // d log t = dt / t
        [Op.LogOfPair] = (e, d) => d[0] / e.A,

        // d sigmoid(x) = sigmoid(x) sigmoid(-x) dx
        [Op.Sigmoid] = (e, d) => e * (Sigmoid(-e.A) * d[0]),

        // d sigmoid(x)^a = a sigmoid(x)^a sigmoid(-x) dx
        [Op.PowerOfSigmoid] = (e, d) => e.B * (e * (Sigmoid(-e.A) * d[0])),

        // d(x^a) = a x^a dx / x, and 0 where x is 0 even if a is; the maximum with 0 has the derivative 0 there
        [Op.PowerOfPair] = (e, d) => e.A.Op == Op.Max
            ? e.C * ((e * d[0]) / e.A)
            : Select(Equal(e.A, 0), e.Number(0), e.C * ((e * d[0]) / e.A)),

        // d softplus(x) = sigmoid(x) dx
        [Op.Softplus] = (e, d) => Sigmoid(e.A) * d[0],
        [Op.BoundedSoftplus] = (e, d) => Sigmoid(e.A) * d[0],

        // a stop-gradient is a constant
        [Op.Detach] = (e, d) => e.Number(0),

        // conditions are piecewise constant
        [Op.Less] = (e, d) => e.Number(0),
        [Op.LessOrEqual] = (e, d) => e.Number(0),
        [Op.Equal] = (e, d) => e.Number(0),
        [Op.Select] = (e, d) => Select(e.A, d[1], d[2]),
    };

    /// <summary>The graph with those derivatives appended: an output of kind <c>To</c> is the derivative of the one of kind <c>From</c>.</summary>
    public static ExprGraph Append(ExprGraph graph, params (OutputKind From, OutputKind To)[] derivatives) => Append(graph, Variable.Input, derivatives);

    /// <summary>The same with respect to another variable; an output that the graph does not have has no derivative.</summary>
    public static ExprGraph Append(ExprGraph graph, Variable variable, params (OutputKind From, OutputKind To)[] derivatives)
    {
        ExprBuilder builder = new();
        Expr[] values = Transcription.Copy(graph, builder);
        List<(OutputKind Kind, Expr Value)> outputs = [];
        foreach (Output output in graph.Outputs)
        {
            outputs.Add((output.Kind, values[output.Node]));
        }

        Dictionary<Expr, Expr> known = [];
        if (variable == Variable.LogProbability)
        {
            // z = log p - log(1 - p), dz / d log p = 1 / (1 - p)
            Expr z = builder.Add(Op.Logit);
            known.Add(z, 1 / Sigmoid(-z));
        }

        foreach ((OutputKind from, OutputKind to) in derivatives)
        {
            int place = outputs.FindIndex(o => o.Kind == from);
            if (place >= 0)
            {
                outputs.Add((to, Derivative(outputs[place].Value, known)));
            }
        }

        return builder.Build(outputs);
    }

    private static Expr Derivative(Expr e, Dictionary<Expr, Expr> known)
    {
        if (!known.TryGetValue(e, out Expr derivative))
        {
            derivative = Rows[e.Op](e, Array.ConvertAll(e.Operands, operand => Derivative(operand, known)));
            known.Add(e, derivative);
        }

        return derivative;
    }
}
