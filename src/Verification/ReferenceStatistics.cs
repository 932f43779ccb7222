using System;

namespace LossGen.Verification;

/// <summary>Statistics by their definition, element by element in double precision: the measure of those that a kernel gathers.</summary>
/// <param name="configuration">What the loss was declared to be.</param>
internal sealed class ReferenceStatistics(LossConfiguration configuration)
{
    /// <summary>The statistics of the elements so far.</summary>
    public ProbabilityStatistics Total { get; private set; }

    /// <summary>Adds an element.</summary>
    /// <param name="input">The logit z, or the probability p with <see cref="Activation.None"/>.</param>
    /// <param name="target">The target y, before hardening.</param>
    /// <param name="weight">The product of element and class weight.</param>
    public void Add(double input, double target, double weight)
    {
        if (weight == 0)
        {
            return;
        }

        double y = configuration.HardTargets ? (target > 0.5 ? 1 : 0) : target;
        double p = configuration.Activation == Activation.None ? input : 1 / (1 + Math.Exp(-input));
        double positive = weight * y;
        double negative = weight * (1 - y);
        Total += new ProbabilityStatistics(positive, negative, positive * p, negative * p);
    }

    /// <summary>The largest relative error of the four numbers.</summary>
    public double ErrorOf(ProbabilityStatistics actual) => Math.Max(
        Math.Max(Error(actual.PositiveCount, Total.PositiveCount), Error(actual.NegativeCount, Total.NegativeCount)),
        Math.Max(Error(actual.PositiveSum, Total.PositiveSum), Error(actual.NegativeSum, Total.NegativeSum)));

    private static double Error(double actual, double reference) => actual == reference ? 0 : Math.Abs((actual / reference) - 1);
}
