using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>The parameters of a method by what their names mean.</summary>
internal static class RoleParameters
{
    /// <summary>The method has a parameter of one of those roles.</summary>
    public static bool HasRole(this IMethodSymbol method, params ParameterRole[] kinds) =>
        method.Parameters.Any(parameter => Role.Find(parameter.Name) is { } role && kinds.Contains(role.Kind));

    /// <summary>The declaration of the first parameter of such a role, if there is one.</summary>
    public static ParameterSyntax? DeclarationOf(this IMethodSymbol method, Func<Role, bool> isMeant, CancellationToken cancellation) => method.Parameters
        .FirstOrDefault(parameter => Role.Find(parameter.Name) is { } role && isMeant(role))
        ?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as ParameterSyntax;
}
