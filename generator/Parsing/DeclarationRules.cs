using System.Linq;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>What a method must be, whatever its parameters, to be a loss.</summary>
internal static class DeclarationRules
{
    public static void Check(IMethodSymbol method, MethodDeclarationSyntax syntax, DiagnosticReporter diagnostics)
    {
        ContainingTypeParser.CheckExtensible(method, syntax, diagnostics);
        if (!IsPartial(syntax))
        {
            diagnostics.Report(Descriptors.MethodNotPartial, syntax.Identifier, method.Name);
        }
        else if (method.PartialImplementationPart is not null || method.PartialDefinitionPart is not null)
        {
            diagnostics.Report(Descriptors.MethodHasBody, syntax.Identifier, method.Name);
        }
        else if (!method.IsStatic && !method.ContainingType.IsStatic) // in a static class it is an error of C# (CS0708)
        {
            diagnostics.Report(Descriptors.MethodNotStatic, syntax.Identifier, method.Name);
        }

        if (syntax.TypeParameterList is { } typeParameters)
        {
            diagnostics.Report(Descriptors.GenericMethod, typeParameters, method.Name, typeParameters.ToString());
        }
    }

    /// <summary>
    /// Whether an implementing part can be added without giving rise to errors of its own. Where not, the
    /// declaration is one that C# or one of these rules rejects in any case.
    /// </summary>
    public static bool IsImplementable(IMethodSymbol method, MethodDeclarationSyntax syntax) =>
        method is { IsPartialDefinition: true, PartialImplementationPart: null, IsVararg: false }
        && (method.IsStatic || !method.ContainingType.IsStatic)
        && syntax.ExplicitInterfaceSpecifier is null
        && syntax.Ancestors().OfType<TypeDeclarationSyntax>().All(IsExtensible)
        && !MentionsErrors(method.ReturnType)
        && !method.Parameters.Any(parameter => MentionsErrors(parameter.Type))
        && method.Parameters.All(parameter => parameter.Name.Length > 0)
        && method.Parameters.Select(parameter => parameter.Name).Distinct().Count() == method.Parameters.Length
        && (method.ReturnsVoid || syntax.Modifiers.Any(IsAccessibility));

    /// <summary>Whether the C# compiler reports the type itself, so that no other error about it is due.</summary>
    public static bool MentionsErrors(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        IArrayTypeSymbol array => MentionsErrors(array.ElementType),
        IPointerTypeSymbol pointer => MentionsErrors(pointer.PointedAtType),
        INamedTypeSymbol named => named.TypeArguments.Any(MentionsErrors),
        _ => false,
    };

    private static bool IsPartial(MethodDeclarationSyntax syntax) => syntax.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static bool IsExtensible(TypeDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.PartialKeyword) && !type.Modifiers.Any(SyntaxKind.FileKeyword);

    // C# rejects a partial method that returns a value and has no accessibility modifier (CS8796).
    private static bool IsAccessibility(SyntaxToken modifier) => modifier.Kind()
        is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword;
}
