using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using LossGen.Benchmarks;
using LossGen.Benchmarks.Reports;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

Option<string[]> filter = new("--filter") { Description = "Only losses whose name has one of these in it", AllowMultipleArgumentsPerToken = true };
Option<int[]> sizes = new("--sizes")
{
    Description = "Elements of a batch: 4,096 stay in the first caches, 614,400 in the last one, 16,777,216 in memory",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => [4_096, 614_400, 16_777_216],
};
Option<double> seconds = new("--seconds") { Description = "How long a loss is measured on a batch", DefaultValueFactory = _ => 0.5 };
Option<FileInfo?> csv = new("--csv") { Description = "Writes all times to this file" };
Option<bool> markdown = new("--markdown") { Description = "Prints tables for a README" };

RootCommand command = new("Times every kernel side by side with its peers.") { filter, sizes, seconds, csv, markdown };
command.SetAction(arguments =>
{
    IReport report = arguments.GetValue(markdown) ? new MarkdownReport() : new ConsoleReport();
    using SideBySideRun run = new(arguments.GetValue(filter) ?? [], TimeSpan.FromSeconds(arguments.GetValue(seconds)), report);
    List<Measurement> measurements = [.. arguments.GetRequiredValue(sizes).SelectMany(run.Measure)];
    if (arguments.GetValue(csv) is { } file)
    {
        MeasurementFile.Write(file.FullName, measurements);
    }
});
return command.Parse(args).Invoke();
