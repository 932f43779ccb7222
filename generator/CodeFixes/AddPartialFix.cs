using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Declares a loss (LOSS001), or a type around one (LOSS002), as partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPartialFix)), Shared]
public sealed class AddPartialFix : ReplacingFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["LOSS001", "LOSS002"];

    private protected override Replacement? Find(SemanticModel model, SyntaxNode root, Diagnostic diagnostic) =>
        root.FindToken(diagnostic.Location.SourceSpan.Start).Parent switch
        {
            TypeDeclarationSyntax type => new(
                $"Declare '{type.Identifier.ValueText}' as partial", type, static (node, _) => Extend((TypeDeclarationSyntax)node)),
            MethodDeclarationSyntax method when IsMechanical(method) => new(
                $"Declare '{method.Identifier.ValueText}' as static partial", method, static (node, _) => Extend((MethodDeclarationSyntax)node)),
            _ => null,
        };

    /// <summary>
    /// A body that computes something is not thrown away, and a partial method that returns a value needs an accessibility
    /// modifier (CS8796), which is for its author to choose.
    /// </summary>
    private static bool IsMechanical(MethodDeclarationSyntax method) =>
        method.Body is null or { Statements.Count: 1 }
        && method.Body?.Statements[0] is null or ThrowStatementSyntax
        && method.ExpressionBody is null or { Expression: ThrowExpressionSyntax }
        && (method.Modifiers.Any(IsAccessibility) || method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword })
        && method.Modifiers.All(modifier => IsAccessibility(modifier) || modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.UnsafeKeyword);

    private static bool IsAccessibility(SyntaxToken modifier) => SyntaxFacts.IsAccessibilityModifier(modifier.Kind());

    private static MemberDeclarationSyntax Extend(TypeDeclarationSyntax type) => Append(type, type.Keyword, [SyntaxKind.PartialKeyword]);

    private static MemberDeclarationSyntax Extend(MethodDeclarationSyntax method)
    {
        SyntaxTriviaList end = method.GetTrailingTrivia();
        MethodDeclarationSyntax declaration = method
            .WithBody(null).WithExpressionBody(null)
            .WithParameterList(method.ParameterList.WithTrailingTrivia())
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(end));
        SyntaxKind[] missing = method.Modifiers.Any(SyntaxKind.StaticKeyword)
            ? [SyntaxKind.PartialKeyword]
            : [SyntaxKind.StaticKeyword, SyntaxKind.PartialKeyword];
        return Append(declaration, declaration.ReturnType.GetFirstToken(), missing);
    }

    /// <summary>Adds modifiers behind those there are, where <c>partial</c> has to be: directly before the next token.</summary>
    private static MemberDeclarationSyntax Append(MemberDeclarationSyntax member, SyntaxToken next, IEnumerable<SyntaxKind> kinds)
    {
        List<SyntaxToken> added = [.. kinds.Select(kind => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space))];
        if (member.Modifiers.Count == 0)
        {
            added[0] = added[0].WithLeadingTrivia(next.LeadingTrivia);
            member = member.ReplaceToken(next, next.WithLeadingTrivia());
        }

        return member.WithModifiers(member.Modifiers.AddRange(added));
    }
}
