using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Parsing;

namespace LossGen.Generator.Emission;

/// <summary>The arguments of a loss method as the properties of LossGen.Kernels.ElementwiseBatch or RowBatch.</summary>
internal static class BatchArguments
{
    /// <summary>The assignments, in the order of the parameters; hyperparameters go through the check of their range, and the density beside the batch.</summary>
    public static IEnumerable<string> Of(MethodSignature signature)
    {
        foreach (LossParameter parameter in signature.Parameters.Where(p => p.Hyperparameter is null && p.Role is not (ParameterRole.Statistics or ParameterRole.Density)))
        {
            string role = parameter.Role is ParameterRole.Logits or ParameterRole.Probabilities ? "Input" : parameter.Role.ToString();
            string value = parameter.Element == ElementType.Boolean
                ? $"global::System.Runtime.InteropServices.MemoryMarshal.AsBytes({parameter.Name})"
                : parameter.Name;
            yield return $"{role} = {value}";
        }

        string scalars = Checked(signature, isPerClass: false);
        if (scalars.Length > 0)
        {
            yield return $"Scalars = [{scalars}]";
        }

        string perClass = Checked(signature, isPerClass: true);
        if (perClass.Length > 0)
        {
            yield return $"PerClass = new({perClass})";
        }
    }

    private static string Checked(MethodSignature signature, bool isPerClass) => string.Join(", ", signature.Parameters
        .Where(p => p.Hyperparameter?.IsPerClass == isPerClass)
        .Select(p => $"global::LossGen.Kernels.HyperparameterRange.{p.Hyperparameter!.Property}({p.Name}, \"{p.Hyperparameter.Name}\")"));
}
