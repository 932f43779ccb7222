using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Elementary;
using LossGen.Generator.Algebra;
using LossGen.Generator.Parsing;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// Powers with constant exponents become multiplications, square roots and, for the fraction that is left, the
/// exponential of a multiple of a logarithm: x^2.3 = x^2 exp(0.3 log x). The integer part by multiplication keeps the
/// argument of the exponential, and with it the error, small.
/// </summary>
internal static class PowerLowering
{
    /// <summary>The graph without powers.</summary>
    public static ExprGraph Run(ExprGraph graph, ScalarType scalar)
    {
        ExprBuilder builder = new();
        Expr[] copies = new Expr[graph.Nodes.Count];
        for (int id = 0; id < copies.Length; id++)
        {
            Node node = graph.Nodes[id];
            copies[id] = node.Op == Op.Power
                ? Lower(copies[node.A], copies[node.B].Value, scalar)
                : Transcription.Rebuild(builder, node, operand => copies[operand]);
        }

        return builder.Build(graph.Outputs.Select(o => (o.Kind, copies[o.Node])));
    }

    private static Expr Lower(Expr x, double exponent, ScalarType scalar)
    {
        int whole = (int)Math.Floor(exponent);
        double fraction = exponent - whole;
        Expr? root = fraction == 0 ? null : Root(UnderflowGuard.Unguarded(x), fraction, scalar);
        return (whole, root) switch
        {
            // where x counts as 0, so does its root
            (0, { } r) => UnderflowGuard.Unguarded(x) == x ? r : Select(x.A, x.B, r),
            (_, { } r) => WholePower(x, whole) * r,
            (_, null) => WholePower(x, whole),
        };
    }

    private static Expr Root(Expr x, double fraction, ScalarType scalar) => (fraction, x.Op) switch
    {
        (0.5, _) => SquareRoot(x),
        (_, Op.Sigmoid) => PowerOfSigmoid(x.A, fraction),
        _ => ExpNonPositive(Times(fraction, Log(x), scalar)),
    };

    // A fraction that is no number of the lane type goes in with what its rounding leaves, since |log x| would magnify
    // it: head and rest both positive, so that they agree on where log 0 takes them.
    private static Expr Times(double fraction, Expr logarithm, ScalarType scalar)
    {
        double head = scalar == ScalarType.Single ? SigmoidFunctions.RoundDown(fraction) : fraction;
        return head == fraction ? head * logarithm : (head * logarithm) + ((fraction - head) * logarithm);
    }

    // x^2n = (x^n)^2, x^(2n+1) = x^2n x
    private static Expr WholePower(Expr x, int exponent)
    {
        if (exponent == 1)
        {
            return x;
        }

        Expr half = WholePower(x, exponent / 2);
        return exponent % 2 == 0 ? half * half : half * half * x;
    }
}
