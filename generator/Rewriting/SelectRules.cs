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
    /// <summary>A share of nothing is nothing.</summary>
    public static readonly IReadOnlyList<Rule> OfShares =
    [
        new("y = 0 ? 0 : y x = y x, where x is bounded", RuleClass.Exact, e =>
            e is { Op: Op.Select, A: { Op: Op.Equal, B.IsConstant: true }, B.IsZero: true } && VanishesWhere(e.A, e.C) ? e.C : null),
    ];

    /// <summary>What a bound of 0 cuts off has that bound as a factor.</summary>
    public static readonly IReadOnlyList<Rule> OfBounds =
    [
        new("x <= 0 ? 0 : max(x, 0) a = max(x, 0) a, where a is bounded", RuleClass.Exact, e =>
            e is { Op: Op.Select, A: { Op: Op.LessOrEqual, B.IsZero: true }, B.IsZero: true } && IsFactor(Max(e.A.A, 0), Product.Of(e.C)) ? e.C : null),
    ];

    public static readonly IReadOnlyList<Rule> All =
    [
        new("c ? a : a = a", RuleClass.Exact, e => e.Op == Op.Select && e.B == e.C ? e.B : null),

        new("c ? (c ? a : b) : (c ? d : e) = c ? a : e", RuleClass.Exact, e => e.Op == Op.Select ? Decide(e) : null),

        new("a <= b ? f(max(a, b)) : g(max(a, b)) = a <= b ? f(b) : g(a), b a number and not 0; and of minima and complements", RuleClass.Exact, e =>
            e is { Op: Op.Select, A.Op: Op.LessOrEqual } ? DecideBounds(e) : null),

        new("x (c ? 0 : a) = c ? 0 : x a", RuleClass.ChangesDomain, e =>
            e.Op is Op.Multiply or Op.Divide or Op.Negate ? PullFromProduct(e) : null),

        new("(c ? a : b)^n (c ? d : e)^m = c ? a^n d^m : b^n e^m", RuleClass.Exact, e =>
            e.Op is Op.Multiply or Op.Divide ? MergeInProduct(Product.Of(e)) : null),

        new("x / (c ? a : b) = c ? x / a : x / b", RuleClass.ChangesRounding, e =>
            e.Op is Op.Multiply or Op.Divide or Op.Power ? PullFromQuotient(Product.Of(e)) : null),

        new("(c ? a : b) + (c ? d : e) = c ? a + d : b + e", RuleClass.Exact, e =>
            e.Op is Op.Add or Op.Subtract ? Sum.Of(e).MergeSelects() : null),

        .. OfShares,
    ];

    private static Expr Decide(Expr select)
    {
        Expr Assume(Expr arm, bool truth) => Substitution.Apply(arm, x =>
            x.Op == Op.Select && x.A == select.A ? Assume(truth ? x.B : x.C, truth) : null);
        return Select(select.A, Assume(select.B, true), Assume(select.C, false));
    }

    // What a bound of 0 cuts off vanishes with it, and its complement is known.
    private static Expr DecideBounds(Expr select)
    {
        (Expr smaller, Expr larger) = (select.A.A, select.A.B);
        (Expr bounded, Expr bound, Op own) = larger.IsConstant ? (smaller, larger, Op.Max) : (larger, smaller, Op.Min);
        Expr? complement = Complement.OfProbability(bounded);
        bool IsDecided(Expr x) => x.Op is Op.Max or Op.Min && (x.Op == own
            ? x.A == bounded && x.B == bound
            : x.A == complement && x.B == Complement.Of(bound));
        Expr Assume(Expr arm, bool truth) => Substitution.Apply(arm, x =>
            x.Operands.Length == 2 && x.B.IsConstant && !x.B.IsZero && IsDecided(x) ? truth ? x.B : x.A : null);
        return Select(select.A, Assume(select.B, true), Assume(select.C, false));
    }

    private static Expr? PullFromProduct(Expr e)
    {
        Product product = Product.Of(e);
        foreach ((Expr factor, double exponent) in product.Factors)
        {
            if (factor.Op == Op.Select && exponent == 1 && HasZero(factor))
            {
                Expr rest = product.Times(factor, -1).ToExpr();
                return Select(factor.A, rest * factor.B, rest * factor.C);
            }
        }

        return null;
    }

    private static bool HasZero(Expr select) =>
        new[] { select.B, select.C }.Any(arm => arm.IsZero || (arm.Op == Op.Select && HasZero(arm)));

    private static Expr? MergeInProduct(Product product)
    {
        IGrouping<Expr, (Expr Base, double Exponent)>? group = product.Factors
            .Where(f => f.Base.Op == Op.Select)
            .GroupBy(f => f.Base.A)
            .FirstOrDefault(sameCondition => sameCondition.Count() > 1);
        return group is null ? null : Pull(product, group.ToArray());
    }

    // Sigmoids cancel with those of the arms, which else might be 0 / 0.
    private static Expr? PullFromQuotient(Product product)
    {
        bool isQuotient = product.Factors.Any(f => f.Exponent < 0);
        (Expr Base, double Exponent)[] selects = product.Factors.Where(f => isQuotient && f.Base.Op == Op.Select && HasSigmoid(f.Base)).ToArray();
        return selects.Length == 0 ? null : Pull(product, selects[0]);
    }

    private static bool HasSigmoid(Expr select) =>
        new[] { select.B, select.C }.Any(arm => Product.Of(arm).Factors.Any(f => f.Base.Op == Op.Sigmoid));

    private static Expr Pull(Product product, params (Expr Base, double Exponent)[] selects)
    {
        Product rest = selects.Aggregate(product, (left, f) => left.Times(f.Base, -f.Exponent));
        Expr Arm(System.Func<Expr, Expr> arm) => selects.Aggregate(rest, (left, f) => left.Times(arm(f.Base), f.Exponent)).ToExpr();
        return Select(selects[0].Base.A, Arm(select => select.B), Arm(select => select.C));
    }

    private static bool IsFactor(Expr vanishing, Product product) =>
        product.ExponentOf(vanishing) > 0 && Range.IsBounded(product);

    // For the condition y = k: the product has the factor y - k or k - y, and the others are bounded.
    private static bool VanishesWhere(Expr condition, Expr e)
    {
        Product product = Product.Of(e);
        Expr Difference(Expr a, Expr b) => Sum.Of(a - b).ToExpr();
        Expr[] vanishing = [Difference(condition.A, condition.B), Difference(condition.B, condition.A)];
        return product.Factors.Any(f => vanishing.Contains(f.Base) && f.Exponent > 0)
            && Range.IsBounded(product);
    }
}
