using System.Collections.Generic;
using System.Globalization;
using LossGen.Generator.Notation;
using LossGen.Generator.Parsing;

namespace LossGen.Generator.Emission;

/// <summary>What the header of a loss over rows of classes says of the row: what it pays, and how the library makes derivatives by the logits of the kernel's.</summary>
internal static class RowHeader
{
    /// <summary>The lines with formulas.</summary>
    public static IEnumerable<string> Formulas(LossModel model, LossFormulas formulas) =>
        model.Path == LossPath.TrueClass ? OfTrueClass(model, formulas) : OfAllClasses(model, formulas);

    /// <summary>What the targets are, in a few words.</summary>
    public static string Targets(LossModel model)
    {
        string ignored = $"label {model.Configuration.IgnoreLabel.ToString(CultureInfo.InvariantCulture)} ignored";
        return (model.Path, model.Has(ParameterRole.Labels)) switch
        {
            (LossPath.TrueClass, _) => "labels, one term per row in double precision; " + ignored,
            (_, true) => "smoothed labels, one term per class; " + ignored,
            _ => "soft rows, one term per class",
        };
    }

    private static IEnumerable<string> OfTrueClass(LossModel model, LossFormulas formulas)
    {
        yield return $"L       = {formulas.Positive},   p the probability of the row's class c";
        yield return $"dL/dz_c = {formulas.PositiveDerivative}";
        yield return "dL/dz_j = -dL/dz_c s_j,   s_j = p_j / (1 - p), for every other class j";
        if (model.Has(ParameterRole.Hessian))
        {
            yield return "d2L/dz_j2 = s_j (s_j d2L/dz_c2 - (1 - s_j) dL/dz_c)";
        }
    }

    private static IEnumerable<string> OfAllClasses(LossModel model, LossFormulas formulas)
    {
        bool hasLabels = model.Has(ParameterRole.Labels);
        string share = RowFormulas.Share(model, Typography.Plain);
        yield return $"L       = sum_j {share} l(p_j),   v = log p";
        yield return $"{(hasLabels ? "j = c " : "      ")}    l     = {formulas.Positive}";
        yield return $"          dl/dv = {formulas.PositiveDerivative}";
        if (hasLabels)
        {
            yield return $"j != c    l     = {formulas.Negative}";
            yield return $"          dl/dv = {formulas.NegativeDerivative}";
        }

        yield return $"dL/dz_j = a_j - p_j sum_k a_k,   a_j = {share} dl/dv_j";
        if (model.Has(ParameterRole.Hessian))
        {
            yield return "d2L/dz_j2 = b_j (1 - 2 p_j) - p_j (1 - p_j) sum_k a_k + p_j^2 sum_k b_k,   b_j = da_j/dv_j";
        }
    }
}
