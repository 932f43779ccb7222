using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>What every loss has: an input, targets and an output.</summary>
internal sealed class RequiredParts(
    IMethodSymbol method, MethodDeclarationSyntax syntax, ScalarType scalar, Activation? activation, IReadOnlyCollection<ParameterRole> present)
{
    public void Check(DiagnosticReporter diagnostics)
    {
        string type = ElementTypes.Keyword(scalar);
        if (!HasAny(ParameterRole.Logits, ParameterRole.Probabilities))
        {
            Role input = Role.Of(activation == Activation.None ? ParameterRole.Probabilities : ParameterRole.Logits);
            diagnostics.ReportMissing(input.Name, Descriptors.MissingInput, syntax.Identifier, method.Name, type, input.Name);
        }

        if (activation == Activation.Softmax)
        {
            CheckRows(type, diagnostics);
        }
        else if (!HasAny(ParameterRole.Targets, ParameterRole.Labels)) // labels are reported as such
        {
            diagnostics.ReportMissing(Role.Of(ParameterRole.Targets).Name, Descriptors.MissingTargets, syntax.Identifier, method.Name, type);
        }

        if (method.ReturnsVoid && !HasAny(ParameterRole.Gradient, ParameterRole.Hessian, ParameterRole.Losses, ParameterRole.Statistics))
        {
            diagnostics.Report(Descriptors.NoOutput, syntax.ReturnType, method.Name, type);
        }
    }

    private void CheckRows(string type, DiagnosticReporter diagnostics)
    {
        if (!HasAny(ParameterRole.Targets, ParameterRole.Labels))
        {
            diagnostics.Report(Descriptors.MissingLabels, syntax.Identifier, method.Name, type);
        }
        else if (!HasAny(ParameterRole.Labels, ParameterRole.ClassCount))
        {
            diagnostics.Report(Descriptors.MissingClassCount, syntax.Identifier, method.Name);
        }
    }

    private bool HasAny(params ParameterRole[] roles) => roles.Any(present.Contains);
}
