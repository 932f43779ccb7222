using System.Collections.Generic;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// Turns formulas in p into formulas in z that keep their relative accuracy near 0 and 1: 1 - p is never a subtraction
/// and log p never the logarithm of a rounded p.
/// </summary>
internal static class StabilityRules
{
    /// <summary>Those that hold where log p is the input as well, and z computed from it.</summary>
    public static readonly IReadOnlyList<Rule> OfProbabilities =
    [
        .. RangeRules.All,
        .. ComplementRules.All,
        .. ShareRules.All,
        .. ComplementRules.InSums,
        .. ExponentialRules.All,
        .. SoftplusRules.All,
        .. LogarithmRules.All,
        .. ProductRules.All,
    ];

    /// <summary>All, where z or p is the input.</summary>
    public static readonly IReadOnlyList<Rule> All = [.. OfProbabilities, .. ProductRules.OfLogits];
}
