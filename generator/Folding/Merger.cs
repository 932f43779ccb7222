using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Rewriting;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Folding;

/// <summary>
/// Merges two expressions of which a condition selects one: what both do is done once, to operands that are
/// selected. Of the ways to pair operands the one is taken that saves the most instructions (dynamic programming over the pairs).
/// </summary>
/// <param name="condition">Selects the first expression where it is true.</param>
internal sealed class Merger(Expr condition)
{
    // Pairs that are looked at: losses of papers have some hundred, and beyond it a selection is good enough.
    private const int MaxPairs = 20_000;

    private readonly Dictionary<(Expr, Expr), Merged> _known = [];
    private readonly Dictionary<Expr, Expr> _logarithms = [];
    private readonly Dictionary<Expr, Expr> _reciprocals = [];
    private readonly InstructionCount _count = new();

    /// <summary>condition ? a : b of each pair.</summary>
    public IReadOnlyList<Expr> Merge(IEnumerable<(Expr First, Expr Second)> pairs)
    {
        Expr[] merged = [.. pairs.Select(pair => Of(pair.First, pair.Second).Plain(condition).Value)];
        return [.. merged.Select(ShareLogarithms)];
    }

    // where the second expression is selected, the logarithm in it is the merged one, and quotients have its reciprocal
    private Expr ShareLogarithms(Expr e) => _logarithms.Count == 0 ? e : Substitution.Apply(e, x =>
        x.Op == Op.Select && x.A == condition ? Select(condition, ShareLogarithms(x.B), OfSecond(x.C)) : null);

    private Expr OfSecond(Expr e) => Substitution.Apply(e, x =>
        _logarithms.TryGetValue(x, out Expr merged) ? merged
        : x.Op == Op.Divide && !x.A.IsOne && _reciprocals.TryGetValue(x.B, out Expr reciprocal) ? OfSecond(x.A) * reciprocal
        : null);

    private Merged Of(Expr a, Expr b)
    {
        if (!_known.TryGetValue((a, b), out Merged merged))
        {
            merged = a == b ? new(a, _count.Of(a))
                : a == -b ? new(a, _count.Of(a), IsSigned: true)
                : Cheapest(a, b);
            _known[(a, b)] = merged;
        }

        return merged;
    }

    // of equals the one with a common operation: its operands may serve others too
    private Merged Cheapest(Expr a, Expr b)
    {
        Merged selected = Selected(a, b);
        if (_known.Count >= MaxPairs)
        {
            return selected;
        }

        Merged way = Ways(a, b).DefaultIfEmpty(selected).Aggregate(Better);
        return way.PlainSavings >= selected.PlainSavings ? way : selected;
    }

    private static Merged Better(Merged best, Merged way) => way.PlainSavings > best.PlainSavings ? way : best;

    private Merged Selected(Expr a, Expr b) => a.Op == Op.Negate && b.Op == Op.Negate
        ? Selected(a.A, b.A).Negated
        : new(Select(condition, a, b), -Merged.Selection);

    private IEnumerable<Merged> Ways(Expr a, Expr b) => (a.Op, b.Op) switch
    {
        (Op.Negate, Op.Negate) => [Of(a.A, b.A).Negated],
        (Op.Negate, _) => [Of(a.A, b).WithFirstNegated],
        (_, Op.Negate) => [Of(a, b.A).WithSecondNegated],
        (Op.Softplus, Op.LogOfPair) => [Logarithm(a, b)],
        (Op.BoundedSoftplus, Op.LogOfPair) => [Bounded(Logarithm(a, b))],
        (Op.Softplus or Op.BoundedSoftplus, Op.Multiply) => Ways(1 * a, b),
        (Op.Add, Op.Add) => [Sum(Of(a.A, b.A), Of(a.B, b.B)), Sum(Of(a.A, b.B), Of(a.B, b.A))],
        (Op.Add, Op.Subtract) => [Sum(Of(a.A, b.A), Of(a.B, -b.B)), Sum(Of(a.A, -b.B), Of(a.B, b.A))],
        (Op.Subtract, Op.Add) => [Sum(Of(a.A, b.A), Of(-a.B, b.B)), Sum(Of(a.A, b.B), Of(-a.B, b.A))],
        (Op.Subtract, Op.Subtract) => [Difference(Of(a.A, b.A), Of(a.B, b.B)), Difference(Of(a.B, b.A), Of(a.A, b.B)).WithFirstNegated],
        (Op.Multiply, Op.Multiply) => [Product(Op.Multiply, Of(a.A, b.A), Of(a.B, b.B)), Product(Op.Multiply, Of(a.A, b.B), Of(a.B, b.A))],
        (Op.Divide, Op.Divide) => [Product(Op.Divide, Of(a.A, b.A), Of(a.B, b.B))],
        (Op.ScaleBy, Op.ScaleBy) when a.B == b.B => [Product(Op.ScaleBy, Of(a.A, b.A), Of(a.B, b.B))],
        (Op.Select, Op.Select) => Condition(a.A, b.A) is { } test ? [Selection(test, Of(a.B, b.B), Of(a.C, b.C))] : [],
        _ => a.Op == b.Op && IsMergeable(a, b) ? [Join(a.Op, [.. a.Operands.Zip(b.Operands, Of)])] : [],
    };

