using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Benchmarks.Measuring;
using Spectre.Console;

namespace LossGen.Benchmarks.Reports;

/// <summary>A row per loss, a column per contestant: nanoseconds per element, and how many times those of the kernel they are.</summary>
internal static class SideBySideTable
{
    public static Table Of(IReadOnlyList<Measurement> measurements)
    {
        string[] peers = [.. measurements.Select(measurement => measurement.Contestant).Distinct().Where(name => name != SideBySide.Kernel)];
        Table table = new Table().Border(TableBorder.Simple).AddColumn("loss").AddColumn(new TableColumn(SideBySide.Kernel).RightAligned());
        foreach (string peer in peers)
        {
            table.AddColumn(new TableColumn(Markup.Escape(peer)).RightAligned());
        }

        foreach (IGrouping<string, Measurement> loss in measurements.GroupBy(measurement => measurement.Loss))
        {
            Dictionary<string, double> times = loss.ToDictionary(measurement => measurement.Contestant, measurement => measurement.Nanoseconds);
            double kernel = times[SideBySide.Kernel];
            table.AddRow([
                loss.Key,
                string.Create(CultureInfo.InvariantCulture, $"{kernel:0.000}"),
                .. peers.Select(peer => times.TryGetValue(peer, out double time)
                    ? string.Create(CultureInfo.InvariantCulture, $"{time:0.000} {time / kernel,5:0.00}x") : ""),
            ]);
        }

        return table;
    }
}
