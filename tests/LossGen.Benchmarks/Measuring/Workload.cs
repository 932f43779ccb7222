using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Benchmarks.Batches;
using LossGen.Benchmarks.Losses;
using LossGen.Benchmarks.Peers;
using LossGen.Benchmarks.Peers.Floors;
using LossGen.Benchmarks.Peers.Torch;
using LossGen.Benchmarks.Reports;

namespace LossGen.Benchmarks.Measuring;

/// <summary>Losses with targets of the same type.</summary>
internal abstract class Workload<TTarget, TDoubleTarget>(IReadOnlyList<BenchmarkedLoss<TTarget, TDoubleTarget>> losses) : IWorkload
    where TTarget : unmanaged
    where TDoubleTarget : unmanaged
{
    private const int WarmUpElements = 4_096;

    public abstract int LeastElements { get; }

    public void WarmUp()
    {
        int elements = Math.Max(WarmUpElements, LeastElements);
        using Batch<float, TTarget> single = SingleBatch(elements);
        using Batch<double, TDoubleTarget> @double = DoubleBatch(elements);
        RoundRobin.WarmUp(
            [.. losses.SelectMany(loss => (IEnumerable<Contestant>)[.. SideBySide(loss, single), .. loss.Single.On(single), .. loss.Double.On(@double)])]);
    }

    public IEnumerable<Measurement> MeasurePeers(int elements, TimeSpan duration, TorchProcess? torch)
    {
        using Batch<float, TTarget> batch = SingleBatch(elements);
        using TorchPeer<TTarget>? torchPeer = torch is null ? null : new(torch, batch);
        foreach (BenchmarkedLoss<TTarget, TDoubleTarget> loss in losses)
        {
            Agreement<TTarget> agreement = new(loss.Single.Combined, batch, loss.JumpingShare);
            foreach (Peer<TTarget> peer in loss.Peers)
            {
                agreement.Check($"{peer.Name}, {loss.Name}", peer.Loss);
            }

            foreach (Measurement measurement in Measure(loss.Name, SideBySide(loss, batch), batch.Elements, duration))
            {
                yield return measurement;
            }

            if (torchPeer is not null && loss.TorchName is { } torchName)
            {
                double time = torchPeer.Measure(torchName, agreement, duration);
                yield return OfBoth(loss.Name, batch.Elements, Columns.Torch, time / batch.Elements);
            }

            if (InstructionsPerVector(loss) is { } instructions)
            {
                yield return OfBoth(loss.Name, batch.Elements, Columns.ArithmeticFloor, ArithmeticFloor.PerElement(instructions));
            }
        }
    }

    public IEnumerable<Measurement> MeasureOutputs(int elements, TimeSpan duration)
    {
        using Batch<float, TTarget> single = SingleBatch(elements);
        using Batch<double, TDoubleTarget> @double = DoubleBatch(elements);
        foreach (BenchmarkedLoss<TTarget, TDoubleTarget> loss in losses)
        {
            IReadOnlyList<Contestant> inSingle = loss.Single.On(single);
            double[] times = RoundRobin.Measure([.. inSingle, .. loss.Double.On(@double)], duration);
            for (int i = 0; i < times.Length; i++)
            {
                string precision = i < inSingle.Count ? "float" : "double";
                yield return new(loss.Name, inSingle[i % inSingle.Count].Name, precision, single.Elements, Columns.Kernel, times[i] / single.Elements);
            }
        }
    }

    protected abstract Batch<float, TTarget> SingleBatch(int elements);

    protected abstract Batch<double, TDoubleTarget> DoubleBatch(int elements);

    /// <summary>The memory traffic of a loss without its arithmetic.</summary>
    protected abstract void MoveMemory(Batch<float, TTarget> batch);

    /// <summary>The instructions of the kernel of value and gradient; null where it is not they that take the time.</summary>
    protected abstract int? InstructionsPerVector(BenchmarkedLoss<TTarget, TDoubleTarget> loss);

    private Contestant[] SideBySide(BenchmarkedLoss<TTarget, TDoubleTarget> loss, Batch<float, TTarget> batch) =>
    [
        Of(Columns.Kernel, loss.Single.Combined, batch),
        .. loss.Peers.Select(peer => Of(peer.Name, peer.Loss, batch)),
        new(Columns.MemoryFloor, () => MoveMemory(batch)),
    ];

    private static Contestant Of(string name, CombinedLoss<float, TTarget> loss, Batch<float, TTarget> batch) =>
        new(name, () => loss(batch.Logits, batch.Targets, batch.Gradient));

    private static IEnumerable<Measurement> Measure(string loss, Contestant[] contestants, int elements, TimeSpan duration) =>
        contestants.Zip(RoundRobin.Measure(contestants, duration), (contestant, time) => OfBoth(loss, elements, contestant.Name, time / elements));

    private static Measurement OfBoth(string loss, int elements, string contestant, double nanoseconds) =>
        new(loss, Outputs.Combined, "float", elements, contestant, nanoseconds);
}
