using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// The logarithm of a probability is never that of a rounded one. What a logarithm is taken of gets smaller with each
/// rule, and so they come to an end.
/// </summary>
internal static class LogarithmRules
{
    public static readonly IReadOnlyList<Rule> All =
    [
        new("log sigmoid(x) = -softplus(-x)", RuleClass.ChangesRounding, e =>
            IsLogarithm(e) && e.A.Op == Op.Sigmoid ? -Softplus(-e.A.A) : null),

        new("log exp(x) = x", RuleClass.ChangesRounding, e =>
            IsLogarithm(e) && e.A.Op == Op.Exp ? e.A.A : null),

        new("log(1 + exp(x)) = softplus(x)", RuleClass.ChangesRounding, e =>
            IsLogarithm(e) && ExponentialRules.OnePlusExp(e.A) is { } x ? Softplus(x) : null),

        new("log sigmoid(x)^a = -a softplus(-x)", RuleClass.ChangesRounding, e =>
            IsLogarithm(e) && e.A.Op == Op.PowerOfSigmoid ? -(e.A.B * Softplus(-e.A.A)) : null),

        new("log x^a = a log x, and a log |x| where a is even", RuleClass.ChangesRounding, e =>
            IsLogarithm(e) && e.A.Op == Op.Power ? e.A.B * Log(e.A.B.Value % 2 == 0 ? Abs(e.A.A) : e.A.A) : null),

        new("log x^y = y log x, x >= 0", RuleClass.ChangesRounding, e =>
            IsLogarithm(e) && e.A.Op == Op.GeneralPower && Range.IsNonNegative(e.A.A) ? e.A.B * Log(e.A.A) : null),

        new("log(a b) = log a + log b, where one is a probability or an exponential", RuleClass.ChangesRounding, e =>
            IsLogarithm(e) && e.A.Op is Op.Multiply or Op.Divide ? OfProduct(e, Product.Of(e.A)) : null),

        new("log(c ? a : b) = c ? log a : log b, where one is a probability or an exponential", RuleClass.Exact, e =>
            IsLogarithm(e) && e.A.Op == Op.Select && (IsClosed(e.A.B) || IsClosed(e.A.C))
                ? Select(e.A.A, Log(e.A.B), Log(e.A.C))
                : null),

        new("log t = log(t, 1 - t), accurate at both ends of [0, 1]", RuleClass.ChangesRounding, e =>
            e.Op == Op.Log ? LogOfPair(e.A, Complement.Of(e.A)) : null),
    ];

    private static bool IsLogarithm(Expr e) => e.Op is Op.Log or Op.LogOfPair;

    // The logarithm is known without computing the argument, which may be too small for a number.
    private static bool IsClosed(Expr e) => e.Op switch
    {
        Op.Sigmoid or Op.PowerOfSigmoid or Op.Exp => true,
        Op.Power or Op.GeneralPower => IsClosed(e.A),
        Op.Multiply or Op.Divide => Product.Of(e).Factors.Any(f => IsClosed(f.Base)),
        Op.Select => IsClosed(e.B) || IsClosed(e.C),
        _ => ExponentialRules.OnePlusExp(e) is not null,
    };

    private static Expr? OfProduct(Expr logarithm, Product product)
    {
        List<(Expr Base, double Exponent)> closed = product.Factors.Where(f => IsClosed(f.Base)).ToList();
        if (closed.Count == 0)
        {
            return null;
        }

        Expr rest = closed.Aggregate(product, (left, f) => left.Times(f.Base, -f.Exponent)).ToExpr();
        Expr sum = closed.Select(f => f.Exponent * Log(f.Base)).Aggregate((a, b) => a + b);
        return rest.IsOne ? sum
            : logarithm.Op == Op.LogOfPair && Range.UpperBound(rest) > 1 ? OfPair(logarithm, sum + Log(rest))
            : sum + Log(rest);
    }

    // log((1 - p) (1 + p)) with the complement p^2: near 1 the logarithms of the factors cancel, near 0 the product is
    // too small for a number. A bounded complement says that the product is not.
    private static Expr? OfPair(Expr logarithm, Expr sum) =>
        Range.UpperBound(logarithm.B) < 1
            ? null
            : Select(Less(logarithm.A, logarithm.Number(0.5)), sum, LogOfPair(logarithm.A, Min(logarithm.B, 0.5)));
}
