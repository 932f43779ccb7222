using System.Threading;
using LossGen.Generator.Algebra;
using LossGen.Generator.Rewriting;

namespace LossGen.Generator.Tests.Rewriting;

/// <summary>A term of its own through the passes that a loss goes through.</summary>
internal static class RewrittenTerm
{
    /// <summary>The stable term with its first two derivatives.</summary>
    public static ExprGraph Of(ExprGraph term)
    {
        ExprGraph gradient = Normalise(Differentiator.Append(Normalise(term), (OutputKind.Loss, OutputKind.Gradient)));
        ExprGraph hessian = Normalise(Differentiator.Append(gradient, (OutputKind.Gradient, OutputKind.Hessian)));
        return Rewriter.Run(
            hessian, CancellationToken.None, StabilityRules.All, AlgebraRules.All, SelectRules.All, AlgebraRules.AfterDifferentiation);
    }

    private static ExprGraph Normalise(ExprGraph graph) => LossCompiler.Normalise(graph, CancellationToken.None);
}