    private static bool IsMergeable(Expr a, Expr b) => a.Op switch
    {
        Op.Constant or Op.Hyperparameter => false,

        // p, q and their logarithms have the exponential in common
        Op.Sigmoid or Op.Softplus or Op.BoundedSoftplus => !IsOfMagnitude(a) && !IsOfMagnitude(b),

        // exponents that are numbers choose another algorithm
        Op.PowerOfSigmoid => a.B == b.B,
        Op.PowerOfPair => a.C == b.C,
        _ => true,
    };

    private static bool IsOfMagnitude(Expr e) => e.A.Op == Op.Abs || e.A is { Op: Op.Negate, A.Op: Op.Abs };

    // conditions cannot be selected
    private Merged? Condition(Expr a, Expr b) =>
        a == b ? new(a, _count.Of(a))
        : a.Op == b.Op ? Join(a.Op, [.. a.Operands.Zip(b.Operands, Of)])
        : null;

    private Merged Sum(Merged a, Merged b) => Linear(Op.Add, a, b);

    private Merged Difference(Merged a, Merged b) => Linear(Op.Subtract, a, b);

    private Merged Linear(Op op, Merged a, Merged b)
    {
        Merged first = b.IsSigned ? Signed(a) : a;
        Merged second = a.IsSigned ? Signed(b) : b;
        return first.IsSigned && second.IsSigned
            ? Join(op, first with { IsSigned = false }, second with { IsSigned = false }) with { IsSigned = true }
            : Join(op, a, b);
    }

    // condition ? x : y as the sign applied to condition ? x : -y, where that takes nothing
    private Merged Signed(Merged merged) =>
        !merged.IsSigned && merged.Value.Op == Op.Select && merged.Value.A == condition && merged.Value.C.Op is Op.Negate or Op.Constant
            ? merged with { Value = Select(condition, merged.Value.B, -merged.Value.C), IsSigned = true }
            : merged;

    private Merged Product(Op op, Merged a, Merged b) =>
        Join(op, a with { IsSigned = false }, b with { IsSigned = false }) with { IsSigned = a.IsSigned ^ b.IsSigned };

    // 0 has the sign of the other one
    private Merged Selection(Merged test, Merged a, Merged b) =>
        (a.IsSigned || a.Value.IsZero) && (b.IsSigned || b.Value.IsZero)
            ? Join(Op.Select, test, a with { IsSigned = false }, b with { IsSigned = false }) with { IsSigned = true }
            : Join(Op.Select, test, a, b);

    private Merged Join(Op op, params Merged[] operands)
    {
        Merged[] plain = [.. operands.Select(operand => operand.Plain(condition))];
        return new(condition.Builder.Add(op, [.. plain.Select(operand => operand.Value)]), InstructionCount.Limited(InstructionCount.Of(op) + plain.Sum(operand => (long)operand.Savings)));
    }

    // softplus(x) = max(x, 0) + log(1 + e), e = exp(-|x|), and -log t = log(1 / t) are one logarithm of what is selected, from 1 on
    private Merged Logarithm(Expr softplus, Expr logarithm)
    {
        Expr x = softplus.A;
        Expr exponential = Exp(-Abs(x.Op == Op.Negate ? x.A : x));
        Expr reciprocal = 1 / logarithm.A;
        Merged selected = Join(Op.LogOfPair, Of(x.Number(1) + exponential, reciprocal), Of(exponential, logarithm.B * reciprocal).Negated);
        _logarithms[logarithm] = -selected.Value;
        _reciprocals[logarithm.A] = reciprocal;
        Expr positivePart = Select(condition, Max(x, 0), x.Number(0));
        return new Merged(positivePart + selected.Value, InstructionCount.OfLogarithmOfOnePlus + selected.Savings - 2 - InstructionCount.Of(Op.LogOfPair))
            .WithSecondNegated;
    }

    // A bound that no logarithm reaches but that of 0.
    private static Merged Bounded(Merged softplus) => softplus with { Value = Min(softplus.Value, 1000), Savings = softplus.Savings - 1 };
}
