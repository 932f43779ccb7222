using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>The hyperparameters of one term that the loss takes at run time, beside the attribute that declares the term.</summary>
internal static class HyperparameterRules
{
    /// <summary>The properties that parameters of the loss set.</summary>
    public static IReadOnlyCollection<HyperparameterProperty> GivenAtRunTime(IMethodSymbol method, Side side) =>
        [.. Parameters(method, side).Select(given => given.Property)];

    /// <summary>Reports what is given twice, and what does not belong to a term method.</summary>
    public static void Check(IMethodSymbol method, Side side, DeclaredAttribute attribute, DiagnosticReporter diagnostics)
    {
        foreach ((IParameterSymbol parameter, HyperparameterProperty property) in Parameters(method, side))
        {
            if (attribute.Named(property.ToString()) is not null)
            {
                diagnostics.Report(
                    Descriptors.HyperparameterGivenTwice, attribute.Place(property.ToString()), property.ToString(), attribute.Name, parameter.Name);
            }

            if (attribute.ConstructorValue is string term
                && property is HyperparameterProperty.Gamma or HyperparameterProperty.Poly
                && parameter.DeclaringSyntaxReferences[0].GetSyntax() is ParameterSyntax syntax)
            {
                diagnostics.Report(Descriptors.HyperparameterBesideTerm, syntax.Identifier, parameter.Name, attribute.Name, term);
            }
        }
    }

    private static IEnumerable<(IParameterSymbol Parameter, HyperparameterProperty Property)> Parameters(IMethodSymbol method, Side side)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (Role.Find(parameter.Name) is { Property: { } property } role && role.Side == side)
            {
                yield return (parameter, property);
            }
        }
    }
}
