using System;

namespace LossGen.Benchmarks.Compiling;

/// <summary>The time that all processors worked for this process, which other processes do not lengthen.</summary>
internal static class ProcessorTime
{
    /// <summary>Milliseconds of an action.</summary>
    public static double Of(Action action)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }
}
