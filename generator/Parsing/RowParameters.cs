using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Which parameters belong to losses over rows of classes, and which do not.</summary>
internal sealed class RowParameters(IMethodSymbol method, MethodDeclarationSyntax syntax, Activation? activation)
{
    public void Check(DiagnosticReporter diagnostics)
    {
        foreach (IParameterSymbol parameter in activation is null ? [] : method.Parameters)
        {
            if (Role.Find(parameter.Name) is { } role)
            {
                Check(parameter, role, syntax.ParameterList.Parameters[parameter.Ordinal], diagnostics);
            }
        }
    }

    /// <summary>Over rows of classes, a hyperparameter or the property of a term that it stands for has a meaning.</summary>
    public static bool HasMeaning(Side side, HyperparameterProperty property) => (side, property) switch
    {
        (_, HyperparameterProperty.Shift) => false,
        (Side.Negative, _) => property == HyperparameterProperty.Gamma,
        _ => true,
    };

    private void Check(IParameterSymbol parameter, Role role, ParameterSyntax declaration, DiagnosticReporter diagnostics)
    {
        if (activation != Activation.Softmax)
        {
            if (role.IsOfRows)
            {
                diagnostics.Report(Descriptors.BelongsToRows, declaration.Identifier, $"'{role.Name}'");
            }
        }
        else if (role.Kind == ParameterRole.Targets && method.HasRole(ParameterRole.Labels))
        {
            diagnostics.Report(Descriptors.LabelsBesideTargets, declaration.Identifier, method.Name);
        }
        else if (role.Kind == ParameterRole.Targets && role.ElementOf(parameter.Type, default) is ElementType.Boolean or ElementType.Byte)
        {
            diagnostics.Report(Descriptors.RowsOfHardTargets, declaration.Type!, CodeText.Short(parameter.Type));
        }
        else if (role is { Side: { } side, Property: { } property } && !HasMeaning(side, property))
        {
            diagnostics.Report(Descriptors.MeaninglessOverRows, declaration.Identifier, $"'{role.Name}'", "remove it");
        }
        else if (role.IsOfElements)
        {
            const string advice = "remove it, or declare the loss with Activation.Sigmoid, whose elements are positive or negative";
            diagnostics.Report(Descriptors.MeaninglessOverRows, declaration.Identifier, $"'{role.Name}'", advice);
        }
    }
}
