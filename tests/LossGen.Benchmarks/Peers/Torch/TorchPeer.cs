using System;
using System.IO;
using System.Runtime.InteropServices;
using LossGen.Benchmarks.Batches;
using LossGen.Benchmarks.Losses;
using LossGen.Benchmarks.Measuring;

namespace LossGen.Benchmarks.Peers.Torch;

/// <summary>PyTorch, which computes the losses of one batch in a process of its own while this one waits.</summary>
internal sealed class TorchPeer<TTarget> : IDisposable
    where TTarget : unmanaged
{
    private readonly TorchProcess _process;
    private readonly Batch<float, TTarget> _batch;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lossgen-benchmarks-");

    public TorchPeer(TorchProcess process, Batch<float, TTarget> batch)
    {
        (_process, _batch) = (process, batch);
        File.WriteAllBytes(PathOf("logits"), MemoryMarshal.AsBytes(batch.Logits));
        File.WriteAllBytes(PathOf("targets"), MemoryMarshal.AsBytes(batch.Targets));
    }

    /// <summary>Measures a loss, and checks it.</summary>
    /// <returns>The least time of one step in nanoseconds.</returns>
    public double Measure(string loss, Agreement<TTarget> agreement, TimeSpan duration)
    {
        int[] shape = _batch.Targets.Length == _batch.Elements ? [_batch.Elements] : [_batch.Targets.Length, _batch.Elements / _batch.Targets.Length];
        TorchAnswer answer = _process.Ask(new(loss, shape, PathOf("logits"), PathOf("targets"), PathOf("gradient"), duration.TotalSeconds));
        CombinedLoss<float, TTarget> computed = (_, _, gradient) =>
        {
            MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(PathOf("gradient"))).CopyTo(gradient);
            return answer.Value;
        };
        agreement.Check($"PyTorch, {loss}", computed);
        return answer.Nanoseconds;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
