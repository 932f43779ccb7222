using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Parsing;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// NaN in, NaN out. A derivative that is a number on each side of a kink does not see the input, and comparisons of NaN are
/// false, so that a selection may pass it over.
/// </summary>
internal static class NaNPropagation
{
    // what conditions on the target may be decided by; another number decides none
    private static readonly double[] s_targets = [0, 1, double.NaN];

    /// <summary>The graph with outputs that are NaN where the input is. Built-in terms and statistics have them as they are.</summary>
    public static ExprGraph Run(ExprGraph graph, LossModel model)
    {
        if (!model.Configuration.HasCustomTerm)
        {
            return graph;
        }

        ExprBuilder builder = new();
        Expr[] copies = Transcription.Copy(graph, builder);
        Expr input = (model.Path, model.Configuration.Activation) switch
        {
            (LossPath.AllClasses, _) => Softplus(-builder.Add(Op.Logit)), // -log p
            (_, Activation.None) => builder.Add(Op.Probability),
            _ => builder.Add(Op.Logit),
        };
        return builder.Build(graph.Outputs.Select(o =>
            (o.Kind, Statistics.Contains(o.Kind) || s_targets.All(y => Sees(copies[o.Node], y)) ? copies[o.Node] : Select(LessOrEqual(builder.Constant(0), Abs(input)), copies[o.Node], input))));
    }

    // The expression is NaN where the input is, for that target.
    private static bool Sees(Expr e, double target) => e.Op switch
    {
        Op.Logit or Op.Probability => true,

        // a comparison of NaN is false
        Op.Select when e.A.Operands.Any(operand => Sees(operand, target)) => Sees(e.C, target),
        Op.Select when e.A is { Op: Op.Equal, A.Op: Op.Target, B.IsConstant: true } => Sees(e.A.B.Value == target ? e.B : e.C, target),
        Op.Select => Sees(e.B, target) && Sees(e.C, target),

        // of a NaN and a number, bounds are the second operand of the instruction, which is the first one here
        Op.Max or Op.Min => Sees(e.A, target),
        Op.Less or Op.LessOrEqual or Op.Equal => false,
        _ => e.Operands.Any(operand => Sees(operand, target)),
    };
}
