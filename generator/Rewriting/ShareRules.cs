using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// Terms over p and y. Where y is 0 or 1 they are to be as accurate as the term of that class alone: then 1 - p is what
/// y - p must be, to the last digit.
/// </summary>
internal static class ShareRules
{
    public static readonly IReadOnlyList<Rule> All =
    [
        new("y - p = y (1 - p) - (1 - y) p", RuleClass.ChangesRounding, e =>
            e.Op is Op.Add or Op.Subtract ? ShareOut(Sum.Of(e)) : null),

        new("p + y - 2 y p = y (1 - p) + (1 - y) p", RuleClass.ChangesRounding, e =>
            e.Op is Op.Add or Op.Subtract ? Separate(Sum.Of(e)) : null),

        new("y a + (1 - y) a = a", RuleClass.ChangesRounding, e =>
            e.Op is Op.Add or Op.Subtract ? Join(Sum.Of(e)) : null),

        new("1 - (y a + (1 - y) b) = y (1 - a) + (1 - y) (1 - b)", RuleClass.ChangesRounding, e =>
            e is { Op: Op.Subtract, A.IsOne: true } && Blend(e.B) is { } blend
                && (Complement.IsKnown(blend.A) || Complement.IsKnown(blend.B))
                ? (blend.Y * Complement.Of(blend.A)) + (Share.Other(blend.Y) * Complement.Of(blend.B))
                : null),

        new("log(y a + (1 - y) b) = y = 1 ? log a : y = 0 ? log b : log(y a + (1 - y) b)", RuleClass.Exact, e =>
            e.Op == Op.Log && Blend(e.A) is { Y.Op: Op.Target } blend
                ? Select(
                    Equal(blend.Y, 1),
                    Log(blend.A),
                    Select(Equal(blend.Y, 0), Log(blend.B), LogOfPair(e.A, 1 - e.A)))
                : null),
    ];

    // k y - k p and nothing else
    private static Expr? ShareOut(Sum sum)
    {
        if (sum.Terms.Count != 2)
        {
            return null;
        }

        Product? share = sum.Terms.FirstOrDefault(term => term.Single is { Op: Op.Target });
        Product? probability = sum.Terms.FirstOrDefault(term => term.Single is { } p && Complement.OfProbability(p) is not null);
        return share is { Single: { } y } && probability is { Single: { } p } && share.Coefficient == -probability.Coefficient
            ? share.Coefficient * ((y * Complement.OfProbability(p)!.Value) - ((1 - y) * p))
            : null;
    }

    // k p + k y - 2 k p y and nothing else
    private static Expr? Separate(Sum sum)
    {
        Product? share = sum.Terms.FirstOrDefault(term => term.Single is { Op: Op.Target });
        Product? probability = sum.Terms.FirstOrDefault(term => term.Single is { } p && Complement.OfProbability(p) is not null);
        if (sum.Terms.Count != 3 || share is not { Single: { } y } || probability is not { Single: { } p })
        {
            return null;
        }

        Product both = Product.Of(-2 * (p * y));
        return share.Coefficient == probability.Coefficient && sum.Terms.Any(term => term.RatioTo(both) == share.Coefficient)
            ? share.Coefficient * ((y * Complement.OfProbability(p)!.Value) + ((1 - y) * p))
            : null;
    }

    private static Expr? Join(Sum sum)
    {
        foreach (Product term in sum.Terms)
        {
            foreach (Expr share in term.Factors.Where(f => f.Exponent == 1 && Share.IsShare(f.Base)).Select(f => f.Base))
            {
                Product whole = term.Times(share, -1);
                Product rest = whole.Times(Share.Other(share), 1);
                if (sum.Terms.FirstOrDefault(other => other.RatioTo(rest) == 1) is { } other)
                {
                    return sum.Replace([term, other], whole.ToExpr());
                }
            }
        }

        return null;
    }

    private static (Expr Y, Expr A, Expr B)? Blend(Expr e)
    {
        if (e.Op != Op.Add)
        {
            return null;
        }

        Sum sum = Sum.Of(e);
        if (sum.Terms.Count != 2)
        {
            return null;
        }

        foreach (Expr y in Share.Of(sum))
        {
            Product? first = sum.Terms.FirstOrDefault(term => term.ExponentOf(y) == 1);
            Product? second = sum.Terms.FirstOrDefault(term => term != first && term.ExponentOf(Share.Other(y)) == 1);
            if (first is not null && second is not null)
            {
                return y is { Op: Op.Subtract, A.IsOne: true }
                    ? (y.B, second.Times(y.B, -1).ToExpr(), first.Times(y, -1).ToExpr())
                    : (y, first.Times(y, -1).ToExpr(), second.Times(1 - y, -1).ToExpr());
            }
        }

        return null;
    }
}
