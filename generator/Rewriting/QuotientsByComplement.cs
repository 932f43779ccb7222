using System;
using System.Linq;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// Derivatives by log p divide by powers of 1 - p, which is next to 0 where p is next to 1, together with what makes up for
/// it: with q = 1 - p, log p / q^1.5 is (log p / q) / q^0.5, of which no part is too small or too large for a number where q is
/// one, and q^a / q, with an exponent a that is given at run time, is q^(a - 1).
/// </summary>
internal static class QuotientsByComplement
{
    /// <summary>The graph with quotients that are computed first.</summary>
    public static ExprGraph Run(ExprGraph graph) =>
        Transcription.Rewrite(graph, e => e.Op is Op.Multiply or Op.Divide ? OfProduct(Product.Of(e)) ?? e : e);

    private static Expr? OfProduct(Product product)
    {
        foreach ((Expr q, double exponent) in product.Factors)
        {
            if (q is { Op: Op.Sigmoid, A: { Op: Op.Negate, A.Op: Op.Logit } } && exponent < 0)
            {
                return OfQuotient(product, q, exponent);
            }
        }

        return null;
    }

    private static Expr? OfQuotient(Product product, Expr q, double exponent)
    {
        Expr? logarithm = Factor(product, e => e.Op is Op.Softplus or Op.BoundedSoftplus && e.A == q.A, least: 1);
        int quotients = logarithm is { } l ? (int)Math.Min(product.ExponentOf(l), Math.Floor(-exponent)) : 0;
        Product rest = quotients == 0 ? product : product.Times(logarithm!.Value, -quotients).Times(q, quotients);
        double left = rest.ExponentOf(q);
        if (left < 0 && Factor(rest, e => e.Op == Op.PowerOfSigmoid && e.A == q.A && !e.B.IsConstant, least: 1) is { } power)
        {
            rest = rest.Times(power, -1).Times(PowerOfSigmoid(power.A, power.B + left), 1).Times(q, -left);
        }

        Expr factor = rest.WithCoefficient(Math.Abs(rest.Coefficient)).ToExpr();
        for (int i = 0; i < quotients; i++)
        {
            Expr quotient = logarithm!.Value / q;
            factor = factor.IsOne ? quotient : quotient * factor;
        }

        return rest.Coefficient < 0 ? -factor : factor;
    }

    private static Expr? Factor(Product product, Func<Expr, bool> isSought, double least) => product.Factors
        .Where(f => f.Exponent >= least && isSought(f.Base))
        .Select(f => (Expr?)f.Base)
        .FirstOrDefault();
}
