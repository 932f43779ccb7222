using System;
using LossGen.Benchmarks.Batches;
using LossGen.Benchmarks.Losses;

namespace LossGen.Benchmarks.Measuring;

/// <summary>Something that is timed.</summary>
/// <param name="Name">The heading of its column.</param>
/// <param name="Run">Does all the work once.</param>
internal sealed record Contestant(string Name, Action Run)
{
    /// <summary>Value and gradient of a batch.</summary>
    public static Contestant Of<T, TTarget>(string name, CombinedLoss<T, TTarget> loss, Batch<T, TTarget> batch)
        where T : unmanaged
        where TTarget : unmanaged =>
        new(name, () => loss(batch.Logits, batch.Targets, batch.Gradient));
}
