using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Reflection;
using System.Text.Json;

namespace LossGen.Benchmarks.Peers.Torch;

/// <summary>A Python process that runs losses.py.</summary>
internal sealed class TorchProcess : IDisposable
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly Process _process;

    private TorchProcess(Process process, string version) => (_process, Version) = (process, version);

    /// <summary>That of PyTorch, and the instructions it uses.</summary>
    public string Version { get; }

    /// <summary>Starts the first Python that has PyTorch; null where none has.</summary>
    /// <param name="threads">How many threads PyTorch may use.</param>
    public static TorchProcess? Start(int threads)
    {
        foreach (string python in new[] { "python3", "/usr/bin/python3" })
        {
            if (Start(python, threads) is { } process)
            {
                return process;
            }
        }

        return null;
    }

    /// <summary>Measures a loss.</summary>
    public TorchAnswer Ask(TorchRequest request)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(request, s_json));
        string line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"losses.py does not answer for {request.Loss}");
        return JsonSerializer.Deserialize<TorchAnswer>(line, s_json)!;
    }

    public void Dispose()
    {
        // the end of its input is the end of the process
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static TorchProcess? Start(string python, int threads)
    {
        using StreamReader script = new(Assembly.GetExecutingAssembly().GetManifestResourceStream("losses.py")!);
        ProcessStartInfo start = new(python, ["-c", script.ReadToEnd(), threads.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            Process process = Process.Start(start)!;
            // what it complains about must not fill the pipe
            process.BeginErrorReadLine();
            if (process.StandardOutput.ReadLine() is { } version)
            {
                return new TorchProcess(process, version);
            }

            process.Dispose();
            return null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
