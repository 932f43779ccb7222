using System.Collections.Generic;
using LossGen.Benchmarks.Batches;
using LossGen.Benchmarks.Measuring;

namespace LossGen.Benchmarks.Losses;

/// <summary>One loss, compiled for each combination of outputs.</summary>
internal sealed record LossKernels<T, TTarget>(
    ForwardLoss<T, TTarget> Forward,
    GradientLoss<T, TTarget> Gradient,
    CombinedLoss<T, TTarget> Combined,
    HessianLoss<T, TTarget> Hessian)
    where T : unmanaged
    where TTarget : unmanaged
{
    /// <summary>All of them on a batch, each by the name of its outputs.</summary>
    public IReadOnlyList<Contestant> On(Batch<T, TTarget> batch) =>
    [
        new(Outputs.Forward, () => Forward(batch.Logits, batch.Targets)),
        new(Outputs.Gradient, () => Gradient(batch.Logits, batch.Targets, batch.Gradient)),
        new(Outputs.Combined, () => Combined(batch.Logits, batch.Targets, batch.Gradient)),
        new(Outputs.Hessian, () => Hessian(batch.Logits, batch.Targets, batch.Gradient, batch.Hessian)),
    ];
}
