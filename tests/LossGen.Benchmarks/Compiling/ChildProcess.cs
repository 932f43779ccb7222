using System;
using System.Diagnostics;

namespace LossGen.Benchmarks.Compiling;

/// <summary>This program again, in a process in which nothing has been compiled yet.</summary>
internal static class ChildProcess
{
    /// <summary>What the program prints.</summary>
    public static string Run(params string[] arguments) => Run("dotnet", [typeof(ChildProcess).Assembly.Location, .. arguments]);

    /// <summary>What a program prints.</summary>
    public static string Run(string program, string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {output}");
    }
}
