using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Runtime;

namespace LossGen.Benchmarks.Measuring;

/// <summary>
/// Times contestants that take turns, so that all of them meet the same machine. The least time of many rounds counts,
/// which is the time without interruptions.
/// </summary>
internal static class RoundRobin
{
    private const int LeastRounds = 3;
    private const int CallsBeforeRecompilation = 30;

    // the compiler waits for a tenth of a second in which nothing new is called, for each of its two steps
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(0.5);

    // a call that is shorter is repeated until it is that long, for the sake of the clock and of the caches
    private static readonly TimeSpan s_turn = TimeSpan.FromMicroseconds(50);

    /// <summary>The least times of one run of each contestant, in nanoseconds.</summary>
    public static double[] Measure(IReadOnlyList<Contestant> contestants, TimeSpan duration)
    {
        int[] repetitions = [.. contestants.Select(Repetitions)];
        double[] least = [.. contestants.Select(_ => double.PositiveInfinity)];
        Stopwatch stopwatch = Stopwatch.StartNew();
        for (int round = 0; round < LeastRounds || stopwatch.Elapsed < duration; round++)
        {
            for (int i = 0; i < contestants.Count; i++)
            {
                least[i] = Math.Min(least[i], Time(contestants[i].Run, repetitions[i]));
            }
        }

        return least;
    }

    /// <summary>Runs the contestants until the JIT compiler has replaced the first, hasty code of each.</summary>
    public static void WarmUp(IReadOnlyList<Contestant> contestants)
    {
        long compiled = 0;
        Stopwatch quiet = Stopwatch.StartNew();
        for (int quietRounds = 0; quietRounds < 2 * CallsBeforeRecompilation || quiet.Elapsed < s_quiet; quietRounds++)
        {
            foreach (Contestant contestant in contestants)
            {
                contestant.Run();
            }

            if (JitInfo.GetCompiledMethodCount() is long now && now != compiled)
            {
                (compiled, quietRounds) = (now, 0);
                quiet.Restart();
            }
        }
    }

    private static int Repetitions(Contestant contestant)
    {
        contestant.Run();
        double once = Time(contestant.Run, repetitions: 1);
        return Math.Max(1, (int)(s_turn.TotalNanoseconds / once));
    }

    private static double Time(Action run, int repetitions)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repetitions; i++)
        {
            run();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / repetitions;
    }
}
