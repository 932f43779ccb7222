using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Parsing;

/// <summary>Symbols as C# text: for generated code fully qualified and escaped, for messages short.</summary>
internal static class CodeText
{
    private static readonly SymbolDisplayFormat s_qualified = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat s_namespace = s_qualified.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static readonly SymbolDisplayFormat s_metadata = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private static readonly SymbolDisplayFormat s_typeParameters = s_qualified
        .WithMemberOptions(SymbolDisplayMemberOptions.None)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters);

    private static readonly SymbolDisplayFormat s_constraints = s_typeParameters
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints);

    /// <summary>A type as generated code names it: <c>global::System.Span&lt;float&gt;</c>.</summary>
    public static string Qualified(ITypeSymbol type) => type.ToDisplayString(s_qualified);

    /// <summary>A type as its user names it: <c>Span&lt;float&gt;</c>.</summary>
    public static string Short(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>A namespace, or the empty string for the global one.</summary>
    public static string Namespace(INamespaceSymbol space) => space.IsGlobalNamespace ? "" : space.ToDisplayString(s_namespace);

    /// <summary>A type with its namespace, without escapes.</summary>
    public static string MetadataName(ITypeSymbol type) => type.ToDisplayString(s_metadata);

    /// <summary>A namespace as metadata names it, without escapes, or the empty string for the global one.</summary>
    public static string MetadataNamespace(INamespaceSymbol space) => space.IsGlobalNamespace ? "" : space.ToDisplayString(s_metadata);

    /// <summary>A name, escaped where it is a keyword of C#, also of a later version or in some contexts only.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>The type parameter list of a type, with variance: <c>&lt;in T&gt;</c>.</summary>
    public static string TypeParameters(INamedTypeSymbol type) => type.Arity == 0
        ? ""
        : "<" + string.Join(", ", type.TypeParameters.Select(parameter => Variance(parameter) + Identifier(parameter.Name))) + ">";

    /// <summary>The type parameter list of a method, and its constraint clauses with a leading space.</summary>
    public static (string TypeParameters, string Constraints) Generics(IMethodSymbol method)
    {
        if (!method.IsGenericMethod)
        {
            return ("", "");
        }

        string head = method.ToDisplayString(s_typeParameters);
        return (head.Substring(head.IndexOf('<')), method.ToDisplayString(s_constraints).Substring(head.Length));
    }

    private static string Variance(ITypeParameterSymbol parameter) => parameter.Variance switch
    {
        VarianceKind.In => "in ",
        VarianceKind.Out => "out ",
        _ => "",
    };
}
