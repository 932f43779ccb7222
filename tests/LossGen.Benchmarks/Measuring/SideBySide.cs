using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Benchmarks.Batches;
using LossGen.Benchmarks.Losses;
using LossGen.Benchmarks.Peers;
using LossGen.Benchmarks.Reports;

namespace LossGen.Benchmarks.Measuring;

/// <summary>Times the kernel of value and gradient of a loss beside its peers.</summary>
internal static class SideBySide
{
    /// <summary>The column of the kernels.</summary>
    public const string Kernel = "LossGen";

    /// <summary>Measures a loss on a batch.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="name">What it is called on this batch.</param>
    /// <param name="batch">What it is computed of.</param>
    /// <param name="warmUp">A small batch.</param>
    /// <param name="duration">For how long.</param>
    /// <exception cref="InvalidOperationException">A peer computes something else.</exception>
    public static IEnumerable<Measurement> Measure<TTarget, TDoubleTarget>(
        BenchmarkedLoss<TTarget, TDoubleTarget> loss, string name, Batch<float, TTarget> batch, Batch<float, TTarget> warmUp, TimeSpan duration)
        where TTarget : unmanaged
    {
        Agreement<TTarget> agreement = new(loss.Single.Combined, batch);
        foreach (Peer<TTarget> peer in loss.Peers)
        {
            agreement.Check($"{name}, {peer.Name}", peer.Loss);
        }

        RoundRobin.WarmUp(Contestants(loss, warmUp), 0.5 * duration);
        Contestant[] contestants = Contestants(loss, batch);
        double[] times = RoundRobin.Measure(contestants, duration);
        return contestants.Zip(times, (contestant, time) =>
            new Measurement(name, "both", "float", batch.Elements, contestant.Name, time / batch.Elements));
    }

    private static Contestant[] Contestants<TTarget, TDoubleTarget>(BenchmarkedLoss<TTarget, TDoubleTarget> loss, Batch<float, TTarget> batch)
        where TTarget : unmanaged =>
        [
            Contestant.Of(Kernel, loss.Single.Combined, batch),
            .. loss.Peers.Select(peer => Contestant.Of(peer.Name, peer.Loss, batch)),
        ];
}
