using System.Linq;
using System.Threading;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>What the signature of a term method is: static, over double, by value.</summary>
internal static class TermSignature
{
    public static bool IsTerm(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsStatic: true, IsGenericMethod: false, RefKind: RefKind.None }
        && IsDouble(method.ReturnType)
        && method.Parameters.All(p => p is { RefKind: RefKind.None, IsParams: false } && IsDouble(p.Type));

    /// <summary>Reports why the method is no term, at its declaration where that is in the project.</summary>
    public static void Check(IMethodSymbol method, SyntaxNode argument, DiagnosticReporter diagnostics, CancellationToken cancellation)
    {
        MethodDeclarationSyntax? syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as MethodDeclarationSyntax;
        SyntaxNodeOrToken place = syntax is null ? argument : syntax.Identifier;
        if (method.MethodKind != MethodKind.Ordinary || !method.IsStatic)
        {
            Report(place, "is an instance method", "declare it 'static'");
        }

        if (method.IsGenericMethod)
        {
            Report(syntax?.TypeParameterList ?? place, "has type parameters", "write it for double");
        }

        if ((!IsDouble(method.ReturnType) || method.RefKind != RefKind.None) && !DeclarationRules.MentionsErrors(method.ReturnType))
        {
            Report(syntax?.ReturnType ?? place, $"returns '{syntax?.ReturnType.ToString() ?? CodeText.Short(method.ReturnType)}'", "return 'double'");
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            ParameterSyntax? declaration = syntax?.ParameterList.Parameters[parameter.Ordinal];
            if (parameter.RefKind != RefKind.None || parameter.IsParams)
            {
                Report(declaration?.Modifiers.FirstOrDefault() ?? place, $"does not take '{parameter.Name}' by value", "remove the modifier");
            }
            else if (!IsDouble(parameter.Type) && !DeclarationRules.MentionsErrors(parameter.Type))
            {
                Report(declaration?.Type ?? place, $"takes '{parameter.Name}' as '{CodeText.Short(parameter.Type)}'", "take it as 'double'; the kernel computes in the type of the loss all the same");
            }
        }

        void Report(SyntaxNodeOrToken where, string what, string advice) =>
            diagnostics.Report(Descriptors.TermSignature, where, method.Name, what, advice);
    }

    private static bool IsDouble(ITypeSymbol type) => type.SpecialType == SpecialType.System_Double;
}
