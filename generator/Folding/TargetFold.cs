using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Rewriting;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Folding;

/// <summary>
/// Hard targets select one of two terms. Where the terms do the same, their operands are selected instead: of mirrored ones the logit,
/// u = y = 1 ? z : -z, and of all the argument of a logarithm.
/// </summary>
internal static class TargetFold
{
    /// <summary>The graph with the terms of both targets merged.</summary>
    public static ExprGraph Run(ExprGraph graph)
    {
        ExprBuilder builder = new();
        Expr[] nodes = Transcription.Copy(graph, builder);
        Expr isPositive = Less(builder.Constant(0.5), builder.Add(Op.Target));
        IReadOnlyList<Expr> merged = new Merger(isPositive).Merge(graph.Outputs.Select(o =>
            (Assume(isPositive, true, nodes[o.Node]), Assume(isPositive, false, nodes[o.Node]))));
        return builder.Build(graph.Outputs.Select((o, i) => (o.Kind, merged[i])));
    }

    private static Expr Assume(Expr condition, bool truth, Expr e) => Substitution.Apply(e, x =>
        x.Op == Op.Select && x.A == condition ? Assume(condition, truth, truth ? x.B : x.C) : null);
}
