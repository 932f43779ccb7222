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
        HashSet<int> denominators = Denominators(graph);
        Expr[] nodes = Transcription.Copy(graph, new ExprBuilder());
        Dictionary<int, double> floors = graph.Nodes
            .Where(node => node.Op == Op.Power)
            .Select(node => node.A)
            .Distinct()
            .ToDictionary(x => x, x => Floor(new VanishingOrder(nodes[x]).OfLargestProduct(nodes), scalar));

        ExprBuilder builder = new();
        Expr[] copies = new Expr[graph.Nodes.Count];
        for (int id = 0; id < copies.Length; id++)
        {
            Node node = graph.Nodes[id];
            copies[id] = node.Op == Op.Power
                ? Lower(copies[node.A], copies[node.B].Value, denominators.Contains(id) ? 0 : floors[node.A], scalar)
                : Transcription.Rebuild(builder, node, operand => copies[operand]);
        }

        return builder.Build(graph.Outputs.Select(o => (o.Kind, copies[o.Node])));
    }

    // What is divided by is never flushed to 0.
    private static HashSet<int> Denominators(ExprGraph graph)
    {
        HashSet<int> found = [];
        for (int id = graph.Nodes.Count - 1; id >= 0; id--)
        {
            Node node = graph.Nodes[id];
            if (node.Op == Op.Divide)
            {
                found.Add(node.B);
            }

            if (node.Op == Op.Multiply && found.Contains(id))
            {
                found.Add(node.A);
                found.Add(node.B);
            }
        }

        return found;
    }

    // Where the smallest product that has a power of x in it would be subnormal, x counts as 0: subnormal numbers cost
    // over a hundred cycles each on many machines.
    private static double Floor(double order, ScalarType scalar) => PowerOfTwo(-(scalar == ScalarType.Single ? 125 : 1021) / order);

    // 2^x by square roots, which are rounded correctly and so the same on every machine; Math.Pow is not.
    private static double PowerOfTwo(double x)
    {
        double whole = Math.Floor(x);
        double fraction = x - whole;
        double power = BitConverter.Int64BitsToDouble((long)(whole + 1023) << 52);
        for (double root = Math.Sqrt(2); fraction > 0 && root > 1; root = Math.Sqrt(root))
        {
            fraction *= 2;
            if (fraction >= 1)
            {
                fraction -= 1;
                power *= root;
            }
        }

        return power;
    }

    private static Expr Lower(Expr x, double exponent, double floor, ScalarType scalar)
    {
        Expr Flush(Expr value) => CanBeTiny(x) && floor > 0 ? Select(Less(x, x.Number(floor)), x.Number(0), value) : value;
        int whole = (int)Math.Floor(exponent);
        double fraction = exponent - whole;
        Expr? root = fraction switch
        {
            0 => null,
            0.5 => SquareRoot(x),
            _ when x.Op == Op.Sigmoid => PowerOfSigmoid(x.A, fraction),
            _ => ExpNonPositive(Times(fraction, Log(x), scalar)),
        };
        return (whole, root) switch
        {
            (0, { } r) => Flush(r),
            (_, { } r) => WholePower(Flush(x), whole) * r,
            (_, null) => WholePower(Flush(x), whole),
        };
    }

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

    // Shifted probabilities are at least an ulp of the shift, and 1 - p of a given p at least an ulp of 1, or 0.
    private static bool CanBeTiny(Expr x) => x.Op is Op.Sigmoid or Op.Probability;
}
