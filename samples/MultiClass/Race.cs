using System;
using System.Diagnostics;
using System.Linq;

namespace MultiClass;

/// <summary>Compares two functions on one batch: their results, and their times, for which they take turns.</summary>
public static class Race
{
    private const double Tolerance = 1e-4;
    private const int LeastRounds = 20;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan Measurement = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// Whether the losses differ by 1e-4 of themselves at most, and the gradients by 1e-4 of the batch's largest one: the loop
    /// adds up a row in single precision.
    /// </summary>
    public static bool Agree(LossFunction first, LossFunction second, Batch batch)
    {
        float firstLoss = batch.Evaluate(first);
        float[] firstGradient = [.. batch.Gradient];
        float secondLoss = batch.Evaluate(second);
        double largest = firstGradient.Max(Math.Abs);
        double difference = firstGradient.Zip(batch.Gradient, (a, b) => Math.Abs(a - b)).Max();
        return Math.Abs(firstLoss - secondLoss) <= Tolerance * Math.Abs(firstLoss) && difference <= Tolerance * largest;
    }

    /// <summary>The least times of the two functions in nanoseconds per logit.</summary>
    public static (double First, double Second) Run(LossFunction first, LossFunction second, Batch batch)
    {
        // the JIT compiler replaces the first, hasty code of a function meanwhile
        Rounds(first, second, batch, WarmUp);
        return Rounds(first, second, batch, Measurement);
    }

    private static (double First, double Second) Rounds(LossFunction first, LossFunction second, Batch batch, TimeSpan duration)
    {
        (double leastFirst, double leastSecond) = (double.PositiveInfinity, double.PositiveInfinity);
        Stopwatch stopwatch = Stopwatch.StartNew();
        for (int round = 0; round < LeastRounds || stopwatch.Elapsed < duration; round++)
        {
            leastFirst = Math.Min(leastFirst, Time(first, batch));
            leastSecond = Math.Min(leastSecond, Time(second, batch));
        }

        return (leastFirst, leastSecond);
    }

    private static double Time(LossFunction loss, Batch batch)
    {
        long start = Stopwatch.GetTimestamp();
        batch.Evaluate(loss);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / batch.Logits.Length;
    }
}
