using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Runtime.Intrinsics;

namespace LossGen.Benchmarks.Peers.C;

/// <summary>gcc, whose optimiser turns calls of expf, logf and log1pf in loops into calls of the vector functions of glibc.</summary>
internal sealed class CCompiler
{
    private CCompiler(string version) => Version = version;

    /// <summary>As the compiler calls itself.</summary>
    public string Version { get; }

    /// <summary>What makes the most of the vectors that the kernels of this process use.</summary>
    public static string[] Options => ["-O3", .. WidthOptions, "-ffast-math"];

    private static string[] WidthOptions => Vector512.IsHardwareAccelerated
        ? ["-march=native", "-mprefer-vector-width=512"]
        : ["-mavx2", "-mfma", "-mprefer-vector-width=256"];

    /// <summary>The compiler of this machine; null where there is none.</summary>
    public static CCompiler? Find()
    {
        try
        {
            return new CCompiler(Run("--version").Split('\n')[0]);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Compiles a file to a library beside it.</summary>
    /// <returns>The path of the library.</returns>
    public string Compile(string source, params string[] options)
    {
        string code = Path.ChangeExtension(source, ".o");
        string library = Path.ChangeExtension(source, ".so");
        Run([.. Options, "-fPIC", .. options, "-c", source, "-o", code]);
        // without -ffast-math: linked with it, the library would make the whole process flush subnormal numbers to 0
        Run("-shared", code, "-o", library, "-lmvec", "-lm");
        return library;
    }

    private static string Run(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("gcc", arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"gcc {string.Join(' ', arguments)} failed");
    }
}
