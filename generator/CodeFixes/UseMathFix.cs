using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Turns <c>MathF</c> in a term, which computes in double, into <c>Math</c> (LOSS037).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseMathFix)), Shared]
public sealed class UseMathFix : ReplacingFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["LOSS037"];

    private protected override Replacement? Find(SemanticModel model, SyntaxNode root, Diagnostic diagnostic)
    {
        SyntaxNode place = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (ClassName(place) is not { Identifier.ValueText: "MathF" } name)
        {
            return null;
        }

        // System.MathF becomes System.Math; a plain Math is not always that of System
        bool isMath = name.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == name;
        isMath = isMath || model.GetSpeculativeSymbolInfo(name.SpanStart, SyntaxFactory.IdentifierName("Math"), SpeculativeBindingOption.BindAsExpression)
            .Symbol is INamedTypeSymbol { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
        string text = isMath ? "Math" : "global::System.Math";
        return new("Use Math", name, (node, _) => SyntaxFactory.ParseExpression(text).WithTriviaFrom(node));
    }

    /// <summary>The name of the class in <c>MathF</c>, <c>MathF.PI</c>, <c>MathF.Exp(p)</c>, each with or without <c>System.</c> before it.</summary>
    private static IdentifierNameSyntax? ClassName(SyntaxNode place) => place switch
    {
        InvocationExpressionSyntax call => ClassName(call.Expression),
        IdentifierNameSyntax { Identifier.ValueText: "MathF" } name => name,
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "MathF" } name } => name,
        MemberAccessExpressionSyntax member => ClassName(member.Expression),
        _ => null,
    };
}
