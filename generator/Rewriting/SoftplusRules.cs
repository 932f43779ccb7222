using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// Differences that softplus(x) = x + softplus(-x) would lose where they are small. Each rule takes a term away from a sum
/// or shares it out by the target, and so they come to an end.
/// </summary>
internal static class SoftplusRules
{
    public static readonly IReadOnlyList<Rule> All =
    [
        new("softplus(x) - softplus(-x) = x", RuleClass.ChangesRounding, e =>
            InSum(e, (sum, term, x) => Like(sum, Softplus(Product.Negation(x)), -term.Coefficient) is { } other
                ? sum.Replace([term, other], term.Coefficient * x)
                : null)),

        new("softplus(x) - x = softplus(-x)", RuleClass.ChangesRounding, e =>
            InSum(e, (sum, term, x) => Like(sum, x, -term.Coefficient) is { } other
                ? sum.Replace([term, other], term.Coefficient * Softplus(-x))
                : null)),

        new("softplus(x) - y x = y softplus(-x) + (1 - y) softplus(x)", RuleClass.ChangesRounding, e =>
            InSum(e, (sum, term, x) => Share.Of(sum).Select(share => (share, Like(sum, share * x, -term.Coefficient))).FirstOrDefault(found => found.Item2 is not null) is ({ } y, { } other)
                ? sum.Replace([term, other], term.Coefficient * ((y * Softplus(-x)) + ((1 - y) * Softplus(x))))
                : null)),

        new("max(x, 0) + softplus(-|x|) = softplus(x)", RuleClass.ChangesRounding, e =>
            InSum(e, (sum, term, x) => x is { Op: Op.Negate, A.Op: Op.Abs } ? FromMagnitude(sum, term, x.A.A) : null)),
    ];

    // The first rewriting for a term k softplus(x) of a sum.
    private static Expr? InSum(Expr e, System.Func<Sum, Product, Expr, Expr?> rewrite)
    {
        if (e.Op is not (Op.Add or Op.Subtract))
        {
            return null;
        }

        Sum sum = Sum.Of(e);
        foreach (Product term in sum.Terms)
        {
            if (term.Single is { Op: Op.Softplus } softplus && rewrite(sum, term, softplus.A) is { } rewritten)
            {
                return rewritten;
            }
        }

        return null;
    }

    private static Expr? FromMagnitude(Sum sum, Product term, Expr x)
    {
        foreach (Expr signed in new[] { x, -x })
        {
            if (Like(sum, Max(signed, 0), term.Coefficient) is { } positivePart)
            {
                return sum.Replace([term, positivePart], term.Coefficient * Softplus(signed));
            }

            if (Like(sum, Min(signed, 0), -term.Coefficient) is { } negativePart)
            {
                return sum.Replace([term, negativePart], term.Coefficient * Softplus(-signed));
            }
        }

        return null;
    }

    // the term k e of the sum
    private static Product? Like(Sum sum, Expr e, double coefficient)
    {
        Product product = Product.Of(e);
        return sum.Terms.FirstOrDefault(term => term.RatioTo(product) == coefficient);
    }
}
