using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>Recognises <c>MathF</c>, whose functions compute in single precision.</summary>
internal static class MathF
{
    public static bool Is(ITypeSymbol? type) => type is { Name: nameof(MathF), ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether the expression, which C# rejects, is a call of such a function: with a double, most likely.</summary>
    public static bool IsCall(IOperation e) =>
        e.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }
        && Is(e.SemanticModel?.GetSymbolInfo(member.Expression).Symbol as ITypeSymbol);
}
