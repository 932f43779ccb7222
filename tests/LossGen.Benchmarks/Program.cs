using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using BenchmarkDotNet.Running;
using LossGen.Benchmarks;
using LossGen.Benchmarks.BenchmarkDotNet;
using LossGen.Benchmarks.Compiling;
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
    using SideBySideRun run = new(arguments.GetValue(filter) ?? [], TimeSpan.FromSeconds(arguments.GetValue(seconds)), Report(arguments));
    List<Measurement> measurements = [.. arguments.GetRequiredValue(sizes).SelectMany(run.Measure)];
    if (arguments.GetValue(csv) is { } file)
    {
        MeasurementFile.Write(file.FullName, measurements);
    }
});

Command compile = new("compile", "Times first calls, generation and builds.") { markdown };
compile.SetAction(arguments => CompileRun.Print(Report(arguments)));
command.Add(compile);

Command benchmarkDotNet = new("bdn", "Runs the BenchmarkDotNet classes, and passes all arguments on to it.") { TreatUnmatchedTokensAsErrors = false };
benchmarkDotNet.SetAction(arguments => BenchmarkSwitcher.FromAssembly(typeof(ElementwiseBenchmarks).Assembly).Run([.. arguments.UnmatchedTokens]));
command.Add(benchmarkDotNet);

// what is measured in a process of its own
Argument<string> loss = new("loss");
Command firstCall = new("first-call") { Hidden = true };
firstCall.Add(loss);
firstCall.SetAction(arguments => Console.WriteLine(FirstCall.Measure(arguments.GetRequiredValue(loss))));
command.Add(firstCall);

Argument<int> losses = new("losses");
Command generation = new("generation") { Hidden = true };
generation.Add(losses);
generation.SetAction(arguments => Console.WriteLine(JsonSerializer.Serialize(GenerationTimes.Measure(arguments.GetRequiredValue(losses)))));
command.Add(generation);

return command.Parse(args).Invoke();

IReport Report(ParseResult arguments) => arguments.GetValue(markdown) ? new MarkdownReport() : new ConsoleReport();
