using System;

namespace LossGen.Kernels;

/// <summary>On how many threads a batch is computed.</summary>
internal static class DegreeOfParallelism
{
    /// <summary>
    /// The number of elements that a thread takes at least, 10 to 20 microseconds of work. To wake a thread that sleeps takes the
    /// caller up to 3, and it begins 10 to 20 later.
    /// </summary>
    public const int LeastShare = 24_576;

    /// <summary>-1 stands for all cores; another number is at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is 0 or less than -1.</exception>
    public static void Check(int maxDegreeOfParallelism)
    {
        if (maxDegreeOfParallelism is 0 or < -1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxDegreeOfParallelism), maxDegreeOfParallelism, "maxDegreeOfParallelism must be at least 1, or -1 for all cores");
        }
    }

    /// <summary>The number of threads for that many elements.</summary>
    public static int Threads(int maxDegreeOfParallelism, int elements)
    {
        int most = maxDegreeOfParallelism == -1 ? Environment.ProcessorCount : maxDegreeOfParallelism;
        return Math.Clamp(elements / LeastShare, 1, most);
    }
}
