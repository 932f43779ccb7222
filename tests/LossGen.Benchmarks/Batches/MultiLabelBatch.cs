using System.Numerics;

namespace LossGen.Benchmarks.Batches;

/// <summary>
/// A classifier of many labels halfway through its training, as in the Quickstart: 2.9 of 80 labels are there, as in MS-COCO;
/// positives have logits of mean 1, negatives of mean -4, both with a standard deviation of 2.
/// </summary>
internal static class MultiLabelBatch
{
    private const double PositiveShare = 2.9 / 80;

    /// <summary>The batch with that many elements.</summary>
    public static Batch<T, T> Create<T>(int elements)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Batch<T, T> batch = new(elements, elements);
        NormalDistribution distribution = new(seed: 2);
        for (int i = 0; i < elements; i++)
        {
            bool isPositive = distribution.NextUniform() < PositiveShare;
            batch.Targets[i] = isPositive ? T.One : T.Zero;
            batch.Logits[i] = T.CreateTruncating((isPositive ? 1 : -4) + (2 * distribution.Next()));
        }

        return batch;
    }
}
