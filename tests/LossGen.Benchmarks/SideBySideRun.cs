using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Benchmarks.Batches;
using LossGen.Benchmarks.Losses;
using LossGen.Benchmarks.Measuring;
using LossGen.Benchmarks.Peers.C;
using LossGen.Benchmarks.Reports;
using Spectre.Console;

namespace LossGen.Benchmarks;

/// <summary>The run that measures every loss side by side with its peers and prints a table per size.</summary>
internal sealed class SideBySideRun(IReadOnlyList<string> filter, TimeSpan duration)
{
    private const int WarmUpElements = 4_096;
    private static readonly int[] s_classes = [10, 80, 1_024, 32_768];

    private readonly CPeers _c = new(CCompiler.Find());

    /// <summary>Measures all losses on batches of that size.</summary>
    public IEnumerable<Measurement> Measure(int elements)
    {
        List<Measurement> measurements = [.. Elementwise(elements), .. s_classes.SelectMany(classes => Rows(elements, classes))];
        if (measurements.Count > 0)
        {
            AnsiConsole.WriteLine($"{elements:N0} elements: ns per element, and ratio to {SideBySide.Kernel}");
            AnsiConsole.Write(SideBySideTable.Of(measurements));
        }

        return measurements;
    }

    private List<Measurement> Elementwise(int elements)
    {
        BenchmarkedLoss<float, double>[] losses = [.. ElementwiseCatalogue.All(_c).Where(loss => IsWanted(loss.Name))];
        if (losses.Length == 0)
        {
            return [];
        }

        using Batch<float, float> batch = MultiLabelBatch.Create<float>(elements);
        using Batch<float, float> warmUp = MultiLabelBatch.Create<float>(WarmUpElements);
        return [.. losses.SelectMany(loss => SideBySide.Measure(loss, loss.Name, batch, warmUp, duration))];
    }

    private List<Measurement> Rows(int elements, int classes)
    {
        string Name(string loss) => $"{loss}, {classes:N0} classes";
        BenchmarkedLoss<int, int>[] losses = [.. RowCatalogue.All(_c).Where(loss => IsWanted(Name(loss.Name)))];
        if (losses.Length == 0 || elements < classes)
        {
            return [];
        }

        using Batch<float, int> batch = MultiClassBatch.Create<float>(elements, classes);
        using Batch<float, int> warmUp = MultiClassBatch.Create<float>(WarmUpElements, classes);
        return [.. losses.SelectMany(loss => SideBySide.Measure(loss, Name(loss.Name), batch, warmUp, duration))];
    }

    private bool IsWanted(string loss) => filter.Count == 0 || filter.Any(part => loss.Contains(part, StringComparison.OrdinalIgnoreCase));
}
