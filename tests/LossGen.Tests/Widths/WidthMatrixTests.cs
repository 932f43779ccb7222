using System;
using System.Linq;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Widths;

/// <summary>All results of all declared losses have the same bits in processes that are denied wider vectors.</summary>
public sealed class WidthMatrixTests
{
    public static TheoryData<string, string> Restrictions => new()
    {
        { "DOTNET_EnableAVX512", "256" },
        { "DOTNET_EnableAVX2", "128" },
        { "DOTNET_EnableHWIntrinsic", "scalar" },
    };

    [Theory]
    [MemberData(nameof(Restrictions))]
    public async Task A_process_with_narrower_vectors_computes_the_same_bits(string setting, string width)
    {
        string[] lines = await ProbeProcess.Run((setting, "0"));

        int allowed = Rank(width);
        Rank(lines[0]).ShouldBe(Math.Min(allowed, Rank(WidthProbe.Width())), $"{setting}=0 runs with {lines[0]}");
        lines.Skip(1).ShouldBe(WidthProbe.Hashes());
    }

    [Fact]
    public async Task A_process_without_restriction_computes_the_same_bits()
    {
        string[] lines = await ProbeProcess.Run();

        lines[0].ShouldBe(WidthProbe.Width());
        lines.Skip(1).ShouldBe(WidthProbe.Hashes());
    }

    private static int Rank(string width) => Array.IndexOf(["scalar", "128", "256", "512"], width);
}
