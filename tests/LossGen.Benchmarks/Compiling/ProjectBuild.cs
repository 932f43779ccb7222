using System;
using System.Diagnostics;
using System.IO;
using LossGen.Generator;

namespace LossGen.Benchmarks.Compiling;

/// <summary>A project with losses on disk, built by the SDK as anybody's.</summary>
internal sealed class ProjectBuild : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lossgen-benchmarks-");

    public ProjectBuild(int losses)
    {
        foreach ((string name, string text) in LossProject.Files(losses))
        {
            File.WriteAllText(Path.Combine(_folder.FullName, name), text);
        }

        File.WriteAllText(Path.Combine(_folder.FullName, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(LossAttribute).Assembly.Location}" />
                <Analyzer Include="{typeof(LossGenerator).Assembly.Location}" />
              </ItemGroup>
            </Project>
            """);
        ChildProcess.Run("dotnet", ["restore", _folder.FullName]);
    }

    /// <summary>Builds all of it with a compiler that starts cold.</summary>
    /// <returns>The seconds.</returns>
    public double Run()
    {
        long start = Stopwatch.GetTimestamp();
        ChildProcess.Run("dotnet", ["build", _folder.FullName, "--no-restore", "--no-incremental", "-nodeReuse:false", "-p:UseSharedCompilation=false"]);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
