using System.Collections.Generic;
using System.Globalization;
using LossGen.Generator.Parsing;

namespace LossGen.Generator.Emission;

/// <summary>How a loss is harmonized, as arguments of the library.</summary>
internal static class HarmonizingArgument
{
    /// <summary>What the driver takes beside the batch: how to weigh, and the density where there is one.</summary>
    public static string Of(HarmonizingConfiguration harmonizing, LossModel model)
    {
        List<string> options = [.. Options(harmonizing)];
        if (model.Has(ParameterRole.Weights))
        {
            options.Add("IsMasked = true");
        }

        if (model.HasHardTargets)
        {
            options.Add("HardTargets = true");
        }

        if (model.Configuration.LabelSmoothing != 0)
        {
            options.Add("LabelSmoothing = " + Literal.Of(model.Configuration.LabelSmoothing));
        }

        string density = model.Signature.Find(ParameterRole.Density) is { } parameter ? ", " + parameter.Name : "";
        return New("Kernels.Harmonizing", harmonizing, options) + density;
    }

    /// <summary>What the description of the loss has.</summary>
    public static string OfVariant(HarmonizingConfiguration harmonizing, LossModel model) => New(
        "HarmonizingConfiguration", harmonizing, [.. Options(harmonizing), .. model.Has(ParameterRole.Density) ? ["HasDensity = true"] : (string[])[]]);

    // those with the value that the library has by default are left out
    private static IEnumerable<string> Options(HarmonizingConfiguration harmonizing)
    {
        if (harmonizing.BiasCorrection)
        {
            yield return "BiasCorrection = true";
        }

        if (harmonizing.Normalization != DensityNormalization.OccupiedBins)
        {
            yield return "Normalization = global::LossGen.DensityNormalization." + harmonizing.Normalization;
        }
    }

    private static string New(string type, HarmonizingConfiguration harmonizing, List<string> options)
    {
        string bins = harmonizing.Bins.ToString(CultureInfo.InvariantCulture);
        return $"new global::LossGen.{type}({bins}){(options.Count == 0 ? "" : $" {{ {string.Join(", ", options)} }}")}";
    }
}
