using System.Collections.Generic;
using System.Linq;

namespace LossGen.Benchmarks.Reports;

/// <summary>A row per loss, a column per contestant, each with how many times the kernel's time it takes, or the kernel that of a floor.</summary>
internal static class SideBySideTable
{
    public static ReportTable Of(int elements, IReadOnlyList<Measurement> measurements)
    {
        string[] names = [.. measurements.Select(measurement => measurement.Contestant).Distinct().Where(name => name != Columns.Kernel)];
        // floors last
        names = [.. names.OrderBy(Columns.IsFloor)];
        return new(
            $"Value and gradient, float, {elements:N0} elements: ns per element (ratio to LossGen; of LossGen to a floor)",
            ["loss", Columns.Kernel, .. names],
            [.. measurements.GroupBy(measurement => measurement.Loss).Select(loss => Row(loss, names))]);
    }

    private static string[] Row(IGrouping<string, Measurement> loss, string[] names)
    {
        Dictionary<string, double> times = loss.ToDictionary(measurement => measurement.Contestant, measurement => measurement.Nanoseconds);
        double kernel = times[Columns.Kernel];
        return
        [
            loss.Key,
            Figures.Time(kernel),
            .. names.Select(name => !times.TryGetValue(name, out double time) ? ""
                : $"{Figures.Time(time)} ({Figures.Ratio(Columns.IsFloor(name) ? kernel / time : time / kernel)})"),
        ];
    }
}
