using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using LossGen.Generator.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Package.Tests;

/// <summary>The package as it is, in a feed of its own: a folder that goes away with the tests.</summary>
public sealed class PackedLibrary : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("LossGen.Package.").FullName;

    /// <summary>The package file.</summary>
    public string File => Directory.GetFiles(Feed, "*.nupkg").Single();

    private string Feed => Path.Combine(_folder, "feed");

    /// <summary>Packs what was built with the tests.</summary>
    public async Task InitializeAsync()
    {
        string configuration = typeof(PackedLibrary).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        DotNet pack = await DotNet.Run(Repository.Folder, "pack", "src", "--no-build", "-c", configuration, "-o", Feed);
        pack.ExitCode.ShouldBe(0, pack.Output);
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>
    /// A new project that gets packages from the feed and from nowhere else, and keeps them to itself: a package of the same
    /// version that somebody installed before is never met.
    /// </summary>
    public string NewProject(string name)
    {
        string folder = Path.Combine(_folder, name);
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Consumer")))
        {
            System.IO.File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        System.IO.File.WriteAllText(Path.Combine(folder, "nuget.config"), """
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <packageSources>
                <clear />
                <add key="packed" value="../feed" />
              </packageSources>
            </configuration>
            """);
        return folder;
    }
}
