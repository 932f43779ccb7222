using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>An expression as a sum of products, like terms collected.</summary>
internal sealed class Sum
{
    private readonly ExprBuilder _builder;
    private readonly bool _mergesNumbers;
    private readonly List<Product> _terms = [];

    private Sum(ExprBuilder builder, bool mergesNumbers)
    {
        _builder = builder;
        _mergesNumbers = mergesNumbers;
    }

    /// <summary>The products that are added, each with its coefficient.</summary>
    public IReadOnlyList<Product> Terms => _terms;

    /// <summary>Collects the terms of nested sums, differences and signs.</summary>
    public static Sum Of(Expr e) => Collect(e, mergesNumbers: true);

    /// <summary>The same with each number a term of its own: in 1 - p + 1e-20 the 1 belongs to p.</summary>
    public static Sum WithNumbersApart(Expr e) => Collect(e, mergesNumbers: false);

    private static Sum Collect(Expr e, bool mergesNumbers)
    {
        Sum sum = new(e.Builder, mergesNumbers);
        sum.AddTerm(e, 1);
        sum._terms.RemoveAll(term => term.Coefficient == 0);
        return sum;
    }

    /// <summary>The sum with another expression in the place of some of its terms.</summary>
    public Expr Replace(IReadOnlyCollection<Product> terms, Expr replacement)
    {
        List<Product> rest = _terms.Where(term => !terms.Contains(term)).ToList();
        return rest.Count == 0 ? replacement : Chain([Product.Of(replacement), .. rest]);
    }

    /// <summary>
    /// a x^2 + b x = x (a x + b): what all terms have in common is multiplied once. Terms that are shared out by the target,
    /// y a + (1 - y) b, stay whole: where the one counts 0, the order in which the other vanishes is its own.
    /// </summary>
    public Expr ToExpr()
    {
        if (_terms.Count < 2)
        {
            return _terms.Count == 0 ? _builder.Constant(0) : _terms[0].ToExpr();
        }

        if (_terms.Any(term => !Shares(term).SequenceEqual(Shares(_terms[0]))))
        {
            return Chain(_terms);
        }

        Product common = Product.Of(_builder.Constant(1));
        foreach ((Expr factor, double exponent) in _terms[0].Factors)
        {
            double least = _terms.Min(term => term.ExponentOf(factor));
            bool leavesWholePowers = _terms.All(term => Decimals.Add(term.ExponentOf(factor), -least) % 1 == 0);
            common = least > 0 && leavesWholePowers ? common.Times(factor, least) : common;
        }

        if (common.IsConstant)
        {
            return Chain(_terms);
        }

        IEnumerable<Product> rest = _terms.Select(term =>
            common.Factors.Aggregate(term, (left, f) => left.Times(f.Base, -f.Exponent)));
        return common.ToExpr() * Chain(rest.ToList());
    }

    /// <summary>(c ? a : b) + (c ? d : e) = c ? a + d : b + e.</summary>
    public Expr? MergeSelects()
    {
        IGrouping<Expr, Product>? group = _terms
            .Where(term => IsSelect(term))
            .GroupBy(term => term.Factors.Single().Base.A)
            .FirstOrDefault(sameCondition => sameCondition.Count() > 1);
        if (group is null)
        {
            return null;
        }

        Expr Arm(Func<Expr, Expr> arm) => Chain(group
            .Select(term => Product.Of(arm(term.Factors.Single().Base)).Times(_builder.Constant(term.Coefficient), 1))
            .ToList());
        Expr merged = Select(group.Key, Arm(select => select.B), Arm(select => select.C));
        return Chain([Product.Of(merged), .. _terms.Where(term => !group.Contains(term))]);
    }

    private static bool IsSelect(Product term) =>
        term.Factors.Count() == 1 && term.Factors.Single() is { Base.Op: Op.Select, Exponent: 1 };

    // Positive terms first, so that the others are subtracted from them.
    private static Expr Chain(IReadOnlyList<Product> terms)
    {
        if (terms.All(term => term.Coefficient <= 0))
        {
            return -Chain(terms.Select(term => term.WithCoefficient(Math.Abs(term.Coefficient))).ToList(), 0);
        }

        int head = Enumerable.Range(0, terms.Count).First(i => terms[i].Coefficient > 0);
        return Chain(terms, head);
    }

    private static Expr Chain(IReadOnlyList<Product> terms, int head)
    {
        Expr sum = terms[head].ToExpr();
        foreach (Product term in terms.Where((_, i) => i != head))
        {
            sum = term.Coefficient < 0 ? sum - term.WithCoefficient(-term.Coefficient).ToExpr() : sum + term.ToExpr();
        }

        return sum;
    }

    private static IEnumerable<(Expr Base, double Exponent)> Shares(Product term) => term.Factors.Where(f => Share.IsShare(f.Base));

    // 1 - p of a given p stays together: where it is shifted, its 1 must not merge with the shift.
    private static bool IsComplementOfInput(Expr e) => e.A.IsOne && e.B.Op == Op.Probability;

    private void AddTerm(Expr e, double sign)
    {
        switch (e.Op)
        {
            case Op.Add:
                AddTerm(e.A, sign);
                AddTerm(e.B, sign);
                break;
            case Op.Subtract when !IsComplementOfInput(e):
                AddTerm(e.A, sign);
                AddTerm(e.B, -sign);
                break;
            case Op.Negate:
                AddTerm(e.A, -sign);
                break;
            default:
                Product term = Product.Of(e);
                term = term.WithCoefficient(sign * term.Coefficient);
                int like = term.IsConstant && !_mergesNumbers ? -1 : _terms.FindIndex(term.IsLike);
                if (like < 0)
                {
                    _terms.Add(term);
                }
                else
                {
                    _terms[like] = term.WithCoefficient(Decimals.Add(_terms[like].Coefficient, term.Coefficient));
                }

                break;
        }
    }
}
