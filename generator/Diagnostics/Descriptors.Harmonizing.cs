using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

/// <summary>Everything that can be wrong with a harmonized loss.</summary>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor BinsOutOfRange = new(
        "LOSS090", "There are 1 to 64 bins",
        "Bins of [GradientHarmonizing] is '{0}'; write a whole number from 1 to 64",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS090"), customTags: Fixed);

    public static readonly DiagnosticDescriptor DensityWithoutHarmonizing = new(
        "LOSS091", "A density belongs to a harmonized loss",
        "'density' has no effect on '{0}', which is not harmonized; add [GradientHarmonizing], or remove it",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS091"), customTags: Fixed);

    public static readonly DiagnosticDescriptor HarmonizingBesideWeightedMean = new(
        "LOSS092", "The weights of a harmonized loss only mask",
        "The weights of '{0}', which is harmonized, only say which {1} count; write Reduction.Mean, which divides by their number",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS092"), customTags: Fixed);

    public static readonly DiagnosticDescriptor HarmonizingWithoutNorm = new(
        "LOSS093", "A harmonized loss has one gradient norm per element or row",
        "[GradientHarmonizing] is not for {0}; {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS093"), customTags: Fixed);

    public static readonly DiagnosticDescriptor HarmonizingBesideClassWeights = new(
        "LOSS094", "A harmonized loss has no class weights",
        "'{0}' is harmonized, which gives each {1} its weight; remove 'classWeights', or give the weights per class as {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS094"), customTags: Fixed);

    public static readonly DiagnosticDescriptor BiasCorrectionWithoutDensity = new(
        "LOSS095", "BiasCorrection needs an average",
        "BiasCorrection has no effect on '{0}', since each batch stands alone; add the parameter 'GradientDensity density', or leave it out",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS095"));
}
