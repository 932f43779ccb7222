using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Tests.RandomLosses;

/// <summary>Takes the vector widths out of a generated kernel.</summary>
internal sealed class ScalarOnly : CSharpSyntaxRewriter
{
    /// <inheritdoc/>
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) => node.Identifier.Text switch
    {
        "RunSix" or "RunEight" => null,
        "Run" => node.WithBody(SyntaxFactory.Block(node.Body!.DescendantNodes().OfType<ExpressionStatementSyntax>().Last())),
        _ => node,
    };
}
