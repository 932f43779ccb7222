using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Rewriting;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Folding;

/// <summary>
/// A loss as a function of |z|: L(z, y) for z &gt;= 0 and L(-|z|, y) for z &lt; 0 are merged. Where the terms of the two targets
/// mirror each other, p and q become the larger and the smaller of one pair, and the shares y and 1 - y are what is selected.
/// </summary>
internal static class SignFold
{
    private static readonly IReadOnlyList<Rule> s_branchRules =
    [
        new("-(-x) = x", RuleClass.Exact, e => e is { Op: Op.Negate, A.Op: Op.Negate } ? e.A.A : null),

        new("|-x| = |x|", RuleClass.Exact, e => e is { Op: Op.Abs, A.Op: Op.Negate } ? Abs(e.A.A) : null),

        new("||x|| = |x|", RuleClass.Exact, e => e is { Op: Op.Abs, A.Op: Op.Abs } ? e.A : null),

        new("y = 1 is 1 - y = 0", RuleClass.Exact, e =>
            e is { Op: Op.Equal, A.Op: Op.Target, B.IsOne: true } ? Equal(1 - e.A, 0) : null),
        .. SelectRules.OfShares,
    ];

    private static readonly IReadOnlyList<Rule> s_rules =
    [
        new("c ? 1 - x : x = 1 - (c ? x : 1 - x)", RuleClass.ChangesRounding, e =>
            e is { Op: Op.Select, B: { Op: Op.Subtract, A.IsOne: true } } && e.B.B == e.C ? 1 - Select(e.A, e.C, e.B) : null),

        .. SelectRules.OfShares,

        new("x < k ? a : b = b, x >= k", RuleClass.Exact, e =>
            e is { Op: Op.Select, A.Op: Op.Less, A.B.IsConstant: true } && Range.LowerBound(e.A.A) >= e.A.B.Value ? e.C : null),

        new("(c = 0 ? 0 : c softplus(|z|)) + (1 - c) softplus(-|z|) = softplus(-|z|) - c (c = 0 ? 0 : -|z|)", RuleClass.ChangesRounding, e =>
            e.Op == Op.Add ? Join(e.A, e.B) ?? Join(e.B, e.A) : null),
    ];

    /// <summary>The graph with both signs merged.</summary>
    public static ExprGraph Run(ExprGraph graph)
    {
        ExprBuilder builder = new();
        Expr[] nodes = Transcription.Copy(graph, builder);
        Expr logit = builder.Add(Op.Logit);
        Expr magnitude = Abs(logit);
        ExprGraph branches = builder.Build(graph.Outputs.SelectMany(o => new[]
        {
            (o.Kind, With(-magnitude, nodes[o.Node])),
            (o.Kind, With(magnitude, nodes[o.Node])),
        }));
        return Merge(Rewriter.Run(branches, default, s_branchRules));
    }

    private static ExprGraph Merge(ExprGraph branches)
    {
        ExprBuilder builder = new();
        Expr[] nodes = Transcription.Copy(branches, builder);
        Expr isNegative = Less(builder.Add(Op.Logit), builder.Constant(0));
        IReadOnlyList<Expr> merged = new Merger(isNegative).Merge(Enumerable.Range(0, branches.Outputs.Count / 2).Select(i =>
            (nodes[branches.Outputs[2 * i].Node], nodes[branches.Outputs[(2 * i) + 1].Node])));
        return Rewriter.Run(builder.Build(merged.Select((e, i) => (branches.Outputs[2 * i].Kind, e))), default, s_rules);
    }

    private static Expr With(Expr logit, Expr e) => Substitution.Apply(e, x => x.Op == Op.Logit ? logit : null);

    private static Expr? Join(Expr wrong, Expr right)
    {
        if (wrong is not { Op: Op.Select, A.Op: Op.Equal, B.IsZero: true, C.Op: Op.Multiply } || right.Op != Op.Multiply || !wrong.A.B.IsZero)
        {
            return null;
        }

        Expr share = wrong.A.A;
        Expr magnitude = Abs(share.Builder.Add(Op.Logit));
        return wrong.C == share * Softplus(magnitude) && right == (1 - share) * Softplus(-magnitude)
            ? right.B - (share * Select(wrong.A, wrong.B, -magnitude))
            : null;
    }
}
