using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// What is left of a probability to 1 is never a subtraction. Each rule moves the subtraction inwards or takes a number
/// away, and so they come to an end.
/// </summary>
internal static class ComplementRules
{
    public static readonly IReadOnlyList<Rule> All =
    [
        new("1 - sigmoid(x) = sigmoid(-x)", RuleClass.ChangesRounding, e =>
            IsComplement(e) && e.B.Op == Op.Sigmoid ? Sigmoid(-e.B.A) : null),

        new("1 - (1 - x) = x", RuleClass.ChangesRounding, e =>
            IsComplement(e) && IsComplement(e.B) ? e.B.B : null),

        new("1 - (t + m) = (1 - t) - m", RuleClass.ChangesRounding, e =>
            IsComplement(e) && e.B.Op == Op.Add ? OfShiftedUp(e.B.A, e.B.B) ?? OfShiftedUp(e.B.B, e.B.A) : null),

        new("1 - (t - m) = (1 - t) + m", RuleClass.ChangesRounding, e =>
            IsComplement(e) && e.B.Op == Op.Subtract && Complement.IsShift(e.B.B) && Complement.IsKnown(e.B.A)
                ? (1 - e.B.A) + e.B.B
                : null),

        new("1 - (m - t) = t + (1 - m)", RuleClass.ChangesRounding, e =>
            IsComplement(e) && e.B is { Op: Op.Subtract, A.IsConstant: true } && Complement.IsKnown(e.B.B)
                ? e.B.B + Complement.Of(e.B.A)
                : null),

        new("1 - k (p + m) = k (1 - p) where k (1 + m) = 1", RuleClass.ChangesRounding, e =>
            IsComplement(e) ? OfMean(Product.Of(e.B)) : null),

        new("1 - min(a, b) = max(1 - a, 1 - b)", RuleClass.ChangesRounding, e =>
            IsComplement(e) && e.B.Op == Op.Min && Complement.IsKnown(e.B) ? Max(Complement.Of(e.B.A), Complement.Of(e.B.B)) : null),

        new("1 - max(a, b) = min(1 - a, 1 - b)", RuleClass.ChangesRounding, e =>
            IsComplement(e) && e.B.Op == Op.Max && Complement.IsKnown(e.B) ? Min(Complement.Of(e.B.A), Complement.Of(e.B.B)) : null),

        new("1 - (c ? a : b) = c ? 1 - a : 1 - b", RuleClass.ChangesRounding, e =>
            IsComplement(e) && e.B.Op == Op.Select && Complement.IsKnown(e.B)
                ? Select(e.B.A, Complement.Of(e.B.B), Complement.Of(e.B.C))
                : null),

        new("1 <= (1 - t) + m where t - m <= 0", RuleClass.ChangesRounding, e =>
            e is { Op: Op.LessOrEqual, A.IsOne: true, B.Op: Op.Add } && Complement.IsShift(e.B.B)
                ? LessOrEqual((1 - e.B.A) - e.B.B, e.Number(0))
                : null),

        new("p < c where 1 - c < 1 - p, c > 1/2", RuleClass.ChangesRounding, e =>
            e.Op is Op.Less or Op.LessOrEqual ? Compare(e) : null),
    ];

    /// <summary>The complements that are parts of sums.</summary>
    public static readonly IReadOnlyList<Rule> InSums =
    [
        new("c + k p = (c + k) - k (1 - p), where c + k is small or 0", RuleClass.ChangesRounding, e =>
            e.Op is Op.Add or Op.Subtract ? ChangeProbability(Sum.WithNumbersApart(e)) : null),

        new("c - c p^2 = c (1 - p) (1 + p)", RuleClass.ChangesRounding, e =>
            e.Op is Op.Add or Op.Subtract ? FactorDifference(Sum.WithNumbersApart(e)) : null),

        new("min(p + m, 1) - p = min(1 - p, m)", RuleClass.ChangesRounding, e =>
            e.Op is Op.Add or Op.Subtract && (HasBound(e.A) || HasBound(e.B)) ? SubtractFromBound(Sum.WithNumbersApart(e)) : null),

        new("1 - a / b = (b - a) / b, where the numbers of a and b cancel, or b - a = 1 - p", RuleClass.ChangesRounding, e =>
            e.Op is Op.Add or Op.Subtract ? SubtractQuotient(Sum.WithNumbersApart(e)) : null),
    ];

    // 1 - x
    private static bool IsComplement(Expr e) => e.Op == Op.Subtract && e.A.IsOne;

    private static Expr? OfShiftedUp(Expr t, Expr shift) =>
        Complement.IsShift(shift) && Complement.IsKnown(t) ? (1 - t) - shift : null;

    private static Expr? OfMean(Product mean)
    {
        if (mean.Single is not { Op: Op.Add } sum)
        {
            return null;
        }

        (Expr p, Expr number) = sum.A.IsConstant ? (sum.B, sum.A) : (sum.A, sum.B);
        return number.IsConstant && mean.Coefficient * Decimals.Add(1, number.Value) == 1 && Complement.OfProbability(p) is { } q ? mean.Coefficient * q : null;
    }

