using System;
using System.Linq;
using LossGen.Tests.Losses;

namespace LossGen.Tests.Statistics;

/// <summary>One positive in twenty, one feature that tells them apart in part, and a linear model z = a x + b trained by gradient descent.</summary>
internal sealed class ImbalancedProblem
{
    private const int Count = 400;
    private const double LearningRate = 4;

    private readonly bool[] targets = [.. Enumerable.Range(0, Count).Select(i => i % 20 == 0)];
    private readonly double[] features = new double[Count];
    private readonly double[] logits = new double[Count];
    private readonly double[] gradient = new double[Count];
    private double slope;
    private double offset;

    public ImbalancedProblem()
    {
        Random random = new(3);
        for (int i = 0; i < Count; i++)
        {
            // Box and Muller: a normal number about 2 for positives, about 0 for negatives
            double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            features[i] = normal + (targets[i] ? 2 : 0);
        }
    }

    /// <summary>One step of gradient descent.</summary>
    /// <returns>The statistics before the step.</returns>
    public ProbabilityStatistics Step(double negativeGamma)
    {
        for (int i = 0; i < Count; i++)
        {
            logits[i] = (slope * features[i]) + offset;
        }

        StatisticsLosses.Adaptive(logits, targets, negativeGamma, gradient, out ProbabilityStatistics statistics);
        slope -= LearningRate * gradient.Zip(features, (g, x) => g * x).Sum();
        offset -= LearningRate * gradient.Sum();
        return statistics;
    }
}
