using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generator.Parsing;
using LossGen.Generator.Tests.Declarations;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Emission;

/// <summary>What every emitted file looks like.</summary>
public class EmittedTextTests
{
    [Fact]
    public void Lines_end_with_a_line_feed_and_have_no_trailing_space() => Samples.Check(5, sample =>
    {
        string text = Text(sample.Configuration);
        text.ShouldNotContain('\r');
        text.ShouldNotContain('\t');
        text.Split('\n').Where(line => line.EndsWith(' ')).ShouldBeEmpty();
        text.ShouldEndWith("}\n");
        text.ShouldNotEndWith("\n\n");
    }, count: 50);

    [Fact]
    public void No_number_of_a_kernel_depends_on_the_run() => Samples.Check(5, sample =>
        Text(sample.Configuration).ShouldBe(Text(sample.Configuration)), count: 20);

    [Theory]
    [InlineData("binary cross entropy")]
    [InlineData("asymmetric")]
    [InlineData("Poly-1 focal")]
    public void A_line_is_no_longer_than_a_screen(string loss) =>
        Text(Published.WithAllOutputs(loss)).Split('\n').Where(line => line.Length > 240).ShouldBeEmpty();

    // past 512 locals, those of inlined methods among them, the JIT stops inlining
    [Fact]
    public void The_largest_published_kernel_has_fewer_than_256_locals()
    {
        LossConfiguration configuration = Published.WithAllOutputs("asymmetric");
        string text = Text(configuration with { Roles = configuration.Roles | LossRoles.Weights });
        foreach (string method in text.Split("private static void Run").Skip(1))
        {
            Declared(method).Count().ShouldBeInRange(10, 255);
        }
    }

    // TVector e0 = a, e1 = b;
    private static IEnumerable<string> Declared(string method) => method.Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.StartsWith("TVector ", StringComparison.Ordinal))
        .SelectMany(line => line.Split(" = ").Skip(1));

    private static string Text(LossConfiguration configuration) =>
        LossCompiler.Compile(ModelOf.Configuration(configuration, ScalarType.Single), CancellationToken.None).File.Text;
}
