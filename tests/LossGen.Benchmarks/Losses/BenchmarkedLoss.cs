using System.Collections.Immutable;
using LossGen.Benchmarks.Peers;

namespace LossGen.Benchmarks.Losses;

/// <summary>A loss with all that computes it.</summary>
/// <typeparam name="TTarget">The type of its targets in single precision.</typeparam>
/// <typeparam name="TDoubleTarget">The type of its targets in double precision.</typeparam>
/// <param name="Name">What it is called in tables.</param>
/// <param name="Single">The kernels in single precision.</param>
/// <param name="Double">The kernels in double precision.</param>
/// <param name="Peers">What the kernel of value and gradient in single precision is compared with.</param>
/// <param name="TorchName">Its name in losses.py; null where it is not there.</param>
/// <param name="JumpingShare">The share of elements, next to where the loss jumps, in which others may differ.</param>
internal sealed record BenchmarkedLoss<TTarget, TDoubleTarget>(
    string Name,
    LossKernels<float, TTarget> Single,
    LossKernels<double, TDoubleTarget> Double,
    ImmutableArray<Peer<TTarget>> Peers,
    string? TorchName = null,
    double JumpingShare = 0)
    where TTarget : unmanaged
    where TDoubleTarget : unmanaged;
