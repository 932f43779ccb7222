using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// Exponentials and the sigmoids they make; small differences of exponentials from 1. Logarithms inside exponentials and
/// hyperbolic tangents beside numbers disappear and never come back, and so the rules come to an end.
/// </summary>
internal static class ExponentialRules
{
    public static readonly IReadOnlyList<Rule> All =
    [
        new("exp(log x + y) = x exp(y), exp(-a softplus(x)) = sigmoid(-x)^a", RuleClass.ChangesRounding, e =>
            e.Op == Op.Exp ? OfLogarithms(e) : null),

        new("exp(x)^a = exp(a x)", RuleClass.ChangesRounding, e =>
            e.Op is Op.Power or Op.GeneralPower && e.A.Op == Op.Exp ? Exp(e.B * e.A.A) : null),

        new("expm1(log(x, 1 - x)) = -(1 - x), expm1(softplus(x)) = exp(x), expm1(-softplus(x)) = -sigmoid(x)", RuleClass.ChangesRounding, e =>
            e.Op == Op.Expm1 ? OfLogarithm(e.A) : null),

        new("exp(x) - 1 = expm1(x)", RuleClass.ChangesRounding, e =>
            BesideNumber(e, Op.Exp, (exp, k, c) => c == -k ? k * Expm1(exp.A) : null)),

        new("expm1(x) + 1 = exp(x)", RuleClass.ChangesRounding, e =>
            BesideNumber(e, Op.Expm1, (expm1, k, c) => c == k ? k * Exp(expm1.A) : null)),

        new("1 - tanh(x) = 2 sigmoid(-2 x), 1 + tanh(x) = 2 sigmoid(2 x)", RuleClass.ChangesRounding, e =>
            BesideNumber(e, Op.Tanh, (tanh, k, c) =>
                c == -k ? 2 * c * Sigmoid(-(2 * tanh.A)) : c == k ? 2 * c * Sigmoid(2 * tanh.A) : null)),

        new("sigmoid(2 x) - sigmoid(-2 x) = tanh(x)", RuleClass.ChangesRounding, e =>
            e.Op is Op.Add or Op.Subtract ? DifferenceOfSigmoids(Sum.Of(e)) : null),

        new("c - c x^a = -c expm1(a log x), x a probability", RuleClass.ChangesRounding, e =>
            e.Op is Op.Add or Op.Subtract ? PowerBesideNumber(Sum.WithNumbersApart(e)) : null),
    ];

    /// <summary>x of 1 + e^x.</summary>
    public static Expr? OnePlusExp(Expr e) => e switch
    {
        { Op: Op.Add, A.IsOne: true, B.Op: Op.Exp } => e.B.A,
        { Op: Op.Add, A.Op: Op.Exp, B.IsOne: true } => e.A.A,
        _ => null,
    };

    // The terms a softplus(x) and a log x of the exponent are powers.
    private static Expr? OfLogarithms(Expr e)
    {
        Sum sum = Sum.Of(e.A);
        foreach (Product term in sum.Terms)
        {
            (Expr factor, double exponent) = term.Factors.FirstOrDefault(f => f is { Base.Op: Op.Softplus or Op.LogOfPair or Op.Log, Exponent: 1 });
            if (exponent != 1)
            {
                continue;
            }

            Expr power = term.Times(factor, -1).ToExpr();
            Expr rest = sum.Replace([term], e.Number(0));
            Expr? expanded = factor.Op == Op.Softplus ? OfSoftplus(-factor.A, Negated(power)) : PowerOf(factor.A, power);
            if (expanded is { } x)
            {
                return rest.IsZero ? x : x * Exp(rest);
            }
        }

        return null;
    }

    private static Expr? OfSoftplus(Expr x, Expr power) => PowerOf(Sigmoid(x), power);

    // The rounding of a logarithm times a large exponent would be seen in the exponential; a power has it twice as exact.
    private static Expr? PowerOf(Expr x, Expr exponent) => Range.IsFixed(exponent) ? GeneralPower(x, exponent) : null;

    private static Expr Negated(Expr e) => Product.Of(-e).ToExpr();

    private static Expr? OfLogarithm(Expr logarithm) => logarithm switch
    {
        { Op: Op.LogOfPair } => -logarithm.B,
        { Op: Op.Softplus } => Exp(logarithm.A),
        { Op: Op.Negate, A.Op: Op.Softplus } => -Sigmoid(logarithm.A.A),
        _ => null,
    };

    // A term k f(x) of a sum beside a number c.
    private static Expr? BesideNumber(Expr e, Op function, System.Func<Expr, double, double, Expr?> rewrite)
    {
        if (e.Op is not (Op.Add or Op.Subtract))
        {
            return null;
        }

        Sum sum = Sum.WithNumbersApart(e);
        foreach (Product term in sum.Terms.Where(term => term.Single?.Op == function))
        {
            foreach (Product number in sum.Terms.Where(other => other.IsConstant))
            {
                if (rewrite(term.Single!.Value, term.Coefficient, number.Coefficient) is { } rewritten)
                {
                    return sum.Replace([term, number], rewritten);
                }
            }
        }

        return null;
    }

    private static Expr? DifferenceOfSigmoids(Sum sum)
    {
        foreach (Product term in sum.Terms)
        {
            if (term.Single is { Op: Op.Sigmoid } sigmoid && Product.Of(sigmoid.A) is { Coefficient: 2 } twice
                && sum.Terms.FirstOrDefault(other => other.Coefficient == -term.Coefficient && other.Single == Complement.OfProbability(sigmoid)) is { } other)
            {
                return sum.Replace([term, other], term.Coefficient * Tanh(twice.WithCoefficient(1).ToExpr()));
            }
        }

        return null;
    }

    private static Expr? PowerBesideNumber(Sum sum)
    {
        foreach (Product term in sum.Terms.Where(term => term.Factors.Count() == 1))
        {
            (Expr x, double exponent) = term.Factors.Single();
            Product? number = sum.Terms.FirstOrDefault(other => other.IsConstant && other.Coefficient == -term.Coefficient);
            if (number is not null && LogOfPower(x, exponent) is { } logarithm)
            {
                return sum.Replace([term, number], term.Coefficient * Expm1(logarithm));
            }
        }

        return null;
    }

    private static Expr? LogOfPower(Expr x, double exponent) => x.Op switch
    {
        Op.Sigmoid when exponent is > 0 and not 1 => exponent * Log(x),
        Op.PowerOfSigmoid when exponent == 1 => x.B * Log(Sigmoid(x.A)),
        Op.GeneralPower when exponent == 1 && x.A.Op == Op.Sigmoid => x.B * Log(x.A),
        _ => null,
    };
}
