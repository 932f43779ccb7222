using System;
using System.Linq;
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

    // A power x^a is multiplied by at most one more factor that is about as small as x. Where x^(a+1) would be
    // subnormal, x counts as 0: subnormal numbers cost over a hundred cycles each on many machines.
    private static double Floor(double exponent, ScalarType scalar) =>
        PowerOfTwo(-(scalar == ScalarType.Single ? 125 : 1021) / (exponent + 1));

    // 2^x, linear between whole exponents and so at most 6 % too large: the same on every machine, which Math.Pow is not.
    private static double PowerOfTwo(double x)
    {
        double whole = Math.Floor(x);
        return BitConverter.Int64BitsToDouble((long)(whole + 1023) << 52) * (1 + (x - whole));
    }

    private static Expr Lower(Expr x, double exponent, ScalarType scalar)
    {
        double floor = Floor(exponent, scalar);
        Expr flushed = CanBeTiny(x) ? Select(Less(x, x.Number(floor)), x.Number(0), x) : x;
        int whole = (int)Math.Floor(exponent);
        double fraction = exponent - whole;
        Expr? root = fraction switch
        {
            0 => null,
            0.5 => SquareRoot(x),
            _ => ExpNonPositive(fraction * Log(x)),
        };
        return (whole, root) switch
        {
            (0, { } r) => CanBeTiny(x) ? Select(Less(x, x.Number(floor)), x.Number(0), r) : r,
            (_, { } r) => WholePower(flushed, whole) * r,
            (_, null) => WholePower(flushed, whole),
        };
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

    // Shifted probabilities are at least an ulp of the shift. A given p is not flushed: derivatives by p are not multiplied
    // by one more p, and may be divided by its powers.
    private static bool CanBeTiny(Expr x) => x.Op == Op.Sigmoid;
}
