using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Kernels;

namespace LossGen.Verification;

/// <summary>The values of the hyperparameters that a loss is verified with; every run takes the same.</summary>
internal static class HyperparameterSettings
{
    private static readonly double[] Weights = [1, 0.25];
    private static readonly double[] Gammas = [2, 0, 0.5, 1, 3.7];
    private static readonly double[] Shifts = [0.05, 0, 0.2];
    private static readonly double[] Polys = [1, 0, -0.5];
    private static readonly double[] OfTerms = [0.5, 1, 2];

    // powers of two: multiplication by them is exact
    private static readonly double[] GradientScales = [1, 0.25];

    /// <summary>How many settings a loss is verified with; a power of two. Fewer where each has several values.</summary>
    public static int Count(LossConfiguration configuration) =>
        configuration.Hyperparameters.Any(hyperparameter => hyperparameter.IsPerClass) ? 4
        : configuration.Hyperparameters.Count > 0 ? 8
        : (configuration.Roles & LossRoles.GradientScale) != 0 ? GradientScales.Length
        : 1;

    /// <summary>The values of one setting, by hyperparameter: one value, or one per class. They differ by class and by hyperparameter.</summary>
    public static double[][] Values(LossConfiguration configuration, int setting, int classes) =>
        [.. configuration.Hyperparameters.Select((hyperparameter, index) =>
        {
            double[] choice = Choice(hyperparameter.Kind);
            int count = hyperparameter.IsPerClass ? classes : 1;
            return Enumerable.Range(0, count).Select(column => choice[(setting + index + column) % choice.Length]).ToArray();
        })];

    /// <summary>What gradient and hessian are multiplied by in one setting.</summary>
    public static double GradientScale(LossConfiguration configuration, int setting) =>
        (configuration.Roles & LossRoles.GradientScale) == 0 ? 1 : GradientScales[setting % GradientScales.Length];

    /// <summary>The setting in words: <c>positiveGamma = 2, negativeShift = 0.05</c>.</summary>
    public static string Describe(LossConfiguration configuration, IReadOnlyList<double> values, double gradientScale)
    {
        IEnumerable<string> parts = configuration.Hyperparameters.Select((hyperparameter, index) => Describe(hyperparameter.Name, values[index]));
        return string.Join(", ", gradientScale == 1 ? parts : parts.Append(Describe("gradientScale", gradientScale)));
    }

    private static string Describe(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"{name} = {value:G7}");

    private static double[] Choice(HyperparameterKind kind) => kind switch
    {
        HyperparameterKind.Weight => Weights,
        HyperparameterKind.Gamma => Gammas,
        HyperparameterKind.Shift => Shifts,
        HyperparameterKind.Poly => Polys,
        HyperparameterKind.Custom => OfTerms,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
