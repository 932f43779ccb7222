using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>Numbers the losses of one name in one type.</summary>
internal static class Overloads
{
    /// <summary>The place of a loss among those of its name: by file, then by position in the file.</summary>
    public static int Ordinal(IMethodSymbol method)
    {
        List<IMethodSymbol> overloads = [.. method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .Where(IsLoss)
            .OrderBy(overload => Declaration(overload)?.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(overload => Declaration(overload)?.Span.Start)];
        int ordinal = overloads.FindIndex(overload => SymbolEqualityComparer.Default.Equals(overload, method));
        return Math.Max(ordinal, 0);
    }

    private static bool IsLoss(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.IsNamed(AttributeNames.Loss));

    private static SyntaxReference? Declaration(IMethodSymbol method) => method.DeclaringSyntaxReferences.FirstOrDefault();
}
