using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>Brings sums and products into a normal form in which what is equal looks equal.</summary>
internal static class AlgebraRules
{
    public static readonly IReadOnlyList<Rule> All =
    [
        new("sqrt(x) = x^0.5", RuleClass.Exact, e => e.Op == Op.SquareRoot ? Power(e.A, 0.5) : null),

        new("x^y = x^a where y is the number a", RuleClass.Exact, e =>
            e.Op == Op.GeneralPower && e.B.IsConstant ? Power(e.A, e.B.Value) : null),

        new("x^0 = 1", RuleClass.ChangesDomain, e => e.Op == Op.Power && e.B.IsZero ? e.Number(1) : null),

        new("x^1 = x", RuleClass.Exact, e => e.Op == Op.Power && e.B.IsOne ? e.A : null),

        new("x^a x^b = x^(a+b), x / x = 1, 0 x = 0, 1 x = x", RuleClass.ChangesDomain, e =>
            e.Op is Op.Multiply or Op.Divide or Op.Negate or Op.Power ? Product.Of(e).ToExpr() : null),

        new("a x + b x = (a+b) x, a x^2 + b x = x (a x + b), x + 0 = x", RuleClass.ChangesRounding, e =>
            e.Op is Op.Add or Op.Subtract ? Sum.Of(e).ToExpr() : null),
    ];

    /// <summary>For after the last differentiation.</summary>
    public static readonly IReadOnlyList<Rule> AfterDifferentiation =
    [
        new("detach(x) = x", RuleClass.Exact, e => e.Op == Op.Detach ? e.A : null),

        new("sigmoid(x) softplus(-x): bounded, since the sigmoid is 0 where the bound is reached", RuleClass.Exact, BoundSoftplus),

        new("sigmoid(z) z^n = sigmoid(z) max(z, -1000)^n, since the sigmoid is 0 there", RuleClass.Exact, BoundLogit),
    ];

    private const double LargestLogit = 1000;

    private static Expr? BoundSoftplus(Expr e)
    {
        if (e.Op is not (Op.Multiply or Op.Divide))
        {
            return null;
        }

        Product product = Product.Of(e);
        foreach ((Expr sigmoid, double exponent) in product.Factors)
        {
            if (sigmoid.Op == Op.Sigmoid && exponent > 0)
            {
                Expr bounded = Substitution.Apply(e, x => x.Op == Op.Softplus && Sum.Of(x.A + sigmoid.A).ToExpr().IsZero ? Bounded(x.A, exponent) : null);
                if (bounded != e)
                {
                    return bounded;
                }
            }
        }

        return null;
    }

    // a root of the sigmoid is 0 only where its logit is larger still
    private static Expr Bounded(Expr x, double exponent) => exponent >= 1 ? BoundedSoftplus(x) : Softplus(Min(x, LargestLogit / exponent));

    private static Expr? BoundLogit(Expr e)
    {
        if (e.Op is not (Op.Multiply or Op.Divide))
        {
            return null;
        }

        Product product = Product.Of(e);
        foreach ((Expr z, double exponent) in product.Factors.Where(f => f.Base.Op == Op.Logit && f.Exponent > 0))
        {
            Expr? bounded = product.ExponentOf(Sigmoid(z)) > 0 ? Max(z, -LargestLogit)
                : product.ExponentOf(Sigmoid(-z)) > 0 ? Min(z, LargestLogit)
                : null;
            if (bounded is { } b)
            {
                return product.Times(z, -exponent).Times(b, exponent).ToExpr();
            }
        }

        return null;
    }
}
