using System;
using System.Numerics;

namespace LossGen.Benchmarks.Batches;

/// <summary>Rows of classes: logits have a standard deviation of 2, and that of the row's class a mean of 4.</summary>
internal static class MultiClassBatch
{
    /// <summary>The batch with as many rows as come closest to that many elements, at least one.</summary>
    public static Batch<T, int> Create<T>(int elements, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = Math.Max(1, elements / classes);
        Batch<T, int> batch = new(rows * classes, rows);
        NormalDistribution distribution = new(seed: 3);
        for (int row = 0; row < rows; row++)
        {
            int label = distribution.NextInteger(classes);
            batch.Targets[row] = label;
            Span<T> logits = batch.Logits.Slice(row * classes, classes);
            for (int j = 0; j < classes; j++)
            {
                logits[j] = T.CreateTruncating((j == label ? 4 : 0) + (2 * distribution.Next()));
            }
        }

        return batch;
    }
}
