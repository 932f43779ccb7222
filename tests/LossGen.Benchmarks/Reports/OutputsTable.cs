using System.Collections.Generic;
using System.Linq;

namespace LossGen.Benchmarks.Reports;

/// <summary>A row per loss, a column per combination of outputs and precision.</summary>
internal static class OutputsTable
{
    public static ReportTable Of(int elements, IReadOnlyList<Measurement> measurements)
    {
        string[] columns = [.. measurements.Select(Column).Distinct()];
        return new(
            $"LossGen, {elements:N0} elements: ns per element",
            ["loss", .. columns],
            [.. measurements.GroupBy(measurement => measurement.Loss).Select(loss => (string[])[loss.Key, .. loss.Select(m => Figures.Time(m.Nanoseconds))])]);
    }

    private static string Column(Measurement measurement) => $"{measurement.Precision} {measurement.Outputs}";
}
