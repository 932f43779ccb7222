using System;

namespace LossGen.Elementary;

/// <summary>The arithmetic on one vector is made one on several side by side, when this library is built (generator/SideBySide).</summary>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Interface)]
internal sealed class SideBySideAttribute : Attribute
{
    /// <param name="counts">How many vectors: 2, 4, 6 or 8.</param>
    public SideBySideAttribute(params int[] counts) => Counts = counts;

    /// <summary>How many vectors.</summary>
    public int[] Counts { get; }
}
