using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using LossGen.Benchmarks.Reports;

namespace LossGen.Benchmarks.Compiling;

/// <summary>The run that measures what losses cost before they run: first calls, generation and builds.</summary>
internal static class CompileRun
{
    private const int Repetitions = 3;
    private const int ManyLosses = 200;

    public static void Print(IReport report)
    {
        report.Line(Machine.Description);
        report.Table(new(
            "First call of a kernel in a process, value and gradient, float: ms of processor time",
            ["loss", "ms"],
            [.. FirstCall.Losses.Select(loss => (string[])[loss, Milliseconds(Least(() => double.Parse(ChildProcess.Run("first-call", loss), CultureInfo.InvariantCulture)))])]));
        report.Table(new(
            "Generation in a process of its own: ms of processor time",
            ["losses", "cold", "warm", "unrelated edit", "edit of one loss", "C# compiler", "generated MB"],
            [.. new[] { 1, 10, ManyLosses }.Select(Generation)]));
        report.Table(new(
            "dotnet build, compiler started cold: s",
            ["losses", "s"],
            [.. new[] { 0, 1, ManyLosses }.Select(losses => (string[])[Count(losses), Build(losses).ToString("0.0", CultureInfo.InvariantCulture)])]));
    }

    private static IReadOnlyList<string> Generation(int losses)
    {
        GenerationTimes times = JsonSerializer.Deserialize<GenerationTimes>(ChildProcess.Run("generation", Count(losses)))!;
        return
        [
            Count(losses), Milliseconds(times.Cold), Milliseconds(times.Warm), Milliseconds(times.UnrelatedEdit), Milliseconds(times.LossEdit),
            Milliseconds(times.Compilation), (times.Characters / 1e6).ToString("0.0", CultureInfo.InvariantCulture),
        ];
    }

    private static double Build(int losses)
    {
        using ProjectBuild build = new(losses);
        return Least(build.Run);
    }

    private static double Least(Func<double> measure) => Enumerable.Range(0, Repetitions).Min(_ => measure());

    private static string Milliseconds(double time) => time.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Count(int losses) => losses.ToString(CultureInfo.InvariantCulture);
}
