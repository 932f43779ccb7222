using System;
using System.Linq;
using System.Numerics;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>Batches of rows.</summary>
internal static class RowInputs
{
    /// <summary>Row lengths around every boundary: vectors, tiles, blocks, chunks.</summary>
    public static int[] ClassCounts { get; } =
        [.. Enumerable.Range(2, 66), 100, 383, 384, 385, 1000, 4608, 4609, 9217, 32768, 250000];

    /// <summary>Normally distributed logits.</summary>
    public static T[] Logits<T>(Random random, int count, double deviation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating(deviation * Normal(random)))];

    /// <summary>Any classes.</summary>
    public static int[] Labels(Random random, int rows, int classes) => [.. Enumerable.Range(0, rows).Select(_ => random.Next(classes))];

    /// <summary>As many rows as make a few blocks of short ones, fewer of long ones.</summary>
    public static int Rows(int classes) => Math.Clamp(40000 / classes, 1, 211);

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
