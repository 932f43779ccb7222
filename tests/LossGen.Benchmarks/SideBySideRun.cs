using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Benchmarks.Losses;
using LossGen.Benchmarks.Measuring;
using LossGen.Benchmarks.Peers.C;
using LossGen.Benchmarks.Peers.Torch;
using LossGen.Benchmarks.Reports;

namespace LossGen.Benchmarks;

/// <summary>The run that measures every loss side by side with its peers, and a table per size.</summary>
internal sealed class SideBySideRun : IDisposable
{
    // more would be for more than the kernels of this run
    private const int Threads = 1;
    private static readonly int[] s_classes = [10, 80, 1_024, 32_768];

    private readonly TimeSpan _duration;
    private readonly IReport _report;
    private readonly CPeers _c;
    private readonly TorchProcess? _torch;
    private readonly IWorkload[] _workloads;

    /// <summary>Prepares the peers that there are on this machine.</summary>
    /// <param name="filter">Parts of names of losses; none for all losses.</param>
    /// <param name="duration">How long a loss is measured on a batch.</param>
    /// <param name="report">Where tables go.</param>
    public SideBySideRun(IReadOnlyList<string> filter, TimeSpan duration, IReport report)
    {
        _duration = duration;
        _report = report;
        CCompiler? compiler = CCompiler.Find();
        _c = new CPeers(compiler);
        _torch = TorchProcess.Start(Threads);
        _workloads = [.. Workloads(_c, filter)];
        report.Line(Machine.Description);
        report.Line(compiler is null ? "no gcc: its columns are left out" : $"{compiler.Version}, {string.Join(' ', CCompiler.Options)}");
        report.Line(_torch is null ? "no python3 with PyTorch: its column is left out" : $"PyTorch {_torch.Version}");
        foreach (IWorkload workload in _workloads)
        {
            workload.WarmUp();
        }
    }

    /// <summary>Measures all losses on batches of that size.</summary>
    public IEnumerable<Measurement> Measure(int elements)
    {
        IWorkload[] workloads = [.. _workloads.Where(workload => workload.LeastElements <= elements)];
        Measurement[] peers = [.. workloads.SelectMany(workload => workload.MeasurePeers(elements, _duration, _torch))];
        _report.Table(SideBySideTable.Of(elements, peers));
        Measurement[] outputs = [.. workloads.SelectMany(workload => workload.MeasureOutputs(elements, _duration))];
        _report.Table(OutputsTable.Of(elements, outputs));
        return [.. peers, .. outputs];
    }

    public void Dispose()
    {
        _c.Dispose();
        _torch?.Dispose();
    }

    private static IEnumerable<IWorkload> Workloads(CPeers c, IReadOnlyList<string> filter)
    {
        bool IsWanted(string loss) => filter.Count == 0 || filter.Any(part => loss.Contains(part, StringComparison.OrdinalIgnoreCase));
        BenchmarkedLoss<float, double>[] elementwise = [.. ElementwiseCatalogue.All(c).Where(loss => IsWanted(loss.Name))];
        if (elementwise.Length > 0)
        {
            yield return new ElementwiseWorkload(elementwise);
        }

        foreach (int classes in s_classes)
        {
            BenchmarkedLoss<int, int>[] rows = [.. RowCatalogue.All(c, classes).Where(loss => IsWanted(loss.Name))];
            if (rows.Length > 0)
            {
                yield return new RowWorkload(rows, classes);
            }
        }
    }
}
