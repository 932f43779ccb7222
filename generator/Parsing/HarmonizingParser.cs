using System.Threading;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Reads <c>[GradientHarmonizing]</c>, and what beside it the weights of a harmonized loss exclude.</summary>
internal sealed class HarmonizingParser(
    IMethodSymbol method, DeclaredAttribute loss, DeclaredAttribute? harmonizing, DiagnosticReporter diagnostics, CancellationToken cancellation)
{
    /// <summary>The values; null where the loss is not harmonized, or a value is no member of its enumeration.</summary>
    public HarmonizingConfiguration? Parse(Activation? activation, Reduction? reduction)
    {
        if (harmonizing is null)
        {
            if (Find(ParameterRole.Density) is { } stray)
            {
                diagnostics.Report(Descriptors.DensityWithoutHarmonizing, stray.Identifier, method.Name);
            }

            return null;
        }

        CheckNorm(activation);
        CheckWeights(activation, reduction);
        bool biasCorrection = harmonizing.Value(nameof(HarmonizingConfiguration.BiasCorrection), false);
        if (biasCorrection && !method.HasRole(ParameterRole.Density))
        {
            diagnostics.Report(Descriptors.BiasCorrectionWithoutDensity, harmonizing.Place(nameof(HarmonizingConfiguration.BiasCorrection)), method.Name);
        }

        DensityNormalization? normalization = ConfigurationParser.EnumValue<DensityNormalization>(
            harmonizing, nameof(HarmonizingConfiguration.Normalization), DensityNormalization.OccupiedBins, diagnostics);
        int bins = Bins(harmonizing);
        return normalization is null ? null : new(bins, biasCorrection, normalization.Value);
    }

    private int Bins(DeclaredAttribute attribute)
    {
        const string property = nameof(HarmonizingConfiguration.Bins);
        int bins = attribute.Value(property, HarmonizingConfiguration.DefaultBins);
        if (bins is not (>= 1 and <= HarmonizingConfiguration.MaxBins))
        {
            diagnostics.Report(Descriptors.BinsOutOfRange, attribute.Place(property), attribute.Text(property));
        }

        return bins;
    }

    // |p - y| is the norm of a gradient by a logit, 1 - p that by the logit of a row's true class, if that class pays alone
    private void CheckNorm(Activation? activation)
    {
        (string Of, string Advice)? refused = activation switch
        {
            Activation.None => ("Activation.None", "leave it out, or declare the loss with Activation.Sigmoid and 'logits'"),
            Activation.Softmax when IsOfSoftRows =>
                ("soft rows, in which every class pays", "leave it out, or give the class of each row as 'labels'"),
            Activation.Softmax when loss.Value(nameof(LossConfiguration.LabelSmoothing), 0.0) != 0 =>
                ("smoothed labels, for which every class pays", "leave it out, or leave LabelSmoothing out"),
            _ => null,
        };
        if (refused is { } norm)
        {
            diagnostics.Report(Descriptors.HarmonizingWithoutNorm, harmonizing!.Syntax, norm.Of, norm.Advice);
        }
    }

    private bool IsOfSoftRows => method.HasRole(ParameterRole.Targets) && !method.HasRole(ParameterRole.Labels);

    private void CheckWeights(Activation? activation, Reduction? reduction)
    {
        bool isOverRows = activation == Activation.Softmax;
        if (reduction == Reduction.WeightedMean)
        {
            diagnostics.Report(
                Descriptors.HarmonizingBesideWeightedMean, loss.Place(nameof(LossConfiguration.Reduction)), method.Name, isOverRows ? "rows" : "elements");
        }

        if (Find(ParameterRole.ClassWeights) is { } classWeights)
        {
            (string harmonized, string parameters) = isOverRows ? ("row", "'positiveWeight'") : ("element", "'positiveWeight' and 'negativeWeight'");
            diagnostics.Report(Descriptors.HarmonizingBesideClassWeights, classWeights.Identifier, method.Name, harmonized, parameters);
        }
    }

    private ParameterSyntax? Find(ParameterRole kind) => method.DeclarationOf(role => role.Kind == kind, cancellation);
}
