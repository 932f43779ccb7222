using System;
using System.Diagnostics;

namespace Quickstart;

/// <summary>
/// Times two functions on one batch. They take turns, so that both meet the same machine, and the least time of many
/// rounds counts, which is the time without interruptions.
/// </summary>
public static class Race
{
    private const int LeastRounds = 40;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan Measurement = TimeSpan.FromSeconds(0.5);

    /// <summary>The least times of the two functions in nanoseconds per element.</summary>
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
