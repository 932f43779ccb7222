using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Reads the types around a loss.</summary>
internal static class ContainingTypeParser
{
    /// <summary>The property in which a type lists its losses.</summary>
    private const string Variants = "LossVariants";

    public static ContainingType Parse(INamedTypeSymbol type)
    {
        List<INamedTypeSymbol> nesting = [];
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            nesting.Insert(0, t);
        }

        string metadataSpace = CodeText.MetadataNamespace(type.ContainingNamespace);
        return new ContainingType(
            CodeText.Namespace(type.ContainingNamespace),
            new(nesting.Select(t => new TypeDeclaration(Keywords(t), CodeText.Identifier(t.Name), CodeText.TypeParameters(t)))),
            (metadataSpace.Length == 0 ? "" : metadataSpace + ".") + string.Join("+", nesting.Select(t => t.MetadataName)));
    }

    /// <summary>Reports the types to which generated code cannot add a part.</summary>
    public static void CheckExtensible(IMethodSymbol method, MethodDeclarationSyntax syntax, DiagnosticReporter diagnostics)
    {
        CheckVariants(method.ContainingType, diagnostics);
        foreach (TypeDeclarationSyntax type in syntax.Ancestors().OfType<TypeDeclarationSyntax>())
        {
            if (type.Identifier.IsKind(SyntaxKind.None))
            {
                continue; // an extension block, in which C# has no partial methods
            }

            if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                string keywords = type is RecordDeclarationSyntax record
                    ? string.Join(" ", new[] { record.Keyword.Text, record.ClassOrStructKeyword.Text }.Where(text => text.Length > 0))
                    : type.Keyword.Text;
                diagnostics.Report(Descriptors.TypeNotPartial, type.Identifier, type.Identifier.ValueText, keywords);
            }

            SyntaxToken file = type.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.FileKeyword));
            if (file.IsKind(SyntaxKind.FileKeyword))
            {
                diagnostics.Report(Descriptors.FileLocalType, file, type.Identifier.ValueText);
            }
        }
    }

    /// <summary>The type gets a property with the list of its losses, whose name must be free.</summary>
    private static void CheckVariants(INamedTypeSymbol type, DiagnosticReporter diagnostics)
    {
        ISymbol? taken = type.Name == Variants ? type : type.GetMembers(Variants).FirstOrDefault();
        if (taken?.Locations.FirstOrDefault() is { SourceTree: { } tree } place)
        {
            diagnostics.Report(Descriptors.NameTaken, tree.GetRoot().FindToken(place.SourceSpan.Start), Variants);
        }
    }

    private static string Keywords(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, false) => "struct",
        (TypeKind.Interface, _) => "interface",
        (_, true) => "record",
        _ => "class",
    };
}