    private static Expr? Compare(Expr e)
    {
        Expr? Near1(Expr number, Expr p) => number.IsConstant && number.Value is > 0.5 and <= 1 ? Complement.OfProbability(p) : null;
        return Near1(e.B, e.A) is { } below ? e.Builder.Add(e.Op, Complement.Of(e.B), below)
            : Near1(e.A, e.B) is { } above ? e.Builder.Add(e.Op, above, Complement.Of(e.A))
            : null;
    }

    private static Expr? ChangeProbability(Sum sum)
    {
        foreach (Product term in sum.Terms)
        {
            if (term.Single is { } p && Complement.OfProbability(p) is { } q
                && (CancelNumber(sum, term, q) ?? JoinPair(sum, term, q) ?? ReduceNumber(sum, term, q)) is { } changed)
            {
                return changed;
            }
        }

        return null;
    }

    // c - c p = c q, whatever else is added
    private static Expr? CancelNumber(Sum sum, Product term, Expr q) =>
        sum.Terms.FirstOrDefault(other => other.IsConstant && other.Coefficient == -term.Coefficient) is { } number
            ? sum.Replace([term, number], number.Coefficient * q)
            : null;

    // k p + l q + c = (c + k) + (l - k) q: with a number, or where nothing else is left
    private static Expr? JoinPair(Sum sum, Product term, Expr q)
    {
        Product? pair = sum.Terms.FirstOrDefault(other => other.Single == q);
        bool isOneTooMany = pair is not null && (pair.Coefficient == term.Coefficient || sum.Terms.Any(other => other.IsConstant));
        return isOneTooMany
            ? sum.Replace([term, pair!], q.Number(term.Coefficient) + (Decimals.Add(pair!.Coefficient, -term.Coefficient) * q))
            : null;
    }

    // Of what is small at p = 1 the rounding of p would be seen. The result is not small at q = 1: there it is c.
    private static Expr? ReduceNumber(Sum sum, Product term, Expr q)
    {
        List<Product> numbers = sum.Terms.Where(other => other.IsConstant).ToList();
        double number = numbers.Aggregate(0.0, (total, other) => Decimals.Add(total, other.Coefficient));
        double atOne = Decimals.Add(number, term.Coefficient);
        return number != 0 && Math.Abs(atOne) < Math.Abs(number) / 2
            ? sum.Replace([term, .. numbers], q.Number(atOne) - (term.Coefficient * q))
            : null;
    }

    private static Expr? SubtractQuotient(Sum sum)
    {
        Product? one = sum.Terms.FirstOrDefault(term => term.IsConstant && Math.Abs(term.Coefficient) == 1);
        foreach (Product term in sum.Terms)
        {
            foreach ((Expr b, double exponent) in term.Factors)
            {
                if (one is not null && exponent == -1 && b.Op is Op.Add or Op.Subtract && Range.IsBounded(b))
                {
                    Expr difference = InOneProbability(term.Times(b, 1).ToExpr() + (one.Coefficient < 0 ? -b : b));
                    if (IsWithoutNumber(Sum.Of(difference)))
                    {
                        return sum.Replace([term, one], difference / b);
                    }
                }
            }
        }

        return null;
    }

    // 1 + p - (1 - p) = 2 p
    private static Expr InOneProbability(Expr e)
    {
        Sum sum = Sum.Of(e);
        return ChangeProbability(sum) is { } changed ? InOneProbability(changed) : sum.ToExpr();
    }

    // no number, or the number that a probability cancels
    private static bool IsWithoutNumber(Sum sum)
    {
        Product? number = sum.Terms.FirstOrDefault(term => term.IsConstant && term.Coefficient != 0);
        return number is null || (sum.Terms.Count == 2 && sum.Terms.Any(term =>
            term.Coefficient == -number.Coefficient && term.Single is { } p && Complement.OfProbability(p) is not null));
    }

    private static bool HasBound(Expr term) => term.Op == Op.Min || (term.Op == Op.Negate && HasBound(term.A)) || (term.Op == Op.Multiply && term.A.IsConstant && HasBound(term.B));

    private static Expr? SubtractFromBound(Sum sum)
    {
        foreach (Product term in sum.Terms)
        {
            if (term.Single is { Op: Op.Min, A.Op: Op.Add, B.IsOne: true } min)
            {
                (Expr p, Expr shift) = Complement.IsShift(min.A.B) ? (min.A.A, min.A.B) : (min.A.B, min.A.A);
                Product? probability = sum.Terms.FirstOrDefault(other => other.Single == p && other.Coefficient == -term.Coefficient);
                if (probability is not null && Complement.IsShift(shift) && Complement.OfProbability(p) is { } q)
                {
                    return sum.Replace([term, probability], term.Coefficient * Min(q, shift));
                }
            }
        }

        return null;
    }

    private static Expr? FactorDifference(Sum sum)
    {
        foreach (Product term in sum.Terms.Where(term => term.Factors.Count() == 1))
        {
            (Expr p, double exponent) = term.Factors.Single();
            Product? number = sum.Terms.FirstOrDefault(other => other.IsConstant && other.Coefficient == -term.Coefficient);

            // of a higher power, the parts of the product's derivative would cancel
            if (number is not null && exponent == 2 && Complement.OfProbability(p) is { } q)
            {
                return sum.Replace([term, number], number.Coefficient * (q * (p + 1)));
            }
        }

        return null;
    }
}
