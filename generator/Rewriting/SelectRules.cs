using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// Moves selections outwards, so that what is not selected is never multiplied (0 times infinity) and each condition is
/// tested once.
/// </summary>
internal static class SelectRules
{
    public static readonly IReadOnlyList<Rule> All =
    [
        new("c ? a : a = a", RuleClass.Exact, e => e.Op == Op.Select && e.B == e.C ? e.B : null),

        new("c ? (c ? a : b) : (c ? d : e) = c ? a : e", RuleClass.Exact, e => e.Op == Op.Select ? Decide(e) : null),

        new("x (c ? 0 : a) = c ? 0 : x a", RuleClass.ChangesDomain, e =>
            e.Op is Op.Multiply or Op.Divide or Op.Negate ? PullFromProduct(e) : null),

        new("(c ? a : b) + (c ? d : e) = c ? a + d : b + e", RuleClass.Exact, e =>
            e.Op is Op.Add or Op.Subtract ? Sum.Of(e).MergeSelects() : null),

        new("y = 0 ? 0 : y x = y x, where x is bounded", RuleClass.Exact, e =>
            e is { Op: Op.Select, A: { Op: Op.Equal, B.IsConstant: true }, B.IsZero: true } && VanishesWhere(e.A, e.C) ? e.C : null),
    ];

    private static Expr Decide(Expr select)
    {
        Expr Assume(Expr arm, bool truth) => Substitution.Apply(arm, x =>
            x.Op == Op.Select && x.A == select.A ? Assume(truth ? x.B : x.C, truth) : null);
        return Select(select.A, Assume(select.B, true), Assume(select.C, false));
    }

    private static Expr? PullFromProduct(Expr e)
    {
        Product product = Product.Of(e);
        foreach ((Expr factor, double exponent) in product.Factors)
        {
            if (factor.Op == Op.Select && exponent == 1 && (factor.B.IsZero || factor.C.IsZero))
            {
                Expr rest = product.Times(factor, -1).ToExpr();
                return Select(factor.A, rest * factor.B, rest * factor.C);
            }
        }

        return null;
    }

    // For the condition y = k: the product has the factor y - k or k - y, and the others are bounded.
    private static bool VanishesWhere(Expr condition, Expr e)
    {
        Product product = Product.Of(e);
        Expr Difference(Expr a, Expr b) => Sum.Of(a - b).ToExpr();
        Expr[] vanishing = [Difference(condition.A, condition.B), Difference(condition.B, condition.A)];
        return product.Factors.Any(f => vanishing.Contains(f.Base) && f.Exponent > 0)
            && product.Factors.All(f => f.Exponent > 0 && Range.IsBounded(f.Base));
    }
}
