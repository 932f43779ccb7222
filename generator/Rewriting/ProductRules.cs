using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// Quotients and exponentials that are sigmoids: 0 / 0 and 0 times infinity where both underflow are not left to cancel at run
/// time. A product ends up with either an exponential or powers of sigmoid(x) and sigmoid(-x) of the same sign.
/// </summary>
internal static class ProductRules
{
    public static readonly IReadOnlyList<Rule> All =
    [
        new("x / (1 + exp(u)) = x sigmoid(-u)", RuleClass.ChangesRounding, e =>
            InProduct(e, (product, factor, exponent) => exponent < 0 && ExponentialRules.OnePlusExp(factor) is { } x
                ? product.Times(factor, -exponent).Times(Sigmoid(-x), -exponent)
                : null)),

        new("exp(a) exp(b) = exp(a + b)", RuleClass.ChangesRounding, e =>
            InProduct(e, (product, factor, exponent) => factor.Op == Op.Exp ? MergeExponentials(product) : null)),

        new("exp(x) sigmoid(-x) = sigmoid(x)", RuleClass.ChangesRounding, e =>
            InProduct(e, (product, factor, exponent) => factor.Op == Op.Sigmoid ? AbsorbExponential(product, factor, exponent) : null)),
    ];

    /// <summary>What holds anyway, and is stable where the logit is known better than what is left of its probability to 1.</summary>
    public static readonly IReadOnlyList<Rule> OfLogits =
    [
        new("sigmoid(x) / sigmoid(-x) = exp(x)", RuleClass.ChangesRounding, e =>
            InProduct(e, (product, factor, exponent) => factor.Op == Op.Sigmoid && exponent > 0 ? CancelSigmoids(product, factor, exponent) : null)),
    ];

    private static Expr? InProduct(Expr e, Func<Product, Expr, double, Product?> rewrite)
    {
        if (e.Op is not (Op.Multiply or Op.Divide or Op.Power))
        {
            return null;
        }

        Product product = Product.Of(e);
        foreach ((Expr factor, double exponent) in product.Factors)
        {
            if (rewrite(product, factor, exponent) is { } rewritten)
            {
                return rewritten.ToExpr();
            }
        }

        return null;
    }

    private static Product? MergeExponentials(Product product)
    {
        List<(Expr Base, double Exponent)> exponentials = product.Factors.Where(f => f.Base.Op == Op.Exp).ToList();
        if (exponentials.Count == 1 && exponentials[0].Exponent == 1)
        {
            return null;
        }

        Expr sum = exponentials.Select(f => f.Exponent * f.Base.A).Aggregate((a, b) => a + b);
        return Without(product, exponentials).Times(Exp(sum), 1);
    }

    // e^kx sigmoid(-x)^a = e^(k-m)x sigmoid(x)^m sigmoid(-x)^(a-m), m = min(k, a), and the same where k and a are negative
    private static Product? AbsorbExponential(Product product, Expr sigmoid, double exponent)
    {
        foreach ((Expr exp, double _) in product.Factors.Where(f => f is { Base.Op: Op.Exp, Exponent: 1 }))
        {
            if (Product.Of(exp.A).RatioTo(Product.Of(-sigmoid.A)) is { } k && k * exponent > 0)
            {
                double m = Math.Sign(k) * Math.Min(Math.Abs(k), Math.Abs(exponent));
                Product rest = product
                    .Times(exp, -1)
                    .Times(sigmoid, -m)
                    .Times(Sigmoid(Product.Negation(sigmoid.A)), m);
                return k == m ? rest : rest.Times(Exp((k - m) * -sigmoid.A), 1);
            }
        }

        return null;
    }

    private static Product? CancelSigmoids(Product product, Expr sigmoid, double exponent)
    {
        Expr other = Sigmoid(Product.Negation(sigmoid.A));
        double common = Math.Min(exponent, -product.ExponentOf(other));
        return common > 0
            ? product.Times(sigmoid, -common).Times(other, common).Times(Exp(common * sigmoid.A), 1)
            : null;
    }

    private static Product Without(Product product, IEnumerable<(Expr Base, double Exponent)> factors) =>
        factors.Aggregate(product, (left, f) => left.Times(f.Base, -f.Exponent));
}
