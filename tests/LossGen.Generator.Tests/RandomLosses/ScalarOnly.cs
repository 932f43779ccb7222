using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Tests.RandomLosses;

/// <summary>Takes the vector widths out of a generated kernel, and the loop that is for none but them.</summary>
internal sealed class ScalarOnly : CSharpSyntaxRewriter
{
    /// <inheritdoc/>
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) => node.Identifier.Text switch
    {
        "Run" => node.WithBody(SyntaxFactory.Block(CallWithoutVectors(node))),
        string name when name.StartsWith("Run", StringComparison.Ordinal) && !CallWithoutVectors(RunOf(node)).ToString().StartsWith(name + "<", StringComparison.Ordinal) => null,
        _ => node,
    };

    private static MethodDeclarationSyntax RunOf(MethodDeclarationSyntax loop) =>
        ((TypeDeclarationSyntax)loop.Parent!).Members.OfType<MethodDeclarationSyntax>().Single(method => method.Identifier.Text == "Run");

    // the last of those among which hardware decides
    private static ExpressionStatementSyntax CallWithoutVectors(MethodDeclarationSyntax run) =>
        run.Body!.DescendantNodes().OfType<ExpressionStatementSyntax>().Last();
}
