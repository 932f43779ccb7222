using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace LossGen.Package.Tests;

/// <summary>A new project with nothing but a reference to the package.</summary>
public class ConsumerTests(PackedLibrary package) : IClassFixture<PackedLibrary>
{
    [Fact]
    public async Task A_new_project_declares_a_loss_evaluates_and_verifies_it()
    {
        string project = package.NewProject("New");
        DotNet build = await DotNet.Run(project, "build", "-c", "Release", "-o", "out");
        build.ExitCode.ShouldBe(0, build.Output);
        build.Output.ShouldContain("0 Warning(s)");

        DotNet run = await DotNet.Run(project, "out/Consumer.dll");
        run.ExitCode.ShouldBe(0, run.Output);
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(4, run.Output);
        double mean = double.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        mean.ShouldBe(MeanOfAsymmetric(), 1e-6);
        lines[2].ShouldStartWith("Losses.Asymmetric: ");
        lines[2].ShouldEndWith(": verified");
        lines[3].ShouldStartWith("Losses.Focal: ");
        lines[3].ShouldEndWith(": verified");
    }

    [Fact]
    public async Task An_older_framework_is_an_error_that_says_what_to_write()
    {
        string project = package.NewProject("Old framework");
        string file = Path.Combine(project, "Consumer.csproj");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("<TargetFramework>net10.0<", "<TargetFramework>net8.0<"));

        // without the targeting pack of the older framework, which is not in the feed: the error comes before the compiler
        string[] errors = await ErrorsOf(
            project, "-p:UseAppHost=false", "-p:EnableTargetingPackDownload=false", "-p:GenerateErrorForMissingTargetingPacks=false");
        errors.ShouldHaveSingleItem().ShouldContain(
            "error LOSSPKG01: LossGen needs net10.0 or later, and Consumer targets net8.0. Set <TargetFramework>net10.0</TargetFramework>, "
            + "or refer to LossGen for that framework only: <PackageReference Include=\"LossGen\" Condition=\"'$(TargetFramework)' == 'net10.0'\" />.");
    }

    [Theory]
    [InlineData("roslyn4.13", "4.13")]
    [InlineData("roslyn3.11", "3.11")]
    public async Task An_older_compiler_is_an_error_that_says_what_to_do(string compiler, string version)
    {
        string[] errors = await ErrorsOf(package.NewProject("Old compiler " + version), "-p:CompilerApiVersion=" + compiler);
        errors.ShouldHaveSingleItem().ShouldContain(
            $"error LOSSPKG02: LossGen needs a C# compiler of version 4.14 or later, and this project is compiled by version {version}. "
            + "Build with the .NET 10 SDK or Visual Studio 2026, and remove a reference to an older Microsoft.Net.Compilers.Toolset.");
    }

    [Theory]
    [InlineData("11")]
    [InlineData("7.3")]
    [InlineData("ISO-2")]
    public async Task An_older_language_is_an_error_that_says_what_to_write(string language)
    {
        string[] errors = await ErrorsOf(package.NewProject("Old language " + language), "-p:LangVersion=" + language);
        errors.ShouldHaveSingleItem().ShouldContain(
            $"error LOSSPKG03: LossGen generates C# 12, and this project has LangVersion {language}. "
            + "Remove LangVersion, so that it is the one of the target framework, or set it to 12 or later.");
    }

    [Theory]
    [InlineData("12")]
    [InlineData("preview")]
    [InlineData("latestMajor")]
    public async Task A_language_that_is_new_enough_passes(string language)
    {
        DotNet check = await DotNet.Run(package.NewProject("Language " + language), "build", "-t:LossGenCheckCompiler", "-p:LangVersion=" + language);
        check.ExitCode.ShouldBe(0, check.Output);
    }

    [Fact]
    public async Task A_request_for_the_trace_reaches_the_generator()
    {
        string project = package.NewProject("Trace");
        DotNet build = await DotNet.Run(project, "build", "-t:GenerateMSBuildEditorConfigFile", "-p:LossGenTrace=true");
        build.ExitCode.ShouldBe(0, build.Output);
        string options = await File.ReadAllTextAsync(Directory.GetFiles(project, "*.GeneratedMSBuildEditorConfig.editorconfig", SearchOption.AllDirectories).Single());
        options.ShouldContain("build_property.LossGenTrace = true");
    }

    // the errors of a build, each once: the summary repeats them
    private static async Task<string[]> ErrorsOf(string project, params IEnumerable<string> properties)
    {
        DotNet build = await DotNet.Run(project, ["build", .. properties]);
        build.ExitCode.ShouldNotBe(0, build.Output);
        return [.. build.Output.Split('\n').Where(line => line.Contains(": error ")).Select(line => line.Trim()).Distinct()];
    }

    // the loss of the consumer in double precision, from the formula of the paper (Ridnik et al., 2021, eq. 7)
    private static double MeanOfAsymmetric()
    {
        const int Count = 1003;
        double sum = 0;
        for (int i = 0; i < Count; i++)
        {
            double z = ((i * 37 % 401) - 200) / 16.0;
            double p = 1 / (1 + Math.Exp(-z));
            double shifted = Math.Max(p - 0.05, 0);
            sum -= i % 7 == 0 ? (1 - p) * Math.Log(p) : Math.Pow(shifted, 4) * Math.Log(1 - shifted);
        }

        return sum / Count;
    }
}
