using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Parsing;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// In derivatives, log p is multiplied by an exponent a that is given at run time, beside p^a: where p^a is 0, a log p is
/// not to be infinite for it. A bound far beyond that leaves room for the factor.
/// </summary>
internal static class LogarithmBounds
{
    // 2^-11 of the largest finite number, and next to it
    private const double Single = 1.6e35;
    private const double Double = 8e304;

    /// <summary>The graph, with logarithms of p bounded in derivatives that have run-time hyperparameters.</summary>
    public static ExprGraph Run(ExprGraph graph, ScalarType scalar)
    {
        ExprBuilder builder = new();
        Expr[] copies = Transcription.Copy(graph, builder);
        if (!copies.Any(e => e.Op == Op.Hyperparameter))
        {
            return graph;
        }

        Expr logarithm = Softplus(-builder.Add(Op.Logit));
        Expr bounded = Softplus(Min(logarithm.A, scalar == ScalarType.Single ? Single : Double));
        return builder.Build(graph.Outputs.Select(o =>
            (o.Kind, o.Kind == OutputKind.Loss ? copies[o.Node] : Substitution.Apply(copies[o.Node], e => e == logarithm ? bounded : null))));
    }
}
