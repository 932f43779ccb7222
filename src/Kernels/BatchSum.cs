using System.Numerics;

namespace LossGen.Kernels;

/// <summary>What the chunks of a batch add up to.</summary>
/// <param name="Loss">The sum of the losses.</param>
/// <param name="Statistics">The statistics, where there are any.</param>
internal readonly record struct BatchSum(double Loss, ProbabilityStatistics Statistics) : IAdditionOperators<BatchSum, BatchSum, BatchSum>
{
    /// <inheritdoc/>
    public static BatchSum operator +(BatchSum left, BatchSum right) => new(left.Loss + right.Loss, left.Statistics + right.Statistics);
}
