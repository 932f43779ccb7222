using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using LossGen.Tests.Widths;
using Shouldly;

namespace LossGen.Tests;

/// <summary>This assembly as a program of its own, which calls every declared loss: its entry point is <see cref="WidthProbe"/>.</summary>
internal static class ProbeProcess
{
    /// <summary>Runs it with those environment variables, and returns the lines that it prints.</summary>
    public static async Task<string[]> Run(params IEnumerable<(string Name, string Value)> environment)
    {
        string runtime = RuntimeEnvironment.GetRuntimeDirectory();
        ProcessStartInfo start = new(Path.GetFullPath(Path.Combine(runtime, "../../../dotnet")))
        {
            RedirectStandardOutput = true,
            ArgumentList = { "exec", typeof(ProbeProcess).Assembly.Location },
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, output);
        return output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
