using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Pipeline;
using LossGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Emission;

/// <summary>A project with <c>LossGenTrace</c> sees in the generated file what the compiler did; any other project sees none of it.</summary>
public class TraceTests
{
    private const string Hessian = "ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian";
    private const string Focal = "[Loss] [Positive(Gamma = 2.5)] [Negative(Shift = 0.05)] public static partial float Focal(" + Hessian + ");";
    private const string Heading = "//   The passes of the compiler";

    private static readonly ImmutableDictionary<string, string> s_traced = ImmutableDictionary<string, string>.Empty.Add("LossGenTrace", "true");

    [Fact]
    public void Trace_of_a_hessian()
    {
        GeneratorRun run = GeneratorRun.Of(new Project(SourceFile.OfMembers(Focal)) { Properties = s_traced });
        run.CompilerDiagnostics.ShouldBeEmpty();
        Snapshot.Match(run);
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData("", false)]
    public void The_property_is_a_boolean_of_MSBuild(string value, bool isTraced)
    {
        GeneratorRun run = GeneratorRun.Of(new Project(SourceFile.OfMembers(Focal)) { Properties = s_traced.SetItem("LossGenTrace", value) });
        Kernel(run).Contains(Heading).ShouldBe(isTraced);
    }

    [Fact]
    public void The_trace_is_all_that_the_property_adds()
    {
        string[] plain = Kernel(GeneratorRun.Of(SourceFile.OfMembers(Focal))).Split('\n');
        string[] traced = Kernel(GeneratorRun.Of(new Project(SourceFile.OfMembers(Focal)) { Properties = s_traced })).Split('\n');
        int header = plain.ToList().FindIndex(line => !line.StartsWith("//", System.StringComparison.Ordinal));
        int trace = traced.Length - plain.Length;
        traced.Skip(header).Take(trace).ShouldAllBe(line => line.StartsWith("//", System.StringComparison.Ordinal));
        traced.Take(header).Concat(traced.Skip(header + trace)).ShouldBe(plain);
    }

    [Fact]
    public void Switching_the_trace_writes_the_kernels_anew_and_nothing_else()
    {
        GeneratorRun plain = GeneratorRun.Of(SourceFile.OfMembers(Focal));
        GeneratorRun traced = plain.WithProperties(s_traced);
        Kernel(traced).ShouldContain(Heading);
        traced.FileReasons(TrackingNames.CompiledLosses).ShouldBe([IncrementalStepRunReason.Modified]);
        traced.FileReasons(TrackingNames.TypeLosses).ShouldBe([IncrementalStepRunReason.Cached]);
        traced.Step(TrackingNames.Losses).ShouldAllBe(output => output.Reason == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void A_property_of_another_name_compiles_nothing()
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(Focal)).WithProperties(s_traced.Add("RootNamespace", "Consumer").Remove("LossGenTrace"));
        run.FileReasons(TrackingNames.CompiledLosses).ShouldBe([IncrementalStepRunReason.Cached]);
    }

    private static string Kernel(GeneratorRun run) => run.Files[0].SourceText.ToString();
}
