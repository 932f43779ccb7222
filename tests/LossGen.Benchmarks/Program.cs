using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using LossGen.Benchmarks;
using LossGen.Benchmarks.Measuring;
using LossGen.Benchmarks.Reports;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (Console.IsOutputRedirected)
{
    // a file is as wide as its widest table
    AnsiConsole.Profile.Width = 240;
}

Option<string[]> filter = new("--filter") { Description = "Only losses whose name has one of these in it", AllowMultipleArgumentsPerToken = true };
Option<int[]> sizes = new("--sizes")
{
    Description = "Elements of a batch: 4,096 stay in the first caches, 614,400 in the last one, 16,777,216 in memory",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => [4_096, 614_400, 16_777_216],
};
Option<double> seconds = new("--seconds") { Description = "How long a loss is measured on a batch", DefaultValueFactory = _ => 0.5 };
Option<FileInfo?> csv = new("--csv") { Description = "Writes all times to this file" };

RootCommand command = new("Times every kernel side by side with its peers.") { filter, sizes, seconds, csv };
command.SetAction(arguments =>
{
    SideBySideRun run = new(arguments.GetValue(filter) ?? [], TimeSpan.FromSeconds(arguments.GetValue(seconds)));
    List<Measurement> measurements = [.. arguments.GetRequiredValue(sizes).SelectMany(run.Measure)];
    if (arguments.GetValue(csv) is FileInfo file)
    {
        MeasurementFile.Write(file.FullName, measurements);
    }
});
return command.Parse(args).Invoke();
