using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace LossGen.Benchmarks.Reports;

/// <summary>All measurements as comma-separated values.</summary>
internal static class MeasurementFile
{
    public static void Write(string path, IEnumerable<Measurement> measurements) => File.WriteAllLines(path,
    [
        "loss,outputs,precision,elements,contestant,ns_per_element",
        .. measurements.Select(m => string.Create(
            CultureInfo.InvariantCulture, $"\"{m.Loss}\",{m.Outputs},{m.Precision},{m.Elements},\"{m.Contestant}\",{m.Nanoseconds:G6}")),
    ]);
}
