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

        CheckActivation(activation);
        CheckWeights(reduction);
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

    // |p - y| is the norm of a gradient by a logit
    private void CheckActivation(Activation? activation)
    {
        if (activation is Activation.Softmax or Activation.None)
        {
            string advice = activation == Activation.Softmax
                ? "leave it out, or declare each class as a problem of its own, with Activation.Sigmoid and 'targets'"
                : "leave it out, or declare the loss with Activation.Sigmoid and 'logits'";
            diagnostics.Report(Descriptors.HarmonizingOfElements, harmonizing!.Syntax, activation.Value.ToString(), advice);
        }
    }

    private void CheckWeights(Reduction? reduction)
    {
        if (reduction == Reduction.WeightedMean)
        {
            diagnostics.Report(Descriptors.HarmonizingBesideWeightedMean, loss.Place(nameof(LossConfiguration.Reduction)), method.Name);
        }

        if (Find(ParameterRole.ClassWeights) is { } classWeights)
        {
            diagnostics.Report(Descriptors.HarmonizingBesideClassWeights, classWeights.Identifier, method.Name);
        }

        if (Find(ParameterRole.Statistics) is { } statistics)
        {
            diagnostics.Report(Descriptors.HarmonizingBesideStatistics, statistics.Identifier, method.Name);
        }
    }

    private ParameterSyntax? Find(ParameterRole kind) => method.DeclarationOf(role => role.Kind == kind, cancellation);
}
