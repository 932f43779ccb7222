using LossGen.Benchmarks.Losses;

namespace LossGen.Benchmarks.Peers;

/// <summary>Somebody else's value and gradient of a loss, in single precision.</summary>
/// <param name="Name">The heading of its column.</param>
/// <param name="Loss">What computes it.</param>
internal sealed record Peer<TTarget>(string Name, CombinedLoss<float, TTarget> Loss);
