using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// Derivatives by log p divide by powers of q = 1 - p, which is next to 0 where p is next to 1, together with what makes up for
/// it: log p / q^1.5 is (log p / q) / q^0.5, of which no part is too small or too large for a number where q is one; so is a sum
/// over q^1.5 with each term divided by q; and q^a / q, with an exponent a that is given at run time, is q^(a - 1), also where it
/// is a sum beside q^a that is divided.
/// </summary>
internal static class QuotientsByComplement
{
    /// <summary>The graph with quotients that are computed first.</summary>
    public static ExprGraph Run(ExprGraph graph) =>
        Transcription.Rewrite(graph, e => e.Op is Op.Multiply or Op.Divide ? OfProduct(Product.Of(e), Sigmoid(-e.Builder.Add(Op.Logit))) ?? e : e);

    private static Expr? OfProduct(Product product, Expr q)
    {
        Product common = product.Factors.Any(f => IsRunTimePower(f.Base, q)) ? WithCommonDivisor(product, q) : product;
        return common.ExponentOf(q) < 0 ? OfQuotient(common, q) : null;
    }

    // q^a (x / q + y) = q^a / q (x + y q)
    private static Product WithCommonDivisor(Product product, Expr q)
    {
        foreach ((Expr sum, double count) in product.Factors.Where(f => f.Base.Op is Op.Add or Op.Subtract))
        {
            double least = Sum.Of(sum).Terms.Min(term => new VanishingOrder(q).Of(term.ToExpr()));
            if (least < 0 && count == 1 && !double.IsInfinity(least))
            {
                product = product.Times(sum, -1).Times(Termwise(sum, q, -least), 1).Times(q, least);
            }
        }

        return product;
    }

    private static Expr OfQuotient(Product product, Expr q)
    {
        List<Expr> quotients = [];
        Product rest = product;
        foreach ((Expr factor, double count) in product.Factors.Where(f => f.Exponent >= 1))
        {
            for (int i = 0; i < count && rest.ExponentOf(q) <= -1 && Quotient(factor, q, rest.ExponentOf(q)) is { } quotient; i++)
            {
                quotients.Add(quotient);
                rest = rest.Times(factor, -1).Times(q, 1);
            }
        }

        double left = rest.ExponentOf(q);
        if (left < 0 && rest.Factors.FirstOrDefault(f => IsRunTimePower(f.Base, q) && f.Exponent == 1) is { Exponent: 1, Base: { } power })
        {
            rest = rest.Times(power, -1).Times(PowerOfSigmoid(power.A, power.B + left), 1).Times(q, -left);
        }

        Expr value = rest.WithCoefficient(Math.Abs(rest.Coefficient)).ToExpr();
        value = quotients.Aggregate(value, (all, quotient) => all.IsOne ? quotient : quotient * all);
        return rest.Coefficient < 0 ? -value : value;
    }

    // a factor over q, where it vanishes as q does; a sum over q alone does not need it
    private static Expr? Quotient(Expr factor, Expr q, double exponent) => factor.Op switch
    {
        Op.Softplus or Op.BoundedSoftplus when factor.A == q.A => factor / q,
        Op.Add or Op.Subtract when exponent < -1 && new VanishingOrder(q).Of(factor) >= 1 => Termwise(factor, q, -1),
        _ => null,
    };

    private static Expr Termwise(Expr sum, Expr q, double exponent) => Sum.Of(sum).Terms
        .Select(term => term.Times(q, exponent))
        .Select(term => OfProduct(term, q) ?? term.ToExpr())
        .Aggregate((a, b) => b.Op == Op.Negate ? a - b.A : a + b);

    private static bool IsRunTimePower(Expr e, Expr q) => e.Op == Op.PowerOfSigmoid && e.A == q.A && !e.B.IsConstant;
}
