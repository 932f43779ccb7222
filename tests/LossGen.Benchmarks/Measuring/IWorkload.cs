using System;
using System.Collections.Generic;
using LossGen.Benchmarks.Peers.Torch;
using LossGen.Benchmarks.Reports;

namespace LossGen.Benchmarks.Measuring;

/// <summary>Losses that are computed of the same batches.</summary>
internal interface IWorkload
{
    /// <summary>How many elements a batch has at least.</summary>
    int LeastElements { get; }

    /// <summary>Runs everything until the JIT compiler has replaced the first, hasty code.</summary>
    void WarmUp();

    /// <summary>Times value and gradient in single precision beside peers and floors.</summary>
    /// <param name="elements">The size of the batch.</param>
    /// <param name="duration">How long each loss is measured.</param>
    /// <param name="torch">PyTorch, where it is there.</param>
    /// <exception cref="InvalidOperationException">A peer computes something else.</exception>
    IEnumerable<Measurement> MeasurePeers(int elements, TimeSpan duration, TorchProcess? torch);

    /// <summary>Times the kernels of all outputs in both precisions.</summary>
    /// <param name="elements">The size of the batch.</param>
    /// <param name="duration">How long each loss is measured.</param>
    IEnumerable<Measurement> MeasureOutputs(int elements, TimeSpan duration);
}
