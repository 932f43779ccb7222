using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Parsing.TermMethods;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>The hyperparameters that a loss takes at run time, beside the attributes that declare its terms.</summary>
internal static class HyperparameterRules
{
    // as many as LossGen.Kernels.PerClassHyperparameters has place for
    private const int MaxPerClass = 8;

    /// <summary>The properties of a term that parameters of the loss set.</summary>
    public static IReadOnlyCollection<HyperparameterProperty> GivenAtRunTime(IMethodSymbol method, Side side) =>
        [.. Parameters(method).Where(given => given.Role.Side == side).Select(given => given.Role.Property!.Value)];

    /// <summary>Reports what is given both by the attribute of a term and by a parameter.</summary>
    public static void CheckAttribute(IMethodSymbol method, Side side, DeclaredAttribute attribute, DiagnosticReporter diagnostics)
    {
        foreach ((IParameterSymbol parameter, Role role) in Parameters(method))
        {
            string property = role.Property.ToString();
            if (role.Side == side && attribute.Named(property) is not null)
            {
                diagnostics.Report(Descriptors.HyperparameterGivenTwice, attribute.Place(property), property, attribute.Name, parameter.Name);
            }
        }
    }

    /// <summary>Reports hyperparameters of the built-in term in the place of which a method is, unless it takes them by name.</summary>
    public static void CheckTerms(IMethodSymbol method, MethodDeclarationSyntax syntax, TermMethodsOfLoss terms, DiagnosticReporter diagnostics)
    {
        foreach (TermMethod term in terms.Methods)
        {
            foreach ((IParameterSymbol parameter, Role role) in Parameters(method))
            {
                if (IsReplaced(role, term.Attribute.MetadataName) && !terms.HyperparameterNames.Contains(parameter.Name))
                {
                    SyntaxToken name = syntax.ParameterList.Parameters[parameter.Ordinal].Identifier;
                    diagnostics.Report(Descriptors.HyperparameterBesideTerm, name, parameter.Name, term.Attribute.Name, term.Symbol.Name);
                }
            }
        }
    }

    /// <summary>Reports the first hyperparameter per class that is too many.</summary>
    public static void CheckCount(MethodSignature signature, MethodDeclarationSyntax syntax, DiagnosticReporter diagnostics)
    {
        int[] perClass = [.. Enumerable.Range(0, signature.Parameters.Count).Where(i => signature.Parameters[i].Hyperparameter is { IsPerClass: true })];
        if (perClass.Length > MaxPerClass)
        {
            ParameterSyntax parameter = syntax.ParameterList.Parameters[perClass[MaxPerClass]];
            diagnostics.Report(
                Descriptors.TooManyPerClass, parameter.Identifier, parameter.Identifier.ValueText, MaxPerClass.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static IEnumerable<(IParameterSymbol Parameter, Role Role)> Parameters(IMethodSymbol method)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (Role.Find(parameter.Name) is { Property: not null } role)
            {
                yield return (parameter, role);
            }
        }
    }

    private static bool IsReplaced(Role role, string attribute) => attribute switch
    {
        AttributeNames.Positive => role is { Side: Side.Positive, Property: HyperparameterProperty.Gamma or HyperparameterProperty.Poly },
        AttributeNames.Negative => role is { Side: Side.Negative, Property: HyperparameterProperty.Gamma or HyperparameterProperty.Poly },
        _ => true,
    };
}
