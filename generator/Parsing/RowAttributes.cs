using System.Threading;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>
/// What the attributes of a loss over rows of classes may say: a probability is not shifted, labels are hard targets, and the
/// classes that are not the true one pay a term that only has an exponent of its own.
/// </summary>
internal sealed class RowAttributes(
    IMethodSymbol method, DeclaredAttribute loss, DeclaredAttribute? positive, DeclaredAttribute? negative, DeclaredAttribute? term)
{
    private static readonly (string Name, HyperparameterProperty Property)[] s_properties =
    [
        (nameof(TermConfiguration.Weight), HyperparameterProperty.Weight),
        (nameof(TermConfiguration.Shift), HyperparameterProperty.Shift),
        (nameof(TermConfiguration.Poly), HyperparameterProperty.Poly),
    ];

    public void Check(Activation activation, DiagnosticReporter diagnostics, CancellationToken cancellation)
    {
        if (activation == Activation.Softmax)
        {
            CheckLoss(diagnostics);
            CheckTerms(diagnostics);
            CheckEffect(diagnostics, cancellation);
        }
        else if (loss.Named(nameof(LossConfiguration.IgnoreLabel)) is not null)
        {
            diagnostics.Report(Descriptors.BelongsToRows, loss.Place(nameof(LossConfiguration.IgnoreLabel)), nameof(LossConfiguration.IgnoreLabel));
        }
    }

    private bool HasLabels => method.HasRole(ParameterRole.Labels);

    private bool HasSoftRows => !HasLabels && method.HasRole(ParameterRole.Targets);

    private void CheckLoss(DiagnosticReporter diagnostics)
    {
        const string hardTargets = nameof(LossConfiguration.HardTargets);
        const string ignoreLabel = nameof(LossConfiguration.IgnoreLabel);
        if (loss.Named(hardTargets) is not null)
        {
            diagnostics.Report(
                Descriptors.MeaninglessOverRows, loss.Place(hardTargets), "HardTargets", "leave it out, and give the class of each row as 'labels'");
        }

        if (HasSoftRows && loss.Named(ignoreLabel) is not null)
        {
            diagnostics.Report(Descriptors.NoEffectOverRows, loss.Place(ignoreLabel), ignoreLabel, method.Name, "leave it out, since soft rows have no labels");
        }
    }

    private void CheckTerms(DiagnosticReporter diagnostics)
    {
        if (term is not null)
        {
            diagnostics.Report(Descriptors.TermOverRows, term.Syntax, term.ConstructorValue as string ?? "");
        }

        if (negative?.Term is { } method)
        {
            diagnostics.Report(Descriptors.MeaninglessOverRows, method, "A method of [Negative]", "leave it out, since [Negative] takes only Gamma and DetachFocus");
        }

        foreach ((DeclaredAttribute? attribute, Side side) in new[] { (positive, Side.Positive), (negative, Side.Negative) })
        {
            foreach ((string name, HyperparameterProperty property) in s_properties)
            {
                if (attribute?.Named(name) is not null && !RowParameters.HasMeaning(side, property))
                {
                    string advice = side == Side.Positive ? "leave it out" : "leave it out, since [Negative] takes only Gamma and DetachFocus";
                    diagnostics.Report(Descriptors.MeaninglessOverRows, attribute.Place(name), $"{name} of [{side}]", advice);
                }
            }
        }
    }

    // only smoothing makes the other classes of a label pay, and every class of a soft row pays the term of [Positive]
    private void CheckEffect(DiagnosticReporter diagnostics, CancellationToken cancellation)
    {
        bool isSmoothed = loss.Value(nameof(LossConfiguration.LabelSmoothing), 0.0) != 0;
        string? advice = HasSoftRows ? "since every class of a soft row pays the term of [Positive]"
            : HasLabels && !isSmoothed ? "or give LabelSmoothing a value above 0"
            : null;
        if (advice is null)
        {
            return;
        }

        if (negative is not null)
        {
            diagnostics.Report(Descriptors.NoEffectOverRows, negative.Syntax, "[Negative]", method.Name, "leave it out, " + advice);
        }
        else if (method.DeclarationOf(role => role is { Side: Side.Negative, Property: HyperparameterProperty.Gamma }, cancellation) is { } parameter)
        {
            diagnostics.Report(Descriptors.NoEffectOverRows, parameter.Identifier, $"'{parameter.Identifier.ValueText}'", method.Name, "remove it, " + advice);
        }
    }
}
