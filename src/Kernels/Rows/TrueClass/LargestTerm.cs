using System;

namespace LossGen.Kernels;

/// <summary>A sum of exponentials without its largest term.</summary>
internal static class LargestTerm
{
    /// <summary>
    /// The largest term is 1, and so may others be: their number is what the whole sum has above that of the terms below 1. One of
    /// them goes.
    /// </summary>
    /// <param name="sum">The sum of all terms.</param>
    /// <param name="belowOne">The sum of those that are less than 1.</param>
    public static double Without(double sum, double belowOne) => belowOne + Math.Max(Math.Round(sum - belowOne) - 1, 0);
}
