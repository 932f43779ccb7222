using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Parsing;

namespace LossGen.Generator.Analysis;

/// <summary>Values that the hyperparameters of a loss may have at run time.</summary>
internal static class HyperparameterSamples
{
    // beyond that many, hyperparameters take turns with earlier ones
    private const int Independent = 3;

    private static readonly double[] s_any = [1, 2, 0.5];
    private static readonly double[] s_nonNegative = [1, 2, 0.5, 0];

    /// <summary>A few values for each, in all combinations; one empty list where there are no hyperparameters.</summary>
    public static IReadOnlyList<double[]> Of(IReadOnlyList<Hyperparameter> hyperparameters)
    {
        int radix = s_nonNegative.Length;
        int count = Power(radix, Math.Min(hyperparameters.Count, Independent));
        return [.. Enumerable.Range(0, count).Select(sample => hyperparameters.Select((hyperparameter, index) =>
        {
            double[] values = hyperparameter.IsNonNegative ? s_nonNegative : s_any;
            int digit = sample / Power(radix, index % Independent) % radix;
            return values[(digit + (index / Independent)) % values.Length];
        }).ToArray())];
    }

    private static int Power(int radix, int exponent) => exponent == 0 ? 1 : radix * Power(radix, exponent - 1);
}
