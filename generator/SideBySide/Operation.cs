using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.SideBySide;

/// <summary>A method of an arithmetic on one vector.</summary>
internal sealed class Operation
{
    /// <summary>The parameter that says which of the vectors side by side is meant.</summary>
    public const string Place = "vector";

    // null of an interface
    private readonly ExpressionSyntax? _body;

    private Operation(IMethodSymbol method, INamedTypeSymbol type)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        Name = method.Name;
        Result = Text(method.ReturnType);
        MakesVector = IsVector(definition.ReturnType);
        Parameters = [.. method.Parameters.Select(parameter => (parameter.Name, Declaration(parameter)))];
        Operands = [.. definition.Parameters.Where(parameter => parameter.RefKind == RefKind.None && IsVector(parameter.Type)).Select(parameter => parameter.Name)];
        _body = type.FindImplementationForInterfaceMember(method)?.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax())
            .OfType<MethodDeclarationSyntax>().Single().ExpressionBody?.Expression;

        // not by the type that it is: the vector of a scalar arithmetic is a number
        bool IsVector(ITypeSymbol type) => type is ITypeParameterSymbol parameter && parameter.Ordinal == definition.ContainingType.TypeParameters.Length - 1;
    }

    public string Name { get; }

    /// <summary>The type of the result.</summary>
    public string Result { get; }

    /// <summary>The result is a vector.</summary>
    public bool MakesVector { get; }

    /// <summary>Each parameter as it is declared.</summary>
    public ImmutableArray<(string Name, string Declaration)> Parameters { get; }

    /// <summary>The parameters that are vectors.</summary>
    public ImmutableArray<string> Operands { get; }

    /// <summary>It depends on the place of the vector.</summary>
    public bool HasPlace => Parameters.Any(parameter => parameter.Name == Place);

    /// <summary>The operations of the interface, and of those that it extends, as the type does them.</summary>
    public static ImmutableArray<Operation> Of(INamedTypeSymbol arithmetic, INamedTypeSymbol type) =>
    [
        .. arithmetic.AllInterfaces.Prepend(arithmetic).SelectMany(part => part.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method.MethodKind == MethodKind.Ordinary)
            .Select(method => new Operation(method, type)),
    ];

    /// <summary>The type as it is written where there are its usings.</summary>
    public static string Text(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>What the type computes, with other texts for the parameters.</summary>
    /// <param name="replacement">The text for the parameter of that name, or null to leave it.</param>
    public string With(Func<string, string?> replacement)
    {
        ExpressionSyntax body = _body!;
        IEnumerable<IdentifierNameSyntax> names = body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Where(name => Parameters.Any(parameter => parameter.Name == name.Identifier.ValueText));
        return body.ReplaceNodes(
            names,
            (_, name) => replacement(name.Identifier.ValueText) is string text ? SyntaxFactory.ParseExpression(text).WithTriviaFrom(name) : name).ToString();
    }

    private static string Declaration(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => "",
    } + Text(parameter.Type) + " " + parameter.Name;
}
