using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Parsing;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// Keeps products of small probabilities from becoming subnormal, which costs over a hundred cycles each on many machines:
/// in a product of order k in x (about x^k when x is small), x counts as 0 where x^k would be below the normal numbers.
/// </summary>
internal sealed class UnderflowGuard
{
    private const double Ln2 = 0.69314718055994529;

    // Statistics multiply a probability by the share of a class, which is seldom below 2^-25: p counts as 0 below 2^-100.
    private const double OrderOfShare = 0.25;

    private readonly ScalarType _scalar;
    private readonly bool _guardsPowers;
    private readonly double _orderOfFactor;
    private readonly IReadOnlyDictionary<Expr, VanishingOrder> _orders;
    private readonly Dictionary<(Expr, bool), Expr> _known = [];

    private UnderflowGuard(IEnumerable<Expr> nodes, ScalarType scalar, bool guardsPowers, double orderOfFactor)
    {
        _scalar = scalar;
        _guardsPowers = guardsPowers;
        _orderOfFactor = orderOfFactor;
        _orders = nodes.Where(e => CanBeTiny(e)).ToDictionary(x => x, x => new VanishingOrder(x));
    }

    /// <summary>The graph with guarded products.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="scalar">The type whose smallest normal number counts.</param>
    /// <param name="guardsPowers">
    /// Also powers to exponents that are given at run time, which takes the logit. Where log p is the input, the logarithm in it
    /// costs more than the subnormal number of a row now and then.
    /// </param>
    public static ExprGraph Run(ExprGraph graph, ScalarType scalar, bool guardsPowers = true)
    {
        ExprBuilder builder = new();
        Expr[] nodes = Transcription.Copy(graph, builder);
        UnderflowGuard ofLosses = new(nodes, scalar, guardsPowers, orderOfFactor: 0);
        UnderflowGuard ofStatistics = new(nodes, scalar, guardsPowers, OrderOfShare);
        return builder.Build(graph.Outputs.Select(o =>
            (o.Kind, (Statistics.Contains(o.Kind) ? ofStatistics : ofLosses).Visit(nodes[o.Node], isDivisor: false))));
    }

    /// <summary>The probability of a guarded one, else the expression itself.</summary>
    public static Expr Unguarded(Expr e) =>
        e is { Op: Op.Select, A.Op: Op.Less, B.IsZero: true } && e.A.A == e.C && CanBeTiny(e.C) ? e.C : e;

    // Shifted probabilities are at least an ulp of the shift, and 1 - p of a given p at least an ulp of 1, or 0.
    private static bool CanBeTiny(Expr x) => x.Op is Op.Sigmoid or Op.Probability;

    private Expr Visit(Expr e, bool isDivisor)
    {
        if (!_known.TryGetValue((e, isDivisor), out Expr visited))
        {
            visited = e.Op is Op.Multiply or Op.Divide or Op.Power ? VisitProduct(e, e, isDivisor) : VisitOperands(e);
            _known.Add((e, isDivisor), visited);
        }

        return visited;
    }

    // What is divided by never counts as 0.
    private Expr VisitProduct(Expr e, Expr product, bool isDivisor) => e.Op switch
    {
        Op.Multiply => VisitProduct(e.A, product, isDivisor) * VisitProduct(e.B, product, isDivisor),
        Op.Divide => VisitProduct(e.A, product, isDivisor) / Visit(e.B, isDivisor: true),
        Op.Power when PowerLowering.IsByLogarithm(e.B.Value) => VisitOperands(e),
        Op.Power => Power(VisitProduct(e.A, product, isDivisor), e.B.Value),
        Op.Sigmoid or Op.Probability => isDivisor ? e : Guarded(e, product),
        Op.PowerOfSigmoid => isDivisor ? e : GuardedPower(e, product),
        _ => Visit(e, isDivisor),
    };

    private Expr VisitOperands(Expr e)
    {
        Expr[] operands = Array.ConvertAll(e.Operands, operand => Visit(operand, isDivisor: false));
        return operands.Length == 0 ? e : e.Builder.Add(e.Op, operands);
    }

    private Expr Guarded(Expr x, Expr product)
    {
        double order = _orders[x].Of(product) + _orderOfFactor;
        return order > 1 && !double.IsInfinity(order) ? Select(Less(x, x.Number(Floor(order))), x.Number(0), x) : x;
    }

    // sigmoid(x)^a times k factors that vanish with it is about e^((a + k) x), and sigmoid(x)^a itself never subnormal
    private Expr GuardedPower(Expr power, Expr product)
    {
        double order = new VanishingOrder(Sigmoid(power.A)).Of(product);
        if (!_guardsPowers || !(order > 0) || double.IsInfinity(order))
        {
            return power;
        }

        Expr exponent = power.B + order;
        double limit = (_scalar == ScalarType.Single ? 126 : 1022) * Ln2;
        Expr isTiny = power.A.Op == Op.Negate
            ? Less(power.Number(limit), power.A.A * exponent)
            : Less(power.A * exponent, power.Number(-limit));
        return Select(isTiny, power.Number(0), power);
    }

    private double Floor(double order) => PowerOfTwo(-(_scalar == ScalarType.Single ? 125 : 1021) / order);

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
}
