using System.Linq;
using System.Threading;
using LossGen.Generator.Algebra;
using LossGen.Generator.Parsing;
using LossGen.Generator.Tests.Declarations;

namespace LossGen.Generator.Tests.Rewriting;

/// <summary>The graph of a loss at the boundaries of the phases.</summary>
internal sealed class LossModelGraphs(LossConfiguration configuration, ScalarType scalar = ScalarType.Double)
{
    private readonly LossModel _model = ModelOf.Configuration(configuration, scalar);

    /// <summary>The formula as declared, and its derivatives without any rewriting.</summary>
    public ExprGraph DeclaredWithDerivatives => Differentiator.Append(
        Differentiator.Append(Terms.Combine(_model), (OutputKind.Loss, OutputKind.Gradient)),
        (OutputKind.Gradient, OutputKind.Hessian));

    /// <summary>Stable, differentiated, in normal form.</summary>
    public ExprGraph Simplified => LossCompiler.Simplify(_model, CancellationToken.None);

    /// <summary>Weighted and without powers.</summary>
    public ExprGraph Specialised => LossCompiler.Specialise(Simplified, _model, CancellationToken.None);

    /// <summary>The part of a graph that one output needs.</summary>
    public static ExprGraph Part(ExprGraph graph, OutputKind kind)
    {
        ExprBuilder builder = new();
        Expr[] nodes = Transcription.Copy(graph, builder);
        return builder.Build([(kind, nodes[graph.Outputs.First(o => o.Kind == kind).Node])]);
    }
}
