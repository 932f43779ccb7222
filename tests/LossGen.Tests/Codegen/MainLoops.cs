using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace LossGen.Tests.Codegen;

/// <summary>The main loops of all declared losses, with 512-bit and with 256-bit vectors.</summary>
public sealed class MainLoops : IAsyncLifetime
{
    /// <summary>The loops with 512-bit vectors; none where the machine has no such vectors.</summary>
    internal IReadOnlyList<MainLoop> With512Bits { get; private set; } = [];

    /// <summary>The loops with 256-bit vectors.</summary>
    internal IReadOnlyList<MainLoop> With256Bits { get; private set; } = [];

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        With512Bits = await Compile();
        With256Bits = await Compile(("DOTNET_EnableAVX512", "0"));
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<IReadOnlyList<MainLoop>> Compile(params IEnumerable<(string Name, string Value)> environment)
    {
        string listing = Path.GetTempFileName();
        try
        {
            await ProbeProcess.Run(environment.Concat([("DOTNET_JitDisasm", "Loop"), ("DOTNET_JitStdOutFile", listing)]));
            return MainLoop.Read(await File.ReadAllTextAsync(listing));
        }
        finally
        {
            File.Delete(listing);
        }
    }
}
