using System;
using System.Linq;

namespace Quickstart;

/// <summary>Whether two functions compute the same loss and the same gradient.</summary>
public static class Agreement
{
    private const double Tolerance = 1e-5;

    /// <summary>
    /// The loss may differ by 1e-5 of itself, and the gradient of an element by 1e-5 of the batch's largest one.
    /// </summary>
    public static bool Holds(LossFunction first, LossFunction second, Batch batch)
    {
        float firstLoss = batch.Evaluate(first);
        float[] firstGradient = [.. batch.Gradient];
        float secondLoss = batch.Evaluate(second);
        double largest = firstGradient.Max(Math.Abs);
        double difference = firstGradient.Zip(batch.Gradient, (a, b) => Math.Abs(a - b)).Max();
        return Math.Abs(firstLoss - secondLoss) <= Tolerance * Math.Abs(firstLoss) && difference <= Tolerance * largest;
    }
}
