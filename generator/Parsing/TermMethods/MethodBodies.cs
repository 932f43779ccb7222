using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>Finds the bodies of the methods of a project, in whichever file they are.</summary>
internal sealed class MethodBodies(Compilation compilation, CancellationToken cancellation)
{
    /// <summary>The part of the method that has its body.</summary>
    public static IMethodSymbol Implementing(IMethodSymbol method) =>
        method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;

    /// <summary>The body, or null where it is not in the project.</summary>
    public IBlockOperation? Find(IMethodSymbol method)
    {
        foreach (SyntaxReference reference in Implementing(method).DeclaringSyntaxReferences)
        {
            // the tree of a method in another project of the solution is not in the compilation
            if (compilation.ContainsSyntaxTree(reference.SyntaxTree))
            {
                return compilation.GetSemanticModel(reference.SyntaxTree).GetOperation(reference.GetSyntax(cancellation), cancellation) switch
                {
                    IMethodBodyOperation body => body.BlockBody ?? body.ExpressionBody,
                    ILocalFunctionOperation local => local.Body,
                    _ => null,
                };
            }
        }

        return null;
    }
}
